"""`drafter distil --review`, before a real terminal: doubts, then slots as a person wants them, and the files afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli.distil_slot import slot_rows
from drafter.cli.line import Row, sought
from drafter.desk.distil_choices import may_join
from drafter.desk.distil_files import value_of
from tests.cases.distilling import CASES, distilled, read_case
from tests.cases.running import drafter
from tests.cases.terminal import BACK, CLEAR, CTRL_C, DOWN, ESC, UP, Terminal
from tests.cases.test_recognising import TWO_ROWS

OLD = """在全市防汛工作动员会上的讲话

同志们：
刚才，市水利局通报了汛情。去年转移群众1200人，今年要求更高。下面，我讲三点意见。
一、看住堤防
X河大堤是重点，一要把险段看住。
二、备足物资
X河沿岸要备足编织袋30万条，6月10日前到位。
三、分头落实
一是市水利局负责，5月底前完成堤防巡查；二是市住建局负责，6月底前完成管网清淤；三是市交通局负责，6月15日前完成涵洞疏通。
同志们，转移群众1200人的教训要记牢！
"""
ASKED = "pick one to change it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    return tmp_path


def begun(folder: Path, **environment: str) -> Terminal:
    """A review in which the one doubt is taken as it is read."""
    terminal = Terminal(folder, "distil", "old.txt", "-o", "bp.yaml", "--brief", "b.yaml", "--review", **environment)
    doubt = terminal.until("or go on?")
    assert "1/1 old.txt:6:9: warning: a number stands alone: 一要把险段看住。" in doubt.replace("\n", "")
    terminal.answer("stop", "\r")
    return terminal


def to(terminal: Terminal, *typed: str) -> str:
    """Pick a row of the table by what is typed, then one of what can be done with it; what was shown."""
    shown = ""
    for words in typed:
        shown = terminal.answer("stop", words + "\r")
    return shown


def written(terminal: Terminal, folder: Path) -> tuple[str, str]:
    """The blueprint and the brief, once they are written, which still give the speech."""
    terminal.until(ASKED)
    to(terminal, "write the")
    assert terminal.ended() == 0
    assert drafter(folder, "draft", "b.yaml", "-o", "again.txt").code == 0
    again = (folder / "again.txt").read_text("utf-8").split()
    assert again == OLD.split()
    return (folder / "bp.yaml").read_text("utf-8"), (folder / "b.yaml").read_text("utf-8")


def test_slots_are_renamed_merged_and_dropped_and_the_speech_stays(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "通报", "rename")
    terminal.answer("name", CLEAR + "会议\r")
    terminal.until("the slot 会议 says something else; choose another name")
    terminal.keys(CLEAR + "水利部门\r")
    terminal.until("− 通报单位  + 水利部门")
    to(terminal, "备足物资河名", "merge", "河名")
    terminal.until("− 备足物资河名")
    to(terminal, "编织袋数", "drop")
    blueprint, brief = written(terminal, folder)
    assert "水利部门: 市水利局" in brief
    assert "通报单位" not in brief and "备足物资河名" not in brief
    assert "刚才，{{ 水利部门 }}通报了汛情。" in blueprint
    assert "要备足编织袋30万条，{{ 到位时限 }}前到位。" in blueprint
    assert blueprint.count("{{ 河名 }}") == 2


def test_a_slot_is_split_asked_otherwise_and_of_another_type(folder: Path) -> None:
    terminal = begun(folder)
    shown = to(terminal, "群众人数", "split")
    assert "去年转移群众〔1200〕人" in shown and "转移群众〔1200〕人的教训" in shown
    to(terminal, "教训")
    terminal.answer("name", "群众人数\r")
    terminal.until("there is a slot 群众人数 already; choose another name")
    terminal.keys(CLEAR + "教训人数\r")
    terminal.until("+ 教训人数")
    to(terminal, "教训人数", "change the question")
    terminal.answer("question", CLEAR + "哪一次转移了多少人\r")
    to(terminal, "教训人数", "change the type", "text")
    blueprint, brief = written(terminal, folder)
    assert "转移群众{{ 教训人数 }}人的教训要记牢！" in blueprint and "去年转移群众{{ 群众人数 }}人" in blueprint
    assert "ask: 哪一次转移了多少人" in blueprint
    assert "教训人数: " in brief and "群众人数: " in brief


def test_words_become_a_slot_everywhere_or_in_one_place(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "add a slot")
    terminal.answer("words, as the speech says them", "没有的话\r")
    terminal.until("no sentence says 没有的话")
    terminal.keys(CLEAR + "市水利局\r")
    terminal.until("is asked for already")
    terminal.keys(CLEAR + "\x1b[200~转移\n群 众\x1b[201~")
    terminal.answer("群 众", "\r")
    shown = to(terminal, "去年")
    assert "everywhere (2)" in shown and "〔转移群众〕1200人的教训" in shown
    terminal.answer("name", BACK)
    to(terminal, "everywhere")
    terminal.answer("name", "主要工作\r")
    terminal.until("+ 主要工作")
    blueprint, brief = written(terminal, folder)
    assert blueprint.count("{{ 主要工作 }}") == 2 and "主要工作: 转移群众" in brief


def test_a_list_is_undone_and_made(folder: Path) -> None:
    terminal = begun(folder)
    shown = to(terminal, "任务分工", "no list")
    assert "2. 责任单位: 市住建局 | 时限: 6月底 | 任务: 管网清淤" in shown
    assert "− 任务分工" in terminal.until(ASKED)
    to(terminal, "make a list", "×3")
    terminal.answer("name", CLEAR + "分工\r")
    terminal.until("+ 分工")
    to(terminal, "分工", "rename a field", "时限")
    terminal.answer("name", CLEAR + "1\r")
    terminal.until("1 cannot be the name of a slot")
    to(terminal, "rename a field", "时限")
    terminal.answer("name", CLEAR + "期限\r")
    _blueprint, brief = written(terminal, folder)
    assert "分工:\n  - 责任单位: 市水利局\n    期限: 5月底\n" in brief


def test_a_change_is_gone_back_on_with_shift_tab(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "防汛工作动员会", "drop")
    terminal.until("7 slots; pick one to change it  1 change; Shift-Tab takes it back")
    terminal.answer("stop", BACK)
    terminal.until("8 slots; pick one to change it\n")
    terminal.answer("stop", BACK)
    terminal.until("or go on?")
    terminal.answer("stop", "\r")
    terminal.until("8 slots; pick one to change it\n")
    terminal.answer("stop", UP * 2 + DOWN * 2 + "\r")
    assert terminal.ended() == 0
    assert "会议: 全市防汛工作动员会" in (folder / "b.yaml").read_text("utf-8")


@pytest.mark.parametrize(("key", "code"), [(ESC, 1), (CTRL_C, 130)])
def test_who_stops_has_nothing_written(folder: Path, key: str, code: int) -> None:
    terminal = begun(folder)
    terminal.answer("stop", key)
    terminal.until("stopped; nothing was written")
    assert terminal.ended() == code
    assert sorted(path.name for path in folder.iterdir()) == ["old.txt"]


def test_who_would_lose_changes_is_asked_first(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "防汛工作动员会", "drop", "编织袋数")
    terminal.answer("stop", ESC)
    terminal.until("1 change is not written")
    to(terminal, "go on")
    terminal.answer("stop", "没有")
    terminal.answer("nothing holds these words", ESC)  # which clears the line
    terminal.answer("stop", ESC)
    terminal.until("1 change is not written")
    to(terminal, "stop without")
    terminal.until("stopped; nothing was written")
    assert terminal.ended() == 1
    assert sorted(path.name for path in folder.iterdir()) == ["old.txt"]


def test_a_speech_is_read_in_the_other_way_and_back(folder: Path) -> None:
    (folder / "two.txt").write_text(TWO_ROWS, "utf-8")
    terminal = Terminal(folder, "distil", "two.txt", "-o", "bp.yaml", "--review")
    to(terminal, "read it in the other way")
    terminal.until("1 change; ")
    to(terminal, "go through the doubts", "right as")
    terminal.until("2 changes; ")
    terminal.answer("stop", BACK)
    to(terminal, "write the")
    assert terminal.ended() == 0
    assert "第二，把书选到心里" in drafter(folder, "draft", "two-brief.yaml", "-o", "-").said


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (10, 36)])
def test_many_slots_pass_through_a_small_terminal(folder: Path, rows: int, columns: int) -> None:
    items = "".join(f"第{n}件事投资{n}00万元。\n" for n in range(11, 71))
    (folder / "old.txt").write_text(f"在工作会议上的讲话\n同志们：\n今天开会。\n一、好\n{items}谢谢大家！\n", "utf-8")
    terminal = Terminal(folder, "distil", "old.txt", "-o", "bp.yaml", "--review", "--slots", "facts")
    to(terminal, "right as", "事项", "no list")
    terminal.until(ASKED)
    terminal.resize(rows, columns)
    terminal.keys(DOWN * 47)
    terminal.until("» 52. ")
    terminal.keys("6600\r")
    assert "〔6600" in terminal.until("rename").replace("\n", "")
    terminal.keys(CTRL_C)
    assert terminal.ended() == 130


def test_without_a_terminal_there_is_no_review(folder: Path) -> None:
    done = drafter(folder, "distil", "old.txt", "--review")
    assert (done.code, "a review needs a terminal; leave --review out" in done.said) == (2, True)
    assert sorted(path.name for path in folder.iterdir()) == ["old.txt"]


def test_what_could_not_be_written_is_told_before_the_review(folder: Path) -> None:
    (folder / "b.yaml").write_text("mine", "utf-8")
    terminal = Terminal(folder, "distil", "old.txt", "-o", "bp.yaml", "--brief", "b.yaml", "--review")
    terminal.until("would-overwrite")
    assert terminal.ended() == 1
    assert sorted(path.name for path in folder.iterdir()) == ["b.yaml", "old.txt"]


def test_a_slot_is_found_by_all_that_is_known_of_it() -> None:
    made = distilled(read_case(next(path for path in CASES if path.stem == "business-environment")).text)
    rows = slot_rows(made, made.facts)
    for n, fact in enumerate(made.facts):
        assert sought(fact.name, rows)[0] == n == sought(str(n + 1), rows)[0]
        assert n in sought(value_of(fact), rows)
        assert n in sought(fact.slot.ask, rows)
    assert [rows[n].answer for n in sought("工商联 企业数", rows)] == ["企业数"]
    assert len(sought("a deadline", rows)) == sum(fact.kind == "deadline" for fact in made.facts)
    assert sought("1200", [Row("甲", "甲", sought="甲\n1\n到1200户"), Row("乙", "乙", sought="乙\n1200")]) == [1, 0]
    assert sought("没有这样的话", rows) == []
    assert sought("stop", [Row("stop", "", False), *rows]) == [0]


def test_figures_of_other_units_are_not_one() -> None:
    made = distilled(
        "在全市工作会议上的讲话\n同志们：\n今天开会。\n一、好\n专家有10名，合格率提高10%，代表有10名。\n二、快\n要快。\n"
    )
    assert [one.name for one in made.facts if one.slot.type == "number"] == ["专家人数", "合格率增幅", "代表人数"]
    assert may_join(made, "专家人数") == ("代表人数",)
