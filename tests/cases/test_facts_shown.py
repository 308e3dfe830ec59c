"""`drafter check --facts`: what is read in a brief, as a table and as data, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.desk.facts import facts_file
from drafter.desk.library import Library
from tests.cases.running import drafter, process

PUSH = """\
drafter: 1
title: 推进会讲话
slots:
  会议: {ask: 会议全称}
  日期: {type: date, ask: 哪天开会}
  现状: {type: list, of: text, ask: 现状, missing: omit}
  任务: {type: list, of: text, ask: 要办的事}
  责任:
    type: list
    ask: 谁负责什么
    of: {单位: {ask: 哪个单位}, 职责: {ask: 负责什么}}
    missing: omit
derive:
  最急: 任务 | 最早
  最急归谁: 最急 | 呼应(责任, 2)
  已排: 任务 | 和
  有名: 任务 | 其中(item.期限) | 项数
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - id: begin
      say:
        - 今天召开{{ 会议 }}。
        - id: owner
          when: 最急归谁
          say: 最急的一件交给{{ 最急归谁.单位 }}，{{ 有名 }}件定了日子，一共{{ 已排 }}。
  emphases:
    - id: work
      heading: 把眼前的事办好
      body:
        - id: task
          each: 任务
          say:
            - {id: what, say: "{{ item }}。"}
            - {id: whose, say: "{{ (item | 呼应(责任, 2)).单位 }}牵头。"}
    - {id: hard, each: 现状, heading: "{{ item }}", body: [{id: why, say: "难在{{ item.难 }}。", must: false}]}
"""
BRIEF = """\
blueprint: push.yaml
会议: 青川市黑臭水体治理推进会
日期: 2026-03-18
现状:
  - 城北排污口直排的还有12处｜难：搭建的多是几十年的老住户
  - 河道清淤去年已完成31公里
任务:
  - 4月10日前封堵排污口12处｜急
  - 汛期前完成河道清淤9公里
  - 3月1日前报送排查清单
责任:
  - 单位: 市水务局
    职责: 封堵排污口，当天封当天验
"""
PAST = (
    "b.yaml:10:5: warning: 3月1日 in 任务[3] is past on the day of the speech: it ends on 2026-03-01; "
    "write the day with its year (明年6月底前), or that it is done (已) [deadline-past]\n"
)
TABLE = """\
meeting: 2026-03-18
class of work: 治水 (guessed from the facts; `subject: 治水` settles it)

              期限     date        days      数      形         类    态  物      谁类  文种  核                 急
会议                                                            治污
现状[1]                                      12处    分句
    难　搭建的多是几十年的老住户
现状[2]                                      31公里  分句             已
任务[1]       4月10日  2026-04-10  23        12处    时限+动宾  治污      排污口              封堵排污口12处     ✓
任务[2]       汛期     2026-05-31  74        9公里   时限+动宾  一般                          完成河道清淤9公里
任务[3]       3月1日   2026-03-01  -17 past          分句                               清单  报送排查清单
责任[1].单位                                                                      部门
责任[1].职责                                         动宾       治污      排污口

found by the blueprint
  最急  任务[1]: 4月10日前封堵排污口12处
        from 任务[1]  任务[2]  任务[3]
  已排  —
        from 任务[1]  任务[2]  任务[3]
  有名  3
        from 任务[1]  任务[2]  任务[3]

links
  任务[1] → 责任[1]  (最急归谁)
    4月10日前封堵排污口12处 → 市水务局封堵排污口，当天封当天验

