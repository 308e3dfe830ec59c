"""`drafter check BLUEPRINT --foreign`: the conditions that fired with other subjects' briefs, and the facts that fired them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.desk.foreign import Foreign, foreign
from drafter.desk.library import Library
from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
title: 动员会讲话
slots:
  会议: {ask: 会议全称, missing: error}
  日期: {type: date, ask: 哪天开会}
  任务: {type: list, ask: 哪些任务, missing: omit, of: {名称: {ask: 做什么}, 时限: {ask: 何时办完, missing: omit}}}
  问题: {type: list, of: text, ask: 有什么问题, missing: omit}
derive:
  最急: 任务 | 最早
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 }}"
  opening:
    - id: days
      say:
        - id: left
          when: 最急
          say:
            - {only: 最急.期限 | 距(日期) <= 20, say: "离{{ 最急.期限 | 月日 }}没有几天了。"}
            - {when: 最急.期限 | 距(日期) > 20, say: "到{{ 最急.期限 | 月日 }}还有些日子。"}
        - id: kind
          say:
            - {for: 校园, say: 校门口的事，家长天天看着。}
            - {when: 问题 | 含('渗水|漏水'), say: 哪里漏，先补哪里。}
    - id: troubles
      when: (问题 | 项数) > 1 or 任务
      say:
        - {id: about, stock: problems, of: 问题}
"""
FILES = {
    "packs/own/pack.yaml": "drafter: 1\nname: own\nlanguage: zh\n",
    "packs/own/speeches/rally.yaml": BLUEPRINT,
    "packs/own/speeches/other.yaml": "drafter: 1\nslots: {会议: {ask: 会议}}\nspeech: {title: \"{{ 会议 }}\"}\n",
    "packs/own/words/subjects.yaml": "drafter: 1\nsubjects: {校园: [校门, 学生, 家长]}\n",
    "packs/own/words/problems.yaml": (
        "drafter: 1\nsentences:\n  - {match: 拥堵|堵车, for: [校园], say: 堵的是上学的路。}\n"
        "  - {match: 渗水, say: 渗一处，看一片。}\n"
    ),
    "examples/school.yaml": (
        "blueprint: own/other\n会议: 全区校门口治理会议\n日期: 2026-05-10\n领导: 某某\n风险: 大\n"
        "任务: [{名称: 给学生修一条路, 时限: 5月20日前, 责任: 区里}, {名称: 画线, 时限: 6月底前}]\n问题: [校门早上堵车, 路窄]\n"
    ),
    "examples/rally.yaml": "blueprint: own/rally\n会议: 本蓝图自己的会\n日期: 2026-05-10\n",
    "examples/bridge.yaml": "blueprint: own/other\n甲: 1\n乙: 2\n会议: 全区桥梁会议\n",
    "more/roof.yaml": (
        "blueprint: nowhere\n会议: 全市屋面会议\n日期: 某一天\n问题: [顶楼渗水, 没有图纸]\n"
        "甲: 1\n乙: 2\n丙: 3\n任务: 不是清单\n"
    ),
    "more/blank.yaml": "blueprint: nowhere\n会议:\n任务:\n  - 名称:\n",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def tried(desk: Path, *folders: str) -> Foreign:
    return foreign(
        str(desk / "packs/own/speeches/rally.yaml"), Library([desk / "packs/own"]), [desk / one for one in folders]
    )


def test_briefs_are_the_examples_of_others_and_those_of_a_folder(desk: Path) -> None:
    assert [(one.name, one.drafted, one.known, one.given) for one in tried(desk).tried] == [
        ("bridge", False, 1, 3),
        ("school", True, 4, 6),
    ]
    assert [(one.name, one.drafted) for one in tried(desk, "more").tried[2:]] == [("blank", False), ("roof", True)]


def test_every_condition_is_told_with_the_facts_that_made_it_hold(desk: Path) -> None:
    told = {one.id: [(line.brief, line.said, line.fired) for line in one.told] for one in tried(desk).sentences}
    ((brief, said, fired),) = told["days.left"]
    assert (brief, said) == ("school", "离5月20日没有几天了。")
    assert [(one.kind, one.condition) for one in fired] == [("when", "最急"), ("only", "最急.期限 | 距(日期) <= 20")]
    assert fired[1].facts == ("最急.期限 | 距(日期) = 10", "最急 = 给学生修一条路5月20日前", "日期 = 2026年5月10日")
    kinds = [(brief, [(one.kind, one.condition, one.facts) for one in fired]) for brief, _, fired in told["days.kind"]]
    assert kinds == [("school", [("for", "校园", ("校门", "学生"))])]


def test_of_a_list_the_items_are_told_and_of_a_stock_the_words_that_matched(desk: Path) -> None:
    rows = {(one.id, one.told[0].brief): one for one in tried(desk, "more").sentences}
    (holding,) = rows["days.kind", "roof"].told[0].fired
    assert holding.facts == ('问题 | 含("渗水|漏水") = true', "问题 = 顶楼渗水")
    group, match = rows["troubles.about", "roof"].told[0].fired
    assert (group.kind, group.condition) == ("when", "问题 | 项数 > 1 or 任务")
    assert group.facts == ("问题 | 项数 = 2", "问题 = 顶楼渗水 / 没有图纸")
    assert (match.kind, match.condition, match.facts) == ("match", "渗水", ("顶楼渗水",))
    assert [one.kind for one in rows["troubles.about", "school"].told[0].fired] == ["when", "match", "for"]


def test_the_table_has_each_condition_once_and_below_it_the_briefs(desk: Path) -> None:
    done = drafter(desk, "check", "own/rally", "--foreign", "--with", "more")
    assert done.code == 0
    lines = done.said.splitlines()
    assert lines[0] == "rally  2 briefs"
    assert [" ".join(line.split()) for line in lines[1:5]] == [
        "bridge 1 of 3 facts not tried",
        "school 4 of 6 facts 校园",
        "blank 0 of 0 facts not tried",
        "roof 4 of 7 facts",
    ]
    at = lines.index("    for 校园")
    assert lines[at - 1].startswith("days.kind ") and lines[at + 1].split() == ["school", "校门", "学生"]
    assert max(map(len, lines)) <= 100
    data = json.loads(drafter(desk, "check", "own/rally", "--foreign", "--format", "json").said)
    assert data["sentences"][0]["told"][0]["fired"][0] == {
        "kind": "when",
        "condition": "最急",
        "facts": ["最急 = 给学生修一条路5月20日前"],
    }


def test_what_is_missing_is_said(desk: Path) -> None:
    (desk / "examples/school.yaml").unlink()
    done = drafter(desk, "check", "own/rally", "--foreign")
    assert done.code == 1 and "name a folder of some: --with FOLDER" in done.said and "[no-foreign-briefs]" in done.said
    assert "no-folder" in drafter(desk, "check", "own/rally", "--foreign", "--with", "nowhere").said
    for wrong in (
        ["--with", "more"],
        ["--foreign", "--fix"],
        ["--foreign", "--format", "sarif"],
        ["--foreign", "own/other"],
    ):
        assert drafter(desk, "check", "own/rally", *wrong).code == 2


def test_the_examples_that_come_with_drafter_try_one_another() -> None:
    made = foreign("work-meeting", Library())
    assert {"river-chief/brief", "joint-treatment/brief"} <= {one.name for one in made.tried if one.drafted}
    assert [one.drafted for one in made.tried if one.name == "kick-off/brief"] == [False]


ASKS_FOR_TWO = """\
drafter: 1
slots: {行业: {type: list, ask: 哪些行业, of: {领域: {ask: 领域}, 险情: {ask: 险情, missing: omit}}}}
speech:
  title: 讲话
  opening:
    - id: trade
      each: 行业
      say:
        - {id: named, say: "{{ 领域 }}。"}
        - {id: danger, stock: dangers, of: item.领域}
"""


def test_a_row_of_a_list_of_patterns_asks_for_one_word_of_each(tmp_path: Path) -> None:
    for name, text in {
        "p/pack.yaml": "drafter: 1\nname: p\nlanguage: zh\n",
        "p/words/dangers.yaml": "drafter: 1\nsentences:\n  - {match: [车库|涵洞, 淹|暴雨], say: 水漫过车门。}\n",
        "bp.yaml": ASKS_FOR_TWO,
        "b.yaml": "blueprint: bp.yaml\n行业: [{领域: 车库, 险情: 去年淹过}, {领域: 车库充电区, 险情: 起火}, {领域: 仓库, 险情: 暴雨}]\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    said = drafter(tmp_path, "draft", "b.yaml", "-o", "-", "--format", "txt", "--pack", "p").said
    assert said.count("水漫过车门。") == 1
    assert "车库。水漫过车门。" in said
