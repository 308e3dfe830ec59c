"""Cues and signs of packs: the patterns by which old speeches are read.

Patterns can make reading slow or wrong, so those of a pack that merely lies beside a file are not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from drafter.desk.reading import shown
from drafter.desk.shelf import Folder
from drafter.model.cues import Cues
from drafter.model.signs import Signs
from drafter.notation.cues import read_cues
from drafter.notation.signs import read_signs
from drafter.problem import Place, Problem, stop_on_errors
from drafter.yamltext.tree import Document

Thing = TypeVar("Thing")
Open = Callable[[Path, str], Document]
Reader = Callable[[Document, bool], tuple[Thing | None, tuple[Problem, ...]]]


def cues_of(packs: Iterable[Folder], document: Open) -> tuple[Cues, tuple[Problem, ...]]:
    """The cues of the first pack that has some, and those passed over; raises InputError."""
    return _first(packs, document, "cues.yaml", read_cues, Cues())


def signs_of(packs: Iterable[Folder], document: Open) -> tuple[Signs, tuple[Problem, ...]]:
    """The signs of the first pack that has some, and those passed over; raises InputError."""
    return _first(packs, document, "facts.yaml", read_signs, Signs())


def _first(
    packs: Iterable[Folder], document: Open, name: str, read: Reader[Thing], none: Thing
) -> tuple[Thing, tuple[Problem, ...]]:
    passed: list[Problem] = []
    for pack in packs:
        path = pack.file(name)
        if path and pack.trusted:
            told = tuple(one for one in passed if one.place.file != shown(path))
            made, problems = read(document(path, shown(path)), pack.ours)
            stop_on_errors(problems)
            return none if made is None else made, told
        if path:
            facts = {"name": shown(path), "pack": shown(pack.root)}
            passed.append(Problem("cues-not-taken", Place(shown(path)), facts, "warning"))
    return none, tuple(passed)
