"""`drafter distil --review`, before a real terminal: doubts, then slots renamed, merged and dropped, and the files afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.distil_choices import may_join
from tests.cases.distilling import distilled
from tests.cases.running import drafter
from tests.cases.terminal import BACK, CLEAR, CTRL_C, DOWN, ESC, UP, Terminal

OLD = """在全市防汛工作动员会上的讲话

同志们：
刚才，市水利局通报了汛情。去年转移群众1200人，今年要求更高。下面，我讲两点意见。
一、看住堤防
X河大堤是重点，一要把险段看住。
二、备足物资
X河沿岸要备足编织袋30万条，6月10日前到位。
"""
DRAFT = ["　　X河大堤是重点，一要把险段看住。", "　　X河沿岸要备足编织袋30万条，6月10日前到位。"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    return tmp_path


def begun(folder: Path) -> Terminal:
    """A review in which the one doubt is taken as it is read."""
    terminal = Terminal(folder, "distil", "old.txt", "-o", "bp.yaml", "--brief", "b.yaml", "--review")
    doubt = terminal.until("or go on?")
    assert "1/1 old.txt:6:9: warning: a number stands alone: 一要把险段看住。" in doubt.replace("\n", "")
    terminal.answer("right as it is read", "\r")
    return terminal


def to(terminal: Terminal, slot: str, steps: int) -> None:
    """Pick the slot that stands so many rows below the first answer."""
    terminal.until("pick one to change it")
    terminal.answer("stop", DOWN * steps + "\r")
    terminal.until(f"{slot}: {slot}，原句")


def test_slots_are_renamed_merged_and_dropped_and_the_speech_stays(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "通报单位", 2)
    terminal.answer("stop", "\r")  # rename
    terminal.answer("name", CLEAR + "会议\r")
    terminal.until("the slot 会议 says something else; choose another name")
    terminal.keys(CLEAR + "水利部门\r")
    to(terminal, "备足物资河名", 5 - 2)  # the menu stands where it was
    terminal.answer("stop", DOWN + "\r")  # merge with another that says the same
    terminal.answer("河名  河名，原句", "\r")
    to(terminal, "编织袋数", 0)
    terminal.answer("stop", DOWN + "\r")  # drop
    terminal.until("pick one to change it")
    terminal.answer("stop", UP * 5 + "\r")
    assert terminal.ended() == 0
    brief = (folder / "b.yaml").read_text("utf-8")
    assert "水利部门: 市水利局" in brief
    assert "通报单位" not in brief
    assert "备足物资河名" not in brief
    blueprint = (folder / "bp.yaml").read_text("utf-8")
    assert "刚才，{{ 水利部门 }}通报了汛情。" in blueprint
    assert "要备足编织袋30万条，{{ 到位时限 }}前到位。" in blueprint
    assert blueprint.count("{{ 河名 }}") == 2
    drafted = drafter(folder, "draft", "b.yaml", "-o", "-").said
    assert [line for line in drafted.splitlines() if "X河" in line] == DRAFT


def test_a_change_is_gone_back_on_with_shift_tab(folder: Path) -> None:
    terminal = begun(folder)
    to(terminal, "会议", 1)
    terminal.answer("stop", DOWN + "\r")  # drop
    terminal.until("6 slots; pick one to change it")
    terminal.answer("stop", BACK)
    terminal.until("7 slots; pick one to change it")
    terminal.answer("stop", "\r")
    assert terminal.ended() == 0
    assert "会议: 全市防汛工作动员会" in (folder / "b.yaml").read_text("utf-8")


@pytest.mark.parametrize(("key", "code"), [(ESC, 1), (CTRL_C, 130)])
def test_who_stops_has_nothing_written(folder: Path, key: str, code: int) -> None:
    terminal = begun(folder)
    terminal.until("pick one to change it")
    terminal.answer("stop", key)
    terminal.until("stopped; nothing was written")
    assert terminal.ended() == code
    assert sorted(path.name for path in folder.iterdir()) == ["old.txt"]


def test_without_a_terminal_there_is_no_review(folder: Path) -> None:
    done = drafter(folder, "distil", "old.txt", "--review")
    assert (done.code, "a review needs a terminal; leave --review out" in done.said) == (2, True)
    assert sorted(path.name for path in folder.iterdir()) == ["old.txt"]


def test_figures_of_other_units_are_not_one() -> None:
    made = distilled(
        "在全市工作会议上的讲话\n同志们：\n今天开会。\n一、好\n专家有10名，合格率提高10%，代表有10名。\n二、快\n要快。\n"
    )
    assert [one.name for one in made.facts if one.slot.type == "number"] == ["专家人数", "合格率增幅", "代表人数"]
    assert may_join(made, "专家人数") == ("代表人数",)
