"""The class of work is offered where a blueprint looks at facts: in a new brief, and by `ask` with what the facts tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from drafter.desk.ask import begun, questions
from drafter.desk.library import Library
from tests.cases.running import drafter
from tests.cases.terminal import Terminal

LOOKS = """\
drafter: 1
title: 会
slots:
  会议: {ask: 什么会议}
  任务: {type: list, of: text, ask: 哪些任务}
speech:
  title: 在{{ 会议 }}上的讲话
  opening:
    - id: a
      say:
        - "{{ 任务 | 分号 }}。"
        - {id: season, say: [{for: 水利, say: 趁着枯水抓紧干。}, {for: 园林, say: 趁着雨季抓紧栽。}, 抓紧干。]}
"""
BRIEF = "blueprint: bp.yaml\n会议: 推进会\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    words = tmp_path / "packs/p/words"
    words.mkdir(parents=True)
    (words.parent / "pack.yaml").write_text("drafter: 1\nname: p\n", "utf-8")
    (words / "subjects.yaml").write_text("drafter: 1\nsubjects: {水利: [闸门, 堤坝], 环卫: [垃圾, 清扫]}\n", "utf-8")
    (tmp_path / "bp.yaml").write_text(LOOKS, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def test_a_new_brief_offers_the_classes(folder: Path) -> None:
    said = drafter(folder, "new", "bp.yaml", "-o", "-").said
    assert "blueprint: bp.yaml\n\n# 属于哪一类工作，不写就由各项内容推定\n#   治水、" in said
    assert "、水利、环卫、园林\n# subject:\n\n# 什么会议\n会议:\n" in said.replace("\n#   ", "、")
    (folder / "n.yaml").write_text(said.replace("# subject:", "subject: 环卫"), "utf-8")
    assert "unknown-subject" not in drafter(folder, "check", "n.yaml").said


def test_a_blueprint_that_does_not_look_offers_none(folder: Path) -> None:
    (folder / "bp.yaml").write_text(LOOKS.split("        - {id: season")[0], "utf-8")
    assert "subject" not in drafter(folder, "new", "bp.yaml", "-o", "-").said
    assert [one.name for one in questions(begun(folder / "b.yaml", Library()))] == ["任务"]


def test_ask_proposes_the_class_that_the_facts_tell(folder: Path) -> None:
    terminal = Terminal(folder, "ask", "b.yaml")
    terminal.answer("item 1 of 任务: 哪些任务", "修闸门\r")
    terminal.answer("item 2 of 任务: 哪些任务", "加固堤坝\r")
    terminal.answer("item 3 of 任务: 哪些任务", "\r")
    terminal.answer("? subject: 属于哪一类工作，不写就由各项内容推定（选一个：治水、", "\r")
    terminal.until("b.yaml\n  nothing is open")
    assert terminal.ended() == 0
    text = (folder / "b.yaml").read_text("utf-8")
    assert text.startswith("blueprint: bp.yaml\nsubject: 水利\n会议: 推进会\n")
    assert "趁着枯水抓紧干" in drafter(folder, "draft", "b.yaml", "-o", "-", "--format", "txt").said


def test_another_class_may_be_typed_and_none_taken(folder: Path) -> None:
    (folder / "b.yaml").write_text(BRIEF + "任务: [修闸门, 加固堤坝]\n", "utf-8")
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "subject")
    terminal.answer("? subject: ", "园林\r")
    assert terminal.ended() == 0
    assert "\nsubject: 园林\n" in (folder / "b.yaml").read_text("utf-8")
    terminal = Terminal(folder, "ask", "b.yaml", "--only", "subject")
    terminal.answer("? subject: ", "leave\r")
    assert terminal.ended() == 0
    assert "园林" not in (folder / "b.yaml").read_text("utf-8")


def test_one_that_is_given_is_not_asked_again_with_what_is_open(folder: Path) -> None:
    (folder / "b.yaml").write_text(BRIEF + "subject: [水利, 环卫]\n", "utf-8")
    assert [one.name for one in questions(begun(folder / "b.yaml", Library()))] == ["任务"]
    (folder / "b.yaml").write_text(BRIEF, "utf-8")
    assert [one.name for one in questions(begun(folder / "b.yaml", Library()))] == ["任务", "subject"]


def test_the_schema_proposes_the_classes_and_tells_of_remarks(folder: Path) -> None:
    schema = json.loads(drafter(folder, "schema", "brief", "bp.yaml").said)
    assert '{"enum": ["水利", "园林"]}' in json.dumps(schema["properties"]["subject"], ensure_ascii=False)
    editor = Draft7Validator(schema)
    for given in ("水利", "环卫", None, 5, ["水利", "环卫"], [], [None]):
        assert editor.is_valid({"blueprint": "bp.yaml", "subject": given}), given
    for given in ({"水利": "x"}, [["水利"]]):
        assert not editor.is_valid({"blueprint": "bp.yaml", "subject": given}), given
    assert schema["properties"]["任务"]["description"] == (
        "哪些任务\n\n事实后面可以用“｜”加附注：难：…、因：…、疑：…、答：…、共：…、简：…、先：…、急、重、余"
    )


def test_the_schema_of_a_blueprint_that_does_not_look_tells_nothing_of_remarks(folder: Path) -> None:
    (folder / "bp.yaml").write_text(LOOKS.split("        - {id: season")[0], "utf-8")
    schema = json.loads(drafter(folder, "schema", "brief", "bp.yaml").said)
    assert schema["properties"]["任务"]["description"] == "哪些任务"
    assert Draft7Validator(schema).is_valid({"blueprint": "bp.yaml", "subject": ["水利"]})
