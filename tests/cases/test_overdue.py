"""Deadlines that are past when the speech is held are told at their place, in `check` and while answers are typed; classes of work, too."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.answers import told
from drafter.desk.ask import begun
from drafter.desk.library import Library
from tests.cases.running import drafter, process

BLUEPRINT = """\
drafter: 1
slots:
  日期: {type: date, ask: 哪天开会, missing: omit}
  任务: {type: list, of: text, ask: 要办的事}
  分工: {type: list, ask: 谁办什么, of: {事项: {ask: 什么事}, 进展: {ask: 到哪一步, missing: omit}}, missing: omit}
speech:
  title: 讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - {id: tasks, say: "{{ 任务 | 分号 }}。"}
    - {id: parts, each: 分工, say: [{say: "{{ 事项 }}，{{ 进展 }}。"}]}
"""
HEAD = "blueprint: bp.yaml\n日期: 2026-07-10\n"
PAST = (
    "b.yaml:{}: warning: {} in {} is past on the day of the speech: it ends on {}; "
    "write the day with its year (明年6月底前), or that it is done (已) [deadline-past]\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def checked(folder: Path, text: str, head: str = HEAD) -> str:
    (folder / "b.yaml").write_text(head + text, "utf-8")
    return drafter(folder, "check", "b.yaml").said


def test_a_past_deadline_is_told_where_it_is_typed(folder: Path) -> None:
    said = checked(folder, "任务:\n  - 管网排查，6月底前完成\n  - 年底前建成泵站\n")
    assert said == PAST.format("4:10", "6月底", "任务[1]", "2026-06-30") + "0 errors, 1 warning\n"


@pytest.mark.parametrize(
    "fact",
    [
        "6月底前已完成管网排查",  # done
        "2000年以前建成的小区312个",  # history
        "7月10日前完成排查",  # today
        "6月1日起开展排查",  # begins
        "完成管网排查",
    ],
)
def test_what_is_done_or_history_or_still_to_come_is_not(folder: Path, fact: str) -> None:
    assert checked(folder, f"任务: [{fact}]\n") == "0 errors, 0 warnings\n"


def test_one_field_may_say_that_the_item_is_done(folder: Path) -> None:
    task = "任务: [完成管网排查]\n分工:\n  - 事项: 6月底前完成闸门检修\n"
    assert checked(folder, task + "    进展: 已全部完成\n") == "0 errors, 0 warnings\n"
    assert "[deadline-past]" in checked(folder, task + "    进展: 开了头\n")


def test_without_a_day_nothing_is_past(folder: Path) -> None:
    assert "deadline" not in checked(folder, "任务: [6月底前完成排查]\n", "blueprint: bp.yaml\n")


def test_it_can_be_switched_off_and_silenced(folder: Path) -> None:
    task = "任务: [6月底前完成排查]\n"
    assert checked(folder, task + "checks: {deadline-past: off}\n") == "0 errors, 0 warnings\n"
    assert checked(folder, task.strip() + "  # drafter: ignore[deadline-past]\n") == "0 errors, 0 warnings\n"
    assert "error: 6月底" in checked(folder, task + "checks: {deadline-past: error}\n")


def test_it_is_told_of_an_answer(folder: Path) -> None:
    (folder / "b.yaml").write_text(HEAD + "任务: []\n", "utf-8")
    interview = begun(folder / "b.yaml", Library())
    assert [one.rule for one in told(interview, "任务", ["6月底前完成排查"], "任务[1]")] == ["deadline-past"]
    assert told(interview, "任务", ["8月底前完成排查"], "任务[1]") == ()


def test_an_unknown_class_of_work_is_told_with_the_one_that_was_meant(folder: Path) -> None:
    task = "任务: [完成排查]\n"
    assert checked(folder, task + "subject: [治水, 老旧校区]\n") == (
        "b.yaml:4:15: warning: there is no class of work 老旧校区; did you mean 老旧小区? [unknown-subject]\n"
        "0 errors, 1 warning\n"
    )
    assert "b.yaml:4:10: warning: there is no class of work 冰雪; write one of 治水 " in checked(
        folder, task + "subject: 冰雪\n"
    )
    (folder / "bp.yaml").write_text(
        BLUEPRINT.replace('say: "{{ 任务 | 分号 }}。"', "say: [{say: [{for: 冰雪, say: 下雪。}, 天晴。]}]"), "utf-8"
    )
    assert checked(folder, "subject: 冰雪\n") == "0 errors, 0 warnings\n"


def test_it_is_told_in_chinese(folder: Path) -> None:
    (folder / "b.yaml").write_text(HEAD + "任务: [6月底前完成排查]\nsubject: 老旧校区\n", "utf-8")
    assert process(folder, "check", "b.yaml", LANGUAGE="zh_CN").said == (
        "b.yaml:3:6: 警告: 任务[1] 中的期限“6月底”到讲话当天已过，应在 2026-06-30 前办完；"
        "写明是哪一年的日子（如“明年6月底前”），或者写明已经办完（“已”） [deadline-past]\n"
        "b.yaml:4:10: 警告: 没有 老旧校区 这一工作类别；是不是 老旧小区？ [unknown-subject]\n"
        "0 个错误, 2 个警告\n"
    )
