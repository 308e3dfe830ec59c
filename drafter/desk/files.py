"""Files read with what is wrong told, and written whole or not at all, never over what a person made."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from drafter.desk.journal import recover
from drafter.desk.replace import Change, cannot, replace_all
from drafter.problem import DrafterError, InputError, OutputError, Place, Problem, in_order
from drafter.yamltext.source import LARGEST, decode

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³]) *(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\/]')
LONGEST = 255
"""Bytes of a file name."""


MOST_READ = 100_000_000
"""Bytes; pictures make some Word files large."""
UNREAD = {FileNotFoundError: "no-such-file", IsADirectoryError: "is-no-file"}
"""Why a file cannot be read, where what to do is known."""
FORCED = ("would-overwrite", "edited-since")
"""What force is for."""
Stamp = tuple[int, int, int] | None
"""What changes when a file does; None for one that is not there."""


def read_text(path: Path, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a YAML file and what is wrong with it, told under a name of its own."""
    recover(path.parent)
    try:
        with path.open("rb") as file:
            return decode(file.read(LARGEST + 1), name)
    except OSError as error:
        return "", (_unread(error, name),)
    except ValueError:  # a NUL in the name
        return "", (Problem("no-such-file", Place(name), {"name": name}),)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises InputError."""
    recover(path.parent)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ + 1)
        if len(data) <= MOST_READ:
            return data
        size = max(len(data), path.stat().st_size)  # a device has none
        raise InputError([Problem("too-large", Place(str(path)), {"most": f"{MOST_READ:,}", "size": f"{size:,}"})])
    except OSError as error:
        raise InputError([_unread(error, str(path))]) from error


def _unread(error: OSError, name: str) -> Problem:
    return Problem(
        UNREAD.get(type(error), "cannot-read"), Place(name), {"name": name, "reason": error.strerror or str(error)}
    )


def failing(work: Callable[[], object]) -> tuple[Problem, ...]:
    """Why something cannot be done, for those who go on all the same; nothing, if it can."""
    try:
        work()
    except DrafterError as error:
        return error.problems
    return ()


def read_start(path: Path, most: int) -> bytes:
    """As much of a file as may be read; nothing, if it cannot be."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(most + 1)
    return b""


def shown(path: Path) -> str:
    """A path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def seen_from(folder: Path, path: str | Path) -> str:
    """A path as a file in that folder names it, with the same signs on every system."""
    return os.path.relpath(path, folder).replace(os.sep, "/")


def named_from(folder: Path, name: str) -> str:
    """What a file in that folder calls a blueprint that is named here: by the same name, or by its path seen from there."""
    return seen_from(folder, name) if name.endswith((".yaml", ".yml")) else name


def save(path: Path, data: bytes, *, force: bool, source: str = "", kept: Iterable[Path] = ()) -> None:
    """Write `data` to `path` as a whole; raises OutputError if the name is bad, the place cannot be written, a file
    stands there that is not an untouched draft of the brief `source`, or it is one of the files `kept`, force or not."""
    save_all([(path, data)], force=force, source=source, kept=kept)


def save_all(files: Sequence[tuple[Path, bytes]], *, force: bool, source: str = "", kept: Iterable[Path] = ()) -> None:
    """Write several files in that way, all or none; raises OutputError with all that is wrong, also with two of one name."""
    changes: list[Change] = []
    refused: list[Problem] = []
    sources = tuple(kept)
    names = Counter(_alike(path) for path, _ in files)
    for path, data in files:
        recover(path.parent)
        before = stamp_of(path)
        if any(_same(path, file) for file in sources):
            refused.append(Problem("is-the-source", Place(str(path)), {"name": str(path)}))
        elif names[_alike(path)] > 1:
            refused.append(Problem("two-in-one", Place(str(path)), {"name": str(path)}))
        elif (reason := refusal(path, data, source)) and not (force and reason.rule in FORCED):
            refused.append(reason)
        changes.append(Change(path, data, lambda path=path, before=before: stamp_of(path) == before))  # type: ignore[misc]
    if refused:
        raise OutputError(in_order(refused))
    replace_all(changes)


def _alike(path: Path) -> tuple[str, str]:
    """What two names share that mean one file on some system."""
    return os.path.realpath(path.parent), unicodedata.normalize("NFC", path.name).casefold()


def _same(path: Path, other: Path) -> bool:
    """Whether both names lead to one file that is there."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


def stamp_of(path: Path) -> Stamp:
    """What changes when a file does."""
    with suppress(OSError, ValueError):
        stat = path.stat()
        return stat.st_mtime_ns, stat.st_size, stat.st_ino
    return None


def refusal(path: Path, data: bytes, source: str = "") -> Problem | None:
    """Why `path` may not be written, if it may not."""
    here = Place(str(path))
    name = path.name
    if (
        RESERVED.fullmatch(name)
        or FORBIDDEN.search(name)
        or name.endswith((".", " "))
        or len(name.encode("utf-8", "replace")) > LONGEST
    ):
        return Problem("bad-file-name", here, {"name": name})
    if path.is_dir():
        return Problem("is-a-folder", here, {"name": str(path)})
    if not path.parent.is_dir():
        return Problem("no-folder", here, {"name": str(path.parent)})
    if path.exists() and not path.is_file():  # a pipe or a device: reading it may never end, replacing it does harm
        return Problem("cannot-write", here, {"name": str(path), "reason": "not a regular file"})
    try:
        with path.open("rb") as file:
            old = file.read(MOST_COMPARED)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Problem("cannot-write", here, {"name": str(path), "reason": error.strerror or str(error)})
    if old == data:
        return None
    if not data.startswith(b"PK"):
        return Problem("would-overwrite", here, {"name": str(path)})
    from drafter.formats.docx.read import origin

    found = origin(old)
    if found is None or not source or found.source != source:
        return Problem("would-overwrite", here, {"name": str(path)})
    return None if found.untouched else Problem("edited-since", here, {"name": str(path)})


MOST_COMPARED = 50_000_000
"""Bytes of an existing file looked at; a draft has some ten thousand."""


def replace_files(files: Iterable[tuple[Path, bytes, bytes]]) -> None:
    """Put new bytes in place of old ones in several files, each (path, old, new), or in none; raises OutputError.

    A file that is not as it was when it was read, or that may not be written, stops the work.
    """
    changes: list[Change] = []
    for path, old, new in ((path.resolve(), old, new) for path, old, new in files):
        if not os.access(path, os.W_OK):
            raise OutputError([cannot(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))])
        changes.append(Change(path, new, lambda path=path, old=old: path.read_bytes() == old))  # type: ignore[misc]
    replace_all(changes)
