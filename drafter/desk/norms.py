"""What somebody wants to hear of a text: the norms of packs and of their own files of checks, with levels and words allowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from drafter.desk.library import Library
from drafter.desk.pack_checks import checks_lying, checks_of_packs, levels_of, settled
from drafter.desk.shelf import Folder, user_home
from drafter.lint.lint import every_rule
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import Wanted
from drafter.lint.texts.norms import faults
from drafter.lint.texts.reading import Fault, Reading
from drafter.model.norm import Checks, Norm
from drafter.model.sheet import Raw, Sheet
from drafter.notation.norms import read_norms
from drafter.problem import InputError, Place, Problem, in_order
from drafter.yamltext.tree import Document

SPECIMENS_DAY = date(2026, 5, 14)
"""When a specimen is spoken that names no day."""


def wanted_for(
    path: Path, library: Library, language: str = "zh"
) -> tuple[Wanted, tuple[Norm, ...], tuple[Problem, ...]]:
    """What is wanted of a text at a path, the norms that hold for it, and what is wrong with the files that say so.

    What lies beside the text goes before the user's folder, and that before packs.
    """
    every, problems = _every(library.at(path.parent), path.parent, language)
    names = {*every_rule(), *(norm.name for one in every for norm in one.norms)}
    levels = {name: level for name, level in levels_of(every).items() if name in names}
    allowed = tuple(dict.fromkeys(word for one in every for word in one.allowed))
    return Wanted(levels=levels, allowed=allowed), settled(every), problems


def checks_looked_at(doc: Document, path: Path, library: Library) -> tuple[Problem, ...]:
    """Every problem of a file of checks: its form, the names in it, and its specimens."""
    beside = path.resolve().parent
    folder = beside.parent if beside.name == "checks" else beside
    every, _ = _every(library, folder, "zh")
    known = (*every_rule(), *(norm.name for one in every for norm in one.norms))
    checks, problems = read_norms(doc, every_rule(), known)
    return problems if checks is None else in_order((*problems, *_of_specimens(checks)))


def checks_of(folder: Folder, library: Library) -> tuple[Problem, ...]:
    """Every problem of a pack's files of checks."""
    paths = (path for name in folder.names("checks") if (path := folder.path("checks", name)))
    return tuple(one for path in paths for one in checks_looked_at(library.document(path), path, library))


def _every(library: Library, folder: Path, language: str) -> tuple[tuple[Checks, ...], tuple[Problem, ...]]:
    """All files of checks that hold in a folder, the first of them before the others; of a pack with an error none."""
    home = user_home()
    lying = [checks_lying(one, library.kept) for one in dict.fromkeys((folder, *((home,) if home else ())))]
    problems = tuple(problem for _, found in lying for problem in found)
    try:
        packs = checks_of_packs(library.shelf.packs, language, library.kept, library.about)
    except InputError as stop:
        packs, problems = (), (*problems, *stop.problems)
    return (*(one for found, _ in lying for one in found), *packs), problems


def _of_specimens(checks: Checks) -> Iterator[Problem]:
    """What is wrong with the specimens of norms: several of one name find together what they find."""
    for norm in checks.norms:
        for text in norm.bad:
            found = found_in(norm, text)
            if not found:
                yield _told("specimen-not-found", norm, text)
            elif norm.fix and found_in(norm, mended(text, found)):
                yield _told("specimen-not-mended", norm, text)
        for text in norm.good:
            if found := found_in(norm, text):
                yield _told("specimen-found", norm, text, what=found[0].facts["text"])


def _told(rule: str, norm: Norm, text: str, **facts: str) -> Problem:
    return Problem(rule, norm.place, {"name": norm.name, "text": text.replace("\n", " / "), **facts})


def found_in(norm: Norm, text: str) -> tuple[Fault, ...]:
    """What a norm finds in a specimen."""
    lines = tuple(Raw(line, Place("", n)) for n, line in enumerate(text.split("\n"), 1))
    read = finished(Sheet(lines), "")
    return tuple(faults(norm, Reading(replace(read, day=read.day or SPECIMENS_DAY))))


def mended(text: str, found: tuple[Fault, ...]) -> str:
    """A specimen with what should stand in it."""
    lines = [line for line in text.split("\n") if line.strip()]
    for one in sorted(found, key=lambda one: (one.paragraph, one.start), reverse=True):
        if one.text is not None:
            line = lines[one.paragraph]
            lines[one.paragraph] = line[: one.start] + one.text + line[one.end :]
    return "\n".join(lines)
