"""`drafter outline` before a terminal: ids beside the words at any width, none of them cut, coloured only there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.cli.table import width
from tests.cases.running import drafter
from tests.cases.terminal import Terminal

BLUEPRINT = """drafter: 1
title: 试
slots: {会议: {ask: 会议全称}, 任务: {type: list, ask: 任务}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
  - {id: a-very-long-name-of-a-node-that-nobody-may-cut, move: acknowledge, say: 刚才，几个单位作了发言，讲得都很好，我都赞成。}
  emphases:
  - id: work
    move: measures
    heading: 把任务落到人头
    body: [{id: told, enumerate: "第一，", each: 任务, say: "{{ item }}，限期完成"}]
"""
IDS = ("a-very-long-name-of-a-node-that-nobody-may-cut", "work", "told", "told[1]", "told[2]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A brief with a list, whose blueprint has a node with a long name."""
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n会议: 全市大会\n任务: [清淤, 补植]\n", "utf-8")
    return tmp_path


def shown(folder: Path, columns: int, **environment: str) -> Terminal:
    """The outline on a terminal so wide."""
    terminal = Terminal(folder, "outline", "brief.yaml", COLUMNS=str(columns), **environment)
    assert terminal.ended() == 0
    return terminal


@pytest.mark.parametrize("columns", [160, 120, 100, 80, 60, 30])
def test_every_id_is_whole_and_lines_are_no_wider_than_the_terminal(folder: Path, columns: int) -> None:
    lines = shown(folder, columns).said.splitlines()
    for id in IDS:
        assert sum(bool(re.search(rf"(?<![\w-]){re.escape(id)}(?![\w\[-])", line)) for line in lines) == 1, id
    assert all(width(line) <= columns or IDS[0] in line for line in lines)
    assert any("第一，清淤" in line for line in lines)


def test_ids_stand_in_one_column(folder: Path) -> None:
    for lines in (shown(folder, 140).said.splitlines(), drafter(folder, "outline", "brief.yaml").said.splitlines()):
        columns = {width(line[: line.rindex(id)]) for id in IDS for line in lines if line.endswith("  " + id)}
        assert len(columns) == 1


def test_colours_are_for_terminals_that_show_them(folder: Path) -> None:
    assert b"\x1b[36m" in shown(folder, 120).raw
    assert b"\x1b" not in shown(folder, 120, NO_COLOR="1").raw
    assert b"\x1b" not in shown(folder, 120, TERM="dumb").raw
    assert "\x1b" not in drafter(folder, "outline", "brief.yaml").said
