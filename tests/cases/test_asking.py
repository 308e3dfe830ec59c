"""`drafter ask`, before a real terminal: every key as a person presses it, and the file as it is afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.desk.answers import left_doubtful
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
    said = terminal.answer("例：推进会\n", "工作推进会议\r")
    assert said.endswith("? 会议: 什么会议（不超过 5 字）\n  在____上的讲话\n  例：推进会\n")
    terminal.answer("会议 has 6 characters, more than 5; shorten it\nEnter again keeps it; or change it\n", "\r")
    terminal.answer("数: 多少\n  ____…。\n", "很多\r")
    terminal.answer(
        "数 should be a number, not 很多; write digits only, units belong in the blueprint\n", CLEAR + "12\r"
    )
    terminal.answer("日: 何时（写作 2026-03-18）\n  12____…。\n", "2026-02-30\r")
    terminal.answer("日 should be a date, not 2026-02-30; write it as 2026-03-18\n", CLEAR + "2026-03-18\r")
    terminal.answer("层: 哪级（选一个：市、县）\n  122026年3月18日____…。\n", UP + "\r")
    terminal.answer("开: 开不开", "\r")  # skipped
    terminal.answer("item 1 of 要点: 哪些要点\n  122026年3月18日县____。\n", "一\r")
    terminal.answer("item 2 of 要点: 哪些要点\n  122026年3月18日县一和____。\n", "二：#1 \r")
    terminal.answer("item 3 of 要点: 哪些要点", "\r修路\r")  # the letters after the empty line are the next answer
    terminal.answer("期限 of 任务 1: 到何时（写作 2026-03-18）\n  ____前。\n", "\r")
    terminal.answer("名称 of 任务 2: 叫什么", "\r")
    terminal.until(
        "bp-brief.yaml\n  1 is open; to go on, run: drafter ask bp-brief.yaml\n"
        "  1 answer still has findings: 会议; to see them, run: drafter check bp-brief.yaml\n"
    )
    assert terminal.ended() == 0
    assert (folder / "bp-brief.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=.drafter/bp.schema.json\n# bp\n"
        "# 逐项填写；留空的，缺了讲不成的会在讲话中标出，其余的不说，并列在结果里。填好后运行 drafter draft 加本文件名。\n"
        "blueprint: bp.yaml\n\n"
        "# 什么会议（不超过 5 字）\n# 例：推进会\n会议: 工作推进会议\n\n# 多少\n数: 12\n\n# 何时（写作 2026-03-18）\n日: 2026-03-18\n\n"
        "# 哪级（选一个：市、县）\n层: 县\n\n# 开不开（填 是 或 否，可不填）\n开:\n\n# 哪些要点\n要点:\n  - 一\n  - 二：#1\n\n"
        "# 哪些任务\n任务:\n  # 叫什么\n  - 名称: 修路\n    # 到何时（写作 2026-03-18）\n    期限:\n"
    )


def test_only_what_is_open_is_asked_then_what_is_given(folder: Path) -> None:
    path = brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml")
    assert "会议" not in terminal.answer("名称 of 任务 1: 叫什么", "修路\r")
    terminal.answer("期限 of 任务 1: 到何时", "2026-05-01\r")
    terminal.answer("名称 of 任务 2: 叫什么", "\r")
    terminal.until("b.yaml\n  nothing is open; to draft it, run: drafter draft b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == GIVEN + TASKS
    again = Terminal(folder, "ask", "b.yaml")
    again.until("Nothing is open; these are the answers given.\n")
    again.answer("> 推进会", "议\r")
    again.answer("> 3", BACK)
    again.answer("> 推进会议", "A\r")
    again.answer("> 3", CLEAR + "\r")  # taken away
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
    terminal.answer("> 甲", CLEAR + "丁\r")
    terminal.answer("go on", UP + "\r")
    terminal.answer("item 3 of 要点: 哪些要点", "戊\r")
    terminal.answer("item 4 of 要点: 哪些要点", BACK)
    terminal.answer("go on", "\r")
    terminal.answer("go on", UP * 2 + "\r")  # 修路
    terminal.answer("change", "\r")
    terminal.answer("> 修路", "\r")
    terminal.answer("期限 of 任务 1: 到何时", BACK)
    terminal.answer("> 修路", "架桥\r")
    terminal.answer("期限 of 任务 1: 到何时", ESC)
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
    for words in ("? 会议: ", "? 数: ", "? 日: ", "» 3. 待定", "» 3. No", "» go on", "» go on"):
        terminal.answer(words, "\r")
    terminal.until("  1 answer still has findings: 层; to see them, run: drafter check b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == odd.replace("}]", ", 期限: 2026-01-01}]")


@pytest.mark.parametrize(
    ("typed", "items", "said"),
    [
        (
            "一是清林\r二是管火\r三是查岗\r",
            "清林 管火 查岗",
            ", without 一是 二是 三是 before them: the speech has its own",
        ),
        (
            "\x1b[200~1、清林\n2、管火\n\x1b[201~\r",
            "清林 管火",
            ", without 1、 2、 before them: the speech has its own",
        ),
        ("\x1b[200~• 清林\r\n• 管火\x1b[201~\r", "清林 管火", ", without • before them: the speech has its own"),
        ("一是清林；二是管火。\r", "清林 管火", ", without 一是 二是 before them: the speech has its own"),
        ("清林\r管火\r", "清林 管火", ""),
    ],
)
def test_lines_pasted_into_a_list_are_items(folder: Path, typed: str, items: str, said: str) -> None:
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "要点，任务")
    terminal.answer("item 1 of 要点", typed)
    terminal.until(f"  {len(items.split())} items were taken{said}\n")
    terminal.answer(f"item {len(items.split()) + 1} of 要点", "\r")
    terminal.answer("名称 of 任务 1", "修路\r架桥\r")  # the first field of so many
    terminal.until("  2 items were taken\n")
    terminal.answer("期限 of 任务 1", "\r")
    terminal.answer("期限 of 任务 2", ESC)
    assert terminal.ended() == 0
    lines = "".join(f"  - {item}\n" for item in items.split())
    tasks = "任务:\n  - 名称: 修路\n    期限:\n  - 名称: 架桥\n    期限:\n"
    assert path.read_text("utf-8") == f"blueprint: bp.yaml\n要点:\n{lines}{tasks}"


def test_lines_that_come_at_once_do_not_answer_two_questions(folder: Path) -> None:
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.answer("例：推进会", "推进\r会\r")
    terminal.answer("2 lines came at once; Enter takes them as one answer\n> 推进会", "\r")
    terminal.answer("数: 多少", "3\r2026-01-02\r")
    terminal.answer("several lines came at once, and this is one answer; leave one of them\n", CLEAR + "3\r")
    terminal.answer("日: 何时", ESC)
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == "blueprint: bp.yaml\n会议: 推进会\n数: 3\n"


def test_a_choice_is_reached_by_typing(folder: Path) -> None:
    long = BLUEPRINT.replace("of: [市, 县]", "of: [推进会议, 推进大会, 动员会]")
    (folder / "bp.yaml").write_text(long, "utf-8")
    path = brief(folder, "blueprint: bp.yaml\n")
    for typed, said, then, chosen in (
        ("推进\r", "推进 could be: 推进会议  推进大会\n", "大\r", "推进大会"),
        (
            "推近会议\r",
            "推近会议 is not one of: 推进会议 推进大会 动员会; did you mean 推进会议?\n",
            CLEAR + "3\r",
            "动员会",
        ),
        (
            "待定\r",
            "层 still holds the placeholder 待定; write the fact\nEnter again keeps it; or change it\n",
            "\r",
            "待定",
        ),
    ):
        terminal = Terminal(folder, "ask", "b.yaml", "--only", "层")
        terminal.answer("层: 哪级", typed)
        terminal.answer(said, then)
        terminal.until("b.yaml\n")
        assert terminal.ended() == 0
        assert path.read_text("utf-8") == f"blueprint: bp.yaml\n层: {chosen}\n"


def test_what_is_kept_is_what_check_tells_and_no_final_draft_is_promised(folder: Path) -> None:
    kept = GIVEN.replace("推进会", "××会") + TASKS.replace("修路", "修{{路}}")
    brief(folder, kept)
    found = process(folder, "check", "b.yaml").said
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "会议,任务")
    said = terminal.answer("> ××会", "\r")
    assert "会议 still holds the placeholder ××; write the fact" in said
    assert "会议 still holds the placeholder ××; write the fact [placeholder]" in found
    terminal.answer("go on", UP * 2 + "\r")
    terminal.answer("change", "\r")
    terminal.answer("名称 of 任务 1 holds braces, which a brief does not fill", ESC)
    terminal.until("  2 answers still have findings: 会议, 名称 of 任务 1; to see them, run: drafter check b.yaml\n")
    assert terminal.ended() == 0
    final = process(folder, "draft", "b.yaml", "--final", "-o", "x.md", "--format", "md")
    assert final.code == 1


def test_a_silenced_placeholder_is_counted_all_the_same(folder: Path) -> None:
    path = brief(folder, GIVEN.replace("推进会", "××会") + TASKS + "checks: {placeholder: off}\n")
    assert left_doubtful(begun(path, Library())) == ("会议",)


def test_records_within_records_are_called_as_people_call_them(folder: Path) -> None:
    (folder / "bp.yaml").write_text(
        "drafter: 1\nslots:\n  任务: {type: list, ask: 哪些, of: {名称: {ask: 叫什么}, "
        "举措: {type: list, of: text, ask: 怎么办, example: 更换管线8公里, max: 1}}}\nspeech:\n  title: 讲话\n  emphases:\n"
        '    - {id: c, each: 任务, heading: "{{ 名称 }}", body: [{id: d, enumerate: 一是, each: 举措, say: "{{ item }}"}]}\n',
        "utf-8",
    )
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml", LANGUAGE="zh_CN")
    terminal.answer("? 第1项任务的名称：叫什么\n", "修路\r")
    terminal.answer("? 第1项任务的第1条举措：怎么办\n  ____。\n  例：更换管线8公里\n", "换管\r")
    terminal.answer("? 第1项任务的第2条举措：怎么办\n  二是____。\n", "换表\r")
    terminal.answer("? 第1项任务的第3条举措", "\r")
    terminal.answer("第1项任务的举措 有 2 项，多于 1 项", "\r")
    terminal.answer("? 第2项任务的名称", "\r")
    terminal.until("  还有 1 处答案有待核改：第1项任务的举措；逐条查看请运行：drafter check b.yaml\n")
    assert terminal.ended() == 0
    assert (
        path.read_text("utf-8") == "blueprint: bp.yaml\n任务:\n  - 名称: 修路\n    举措:\n      - 换管\n      - 换表\n"
    )


def test_a_slot_that_is_not_asked_for_is_told(folder: Path) -> None:
    brief(folder, GIVEN)
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "要")
    terminal.until("--only:1:1: error: no slot is called 要; did you mean 要点? [no-such-question]\n")
    assert terminal.ended() == 1


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_what_a_terminal_should_not_send_costs_no_answer(folder: Path, term: str) -> None:
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml", TERM=term)
    terminal.answer("例：推进会", "\x1b[31m推\x1b[0m进会\n")
    terminal.until("数: 多少")
    os.write(terminal.master, b"\xcd\xc6\n")  # no UTF-8
    terminal.answer("� stands for bytes that are no text; set the terminal to UTF-8, or type it anew\n", CLEAR + "3\n")
    terminal.answer("日: 何时", "\x04")
    terminal.until("b.yaml\n")
    assert terminal.ended() == 0
    assert path.read_text("utf-8") == "blueprint: bp.yaml\n会议: 推进会\n数: 3\n"
    assert "Traceback" not in terminal.said and "Exception" not in terminal.said


def test_a_terminal_may_be_small_and_change_its_size(folder: Path) -> None:
    path = brief(folder, "blueprint: bp.yaml\n")
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "层")
    terminal.until("leave it open")
    for rows, columns in ((5, 20), (1, 3), (24, 80)):
        terminal.resize(rows, columns)
    terminal.answer("", "县\r")
    terminal.until("b.yaml\n")
    assert terminal.ended() == 0
    assert "too small" not in terminal.said
    assert path.read_text("utf-8") == "blueprint: bp.yaml\n层: 县\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-", "</dev/null"])
def test_what_is_closed_is_no_terminal(folder: Path, closed: str) -> None:
    brief(folder, GIVEN)
    run = f"{sys.executable} -m drafter ask b.yaml {closed}"
    done = subprocess.run(run, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "b.yaml:1:1: error: there is no terminal to ask in, and this is open: 任务; fill it in in the file [no-terminal]\n"
    )


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
