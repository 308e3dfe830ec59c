"""Where a fact meets the sentence: the marks and numbers that it brings along, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  机构: {ask: 机构, default: 市水务局（市水局）}
  名单: {type: list, of: text, ask: 名单}
  单位们: {type: list, ask: 单位, of: {单位: {ask: 单位名}, 事项: {type: list, of: text, ask: 事项}}}
speech:
  title: 在{{ 会议 }}上的讲话
  byline: "{{ 机构 }}"
  emphases:
    - id: one
      move: demand
      heading: 要抓好{{ 会议 }}
      body:
        - {id: b, say: "{{ 机构 | 简称 }}印发了《{{ 会议 }}》，名单有{{ 名单 | 顿号 }}，请核对。"}
        - {id: e, enumerate: 一是, each: 名单, say: "{{ item }}"}
    - id: two
      move: demand
      heading: 各单位要干
      body: [{id: u, each: 单位们, say: "{{ item.单位 }}负责{{ item.事项 | 顿号 }}。"}]
"""
FACTS = {
    "会议": "全市大会",
    "机构": "市水务局（市水局）",
    "名单": "[张三, 李四]",
    "单位们": "[{单位: 县局, 事项: [截污, 清淤]}]",
}
SPEECH = """在全市大会上的讲话
市水务局（市水局）
一、要抓好全市大会
市水局印发了《全市大会》，名单有张三和李四，请核对。一是张三；二是李四。
二、各单位要干
县局负责截污和清淤。
"""
SAME = [
    *(
        {"会议": fact}
        for fact in ("全市大会。", "全市大会；", "，全市大会", "全市大会、", "全市大会。。", "'全市大会. '")
    ),
    *({"机构": f"市水务局（市水局）{mark}"} for mark in "。；，、"),
    *({"名单": names} for names in ("[张三。, 李四。]", "[张三；, 李四。]", "['张三,', 李四;]", "[，张三, 李四]")),
    {"单位们": "[{单位: 县局。, 事项: [截污；, 清淤。]}]"},
    {"会议": '"全市大会。\\n"'},
]


@pytest.mark.parametrize("facts", SAME, ids=lambda facts: "".join(facts.values()))
def test_a_mark_that_a_fact_brings_along_goes_where_the_sentence_goes_on(tmp_path: Path, facts: dict[str, str]) -> None:
    assert _drafted(tmp_path, facts) == (SPEECH, "")


NUMBERED = [
    "1. {}",
    "1、{}",
    "（1）{}",
    "①{}",
    "一是{}",
    "一、{}",
    "• {}",
    "第一，{}",
    "1）{}",
    "- {}",
    "A.{}",
    "❶{}",
    "1，{}",
]


@pytest.mark.parametrize("number", NUMBERED)
def test_a_fact_loses_its_own_number_where_points_are_told_off(tmp_path: Path, number: str) -> None:
    said, told = _drafted(tmp_path, {"名单": f'["{number.format("张三；")}", 李四]'})
    assert "请核对。一是张三；二是李四。" in said
    own = number.format("").strip()
    assert told == (
        f"b.yaml:4:6: warning: 名单[1] begins with a number of its own: {own}; leave it out of the fact: points are numbered where "
        "the blueprint tells them off [own-number]\n"
    )


