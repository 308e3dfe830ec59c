"""Every rule finds what its own page calls wrong, that and nothing else, and lets pass what it calls right."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.check import check_file
from drafter.desk.library import Library
from drafter.desk.tidy import recognise_file
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from tests.rules import parts_of

MEETING = """
drafter: 1
slots:
  会议: {ask: 会议全称, min: 4, max: 12}
  人数: {type: number, ask: 多少人到会, min: 2, max: 500, missing: omit}
  要求: {type: list, ask: 哪几点要求, of: text, min: 2, max: 3, missing: omit}
  主办: {ask: 谁主办, missing: omit}
  日期: {type: date, ask: 哪天开会, missing: omit}
  措施: {type: list, ask: 办哪些事, of: text, form: [动宾, 时限+动宾], missing: omit}
  经费: {ask: 一共多少经费, missing: omit}
  来源: {type: list, ask: 经费从哪里来, of: text, missing: omit, total: 经费}
  场合: {type: choice, ask: 什么场合, of: [本级会议, 客人], missing: omit}
derive:
  最急: 要求 | 最早
speech:
  title: 在{{ 会议 }}上的讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - {id: greet, say: 今天开会。}
    - {id: guest, when: 场合 == '客人', say: 我是来学习的。}
    - {id: soon, when: 最急, say: 最急的一件要先办。}
    - {id: lead, when: 要求, say: 下面提几点要求。}
    - {id: count, when: 人数, say: "到会{{ 人数 }}人。"}
    - {id: demands, when: 要求, enumerate: 一是, each: 要求, say: "{{ item }}"}
    - {id: measures, when: 措施, say: "{{ 措施 | 分号 }}。"}
    - {id: money, when: 经费, say: "一共{{ 经费 }}。"}
    - {id: sources, when: 来源, enumerate: 一是, each: 来源, say: "{{ item }}"}
"""
"""The blueprint of specimens that are briefs."""
SHOWN = [rule for rule in RULES.values() if parts_of(rule)[2]]
"""The rules whose page has specimens; tests/house holds that the others are shown elsewhere."""


def found(rule: Rule, text: str, folder: Path) -> list[str]:
    (folder / "meeting.yaml").write_text(MEETING)
    ending = "yaml" if rule.subject not in ("Speech", "Text") else "html" if text.startswith("<") else "txt"
    file = folder / f"specimen.{ending}"
    file.write_text(text)
    told = (
        check_file(file, notes=True)
        if ending == "yaml" or rule.subject == "Text"
        else recognise_file(file, Library()).problems
    )
    return [problem.rule for problem in told]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_a_rule_finds_what_it_calls_wrong_and_nothing_in_what_it_calls_right(rule: Rule, tmp_path: Path) -> None:
    _, _, wrong, right = parts_of(rule)
    assert set(found(rule, wrong, tmp_path)) == {rule.name}
    assert found(rule, right, tmp_path) == []
