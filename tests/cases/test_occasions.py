"""`drafter new` without a name asks for the occasion, and `blueprint list` is grouped by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.library import Library
from drafter.desk.occasions import ASPECTS, Kind, fitting, kinds, question
from tests.cases.running import process
from tests.cases.terminal import BACK, CTRL_C, Terminal

PACK = "drafter: 1\nname: own\n"
SPEECH = "speech:\n  title: 讲话\n  opening: [{id: a, say: 开会了。}]\n"
KINDS = {
    "a": "title: 部署讲话\noccasion: {event: 大会, speaker: [书记, 市长], purpose: 部署工作}",
    "b": "title: 整改讲话\noccasion: {event: 大会, speaker: 书记, purpose: 整改}",
    "c": "title: 主持词\nsummary: 主持会议用。\noccasion: {event: 大会, speaker: 主持人}",
    "d": "title: 致辞\noccasion: {event: 开工, audience: 来宾}",
    "e": "title: 没有说明场合的",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    speeches = tmp_path / "own/speeches"
    speeches.mkdir(parents=True)
    (tmp_path / "own/pack.yaml").write_text(PACK, "utf-8")
    for name, text in KINDS.items():
        (speeches / f"{name}.yaml").write_text(f"drafter: 1\n{text}\n{SPEECH}", "utf-8")
    return tmp_path


def ours(folder: Path) -> tuple[Kind, ...]:
    return tuple(kind for kind in kinds(Library([folder / "own"])) if kind.name in KINDS)


def test_only_what_parts_the_kinds_is_asked(folder: Path) -> None:
    every = ours(folder)
    assert [kind.name for kind in every] == ["a", "b", "c", "d"]
    assert question(every) == ("event", ("大会", "开工"))
    at_the_meeting = fitting(every, "event", "大会")
    assert question(at_the_meeting, ("event",)) == ("speaker", ("书记", "市长", "主持人"))
    by_the_secretary = fitting(at_the_meeting, "speaker", "书记")
    assert question(by_the_secretary, ("event", "speaker")) == ("purpose", ("部署工作", "整改"))
    assert question(fitting(at_the_meeting, "speaker", "市长"), ("event", "speaker")) is None
    assert question(fitting(every, "event", "开工"), ("event",)) is None


def test_every_blueprint_on_the_shelf_is_found_by_its_own_answers_alone() -> None:
    every = kinds(Library())
    assert {kind.name for kind in every} == {name for name, _ in Library().shelf.names("speeches")}
    for kind in every:
        left, asked = every, tuple[str, ...]()
        while found := question(left, asked):
            aspect = found[0]
            said = (kind.blueprint.language,) if aspect == "language" else getattr(kind.blueprint.occasion, aspect)
            left, asked = fitting(left, aspect, (said or found[1])[0]), (*asked, aspect)
        assert left == (kind,) and len(asked) <= len(ASPECTS) == 6


def test_answers_lead_to_a_brief(folder: Path) -> None:
    terminal = Terminal(folder, "new", "--pack", "own", LANGUAGE="en")
    terminal.answer("In which language is it given?", "Chinese\r")
    terminal.answer("What is it given at?", "开工\r")
    terminal.answer("take it, or go back?", BACK)
    terminal.answer("What is it given at?", "大会\r")
    terminal.answer("Who speaks?", "主持人\r")
    said = terminal.answer("主持词 (c)  主持会议用。", "\r")
    assert "take it, or go back?" in said
    terminal.until("fill it in, then run: drafter draft c-brief.yaml --pack own")
    assert terminal.ended() == 0
    assert "blueprint: c" in (folder / "c-brief.yaml").read_text("utf-8")


def test_who_stops_has_nothing_written(folder: Path) -> None:
    for key, code in (("\x1b", 1), (CTRL_C, 130)):
        terminal = Terminal(folder, "new", "--pack", "own", LANGUAGE="en")
        terminal.answer("In which language is it given?", key)
        terminal.until("stopped; nothing was written")
        assert terminal.ended() == code
    assert [path.name for path in folder.iterdir()] == ["own"]


def test_without_a_terminal_a_name_is_due(folder: Path) -> None:
    done = process(folder, "new", LANGUAGE="en")
    assert done.code == 2
    assert "name a blueprint, or ask before a terminal; `drafter blueprint list` shows them" in done.said


def test_the_list_is_grouped(folder: Path) -> None:
    done = process(folder, "blueprint", "list", "--pack", "own", LANGUAGE="en")
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.said.splitlines()]
    assert lines[0] == "a project kick-off"  # the reader's language first
    at = lines.index("大会")
    assert lines[at : at + 5] == ["大会", "a own 部署讲话", "b own 整改讲话", "c own 主持词", "开工"]
    assert "e own 没有说明场合的" in lines[lines.index("other occasions") :]


def test_show_tells_the_occasion(folder: Path) -> None:
    done = process(folder, "blueprint", "show", "a", "--pack", "own", LANGUAGE="en")
    assert done.said.startswith("a  部署讲话\n  for: 大会 · 书记 / 市长 · 部署工作\n")


def test_a_slip_is_told_where_it_stands(folder: Path) -> None:
    path = folder / "own/speeches/a.yaml"
    path.write_text(f"drafter: 1\noccasion: {{event: 大会, speakers: 书记, turn: {{a: b}}}}\n{SPEECH}", "utf-8")
    done = process(folder, "check", "own/speeches/a.yaml", LANGUAGE="en")
    assert done.code == 1
    assert "own/speeches/a.yaml:2:23: error: unknown key speakers" in done.said and "did you mean speaker?" in done.said
    assert "own/speeches/a.yaml:2:43: error: turn should be a text" in done.said
