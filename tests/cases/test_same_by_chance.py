"""The same words in two sentences are one fact where they must be, and two where they are alike by chance."""

from __future__ import annotations

import pytest

from tests.cases.distilling import distilled

SPEECH = "在全市工作会议上的讲话\n同志们：\n今天开会。\n一、好\n{}\n话说回来，{}\n二、快\n要快。\n谢谢大家！\n"
ONE = (
    ("信访件共1284件。", "办结的1284件都要回访。", "1284"),
    ("还有67户危房。", "67户当中有老人。", "67"),
    ("错接管网7.2公里。", "这一段长7.2公里。", "7.2公里"),
    ("4座水闸带病运行。", "修好病险水闸4座。", "4"),
    ("2026年要见效。", "到了2026年，还要回头看。", "2026年"),
    ("5月18日召开现场会。", "5月18日的会要开实。", "5月18日"),
    ("市水务局牵头。", "有困难找市水务局。", "市水务局"),
    ("区里筹集资金300万元。", "这300万元要用在刀刃上。", "300万元"),
)
TWO = (
    ("区里筹集资金300万元。", "有一个村欠下债务300万元。", "300万元"),
    ("洪水让11个乡镇受灾。", "教学点的学生增加到11个。", "11"),
    ("粮食增产15%。", "成本降低15%。", "15"),
    ("项目3月开工。", "场馆3月开放。", "3月"),
    ("已改造小区12个。", "还有12家企业没有入园。", "12"),
    ("6月底前完成清淤。", "6月底前关停砖厂。", "6月底"),
)


def named(one: str, other: str, value: str) -> list[str]:
    return [fact.name for fact in distilled(SPEECH.format(one, other)).facts if fact.value == value]


@pytest.mark.parametrize(("one", "other", "value"), ONE, ids=[value for *_, value in ONE])
def test_one_fact_is_asked_for_once(one: str, other: str, value: str) -> None:
    assert len(named(one, other, value)) == 1


@pytest.mark.parametrize(("one", "other", "value"), TWO, ids=[value for *_, value in TWO])
def test_two_facts_that_are_alike_by_chance_are_two(one: str, other: str, value: str) -> None:
    assert len(set(named(one, other, value))) == 2