TOLD = {
    "“全市大会。”": "b.yaml:2:1: warning: 会议 ends in 。, and the sentence goes on behind it; take the mark away, or end the sentence "
    "there in the blueprint [mark-before-words]\n",
    "全市大会：": "b.yaml:2:1: warning: 会议 ends in ：, and the sentence goes on behind it; take the mark away, or end the sentence "
    "there in the blueprint [mark-before-words]\n",
    "全市大会……": "b.yaml:2:1: warning: 会议 ends in …, and the sentence goes on behind it; take the mark away, or end the sentence "
    "there in the blueprint [mark-before-words]\n",
    "。": "b.yaml:2:1: warning: 会议 ends in 。, and the sentence goes on behind it; take the mark away, or end the sentence "
    "there in the blueprint [mark-before-words]\n",
    "全市大会！": "b.yaml:2:1: warning: 会议 ends in ！, and the sentence goes on behind it; take the mark away, or end the sentence "
    "there in the blueprint [mark-before-words]\n",
    "去年开过。今年全市大会。": "b.yaml:2:1: warning: 会议 ends in 。, and the sentence goes on behind it; take the mark away, or end the "
    "sentence there in the blueprint [mark-before-words]\n",
    "一是全市大会；二是座谈会": "b.yaml:2:1: warning: 会议 begins with a number of its own: 一是; leave it out of the fact: points are "
    "numbered where the blueprint tells them off [own-number]\n",
    "全市大会；二是座谈会": "b.yaml:2:1: warning: 会议 tells off points of its own within it: 二是; make each of them an item of a list, "
    "or take the numbers away [own-numbers]\n",
}


@pytest.mark.parametrize("fact", TOLD)
def test_what_cannot_be_known_stands_as_it_was_typed_and_is_told(tmp_path: Path, fact: str) -> None:
    said, told = _drafted(tmp_path, {"会议": fact})
    assert said.startswith(f"在{fact}上的讲话\n") and told == TOLD[fact]
    assert [line + "\n" for line in drafter(tmp_path, "check", "b.yaml").said.splitlines()[:1]] == [TOLD[fact]]


def test_numbers_in_a_row_and_abbreviations_stay_whole(tmp_path: Path) -> None:
    said, told = _drafted(tmp_path, {"名单": '["1、2号机组并网", "一、二号线通车", "引进Apple Inc."]'})
    assert (
        said.splitlines()[3].endswith(
            "一是1、2号机组并网；二是一、二号线通车；三是引进Apple Inc.；".replace("Inc.；", "Inc.。")
        )
        and told == ""
    )


def test_points_within_one_point_keep_their_numbers_and_are_told(tmp_path: Path) -> None:
    said, told = _drafted(tmp_path, {"名单": "[一是一、二是二, 一是截污；二是清淤]"})
    assert "一是一是一、二是二。" in said and "二是一是截污；二是清淤。" in said and told.count("名单[2]") == 1


@pytest.mark.parametrize(
    "fact",
    [
        "1.5亿元",
        "3—5月",
        "一季度",
        "12处点位",
        "A、B两地",
        "首先，向大家问好",
        "第一书记会",
        "2026年大会",
        "1、2月份会",
        "Acme Co.",
    ],
)
def test_what_only_looks_like_a_number_or_a_stop_is_left(tmp_path: Path, fact: str) -> None:
    said, told = _drafted(tmp_path, {"会议": fact})
    assert said.startswith(f"在{fact}上的讲话\n") and told == ""


def test_fix_takes_the_number_out_of_the_fact(tmp_path: Path) -> None:
    _drafted(
        tmp_path,
        {"会议": "1、全市大会", "名单": "[张三, '② 李四']", "单位们": "\n  - {单位: 县局, 事项: [（一）截污, 清淤]}"},
    )
    drafter(tmp_path, "check", "--fix", "b.yaml")
    left = (tmp_path / "b.yaml").read_text("utf-8").splitlines()
    assert left == [
        "blueprint: plain.yaml",
        "会议: 全市大会",
        "机构: 市水务局（市水局）",
        "名单: [张三, '李四']",
        "单位们: ",
        "  - {单位: 县局, 事项: [截污, 清淤]}",
    ]


def _drafted(folder: Path, facts: dict[str, str]) -> tuple[str, str]:
    """The speech as text, and what was told of the brief."""
    lines = [f"{name}: {facts.get(name, fact)}" for name, fact in FACTS.items()]
    (folder / "plain.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "b.yaml").write_text("\n".join(["blueprint: plain.yaml", *lines, ""]), "utf-8")
    done = drafter(folder, "draft", "b.yaml", "-o", "speech.txt", "--force", "--no-seed")
    said = (folder / "speech.txt").read_text("utf-8").replace("\u3000\u3000", "")
    return said, "".join(line + "\n" for line in done.said.splitlines() if "warning" in line)
