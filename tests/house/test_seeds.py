"""The four examples keep the rhetorical skeletons of the four source speeches, which are not part of the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from drafter.desk.draft import draft_file
from drafter.formats.json import as_data
from tests.conftest import ROOT

OUTLINES = ROOT.parent / "shared/seeds/outlines.yaml"
EXAMPLES = {"000": "joint-treatment", "001": "rectification", "002": "river-chief", "003": "ecology-push"}
COMPLETED = "003"
"""Its source breaks off in the second emphasis."""


def outlines() -> list[dict[str, Any]]:
    """What a careful reader found in each source."""
    return yaml.safe_load(OUTLINES.read_text("utf-8")) if OUTLINES.exists() else []


def moves(blocks: list[dict[str, Any]]) -> list[str]:
    """The moves of blocks and of what stands in them, one after another without repetition."""
    found: list[str] = []
    for block in blocks:
        inner = moves(block["blocks"]) if "blocks" in block else []
        found += [block["move"], *inner] if block["move"] else inner
    return [move for n, move in enumerate(found) if n == 0 or found[n - 1] != move]


def enumerations(blocks: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """The schemes in which points are told off, with their counts."""
    for block in blocks:
        if listed := block.get("enumeration"):
            yield listed["scheme"].strip("，"), listed["count"]
        yield from enumerations(block.get("blocks", []))


def in_turn(wanted: list[str], found: list[str]) -> bool:
    """Whether all that is wanted comes, in this order."""
    rest = iter(found)
    return all(move in rest for move in wanted)


@pytest.mark.skipif(not OUTLINES.exists(), reason="the source speeches are not here")
@pytest.mark.parametrize("number", EXAMPLES)
def test_the_example_has_the_skeleton_of_its_source(number: str) -> None:
    source = next(outline for outline in outlines() if outline["file"].startswith(number))
    speech = as_data(draft_file(ROOT / "examples" / EXAMPLES[number] / "brief.yaml").speech)
    assert in_turn(source["opening"]["moves"], moves(speech["opening"]))
    if number != COMPLETED:
        assert len(speech["emphases"]) == len(source["emphases"])
        assert in_turn(source["closing"]["moves"], moves(speech["closing"]))
    for wanted, found in zip(source["emphases"], speech["emphases"], strict=False):
        assert in_turn(wanted.get("moves", []), moves(found["blocks"])), found["heading"]
        counted = [(form["scheme"], form["count"]) for form in wanted.get("enumerations", []) if form["count"] > 1]
        assert [form for form in counted if form not in enumerations(found["blocks"])] == []
        points = wanted.get("points", [])
        headed = [block for block in found["blocks"] if "heading" in block]
        if number != COMPLETED or len(points) > 1:
            assert len(headed) == len(points)
        for n, (point, block) in enumerate(zip(points, headed, strict=False)):
            assert block["run_in"] == point["run_in"]
            assert block["enumerator"] == ("一二三四"[n] + "要" if "scheme" in point else f"（{'一二三四'[n]}）")
            inner = [(form["scheme"], form["count"]) for form in point.get("enumerations", [])]
            assert [form for form in inner if form not in enumerations(block["blocks"])] == []
