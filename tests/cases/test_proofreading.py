"""A finished speech is read as a strict editor reads it: what should be found is found, and good prose stays silent."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from drafter.desk.galley import page
from drafter.desk.library import Library
from drafter.desk.proof_fix import mended
from drafter.desk.proofread import Proof, looked_at, proofread
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import Wanted
from drafter.model.finished import Finished
from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place, Problem
from drafter.sentences import sentence
from tests.clock import within
from tests.conftest import ROOT

TEXTS = ROOT / "tests" / "cases" / "texts"
SHARED = ROOT.parent / "shared" / "cases" / "editor"
SPOKEN = "会议 2026-05-14（全县防汛备汛工作会议）"
EXAMPLES = sorted((ROOT / "examples").glob("*/speech.docx"))


@cache
def library() -> Library:
    return Library()


def read(text: str, under: str = "") -> Finished:
    lines = tuple(Raw(line, Place("x", n)) for n, line in enumerate(text.split("\n"), 1))
    made = finished(Sheet(lines), "x")
    if not under:
        return made
    day, _, name = under.removeprefix("会议 ").removesuffix("）").partition("（")
    return replace(made, day=date.fromisoformat(day), meeting=name)


def told(text: str, under: str = "") -> tuple[Problem, ...]:
    return looked_at(read(text, under), library(), library().norms("zh"), Wanted(notes=True))


def covers(found: Problem, specimen: dict[str, Any]) -> bool:
    """Whether a finding, or a place that it names, has to do with the words that are at fault."""
    lines = [(n, line) for n, line in enumerate(specimen["text"].split("\n"), 1) if line.strip()]
    number, line = lines[specimen["paragraph"] - 1]
    start = line.find(specimen["flagged"])
    end = start + len(specimen["flagged"])
    spots = [(found.place, found.words), *((one.place, one.words) for one in found.related)]
    return any(
        place.line == number and place.column - 1 < end and place.column - 1 + max(1, len(words)) > start
        for place, words in spots
    )


def specimens(folder: Path, file: str) -> list[dict[str, Any]]:
    path = folder / file
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else []


@pytest.mark.parametrize(
    "specimen",
    [*specimens(TEXTS, "specimens.yaml"), *specimens(SHARED, "specimens.yaml")],
    ids=lambda one: f"{one['id']}-{one['rule']}",
)
def test_a_fault_is_found(specimen: dict[str, Any]) -> None:
    found = told(specimen["text"], specimen.get("under", ""))
    assert any(covers(one, specimen) for one in found) is not bool(specimen.get("missed")), found


@pytest.mark.parametrize(
    "specimen", [*specimens(TEXTS, "good.yaml"), *specimens(SHARED, "good.yaml")], ids=lambda one: str(one["id"])
)
def test_good_prose_is_let_pass(specimen: dict[str, Any]) -> None:
    found = looked_at(read(specimen["text"], specimen.get("under", SPOKEN)), library(), library().norms("zh"), Wanted())
    assert found == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_example_passes(path: Path) -> None:
    assert proofread(path, library(), all=True).problems == ()


def test_a_speech_is_read_in_no_time() -> None:
    text = read("\n".join([*proofread(EXAMPLES[-1], library()).finished.text.split("\n")] * 4)[:4000])
    looked_at(text, library(), library().norms("zh"), Wanted())
    with within(0.06):
        looked_at(text, library(), library().norms("zh"), Wanted())


def test_a_subject_behind_a_demand_is_told_with_three_ways_out_and_mended_in_none() -> None:
    text = read("黄色预警发布后，要38个在建工地全部停工。")
    found = looked_at(text, library(), library().norms("zh"), Wanted())
    for said in (sentence(found[0]), page(text, found)):
        assert all(way in said for way in ("要让38个在建工地", "要把38个在建工地", "要做到：38个在建工地"))
    assert mended(Proof(b"", text, found), library()).mends == ()


@pytest.mark.parametrize(
    ("rule", "text"), [("weekday", "市里定于7月1日（周五）测评。"), ("no-such-date", "6月31日前要全部完成。")]
)
def test_a_day_that_cannot_be_is_a_fault_in_a_speech(rule: str, text: str) -> None:
    found = told(text, "会议 2026-06-24（全市调度会）")
    assert [(one.rule, one.severity) for one in found] == [(rule, "error")]


def test_a_mend_that_makes_something_new_to_find_is_taken_back() -> None:
    text = read("要压实责任责任责任。")
    made = mended(Proof(b"", text, ()), library())
    assert made.problems == looked_at(made.finished, library(), (), Wanted())
