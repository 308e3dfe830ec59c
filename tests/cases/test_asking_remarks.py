"""Remarks, the last question of `drafter ask`: offered on facts that some sentence would take up, and skipped by one Enter."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.ask import begun
from drafter.desk.library import Library
from drafter.desk.remarks import remarked, with_remark
from tests.cases.terminal import CLEAR, ESC, Terminal

BLUEPRINT = """\
drafter: 1
slots:
  日期: {type: date, ask: 哪天开会}
  任务: {type: list, of: text, ask: 要办的事}
  分工: {type: list, ask: 谁办什么, of: {单位: {ask: 谁}, 人数: {type: number, ask: 几个人}, 事项: {ask: 什么事}}, missing: omit}
  总数: {ask: 一共多少, missing: omit}
derive:
  最急: 任务 | 最早
  重头: 任务 | 其中(item.重) | 首项
speech:
  title: 讲话
  date: "{{ 日期 | 日期 }}"
  opening:
    - {id: tasks, say: "{{ 任务 | 分号 }}。{{ 总数 }}"}
    - id: hard
      say:
        - 难就难在{{ 最急.难 }}。
        - {when: 重头, say: "头一件是{{ 重头 }}。"}
    - id: parts
      each: 分工
      as: 一家
      say: [{when: 一家.因, say: "{{ 单位 }}：{{ 一家.因 }}，{{ 事项.答 }}。"}]
"""
GIVEN = """\
blueprint: bp.yaml
日期: 2026-03-18
任务:
  - 年内修好闸门  # 三座
  - 6月底前封堵排污口12处
  - 开展巡查
"""
ASKS = "? a remark on one of these facts? its number; Enter goes on without\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def brief(folder: Path, text: str) -> Path:
    path = folder / "b.yaml"
    path.write_text(text, "utf-8")
    return path


def offered(folder: Path, text: str, *slots: str) -> dict[str, str]:
    interview = begun(brief(folder, text), Library())
    found = remarked(interview, {*slots})
    return {
        "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in at)[1:]: "".join(marks)
        for at, marks in found.items()
    }


def test_what_sentences_look_at_is_offered_of_the_facts_they_speak_of(folder: Path) -> None:
    assert offered(folder, GIVEN, "任务", "分工") == {"任务[1]": "重", "任务[2]": "难重", "任务[3]": "重"}


def test_a_remark_on_an_item_stands_behind_its_first_text(folder: Path) -> None:
    parts = "分工:\n  - 单位: 市水务局\n    人数: 3\n    事项: 封堵排污口\n"
    assert offered(folder, GIVEN + parts, "分工") == {"分工[1].单位": "因", "分工[1].事项": "答"}


def test_nothing_is_offered_of_what_is_not_given_or_not_asked_for(folder: Path) -> None:
    assert offered(folder, "blueprint: bp.yaml\n日期: 2026-03-18\n任务: [【待补充】]\n", "任务") == {}
    assert offered(folder, GIVEN, "总数", "日期") == {}


@pytest.mark.parametrize(
    ("fact", "mark", "words", "line"),
    [
        ("修好闸门", "难", "没有图纸", "修好闸门｜难：没有图纸"),
        ("修好闸门", "急", "", "修好闸门｜急"),
        ("修好闸门 | 难:旧 ｜急", "难", "新", "修好闸门｜难：新｜急"),
        ("修好闸门｜难：旧｜急", "难", None, "修好闸门｜急"),
        ("修好闸门｜难：旧", "难", None, "修好闸门"),
        ("修好闸门｜另有3座", "急", "", "修好闸门｜另有3座｜急"),
        ("修好闸门", "难", None, "修好闸门"),
    ],
)
def test_a_remark_is_written_behind_a_bar(fact: str, mark: str, words: str | None, line: str) -> None:
    assert with_remark(fact, mark, words) == line


def test_a_number_picks_the_fact_and_the_remark_is_typed(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务")
    terminal.answer("? 任务: 要办的事\n", "\r")
    terminal.until(ASKS)
    said = terminal.answer("stop", "2\r")
    assert "  1. 年内修好闸门  ｜重\n" in said and "  2. 6月底前封堵排污口12处  ｜难 ｜重\n" in said
    terminal.answer("? 难 of 任务 2: 难在哪里\n", "污水没有地方去\r")
    terminal.answer("? 重 of 任务 2: 是不是最重的\n", "是\r")
    terminal.until(ASKS)
    said = terminal.answer("stop", "\r")
    assert "2. 6月底前封堵排污口12处｜难：污水没有地方去｜重" in said
    assert terminal.ended() == 0
    assert "  - 6月底前封堵排污口12处｜难：污水没有地方去｜重\n" in path.read_text("utf-8")
    assert "  - 年内修好闸门  # 三座\n" in path.read_text("utf-8")


def test_one_enter_skips_all(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务")
    terminal.answer("? 任务: 要办的事\n", "\r")
    terminal.answer(ASKS, "\r")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN


def test_enter_at_a_remark_leaves_it_out_and_an_empty_line_takes_it_away(folder: Path) -> None:
    path = brief(folder, GIVEN.replace("12处", "12处｜难：污水没有地方去"))
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务")
    terminal.answer("? 任务: 要办的事\n", "\r")
    terminal.answer(ASKS, "6月\r")
    terminal.answer("难在哪里\n", CLEAR + "\r")
    terminal.answer("是不是最重的\n", "\r")
    terminal.answer(ASKS, "\r")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN


def test_stopping_keeps_what_was_said(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务")
    terminal.answer("? 任务: 要办的事\n", "\r")
    terminal.answer(ASKS, "2\r")
    terminal.answer("难在哪里\n", "人手不够｜后面\r")
    terminal.answer("Enter again keeps it; or change it\n", CLEAR + "人手不够\r")
    terminal.answer("是不是最重的\n", ESC)
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN.replace("12处", "12处｜难：人手不够")


def test_a_plain_terminal_asks_the_same_in_lines(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务", TERM="dumb")
    terminal.answer("> ", "\r")
    terminal.answer("> ", "1\r")
    terminal.answer("> ", "1\r")
    terminal.answer("> ", "\r")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN.replace("年内修好闸门 ", "年内修好闸门｜重 ")


def test_of_many_facts_the_slot_is_picked_first(folder: Path) -> None:
    tasks = "".join(f"  - 12月{n}日前巡查\n" for n in range(1, 8))
    parts = "".join(f"  - 单位: 第{n}局\n    事项: 办事\n" for n in range(1, 4))
    path = brief(folder, f"blueprint: bp.yaml\n日期: 2026-03-18\n任务:\n{tasks}分工:\n{parts}")
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "任务,分工", TERM="dumb")
    terminal.answer("> ", "\r")
    terminal.answer("> ", "\r")
    terminal.until(ASKS)
    said = terminal.answer("> ", "2\r")
    assert "  1. 任务  ｜难 ｜重\n  2. 分工  ｜因 ｜答\n» go on\n" in said
    terminal.until(ASKS)
    said = terminal.answer("> ", "3\r")
    assert "  1. 第1局  ｜因\n  2. 办事  ｜答\n  3. 第2局  ｜因\n" in said
    terminal.answer("因 of 单位 of 分工 2: 原因是什么\n", "｜因：人少\r")
    terminal.answer(ASKS, "<\r")  # back to the slots
    terminal.answer(ASKS, "\r")
    assert terminal.ended() == 0
    assert "  - 单位: 第2局｜因：人少\n" in path.read_text("utf-8")
