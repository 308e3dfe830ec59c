"""The four source speeches, which are not part of the project, are read as their outlines say."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.formats.json import as_data
from drafter.model.fold import nest
from drafter.recognition import recognise
from tests.cases.recognising import CUES, sheet_of, words
from tests.house.test_seeds import OUTLINES, enumerations, in_turn, moves, outlines

HALF = str.maketrans("，；：！？（）。“”", ',;:!?().""')
MOVES_THAT_HOLD = 15
"""Of the openings, emphases and closings whose moves the outlines tell, those told in that order."""


def plainly(text: str) -> str:
    """Words without regard to the width of marks and to blanks."""
    return "".join(text.split()).translate(HALF)


def headed(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [block for block in blocks if "heading" in block]


@pytest.mark.skipif(not OUTLINES.exists(), reason="the source speeches are not here")
@pytest.mark.parametrize("source", outlines(), ids=lambda source: source["file"][:3])
def test_a_source_is_read_as_its_outline_says(source: dict[str, Any]) -> None:
    text = (OUTLINES.parent / source["file"]).read_text("utf-8")
    done = recognise(sheet_of(text), CUES)
    speech = as_data(nest(done.manuscript))
    assert plainly(speech["title"]) == plainly(source["title"])
    assert plainly(speech["salutation"]) == plainly(source["salutation"])
    assert (speech["byline"], speech["date"]) == ("", "")
    assert plainly(words(done, "opening")).endswith(plainly(source["opening"]["last"]))
    first = source["closing"]["first_words"] if source["closing"] else ""
    assert plainly(words(done, "closing"))[: len(plainly(first))] == plainly(first)
    assert bool(first) == bool(speech["closing"])
    assert_sections(source["emphases"], headed(speech["emphases"]))


def heading(section: dict[str, Any]) -> str:
    """The heading of an outline's section, in which YAML takes what follows a comma for further keys."""
    return ",".join((section["heading"], *(key for key, value in section.items() if value is None)))


def assert_sections(wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """The headings, whether they run in, and the enumerations below them, with their counts."""
    assert [plainly(heading(one)) for one in wanted] == [
        plainly(one["heading"]).removeprefix("要" if "scheme" in wanted[n] else "") for n, one in enumerate(found)
    ]
    for section, block in zip(wanted, found, strict=True):
        assert block["run_in"] == section.get("run_in", False)
        counted = [(one["scheme"], one["count"]) for one in section.get("enumerations", [])]
        assert list(enumerations([one for one in block["blocks"] if "heading" not in one])) == counted
        assert_sections(section.get("points", []), headed(block["blocks"]))


@pytest.mark.skipif(not OUTLINES.exists(), reason="the source speeches are not here")
def test_most_moves_come_in_the_order_of_the_outlines() -> None:
    held = []
    for source in outlines():
        done = recognise(sheet_of((OUTLINES.parent / source["file"]).read_text("utf-8")), CUES)
        speech = as_data(nest(done.manuscript))
        held.append(in_turn(source["opening"]["moves"], moves(speech["opening"])))
        if source["closing"]:
            held.append(in_turn(source["closing"]["moves"], moves(speech["closing"])))
        for section, block in zip(source["emphases"], headed(speech["emphases"]), strict=True):
            if "moves" in section:
                held.append(in_turn(section["moves"], moves([block])))
    assert (sum(held), len(held)) >= (MOVES_THAT_HOLD, 19)
