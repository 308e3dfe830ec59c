"""Readers of Chinese facts: what was typed, and what each reader makes of it, as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from drafter.desk.library import Library
from drafter.language import zh_seams
from drafter.language.zh_deadlines import deadlines
from drafter.language.zh_facts import body, core, form, state, thing
from drafter.language.zh_picks import earliest
from drafter.language.zh_quantities import quantities
from drafter.language.zh_readings import class_of
from drafter.model.value import NOTHING, Fact, Listing
from drafter.model.words import Knowledge, Measure, Words
from tests.conftest import ROOT

FACTS = ROOT / "tests" / "cases" / "facts"
VERBS = frozenset(
    """
    打通 完成 新建 改造 改扩建 建成 建设 加装 安装 更换 维修 加固 消除 招聘 培训 拆除 清理 清淤 整治 整改
    排查 检查 检修 抽检 关停 停用 搬迁 整合 引进 培育 争取 筹集 开展 推进 推动 实施 启动 制定 出台 建立
    健全 公开 化解 督办 督导 查出 查处 协调 组织 落实 提高 投诉 治理 新开工 消化 划定 召开
    """.split()
)
"""Some fifty verbs, as a pack brings hundreds."""
OFFICIAL = Library().words("zh")


def lines(name: str) -> Iterator[tuple[date | None, str, str]]:
    """Every case of a file: the meeting's day (`@`), what is typed, what is expected."""
    today: date | None = None
    for line in (FACTS / name).read_text("utf-8").splitlines():
        if line.startswith("@"):
            day = line[1:].strip()
            today = date.fromisoformat(day) if day else None
        elif " =>" in line and not line.startswith("#"):
            text, _, wanted = line.partition(" =>")
            yield today, text, wanted.strip()


def expected(wanted: str) -> dict[str, str]:
    """What a case says of its readings, by their signs."""
    parts = (part.partition(" ") for part in wanted.split("; ") if part)
    return {sign: value.strip().removeprefix("-") for sign, _, value in parts}


def due(text: str, today: date | None) -> str:
    """Its deadlines as the cases write them."""
    told = []
    for one in deadlines(text, today):
        marks = [name for name, holds in (("exact", one.exact), ("past", one.past), ("begins", one.begins)) if holds]
        told.append(" ".join((one.day.isoformat(), one.words, *marks)))
    return ", ".join(told)


def counted(text: str) -> str:
    """Its quantities as the cases write them: number, unit, noun, how exact; what is missing at the end is left out."""
    told = []
    for one in quantities(text):
        number = (
            f"{float(one.number):g}"
            if isinstance(one.number, Fraction) and 10**6 % one.number.denominator == 0
            else str(one.number)
        )
        if one.most is not None:
            number += f"~{one.most}"
        parts = [number, one.unit or "-", one.noun or "-", one.about or "-"]
        while len(parts) > 2 and parts[-1] == "-":
            parts.pop()
        told.append(" ".join(parts))
    return ", ".join(told)


def readings(text: str, today: date | None) -> dict[str, str]:
    """Every reading of a fact by the sign that the cases give it."""
    who = body(text, VERBS)
    return {
        "形": form(text, VERBS),
        "期": due(text, today),
        "数": counted(text),
        "核": core(text, today),
        "态": state(text),
        "物": thing(text, VERBS),
        "谁": f"{who.name} {who.kind}" if who else "",
    }


@pytest.mark.parametrize(("today", "text", "wanted"), [*lines("deadlines.txt")])
def test_deadlines(today: date | None, text: str, wanted: str) -> None:
    assert due(text, today) == wanted
    for one in deadlines(text, today):
        assert one.words in text[slice(*one.span)]


@pytest.mark.parametrize(("today", "text", "wanted"), [*lines("quantities.txt")])
def test_quantities(today: date | None, text: str, wanted: str) -> None:
    assert counted(text) == wanted


@pytest.mark.parametrize(("today", "text", "wanted"), [*lines("forms.txt")])
def test_readings(today: date | None, text: str, wanted: str) -> None:
    told = readings(text, today)
    assert {sign: told[sign] for sign in expected(wanted)} == expected(wanted)


@pytest.mark.parametrize(("today", "text", "wanted"), [*lines("seams.txt")])
def test_seams(today: date | None, text: str, wanted: str) -> None:
    name, _, fact = text.partition(": ")
    find = getattr(zh_seams, {"任务": "duty", "理顺": "arranged", "成句": "sentence", "的字": "nominal"}[name])
    assert find(Fact(fact, fact), Knowledge(today, OFFICIAL)).text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新建渔港2座", "要新建渔港2座"),
        ("6月底前拆除违建3处", "6月底前要拆除违建3处"),
        *(
            (text, text)
            for text in (
                "已完成高标准粮仓建设3处",
                "拟出台停放管理办法",
                "计划新建骨灰堂6座",
                "6月底前计划拆除违建3处",
                "正在拆除违建12处",
                "力争6月底前建成粮库3座",
                "争取年底前建成粮库3座",
                "累计建成充电桩3000个",
                "共排查隐患320处",
                "清理了墓地3处",
            )
        ),
    ],
)
def test_what_is_planned_going_on_or_done_is_not_demanded(text: str, wanted: str) -> None:
    told = zh_seams.sentence(
        Fact(text, text), Knowledge(today=date(2026, 3, 18), words=Words(by_verb=dict.fromkeys(VERBS, "一般")))
    )
    assert isinstance(told, Fact) and told.text == wanted


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("两会前化解积案12件", False),
        ("春耕前备足农资", False),
        ("供暖季结束之前完成评估", False),
        ("目前已开工3处", True),
        ("会前印发材料", True),
        ("年底前完成验收", True),
    ],
)
def test_nothing_comes_first_beside_a_time_that_was_not_read(other: str, found: bool) -> None:
    items = tuple(Fact(text, text) for text in (other, "4月底前交付"))
    told = earliest(Listing(items), Knowledge(today=date(2026, 1, 20)))
    assert told == (items[1] if found else NOTHING)


def test_the_name_of_a_body_tells_no_class_of_measure() -> None:
    words = Words(measures=(Measure(name="配备", matches=("物资储备",)),))
    assert class_of("市粮食和物资储备局要逐仓核实", words) == ""
    assert class_of("落实应急物资储备", words) == "配备"


@pytest.mark.parametrize(("name", "least", "all_of_them"), [("first", 48, 63), ("second", 34, 48), ("third", 23, 38)])
def test_what_was_typed_before_it_was_read_is_mostly_read(name: str, least: int, all_of_them: int) -> None:
    silent = dict.fromkeys("形期数态物谁", "")
    cases = list(lines(f"{name}.txt"))
    right = [readings(text, day) == {**silent, "核": text, **expected(wanted)} for day, text, wanted in cases]
    assert sum(right) >= least and len(cases) == all_of_them
