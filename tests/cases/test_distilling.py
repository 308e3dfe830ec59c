"""The facts of old speeches become slots with the names that a person would give; see `distilling.py` for the specimens."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.distil import distil_speeches, drafted_again
from drafter.model.manuscript import page_text
from drafter.problem import InputError
from drafter.recognition import recognise
from tests.cases.distilling import CASES, distilled, measured, read_case, row, said
from tests.cases.recognising import CASES as RECOGNISED
from tests.cases.recognising import CUES
from tests.cases.recognising import read_case as recognised_case

FOUND, MORE = 0.83, 60
"""The share of a colleague's facts that is found, and the slots that a colleague would not have made."""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_old_speech_gives_these_slots_and_comes_back_from_them(path: Path) -> None:
    case = read_case(path)
    made = distilled(case.text)
    assert tuple(map(row, made.facts)) == case.found
    assert said(made.facts).isdisjoint(case.no_facts)
    again = drafted_again(made)
    assert again is not None
    assert [page_text(line) for line in again.lines] == [
        page_text(line) for line in made.recognised[0].manuscript.lines
    ]


def test_most_of_what_a_careful_colleague_finds_is_found() -> None:
    there, found, more = measured()
    assert found.total() >= FOUND * there.total(), (found, there)
    assert more <= MORE


@pytest.mark.parametrize("path", RECOGNISED, ids=lambda path: path.stem)
def test_so_does_every_specimen_of_recognising_with_its_structure(path: Path) -> None:
    recognised = recognise(recognised_case(path).sheet, CUES)
    if not recognised.manuscript.lines:
        with pytest.raises(InputError, match="nothing is left that could be a speech"):
            distil_speeches([recognised], ["old.txt"], "old")
        return
    made = distil_speeches([recognised], ["old.txt"], "old")
    again = drafted_again(made)
    assert again is not None
    assert [page_text(line) for line in again.lines] == [page_text(line) for line in recognised.manuscript.lines]
    assert not any(node.id == "paragraph-1" for node in made.blueprint.opening)
