"""Whatever a program gives for a fact is drafted, or refused in words that its author understands."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import drafter

BLUEPRINT = """\
drafter: 1
title: 试
slots:
  事: {ask: 事}
  数: {type: number, ask: 数}
  日: {type: date, ask: 日}
  名单: {type: list, of: text, ask: 名单}
speech:
  title: 讲{{ 事 }}
  opening:
    - {id: a, say: "{{ 数 }}人，{{ 日 | 日期 }}，{{ 名单 | 顿号 }}。"}
"""
RING: list[object] = []
RING.append(RING)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    return tmp_path


def said(facts: Any, blueprint: str = "b.yaml") -> str:
    return drafter.draft(facts, blueprint=blueprint).write("txt").decode()


@pytest.mark.parametrize(
    ("slot", "value", "shown"),
    [
        ("事", "甲\r\n乙", "讲甲乙"),
        ("事", "甲\r乙", "讲甲乙"),
        ("事", "a: {{ b }} # c", "讲a: {{ b }} # c"),
        ("数", 3, "3人"),
        ("数", Decimal("1.50"), "1.50人"),
        ("日", date(2026, 11, 20), "2026年11月20日"),
        ("日", datetime(2026, 11, 20), "2026年11月20日"),
        ("名单", ("甲", "乙"), "甲和乙"),
        ("名单", iter(["甲", "乙"]), "甲和乙"),
    ],
)
def test_a_fact_is_what_python_has_for_it(slot: str, value: object, shown: str) -> None:
    assert shown in said({slot: value})


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("a\0b", "illegal-character"),
        ("a\x1bb", "illegal-character"),
        ("\ud800", "illegal-character"),
        ("a\u2028b", "illegal-character"),
        (RING, "too-deep"),
        ({"甲": RING}, "too-deep"),
        ({"\0": "甲"}, "illegal-character"),
    ],
)
def test_what_no_document_can_hold_is_told(value: object, rule: str) -> None:
    with pytest.raises(drafter.InputError) as stop:
        said({"名单": value})
    assert [problem.rule for problem in stop.value.problems] == [rule]
    assert str(stop.value)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (None, "not NoneType"),
        (b"x", "not bytes"),
        ({"事": b"x"}, "not bytes"),
        ({"事": object()}, "not object"),
        ({"事": 1j}, "not complex"),
        ({"事": 10**5000}, "thousands of digits"),
        ({1: "x"}, "a str, not int"),
        ({None: "x"}, "a str, not NoneType"),
        ({"名单": [{("a", "b"): 1}]}, "a str, not tuple"),
        ("b.yaml", "pathlib.Path('b.yaml')"),
    ],
)
def test_what_is_no_fact_is_a_plain_type_error(facts: object, words: str) -> None:
    with pytest.raises(TypeError, match=words.replace("(", r"\(").replace(")", r"\)")):
        said(facts)


@pytest.mark.parametrize(
    "text",
    [
        "事: 甲\n",
        "事: 甲",
        "{事: 甲}\n",
        "  事: 甲\n  数: 3\n",
        "---\n事: 甲\n",
        "\ufeff事: 甲\n",
        "事: 甲\r\n数: 3\r\n",
        "# 注\n事: |\n  甲\n",
        "事: 甲\nblueprint: b.yaml\n",
    ],
)
def test_a_text_that_names_no_blueprint_is_given_one_however_it_is_written(text: str) -> None:
    assert said(text).startswith("讲甲\n")
    assert not [one for one in drafter.check(text, blueprint="b.yaml") if one.severity == "error"]


def test_no_facts_at_all_are_a_brief_with_gaps() -> None:
    assert said("").startswith("讲【") and said("# 无\n").startswith("讲【") and said({}).startswith("讲【")


def test_a_blueprint_that_is_named_counts_and_lines_stay_where_they_are() -> None:
    assert said("blueprint: b.yaml\n事: 甲\n", "work-meeting").startswith("讲甲\n")
    with pytest.raises(drafter.InputError) as stop:
        said("数: 3\n甲: 乙\n数: 4\n")
    assert [(one.rule, one.place.line) for one in stop.value.problems] == [("unknown-slot", 2), ("duplicate-key", 3)]


def test_a_file_that_names_no_blueprint_is_given_one(folder: Path) -> None:
    brief = folder / "f.yaml"
    brief.write_text("事: 甲\n", "utf-8")
    assert said(brief).startswith("讲甲\n")
    assert not [one for one in drafter.check(brief, blueprint="b.yaml") if one.severity == "error"]
    assert not [one for one in drafter.check(Path("b.yaml"), blueprint="b.yaml") if one.severity == "error"]


def test_errors_come_through_to_another_process() -> None:
    with pytest.raises(drafter.InputError) as stop:
        said("甲: 乙\n")
    again = pickle.loads(pickle.dumps(stop.value))
    assert type(again) is drafter.InputError and again.problems == stop.value.problems and str(again) == str(stop.value)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: drafter.Library("packs"), "folders in a list"),
        (lambda: drafter.draft({}, packs=Path("packs")), "folders in a list"),  # type: ignore[arg-type]
        (lambda: drafter.draft({}, blueprint="b.yaml").write(reference="x.docx"), "bytes of a Word file"),  # type: ignore[arg-type]
        (lambda: drafter.recognise("text", "x.txt"), "bytes of its file"),  # type: ignore[arg-type]
        (lambda: drafter.distil(), "one speech or several"),
        (lambda: drafter.distil("x"), "one speech or several"),  # type: ignore[arg-type]
        (lambda: drafter.distil(drafter.recognise("讲话\n好。\n".encode(), "x.txt"), sources="ab"), "in a list"),
    ],
)
def test_wrong_arguments_are_plain_type_errors(call: Callable[[], object], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        call()


def test_a_path_may_be_a_str_or_a_path() -> None:
    drafted = drafter.draft({"事": "甲"}, blueprint="b.yaml", packs=["."])
    assert drafted.write("html", style=Path("podium")) == drafted.write("html", style="podium")
    assert drafted.write(source=Path("a/b.yaml")) == drafted.write(source="a/b.yaml")
    assert drafter.recognise("讲话\n好。\n".encode(), Path("x.txt")).manuscript.lines
