"""Times and figures of a finished speech: each fault is told by its rule at its words, and what only looks like one is let pass."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from msgspec.structs import replace

from drafter.desk.library import Library
from drafter.lint.rules import of_peers, of_plans, of_rates, of_reckoning, of_seasons, of_terms, of_totals
from drafter.lint.texts.finished import finished
from drafter.lint.texts.lint import Wanted, lint_text
from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place, Problem
from tests.conftest import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/texts/times-and-figures.yaml").read_text("utf-8"))
FAMILIES = (of_peers, of_plans, of_rates, of_reckoning, of_seasons, of_terms, of_totals)
OURS = {rule.name for family in FAMILIES for rule in family.RULES}
FAULTS = [(case.pop("text"), *case.items()) for case in CASES["faults"]]
WORDS = Library().words("zh")


def told(text: str, day: date | None = date(2026, 5, 14)) -> list[Problem]:
    lines = tuple(Raw(line, Place("x", n)) for n, line in enumerate(text.split("\n"), 1))
    speech = replace(finished(Sheet(lines), "x"), day=day)
    return [one for one in lint_text(speech, (), WORDS, Wanted(notes=True)) if one.rule in OURS]


@pytest.mark.parametrize(("text", "fault"), FAULTS, ids=lambda one: one if isinstance(one, str) else one[0])
def test_a_fault_is_told_at_its_words(text: str, fault: tuple[str, str]) -> None:
    assert [(one.rule, one.words) for one in told(text)] == [fault]


@pytest.mark.parametrize("text", CASES["good"])
def test_what_only_looks_like_one_is_let_pass(text: str) -> None:
    assert told(text) == []


def test_both_places_of_a_sum_are_named() -> None:
    text = "督导组指出的86个问题，要逐条认账。\n5月底前整改一般问题60个，7月底前整改重大问题20个。"
    (found,) = told(text)
    assert found.facts["rest"] == "6个"
    assert [(one.place.line, one.words) for one in found.related] == [(1, "86个")]


def test_a_figure_in_per_cent_becomes_points() -> None:
    (found,) = told("供水率由85%提高到92%，提高7%。")
    assert found.edit and found.edit.text == "7个百分点"


@pytest.mark.parametrize(
    ("day", "rules"),
    [(date(2026, 11, 9), ["season"]), (date(2026, 7, 9), []), (date(2026, 3, 9), []), (None, [])],
)
def test_a_season_is_over_only_behind_its_last_month(day: date | None, rules: list[str]) -> None:
    assert [one.rule for one in told("汛期值守要加强，夜间不能断人。", day)] == rules


def test_the_month_of_the_next_year_is_to_come() -> None:
    assert told("3月底前完成台账。", date(2026, 12, 10)) == []
    assert told("3月底前完成台账。", None) == []
