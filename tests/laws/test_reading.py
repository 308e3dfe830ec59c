"""A reader never raises on any text, and an error always has a line of its file."""

from __future__ import annotations

import functools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.model.blueprint import Blueprint
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.style import read_style
from drafter.problem import Place, Problem
from drafter.sentences import report
from drafter.yamltext.parse import parse
from drafter.yamltext.source import decode

SHREDS = [
    "blueprint: probe\n", "会议: ", "任务:\n", "  - 名称: ", "- ", "  ", "\n", "\u3000", "\u00a0", "\t", "：", "同志们:", "# 注", " #1",
    "[", "]", "{", "}", "{{ 会议 }}", "{{", "}}", "｛｛", "|\n", ">\n", '"', "'", "&a", "*a", "!x", "%", "@", "`", "---\n", "? ", "<<: ",
    "drafter: 1\n", "speech:\n", "slots:\n", "  opening:\n", "    - {id: a, say: 好}\n", "type: list", "of: ", "when: ", "each: ", "12:30",
    "\x00", "\ud800", "\ufeff", "\r", "roles:\n", "size: 三号", "**", "{% if %}", "x | 顿号",
]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(SHREDS), max_size=30).map("".join))
PROBE = """
drafter: 1
title: 试
slots:
  会议: {ask: 会议全称}
  任务: {type: list, of: {名称: {ask: 名称}}}
speech:
  title: 在{{ 会议 }}上的讲话
  emphases:
    - {id: a, each: 任务, heading: "{{ 名称 }}", body: [{id: b, say: 抓好。}]}
"""


@functools.cache
def probe() -> Blueprint:
    blueprint, problems = read_blueprint(parse(PROBE, "probe.yaml"), "probe")
    assert blueprint is not None, problems
    return blueprint


def problems_of(kind: str, text: str) -> tuple[Problem, ...]:
    match kind:
        case "brief":
            return read_brief(parse(text, "f.yaml"), lambda name, place: (probe(), ()))[2]
        case "blueprint":
            return read_blueprint(parse(text, "f.yaml"), "f")[1]
        case _:
            return read_style(parse(text, "f.yaml"), "f")[1]


@pytest.mark.parametrize("kind", ["brief", "blueprint", "style"])
@settings(max_examples=250)
@given(text=texts)
@example(text="{[")
@example(text="- - - a\n b: : c")
@example(text="a: b\n\u3000c: d")
def test_every_text_is_read_or_refused_with_a_place_in_it(kind: str, text: str) -> None:
    lines = text.split("\n")
    for problem in problems_of(kind, text):
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert report(problem).startswith(f"f.yaml:{problem.place.line}:{problem.place.column}: ")


@given(
    st.one_of(
        st.binary(),
        texts.map(lambda text: text.encode("gb18030", "replace")),
        texts.map(lambda t: t.encode("utf-16", "replace")),
    )
)
def test_all_bytes_are_decoded_or_refused(raw: bytes) -> None:
    text, problems = decode(raw, "f.yaml")
    assert all(problem.place == Place("f.yaml") for problem in problems)
    assert text == "" or not any(problem.severity == "error" for problem in problems)


@given(texts, texts)
def test_the_same_text_has_the_same_problems(text: str, other: str) -> None:
    first = problems_of("brief", text)
    problems_of("brief", other)
    assert problems_of("brief", text) == first
