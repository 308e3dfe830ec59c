"""Blueprints, fragments and styles by name: on the shelf, or beside the file that asks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.desk.shelf import Folder, Kind, Shelf, inside
from drafter.model.blueprint import Blueprint
from drafter.model.style import Style
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import Find
from drafter.notation.inherit import Fetch
from drafter.notation.style import read_style
from drafter.problem import InputError, Place, Problem, near_miss, stop_on_errors
from drafter.yamltext.source import LARGEST, decode

if TYPE_CHECKING:  # no draft needs them
    from drafter.model.cues import Cues
    from drafter.model.pack import Fragment, Pack
    from drafter.model.sheet import Sheet

DEFAULT_STYLE = "standard"
MOST_READ = 100_000_000
"""Bytes; pictures make some Word files large."""
UNKNOWN = {"speeches": "unknown-blueprint", "fragments": "unknown-fragment", "styles": "unknown-style"}
"""The rule that is broken where there is none of the kind."""
Texts = Mapping[Path, str]
"""Files by their absolute path, with a text that counts in place of theirs."""
NO_TEXTS: Texts = {}


def find_blueprint(
    name: str, books: Shelf, beside: Path | None = None, place: Place | None = None, texts: Texts = NO_TEXTS
) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """A blueprint by its name on the shelf, or by its path below the folder `beside`; kept until one of its files changes."""
    path, problems = locate("speeches", name, books, beside or Path(), place or Place(name))
    if path is None:
        return None, problems
    if texts:
        blueprint, faults = _read(path, fetcher(books, texts=texts), texts)
        return blueprint, (*problems, *faults)
    key = (path, books, os.getcwd())
    kept = _KEPT.get(key)
    if kept is None or any(_stamp(file) != stamp for file, stamp in kept[0]):
        files = [path]
        stamps = [(path, _stamp(path))]
        blueprint, faults = _read(path, fetcher(books, files))
        stamps += [(file, _stamp(file)) for file in files[1:]]
        kept = _KEPT[key] = (tuple(stamps), blueprint, faults)
    return kept[1], (*problems, *kept[2])


def files_read(name: str, books: Shelf, beside: Path) -> tuple[Path, ...]:
    """The files that a blueprint is read from: its own, its parents' and its fragments'; none where it is not found."""
    path, _ = locate("speeches", name, books, beside, Place(name))
    files = [path] if path else []
    if path:
        _read(path, fetcher(books, files))
    return tuple(files)


def _read(path: Path, fetch: Fetch, texts: Texts = NO_TEXTS) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    text, found = read_file(path, shown(path), texts)
    if any(p.severity == "error" for p in found):
        return None, found
    blueprint, faults = read_blueprint(text, shown(path), path.stem, fetch)
    return blueprint, (*found, *faults)


_KEPT: dict[tuple[Path, Shelf, str], tuple[tuple[tuple[Path, object], ...], Blueprint | None, tuple[Problem, ...]]] = {}


def _stamp(path: Path) -> object:
    """What changes when a file does."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def finder(brief: Path, books: Shelf, texts: Texts = NO_TEXTS) -> Find:
    """How a brief finds its blueprint."""
    return lambda name, place: find_blueprint(name, books, brief.parent, place, texts)


def fetcher(books: Shelf, files: list[Path] | None = None, texts: Texts = NO_TEXTS) -> Fetch:
    """How a blueprint finds its parent and its fragments: on the shelf, or by a path below its folder; `files` gathers what is read."""

    def fetch(kind: Kind, name: str, place: Place) -> tuple[str, str, tuple[Problem, ...]]:
        path, problems = locate(kind, name, books, Path(place.file).parent, place)
        if path is None:
            return "", name, problems
        if files is not None:
            files.append(path)
        text, found = read_file(path, shown(path), texts)
        return text, shown(path), (*problems, *found)

    return fetch


def locate(kind: Kind, name: str, books: Shelf, beside: Path, place: Place) -> tuple[Path | None, tuple[Problem, ...]]:
    """The file that a name or a path means, and what is wrong or doubtful with it."""
    if name.endswith((".yaml", ".yml")):
        root = beside.resolve()
        path = root / name
        if not inside(path, root):
            return None, (Problem("outside-folder", place, {"name": name}),)
        return (path, ()) if os.path.isfile(path) else (None, (Problem("no-such-file", place, {"name": name}),))
    found = books.paths(kind, name)
    if not found:
        names = [f"{pack.name}/{known}" if "/" in name else known for known, pack in books.names(kind)]
        return None, (Problem(UNKNOWN[kind], place, {"name": name, "near": near_miss(name, names)}),)
    if len(found) > 1 and _beginning(found[0]) != _beginning(found[1]):
        facts = {"name": name, "first": shown(found[0]), "second": shown(found[1])}
        return found[0], (Problem("two-of-a-name", place, facts, "warning"),)
    return found[0], ()


