"""Law: a computed figure has operands that stand in the brief, and these give the figure again; nothing is computed of a gap."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.draft import draft_file
from drafter.language import TONGUES, Finder
from drafter.language.computed import equation, slots_of
from drafter.language.zh_readings import due
from drafter.model.value import NOTHING, Fact, Listing, Value
from drafter.model.words import Knowledge
from tests.conftest import ROOT
from tests.figures import astray, recomputed

EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
ROUGH = ("", "", "", "约", "近", "不到", "超过", "达到", "至少")
AFTER = ("", "", "", "以上", "左右", "多", "至", "；")
NUMBERS = (
    "0",
    "3",
    "12",
    "1.5",
    "15",
    "24",
    "250",
    "1000",
    "3,600",
    "三",
    "两",
    "二十",
    "一百二十",
    "3.6亿",
    "4800万",
    "30",
)
UNITS = ("座", "户", "个", "个小区", "处", "公里", "元", "万元", "%", "家企业", "天", "个月", "")
BEFORE = ("", "改造", "已完成", "拟新建", "其中", "6月底前", "4月10日前", "到明年底")
counted = st.tuples(*map(st.sampled_from, (BEFORE, ROUGH, NUMBERS, UNITS, AFTER))).map("".join)
texts = st.one_of(counted, counted, st.tuples(counted, counted).map("，".join), st.text(max_size=20))
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))


def told(value: Value, values: tuple[Value, ...], knows: Knowledge) -> None:
    """That a figure is of its operands, and that nothing stands for one that is not sure."""
    assert isinstance(value, Fact)
    if value is NOTHING:
        return
    assert value.figure
    assert value.text in value.figure.words
    assert astray(value.figure, values, knows) == ()
    assert recomputed(value.figure, knows) == value.figure.words


@given(texts, texts, DAYS, st.sampled_from(("余", "占", "倍", "均")))
def test_two_facts_give_a_figure_of_both_or_none(one: str, other: str, today: date, name: str) -> None:
    knows, filter = Knowledge(today), TONGUES["zh"].filters[name]
    assert isinstance(filter, Finder)
    values = (Fact(one, one, "一"), Fact(other, other, "二"))
    told(filter.find(values[0], knows, values[1]), values, knows)


@given(st.lists(texts, min_size=1, max_size=4), texts, DAYS)
def test_a_sum_is_of_all_items_and_is_computed_with_further(items: list[str], whole: str, today: date) -> None:
    knows, filters = Knowledge(today), TONGUES["zh"].filters
    listing = Listing(tuple(Fact(text, text, f"项[{n}]") for n, text in enumerate(items, 1)), "项")
    add, left = filters["和"], filters["余"]
    assert isinstance(add, Finder) and isinstance(left, Finder)
    found = add.find(listing, knows)
    told(found, (listing,), knows)
    fact = Fact(whole, whole, "全")
    told(left.find(fact, knows, found), (listing, fact), knows)


@given(texts, texts, DAYS)
def test_days_and_what_is_to_be_done_in_them(what: str, until: str, today: date) -> None:
    knows, filters = Knowledge(today), TONGUES["zh"].filters
    values = (Fact(what, what, "量"), Fact(until, until, "限"), Fact(today, today.isoformat(), "日期"))
    apart, rate = filters["距"], filters["均"]
    assert isinstance(apart, Finder) and isinstance(rate, Finder)
    days = apart.find(due(values[1], knows), knows, values[2])
    told(days, values, knows)
    told(rate.find(values[0], knows, days), values, knows)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_of_a_draft_is_told_with_facts_of_its_brief(path: Path) -> None:
    draft = draft_file(path)
    for figure in draft.figures:
        assert astray(figure, draft.brief.values.values(), draft.knows) == ()
        assert recomputed(figure, draft.knows) == figure.words
        assert equation(figure).startswith(f"{figure.words} = {figure.operation}(")
        assert slots_of(figure)
