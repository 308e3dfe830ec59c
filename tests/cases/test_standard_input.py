"""`-` is standard input wherever a file is read; what is relative in it is seen from the working folder."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from drafter.desk import reading
from tests.cases.running import Done, drafter

BLUEPRINT = """\
drafter: 1
title: 试
slots: {会议: {ask: 会议全称, example: 全市大会}}
speech: {title: "在{{ 会议 }}上的讲话", salutation: 同志们：, opening: [{id: a, say: 现在开会。}], closing: [{id: z, say: 散会。}]}
"""
BRIEF = "blueprint: plain.yaml\n会议: 全市大会\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "plain.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    (tmp_path / "old.txt").write_text("在全市大会上的讲话\n同志们：\n现在开会。\n散会。\n", "utf-8")
    return tmp_path


def fed(desk: Path, name: str, line: str, monkeypatch: pytest.MonkeyPatch) -> Done:
    """A command with a file on its standard input."""
    reading._standard_input.cache_clear()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((desk / name).read_bytes()), "utf-8"))
    return drafter(desk, *line.split())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("b.yaml", "draft {} -o -"),
        ("b.yaml", "draft {} -o - --format md"),
        ("b.yaml", "check {}"),
        ("b.yaml", "outline {}"),
        ("b.yaml", "convert {} --to plain.yaml -o -"),
        ("old.txt", "tidy {} -o -"),
        ("old.txt", "outline {}"),
        ("plain.yaml", "check {}"),
    ],
)
def test_a_file_on_standard_input_is_as_if_it_were_named(
    name: str, line: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, given = drafter(desk, *line.format(name).split()), fed(desk, name, line.format("-"), monkeypatch)
    assert given.code == named.code
    assert re.sub("^-:", f"{name}:", given.said, flags=re.MULTILINE) == named.said


def test_a_word_document_comes_in_too(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafter(desk, "draft", "b.yaml", "-o", "s.docx")
    given = fed(desk, "s.docx", "tidy - -o -", monkeypatch)
    assert given.said.replace("-:3:", "s.docx:3:", 1) == drafter(desk, "tidy", "s.docx", "-o", "-").said
    assert fed(desk, "s.docx", "draft b.yaml --reference - -o r.docx", monkeypatch).code == 0
    assert fed(desk, "s.docx", "draft - -o -", monkeypatch).said == (
        "-:1:1: error: - is a Word document that drafter made, not a brief; name b.yaml, the brief that it was drafted from [wrong-kind]\n"
    )
    assert fed(desk, "s.docx", "distil - -o d.yaml", monkeypatch).code == 0
    assert (desk / "stdin-brief.yaml").read_text("utf-8").splitlines()[1].startswith("#")


def test_what_comes_from_nowhere_is_no_source_of_a_draft(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fed(desk, "b.yaml", "draft - -o s.docx", monkeypatch).code == 0
    (desk / "b.yaml").write_text(BRIEF.replace("全市", "全省"), "utf-8")
    assert "[would-overwrite]" in fed(desk, "b.yaml", "draft - -o s.docx", monkeypatch).said


def test_an_error_has_its_line(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "b.yaml").write_text("blueprint: plain.yaml\n会仪: 会\n", "utf-8")
    assert fed(desk, "b.yaml", "check -", monkeypatch).said == (
        "-:2:1: error: unknown slot 会仪; did you mean 会议? [unknown-slot]\n1 error, 0 warnings\n"
    )


@pytest.mark.parametrize("line", ["draft -", "tidy -", "distil -", "convert - --to plain.yaml"])
def test_nothing_lies_beside_it(line: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = fed(desk, "b.yaml", line, monkeypatch)
    assert done.said.endswith("error: nothing lies beside standard input; name a file with -o\n")
    assert done.code == 2


@pytest.mark.parametrize(
    "line",
    ["watch -", "ask -", "new -", "blueprint fmt -", "check --fix -", "convert b.yaml --to -"],
)
def test_what_needs_a_file_says_so(line: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = fed(desk, "b.yaml", line, monkeypatch)
    assert done.said.endswith("error: this command needs a file, not standard input\n")
    assert done.code == 2


def test_a_brief_cannot_make_us_read_it(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "b.yaml").write_text('blueprint: "-"\n', "utf-8")
    assert "there is no blueprint -" in fed(desk, "plain.yaml", "check b.yaml", monkeypatch).said
