"""What facts of old speeches are called, and what is none: one sentence each, with the words and the name."""

from __future__ import annotations

import pytest

from drafter.desk.distil import blueprint_file
from drafter.model.signs import NAMES, PATTERNS
from drafter.notation.signs import read_signs
from drafter.yamltext.parse import parse
from tests.cases.distilling import distilled
from tests.conftest import ROOT

SPEECH = "在全市工作会议上的讲话\n同志们：\n今天开会。\n一、好\n{}\n二、快\n要快。\n谢谢大家！\n"
NAMED = (
    ("反馈的9个问题，还有2个没有销号。", "2", "未销号问题数"),
    ("67户危房里，有41户住的是独居老人。", "41", "独居老人危房户数"),
    ("今年42个项目开工31个。", "31", "开工项目数"),
    ("推动12家化工、铸造企业入园。", "12", "铸造企业数"),
    ("达标断面由4个增加到7个。", "4", "原达标断面数"),
    ("达标断面由4个增加到7个。", "7", "新达标断面数"),
    ("每月抽查不少于25家。", "25", "抽查单位数"),
    ("为加装电梯跑了两个多月。", "两个多月", "月数"),
    ("8月底前封堵3个直排口。", "8月底", "直排口封堵时限"),
    ("清除阻碍行洪的障碍14处，4月30日前一处不留。", "4月30日", "障碍清除时限"),
    ("矿山修复今年秋季完成覆土和栽植。", "今年秋季", "栽植时限"),
    ("国庆节前向群众开放。", "国庆节", "开放时限"),
    ("把三项制度落到实处。", "三项", "制度数"),
    ("印发《全市防汛工作方案》。", "全市防汛工作方案", "方案名称"),
    ("蹚水把发电机抬进区医院，没有断过电。", "区医院", "区医院"),
)


@pytest.mark.parametrize(("sentence", "words", "name"), NAMED, ids=[name for _, _, name in NAMED])
def test_a_fact_has_the_name_that_a_person_would_give(sentence: str, words: str, name: str) -> None:
    assert (name, words) in [(fact.name, fact.value) for fact in distilled(SPEECH.format(sentence)).facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "建材市场周边要管住，以及县里的同志都要上。",
        "我讲三点意见，有两件事要说清楚。",
        "这三项都要抓，一个季度通报一次。",
    ],
)
def test_what_only_looks_like_a_fact_stays_in_its_sentence(sentence: str) -> None:
    assert sentence in blueprint_file(distilled(SPEECH.format(sentence)))


def test_items_that_nothing_tells_off_are_records() -> None:
    made = distilled(
        SPEECH.format(
            "分工如下：市水务局负责清淤，5月底前完成；市住建局负责截污，8月底前完成；市城管局负责清障，6月底前完成。"
        )
    )
    [fact] = [fact for fact in made.facts if fact.kind == "records"]
    assert [dict(record) for record in fact.value if not isinstance(record, str)][1] == {
        "责任单位": "市住建局",
        "职责": "截污",
        "时限": "8月底",
    }


def test_facts_stand_under_the_heading_of_their_section() -> None:
    [brief] = distilled(SPEECH.format("今年完成投资12.5亿元。")).brief_texts
    assert "# 【一、好】\n\n# 完成投资额，" in brief


def test_our_signs_are_of_the_form_that_is_asked_of_everyone_and_all_of_them_are_told() -> None:
    path = ROOT / "blueprints/official/facts.yaml"
    signs, problems = read_signs(parse(path.read_text("utf-8"), path.name))
    assert problems == ()
    assert signs is not None
    assert (signs.patterns.keys(), signs.names.keys()) == (PATTERNS.keys(), NAMES.keys())