def _beginning(path: Path) -> bytes:
    """As much of a file as may be read; nothing, if it cannot be."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(LARGEST + 1)
    return b""


def find_style(name: str, books: Shelf, place: Place, beside: Path | None = None) -> Style:
    """A style by its name on the shelf, or by its path below the folder `beside`; raises InputError."""
    path, problems = locate("styles", name or DEFAULT_STYLE, books, beside or Path(), place)
    stop_on_errors(problems)
    assert path is not None
    text, found = read_file(path, shown(path))
    stop_on_errors(found)
    style, faults = read_style(text, shown(path), path.stem)
    stop_on_errors(faults)
    assert style is not None
    return style


def read_file(path: Path, name: str = "", texts: Texts = NO_TEXTS) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it, told under a name of its own."""
    name = name or str(path)
    if texts and path.resolve() in texts:
        return texts[path.resolve()], ()
    try:
        with path.open("rb") as file:
            return decode(file.read(LARGEST + 1), name)
    except OSError as error:
        rule = UNREAD.get(type(error), "cannot-read")
        return "", (Problem(rule, Place(name), {"name": name, "reason": error.strerror or str(error)}),)
    except ValueError:  # a NUL in the name
        return "", (Problem("no-such-file", Place(name), {"name": name}),)


UNREAD = {FileNotFoundError: "no-such-file", IsADirectoryError: "is-no-file"}
"""Why a file cannot be read, where what to do is known."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises InputError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ + 1)
        if len(data) <= MOST_READ:
            return data
        size = max(len(data), path.stat().st_size)  # a device has none
        raise InputError([Problem("too-large", Place(str(path)), {"most": f"{MOST_READ:,}", "size": f"{size:,}"})])
    except OSError as error:
        rule = UNREAD.get(type(error), "cannot-read")
        raise InputError(
            [Problem(rule, Place(str(path)), {"name": str(path), "reason": error.strerror or str(error)})]
        ) from error


def shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def about(folder: Folder) -> Pack:
    """What a pack says of itself; its name alone, if it says nothing that can be read."""
    from drafter.model.pack import Pack
    from drafter.notation.pack import read_pack

    path = folder.file("pack.yaml")
    text, problems = read_file(path, shown(path)) if path else ("", ())
    pack = read_pack(text, shown(path), folder.name)[0] if path and text and not problems else None
    return pack or Pack(name=folder.name, language="")


def pack_of(name: str, books: Shelf) -> Folder:
    """A pack by its name; raises InputError."""
    found = next((pack for pack in books.packs if pack.name == name), None)
    if found is None:
        near = near_miss(name, [pack.name for pack in books.packs])
        raise InputError([Problem("unknown-pack", Place(name), {"name": name, "near": near})])
    return found


def fragment(folder: Folder, name: str, fetch: Fetch) -> Fragment:
    """What a fragment of a pack says of itself; its name alone, if it has errors."""
    from drafter.model.pack import Fragment
    from drafter.notation.pack import read_fragment

    path = folder.path("fragments", name)
    assert path is not None
    text, problems = read_file(path, shown(path))
    read = None if problems else read_fragment(text, shown(path), name, fetch)[0]
    return read or Fragment(name=name, title=f"! {shown(path)}")


def find_cues(books: Shelf) -> Cues:
    """The cues by which old speeches are read: of the first pack that has some; raises InputError."""
    from drafter.model.cues import Cues
    from drafter.notation.cues import read_cues

    path = next((one for pack in books.packs if (one := pack.file("cues.yaml"))), None)
    if path is None:
        return Cues()
    text, problems = read_file(path, shown(path))
    stop_on_errors(problems)
    cues, found = read_cues(text, shown(path))
    stop_on_errors(found)
    assert cues is not None
    return cues


def read_sheet(path: Path) -> Sheet:
    """The lines of an old speech; raises InputError if there is no such file."""
    from drafter.formats import read

    return read(read_bytes(path), str(path))
