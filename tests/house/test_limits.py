"""The figures of docs/limits.md are those of the program."""

from __future__ import annotations

import re

import pytest

from drafter import formats, problem
from drafter.desk import distil
from drafter.distillation import align
from drafter.expression import parse, render
from drafter.formats.tables import csv, odd
from drafter.notation import brief, fragment, reader, slots
from drafter.plan import candidates
from drafter.recognition.recognise import MOST_DOUBTS
from drafter.sentences import RULES
from drafter.yamltext import builder as yaml
from drafter.yamltext import source
from tests.conftest import ROOT

PAGE = (ROOT / "docs/limits.md").read_text("utf-8")
HELD = {
    "too-large": source.LARGEST,
    "too-large-together": source.LARGEST,
    "too-deep": yaml.DEEPEST,
    "too-many-expressions": reader.MOST_PIECES,
    "expression-too-long": parse.LONGEST,
    "number-more-than-limit": slots.MOST_OPEN,
    "too-many-nodes-planned": candidates.MOST_PLANNED,
    "too-long": render.LONGEST,
    "too-many-facts": render.MOST_FILLED,
    "too-many-lines": formats.MOST_LINES,
    "too-many-characters": formats.MOST_CHARACTERS,
    "too-much-to-compare": align.MOST_COMPARED,
    "too-long-to-distil": distil.LARGEST,
    "sheet-too-large": odd.MOST_CELLS,
    "workbook-too-large": odd.MOST_SHEET,
    "odd-quotes-in-row": csv.LONGEST_CELL,
}


@pytest.mark.parametrize("rule", HELD)
def test_a_limit_stands_on_the_page(rule: str) -> None:
    assert rule in RULES
    assert re.search(rf"\| {HELD[rule]:,}( \w+)? \| `{rule}`", PAGE)


def test_limits_that_share_a_rule_stand_there_too() -> None:
    for most, rule in ((yaml.MOST_NODES, "too-many-nodes"), (fragment.MOST, "too-many-nodes")):
        assert f"| {most:,} | `{rule}` |" in PAGE
    for most in (slots.MOST_CHOICES, brief.MOST_CELLS):
        assert f"| {most:,} | `list-more-than-limit` |" in PAGE
    said = f"first {problem.MOST_TOLD} problems of a file, of an old speech the first {MOST_DOUBTS}"
    assert said in PAGE and f"sought {problem.MOST_SOUGHT} times a file" in PAGE
