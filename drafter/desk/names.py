"""What a person means by a name that no file of the shelf has: a title, a file beside, something else than is due."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from drafter.desk.kinds import Due, other_kind, wrong_kind
from drafter.desk.reading import read_text, shown
from drafter.desk.shelf import Kind, Shelf, inside
from drafter.problem import Misses, Place, Problem, bad_plug_in, has_errors, near_miss
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

UNKNOWN = {"speeches": "unknown-blueprint", "fragments": "unknown-fragment", "styles": "unknown-style"}
"""The rule that is broken where there is none of the kind."""
DUE: dict[Kind, Due] = {"speeches": "blueprint", "fragments": "fragment", "styles": "style"}
TitleOf = Callable[[Path], str]


def titled(shelf: Shelf, name: str, title_of: TitleOf) -> tuple[str, ...]:
    """The names of the blueprints whose title it is, as `drafter blueprint list` shows them; `pack/TITLE` asks one pack alone."""
    owner, _, title = name.rpartition("/")
    found = [(known, pack) for known, pack in shelf.names("speeches") if not owner or pack.name == owner]
    names = [known for known, pack in found if (path := pack.path("speeches", known)) and title_of(path) == title]
    return tuple(f"{owner}/{known}" if owner else known for known in names)


def unknown(
    shelf: Shelf, kind: Kind, name: str, beside: Path, place: Place, title_of: TitleOf, misses: Misses
) -> tuple[Problem, ...]:
    """What is told of a name that nothing has; `misses` are those of the file that names it."""
    if other := _other_file(kind, name, beside, place):
        return (other,)
    near = _yaml_beside(kind, name, beside) or _near(shelf, kind, name, title_of, misses)
    bad = (bad_plug_in("drafter.packs", *one) for one in shelf.bad)  # it may have been theirs
    out = (Problem("outside-folder", place, {"name": shown(pack)}) for pack in shelf.outside)
    return Problem(UNKNOWN[kind], place, {"name": name, "near": near}), *out, *bad


def ambiguous(name: str, names: tuple[str, ...], place: Place) -> Problem:
    """That several blueprints have one title."""
    return Problem("ambiguous-title", place, {"name": name, "names": " ".join(names)})


def _near(shelf: Shelf, kind: Kind, name: str, title_of: TitleOf, misses: Misses) -> str:
    """The name that was meant, or that of the title that was meant."""
    whole = "/" in name
    known = {f"{pack.name}/{one}" if whole else one: one for one, pack in shelf.names(kind)}
    near = misses.near(name, known)
    if near or kind != "speeches" or misses.spent:
        return near
    titles = {}
    for one, pack in shelf.names(kind):
        if path := pack.path(kind, one):
            titles[title_of(path)] = f"{pack.name}/{one}" if whole else one
    titles.pop("", None)
    return titles.get(near_miss(name.rpartition("/")[2], titles), "")


def _is_plain(name: str) -> bool:
    """A name that may be looked for below a folder: told by its text, for asking the system may ask the network."""
    return bool(name) and not (set(":\\\0~") & set(name) or name.startswith("/") or ".." in name.split("/"))


def _yaml_beside(kind: Kind, name: str, beside: Path) -> str:
    """The file that was meant where its ending was left out."""
    if _is_plain(name):
        for ending in (".yaml", ".yml"):
            path = beside / f"{name}{ending}"
            if os.path.isfile(path) and inside(path, beside) and not _other(path, f"{name}{ending}", kind):
                return f"{name}{ending}"
    return ""


def _other_file(kind: Kind, name: str, beside: Path, place: Place) -> Problem | None:
    """That the name is one of a file of another kind."""
    typed = place.file == name  # on the command line, where any path may be
    path = Path(name) if typed else beside / name
    if not typed and not (_is_plain(name) and inside(path, beside)):
        return None
    if os.path.isdir(path) and not name.endswith("/"):
        return Problem("is-no-file", place, {"name": name})
    if not os.path.isfile(path):
        return None
    return next(iter(_other(path, name, kind, place)), None)


def _other(path: Path, name: str, kind: Kind, place: Place | None = None) -> tuple[Problem, ...]:
    """That a file is of another kind."""
    text, problems = read_text(path, name)
    doc = Document(text, name, None, problems) if has_errors(problems) else parse(text, name, problems)
    return other_kind(doc, DUE[kind], place)


def instead(path: Path, due: Due, is_blueprint: Callable[[str], bool]) -> Problem | None:
    """What is told where a file is named that is not there, if it is the name of a blueprint."""
    name = str(path)
    if path.suffix.lower() in (".yaml", ".yml") or not is_blueprint(name):
        return None
    return wrong_kind(name, "name", due)
