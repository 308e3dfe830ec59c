"""`drafter ask`, before a real terminal: every key as a person presses it, and the file as it is afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.desk.ask import answered, begun, value
from drafter.desk.library import Library
from tests.cases.running import process
from tests.cases.terminal import BACK, CLEAR, CTRL_C, DOWN, ESC, UP, Terminal

BLUEPRINT = """drafter: 1
slots:
  会议: {ask: 什么会议, example: 推进会, max: 5}
  数: {type: number, ask: 多少}
  日: {type: date, ask: 何时}
  层: {type: choice, of: [市, 县], ask: 哪级}
  开: {type: flag, ask: 开不开, missing: omit}
  要点: {type: list, of: text, ask: 哪些要点}
  任务: {type: list, ask: 哪些任务, of: {名称: {ask: 叫什么}, 期限: {type: date, ask: 到何时}}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - {id: a, say: "{{ 数 }}{{ 日 }}{{ 层 }}{{ 要点 | 顿号 }}。"}
    - {id: b, when: 开, say: 开。}
  emphases:
    - {id: c, each: 任务, heading: "{{ 名称 }}", body: [{id: d, say: "{{ 期限 }}前。"}]}
"""
GIVEN = """# 我的批注
blueprint: bp.yaml
会议: 推进会  # 全称待核
数: 3
日: 2026-03-18
层: 市
开: 否
# 三条
要点:
  - 甲  # 先说
  - 乙
  - 丙
"""
TASKS = "任务:\n  - 名称: 修路\n    期限: 2026-05-01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def brief(folder: Path, text: str) -> Path:
    path = folder / "b.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_new_brief_is_asked_for_slot_by_slot(folder: Path) -> None:
    terminal = Terminal(folder, "ask", "bp.yaml")
    assert "  例：推进会\n" in terminal.answer("会议: 什么会议（不超过 5 字）", "工作推进会议\r")
    terminal.until("  会议 has 6 characters, more than 5; shorten it\n")
    terminal.answer("数: 多少", "很多")
    terminal.until("数 should be a number, not 很多; write digits only, units belong in the blueprint")
    terminal.keys("\r" + CLEAR + "12\r")  # it is not taken
    terminal.answer("日: 何时", "3月")
    terminal.until("日 should be a date, not 3月; write it as 2026-03-18")
    terminal.keys(CLEAR + "2026-03-18\r")
    terminal.answer("层: 哪级（选一个：市、县）", UP + "\r")
    terminal.answer("开: 开不开", "\r")  # skipped
    terminal.answer("要点[1]: 哪些要点", "一\r")
    terminal.answer("要点[2]: 哪些要点", "二：#1 \r")
    terminal.answer("要点[3]: 哪些要点", "\r")
    terminal.answer("go on", "\r")
    terminal.answer("任务[1].名称: 叫什么", "修路\r")
    terminal.answer("任务[1].期限: 到何时", "\r")
    terminal.answer("任务[2].名称: 叫什么", "\r")
    terminal.answer("go on", "\r")
    terminal.until("bp-brief.yaml\n  1 is open; to go on, run: drafter ask bp-brief.yaml\n")
    assert terminal.ended() == 0
    assert (folder / "bp-brief.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=.drafter/bp.schema.json\n# bp\n"
        "# 逐项填写；留空的内容会在讲话中标出。填好后运行 drafter draft 加本文件名。\nblueprint: bp.yaml\n\n"
        "# 什么会议（不超过 5 字）\n# 例：推进会\n会议: 工作推进会议\n\n# 多少\n数: 12\n\n# 何时（写作 2026-03-18）\n日: 2026-03-18\n\n"
        "# 哪级（选一个：市、县）\n层: 县\n\n# 开不开（填 是 或 否，可不填）\n开:\n\n# 哪些要点\n要点:\n  - 一\n  - 二：#1\n\n"
        "# 哪些任务\n任务:\n  # 叫什么\n  - 名称: 修路\n    # 到何时（写作 2026-03-18）\n    期限:\n"
    )


def test_only_what_is_open_is_asked_then_what_is_given(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml")
    assert "会议" not in terminal.answer("任务[1].名称: 叫什么", "修路\r")
    terminal.answer("任务[1].期限: 到何时", "2026-05-01\r")
    terminal.answer("任务[2].名称: 叫什么", "\r")
    terminal.answer("go on", "\r")
    terminal.until("b.yaml\n  nothing is open; to draft it, run: drafter draft b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN + TASKS
    again = Terminal(folder, "ask", "b.yaml")
    again.until("Nothing is open; these are the answers given.\n")
    again.answer("会议: 什么会议（不超过 5 字） 推进会", "议\r")
    again.answer("数: 多少 3", BACK)
    again.answer("会议: 什么会议（不超过 5 字） 推进会议", "A\r")
    again.answer("数: 多少 3", CLEAR + "\r")  # taken away
    again.answer("日: 何时", CTRL_C)
    assert again.ended() == 130
    assert path.read_text("utf-8") == (GIVEN + TASKS).replace("推进会", "推进会议A").replace("数: 3", "数:")


def test_items_are_changed_moved_removed_and_added(folder: Path) -> None:
    path = brief(folder, GIVEN + TASKS)
    terminal = Terminal(folder, "ask", "b.yaml")
    for slot in ("会议", "数", "日", "层", "开"):
        terminal.answer(f"? {slot}: ", "\r")
    terminal.answer("go on", UP * 4 + "\r")  # 甲
    terminal.answer("move down", DOWN * 2 + "\r")
    terminal.answer("go on", UP * 2 + "\r")  # 丙
    terminal.answer("move up", DOWN + "\r")
    terminal.answer("go on", UP * 2 + "\r")  # 甲, now the second
    terminal.answer("change", "\r")
    terminal.answer("要点[2]: 哪些要点 甲", CLEAR + "丁\r")
    terminal.answer("go on", UP + "\r")
    terminal.answer("要点[3]: 哪些要点", "戊\r")
    terminal.answer("要点[4]: 哪些要点", BACK)
    terminal.answer("go on", "\r")
    terminal.answer("go on", UP * 2 + "\r")  # 修路
    terminal.answer("change", "\r")
    terminal.answer("任务[1].名称: 叫什么 修路", "\r")
    terminal.answer("任务[1].期限: 到何时", BACK)
    terminal.answer("任务[1].名称: 叫什么 修路", "架桥\r")
    terminal.answer("任务[1].期限: 到何时", ESC)
    assert terminal.ended() == 0
    changed = (
        GIVEN[: GIVEN.index("要点:")] + "要点:\n  - 乙\n  - 丁  # 先说\n  - 戊\n" + TASKS.replace("修路", "修路架桥")
    )
    assert path.read_text("utf-8") == changed


def test_choosing_stop_ends_it_and_a_file_of_another_is_not_touched(folder: Path) -> None:
    path = brief(folder, GIVEN.replace("层: 市", "层: 省"))
    terminal = Terminal(folder, "ask", "b.yaml", "-o", "c.yaml", LANGUAGE="zh_CN")
    terminal.answer("» 先空着", DOWN * 2 + "\r")
    terminal.until("c.yaml\n")
    assert terminal.ended() == 0
    assert (folder / "c.yaml").read_bytes() == path.read_bytes()
    (folder / "note.yaml").write_text("我的笔记\n", "utf-8")
    terminal = Terminal(folder, "ask", "bp.yaml", "-o", "note.yaml")
    terminal.until("[would-overwrite]")
    assert terminal.ended() == 1
    assert (folder / "note.yaml").read_text("utf-8") == "我的笔记\n"


def test_what_enter_passes_over_stays_as_it_is(folder: Path) -> None:
    odd = (
        GIVEN.replace("层: 市", "层: 待定").replace("开: 否", "开: No").replace("推进会  #", "|\n  推进会\n#")
        + "任务: [{名称: 修路}]\n"
    )
    path = brief(folder, odd)
    terminal = Terminal(folder, "ask", "bp.yaml", "-o", "b.yaml")  # it is a brief of this blueprint: gone on with
    terminal.answer("» go on", "\r")
    terminal.until("b.yaml\n  1 is open; to go on, run: drafter ask b.yaml\n")
    assert terminal.ended() == 0
    path.write_text(odd.replace("}]", ", 期限: 2026-01-01}]"), "utf-8")
    terminal = Terminal(folder, "ask", "b.yaml")
    for words in ("? 会议: ", "? 数: ", "? 日: ", "» 待定", "» No", "» go on", "» go on"):
        terminal.answer(words, "\r")
    terminal.until("  nothing is open; to draft it, run: drafter draft b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == odd.replace("}]", ", 期限: 2026-01-01}]")


def test_what_was_saved_meanwhile_by_another_hand_is_kept(folder: Path) -> None:
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.until("会议: ")
    path.write_text("blueprint: bp.yaml\n数: 5\n", "utf-8")
    terminal.keys("推进会\r")
    terminal.until("[changed-meanwhile]")
    assert terminal.ended() == 1
    assert path.read_text("utf-8") == "blueprint: bp.yaml\n数: 5\n"


def test_without_a_terminal_what_is_open_is_named(folder: Path) -> None:
    brief(folder, GIVEN)
    done = process(folder, "ask", "b.yaml")
    assert (done.code, done.said) == (
        1,
        "b.yaml:1:1: error: there is no terminal to ask in, and this is open: 任务; fill it in in the file [no-terminal]\n",
    )
    done = process(folder, "ask", "bp.yaml")
    assert done.said == (
        "bp.yaml:1:1: error: there is no terminal to ask in, and this is open: 会议, 数, 日, 层, 要点, 任务; "
        "fill it in in the file [no-terminal]\n"
    )
    assert sorted(os.listdir(folder)) == ["b.yaml", "bp.yaml"]


def test_items_that_change_places_take_their_comments_along(folder: Path) -> None:
    tasks = "任务:\n  # 先办\n  - 名称: 修路  # 村口\n    期限: 2026-05-01\n  # 后办\n  - 名称: 架桥\n    期限: 2026-06-01\n"
    path = brief(folder, GIVEN + tasks)
    interview = begun(path, Library())
    for name in ("任务", "要点"):
        first, second, *rest = value(interview, name) or []
        interview = answered(interview, name, [second, first, *rest])
    assert path.read_text("utf-8") == GIVEN.replace("  - 甲  # 先说\n  - 乙\n", "  - 乙\n  - 甲  # 先说\n") + (
        "任务:\n  # 后办\n  - 名称: 架桥\n    期限: 2026-06-01\n  # 先办\n  - 名称: 修路  # 村口\n    期限: 2026-05-01\n"
    )
