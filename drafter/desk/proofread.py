"""A finished speech read as a strict editor reads it: a draft, a Word file, a page, a text; nothing in it is changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.files import read_bytes
from drafter.desk.ledger import untraced_in
from drafter.desk.library import Library
from drafter.desk.norms import wanted_for
from drafter.formats import read
from drafter.formats.reading.sniff import kind
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import NO_WISHES, Wanted, lint_text
from drafter.model.finished import Finished
from drafter.model.norm import Norm
from drafter.problem import Problem, counted, has_errors, in_order

MOST_ALIKE = 3
"""Findings of one rule told one by one; of more it is told how many."""
NOT_LISTENED_TO = ("named-otherwise",)
"""What readers tell and an editor does not ask for."""


class Proof(Struct, frozen=True):
    """What an editor sees in a file."""

    data: bytes
    """The file."""
    finished: Finished
    """Its text."""
    problems: tuple[Problem, ...]
    """What was found, in the order of the text; where the file cannot be read, why."""
    norms: tuple[Norm, ...] = ()
    """The rules that are data by which it was looked at."""
    wanted: Wanted = NO_WISHES
    """What its owner wants to hear."""
    found: tuple[Problem, ...] | None = None
    """All that was found in its words, none folded away; None where nobody has looked."""
    heard: frozenset[str] = frozenset()
    """The keys of findings that somebody resolved or answered in the file, which are told no more."""


def proofread(path: Path, library: Library, *, notes: bool = False, all: bool = False) -> Proof:
    """All that a strict editor finds in a file; of findings that are alike the first three, unless all are asked for."""
    raw = read_bytes(path)
    sheet = read(raw, str(path))
    text = finished(sheet, str(path))
    if has_errors(sheet.problems):
        return Proof(raw, text, sheet.problems)
    wanted, norms, passed = wanted_for(path, library, text.language)
    wanted = replace(wanted, notes=notes)
    heard = _heard(raw)
    found = looked_at(text, library, norms, wanted, heard)
    every = in_order((*found, *_still_told(text, untraced_in(raw, text, library), heard)))
    told = tuple(one for one in sheet.problems if one.rule not in NOT_LISTENED_TO)
    return Proof(raw, text, (*passed, *told, *(every if all else folded(every))), norms, wanted, found, heard)


def looked_at(
    text: Finished, library: Library, norms: Iterable[Norm], wanted: Wanted, heard: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """All that is found in a text, and was not heard in its file."""
    return _still_told(text, lint_text(text, tuple(norms), library.words(text.language), wanted), heard)


def _heard(raw: bytes) -> frozenset[str]:
    """The keys of findings that somebody resolved or answered in a Word file."""
    if kind(raw) != "docx":
        return frozenset()
    from drafter.formats.docx.comments import heard

    return heard(raw)


def _still_told(text: Finished, found: Iterable[Problem], heard: frozenset[str]) -> tuple[Problem, ...]:
    if not heard:
        return tuple(found)
    from drafter.desk.marked import unheard

    return unheard(text, found, heard)


def folded(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Of each rule the first findings; the last of them says how many more there are."""
    return counted(found, MOST_ALIKE)
