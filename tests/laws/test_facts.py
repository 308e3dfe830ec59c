"""Law: the readers of facts take any text, and what they find lies in it, in order, and never twice in one place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language.zh_deadlines import deadlines
from drafter.language.zh_facts import body, core, form, state, thing
from drafter.language.zh_quantities import quantities
from tests.cases.test_facts import VERBS
from tests.clock import within

PIECES = tuple(
    """
    6月底 前 2028年 明年 年内 至 3月 31日 三年内 60日内 汛期 春节 从 起 开工 完成 用 时间 季度 上半年 “十五五”末 到 内
    以前 截至 每 上旬 12 ，000 , 3.6 亿 万 元 户 三 十 百 千 分之 成 % 倍 多 约 不到 以上 个 处 公里 - — 一 第 所 学校
    的 和 。 ； （ ） 已 拟 正在 市 局 公司 镇 打通 断头路 改造 把 要 有 年 月 日 号 周五 两 零 〇 １ Ⅲ \0
    """.split(" ")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.just(date.max), st.just(date.min))
LONG = (
    "6",
    "一",
    "年",
    "月",
    "前",
    "底",
    "，",
    "(",
    "6月底前",
    "十",
    "3.",
    "1,",
    "个",
    "把",
    "改造",
    "三分之",
    "的",
    "局",
    "2026年",
    "至",
    "半",
    "6月底前完成，",
    "12户、",
    "市",
    "打通",
)


@given(TEXTS, DAYS)
def test_what_is_found_lies_in_the_text(text: str, today: date | None) -> None:
    for found in (deadlines(text, today), quantities(text)):
        at = 0
        for one in found:
            start, end = one.span
            assert at <= start < end <= len(text)
            assert one.words and one.words in text[start:end]
            at = end
    for one in deadlines(text, today):
        assert one.past == (today is not None and one.day < today)


@given(TEXTS, DAYS)
def test_the_readings_take_any_text(text: str, today: date | None) -> None:
    assert len(core(text, today)) <= len(text)
    assert form(text, VERBS) in ("动宾", "时限+动宾", "分句", "名词", "的字", "")
    assert state(text) in ("拟", "正在", "已", "")
    assert thing(text, VERBS) in text
    found = body(text)
    assert found is None or text.strip().startswith(found.name)


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_holds_nobody_up(piece: str) -> None:
    text, today = piece * (100_000 // len(piece)), date(2026, 3, 18)
    for read in (
        lambda: deadlines(text, today),
        lambda: quantities(text),
        lambda: form(text, VERBS),
        lambda: core(text, today),
        lambda: state(text),
        lambda: thing(text, VERBS),
        lambda: body(text),
    ):
        with within(1):
            read()