figures, dates and names in the speech: 8
  8 from the brief
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "push.yaml").write_text(PUSH, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_what_is_read_stands_in_a_table(folder: Path) -> None:
    done = drafter(folder, "check", "--facts", "b.yaml")
    assert done.code == 0
    assert done.said == PAST + TABLE


def test_the_table_has_words_of_ours_in_chinese(folder: Path) -> None:
    said = process(folder, "check", "--facts", "b.yaml", LANGUAGE="zh_CN").said
    assert "会议日期：2026-03-18\n工作类别：治水（由各项事实推定；写上 `subject: 治水` 即可定下）\n" in said
    assert "-17 已过" in said
    assert "\n蓝图得出的结果\n" in said and "\n互相呼应的事实\n" in said


def test_the_class_of_work_may_be_given(folder: Path) -> None:
    (folder / "b.yaml").write_text(BRIEF + "subject: [生态, 治水]\n", "utf-8")
    said = drafter(folder, "check", "--facts", "b.yaml").said
    assert "class of work: 生态 治水 (as `subject` says)\n" in said


def test_what_is_not_known_is_said(folder: Path) -> None:
    (folder / "b.yaml").write_text("blueprint: push.yaml\n会议: 全市工作会\n任务: [老地方见]\n", "utf-8")
    done = drafter(folder, "check", "--facts", "b.yaml")
    assert "meeting: not known, so no deadline is counted from it\n" in done.said
    assert "class of work: not told by the facts; `subject` may name it\n" in done.said
    assert "\nnothing is known of: 会议 任务[1]\n" in done.said
    assert done.code == 0


def test_the_same_as_data(folder: Path) -> None:
    done = drafter(folder, "check", "--facts", "--format", "json", "b.yaml")
    (told,) = json.loads(done.said.removeprefix(PAST))
    assert told["file"] == "b.yaml"
    assert (told["date"], told["subjects"], told["subjects_given"]) == ("2026-03-18", ["治水"], False)
    facts = {one["slot"]: one["known"] for one in told["facts"]}
    assert facts["任务[1]"] == {
        "期限": {"date": "2026-04-10", "words": "4月10日", "days": 23, "past": False},
        "数": {"number": 12, "words": "12处"},
        "形": "时限+动宾",
        "类": "治污",
        "物": "排污口",
        "核": "封堵排污口12处",
        "急": True,
    }
    assert facts["任务[3]"]["期限"]["past"] is True
    assert facts["现状[1]"]["难"] == "搭建的多是几十年的老住户"
    assert told["derived"][0] == {
        "name": "最急",
        "slot": "任务[1]",
        "value": "4月10日前封堵排污口12处",
        "from": [
            {"slot": "任务[1]", "text": "4月10日前封堵排污口12处"},
            {"slot": "任务[2]", "text": "汛期前完成河道清淤9公里"},
            {"slot": "任务[3]", "text": "3月1日前报送排查清单"},
        ],
    }
    assert told["links"] == [
        {
            "by": "最急归谁",
            "slot": "任务[1]",
            "text": "4月10日前封堵排污口12处",
            "to": "责任[1]",
            "to_text": "市水务局封堵排污口，当天封当天验",
        }
    ]


def test_links_are_found_where_nodes_ask_for_them(folder: Path) -> None:
    text = (
        PUSH.replace("  最急归谁: 最急 | 呼应(责任, 2)\n", "")
        .replace("最急归谁.单位", "最急")
        .replace("最急归谁", "最急")
    )
    (folder / "push.yaml").write_text(text, "utf-8")
    facts, _ = facts_file(folder / "b.yaml", Library())
    assert facts is not None
    assert [(one.by, one.slot, one.to) for one in facts.links] == [("task.whose", "任务[1]", "责任[1]")]


def test_english_says_that_it_reads_nothing(folder: Path) -> None:
    (folder / "e.yaml").write_text("drafter: 1\nlanguage: en\nslots: {a: {ask: b}}\nspeech: {title: '{{ a }}'}\n")
    (folder / "b.yaml").write_text("blueprint: e.yaml\na: Mend the bridge by June.\n", "utf-8")
    assert drafter(folder, "check", "--facts", "b.yaml").said == (
        "nothing is read in facts of this language (en)\nmeeting: not known, so no deadline is counted from it\n"
    )


def test_errors_are_told_and_end_with_one(folder: Path) -> None:
    (folder / "b.yaml").write_text(BRIEF + "没有: 1\n", "utf-8")
    done = drafter(folder, "check", "--facts", "b.yaml")
    assert done.code == 1
    assert (
        done.said
        == "b.yaml:14:1: error: unknown slot 没有; remove it, or add it to the blueprint's slots [unknown-slot]\n"
    )
    done = drafter(folder, "check", "--facts", "push.yaml")
    assert done.code == 1 and "[wrong-kind]" in done.said
    done = drafter(folder, "check", "--facts", "--format", "sarif", "b.yaml")
    assert done.code == 2 and "--facts shows what is read" in done.said
