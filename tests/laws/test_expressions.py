"""What the grammar of docs/language.md makes is read as it was meant, and of anything else one thing is told, at its place."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.expression.explain import explained
from drafter.expression.grammar import WORDS, Fault, Reading, Stop, read
from drafter.expression.parse import cut, parse_prose, parsed
from drafter.expression.spell import escaped, hole, source
from drafter.expression.spots import in_expression
from drafter.expression.walk import words_in
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.problem import Place, Problem
from drafter.sentences import sentence
from tests.conftest import ROOT

NOWHERE = Place("")
OPERATORS = ["==", "!=", "<", "<=", ">", ">=", "in", "not in"]
words = st.one_of(
    st.sampled_from(["会议", "任务", "x", "item", "_a", "甲①", "loop", "nota"]),
    st.from_regex(r"[^\W\d]\w{0,3}", fullmatch=True).filter(lambda name: name not in WORDS),
)
texts = st.text("甲乙 ,.|(){}“”，'a", max_size=4) | st.text('甲乙 ,.|()[]#："a', max_size=4)
numbers = st.integers(0, 10**15 - 1) | st.from_regex(r"(0|[1-9][0-9]{0,14})\.[0-9]{1,15}", fullmatch=True).map(float)
constants = st.one_of(texts, numbers, st.booleans())
leaves = st.one_of(
    words.map(Name), constants.map(Literal), st.lists(constants, min_size=1, max_size=3).map(tuple).map(Literal)
)


def larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Field, inner, words),
        st.builds(Filtered, inner, words),
        st.builds(Negation, inner),
        st.builds(Both, inner, inner),
        st.builds(Either, inner, inner),
        st.builds(Compare, inner, st.sampled_from(OPERATORS), inner),
    )


expressions = st.recursive(leaves, larger, max_leaves=6)
SHREDS = [
    "会议", "item", "名称", "_a", "loop", "none", "if", "else", "a1", "is", "true", "False", "not", "in", "not in", "and", "or", "defined",
    ".", "|", ",", "(", ")", "[", "]", "==", "!=", "<", ">=", "=", "+", "-", "*", "~", ":", "{", "}", "{{", "}}", "{%", "{#", "%}", "#",
    "0", "7", "07", "1.5", "1_000", "0x10", "1e3", "1.", ".5", "１", "'省'", '"市"', "'a\\n'", '""', '"', "'", "\\", " ", "\n", "\u3000",
    "（", "“", "｜", "·", "\x00", "\ud800", "甲 乙", "()", "**", "｛｛", "9" * 20,
]  # fmt: skip
anything = st.one_of(st.text(), st.lists(st.sampled_from(SHREDS), max_size=9).map("".join))


def word(of: Name | Field | Filtered | Literal) -> str:
    """A word as it stands in a text."""
    return of.name if not isinstance(of, Literal) else of.value if isinstance(of.value, str) else source(of)


@settings(max_examples=200)
@given(expressions)
@example(Field(Literal(7), "x"))
@example(Negation(Compare(Name("a"), "in", Name("b"))))
def test_an_expression_is_read_as_it_is_spelled(expression: Expression) -> None:
    text = source(expression)
    reading = read(text)
    assert isinstance(reading, Reading)
    assert repr(reading.expression) == repr(expression)  # 1 and true are equal, and not the same
    assert [text[start:end] for start, end in reading.spans] == [word(one) for one in words_in(expression)]


@given(expressions, words)
def test_where_a_name_stands_another_can_stand(expression: Expression, new: str) -> None:
    text = source(expression)
    for old in {one.name for one in words_in(expression) if isinstance(one, Name)}:
        spots = in_expression(text, old)
        assert spots
        done = text
        for spot in reversed(spots):
            assert done[spot : spot + len(old)] == old
            done = done[:spot] + new + done[spot + len(old) :]
        reading = read(done)
        assert isinstance(reading, Reading)
        before = [Name(new) if one == Name(old) else one for one in words_in(expression)]
        assert [word(one) for one in words_in(reading.expression)] == [word(one) for one in before]


@settings(max_examples=300)
@given(anything)
@example("会议 -")
@example("-0E０")
@example("会议 | ")
@example("'" * 499)
@example("[" * 240 + "1" + "]" * 240)
def test_any_text_is_read_or_one_thing_is_told_at_one_of_its_characters(text: str) -> None:
    found = parsed(text)
    if isinstance(found, Fault):
        assert 0 <= found.at < max(len(text), 1)
        assert sentence(Problem(found.rule, NOWHERE, dict(found.facts)))
    else:
        again = parsed(source(found.expression))
        assert isinstance(again, Reading)
        assert repr(again.expression) == repr(found.expression)


@given(anything, st.integers(0, 20))
def test_who_explains_only_ever_finds_fault(text: str, at: int) -> None:
    assert isinstance(explained(text, Stop(min(at, len(text)), text[at : at + 1], "")), Fault)


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(SHREDS) | st.sampled_from(["{{ 会议 }}", "{{ a | 顿号 }}", "好。"]), max_size=9).map(
        "".join
    )
)
def test_a_text_is_cut_whole(text: str) -> None:
    parts = list(cut(text))
    assert "".join(f"{{{{{text[a:b]}}}}}" if inside else text[a:b] for a, b, inside in parts) == text
    assert all(0 <= fault.at < len(text) for fault in parse_prose(text, NOWHERE)[1])


@given(st.lists(st.tuples(st.text("甲{}%#*｛｝ ", max_size=5), words), max_size=4))
@example([("{{" * 1500, "甲")])
def test_words_are_said_as_they_are_whatever_marks_are_in_them(parts: list[tuple[str, str]]) -> None:
    prose, faults = parse_prose("".join(escaped(said) + hole(name) for said, name in parts), NOWHERE)
    assert faults == ()
    said = (piece if isinstance(piece, str) else getattr(piece, "value", piece) for piece in prose.pieces)
    told = "".join(one if isinstance(one, str) else "\0" for one in said)
    assert told == "".join(f"{words}\0" for words, _ in parts)


def test_no_expression_that_can_be_read_asks_jinja() -> None:
    ours = """
import sys
from drafter.expression.parse import parse_prose, parsed
from drafter.problem import Place
print(parsed('not (a.b | 顿号 == "省" or x in [1, 2.5])'), parse_prose("在{{ 会议 }}上的**讲话**", Place(""))[1])
print("jinja2" in sys.modules, parsed("a ~ b"), "jinja2" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", ours], capture_output=True, text=True, check=True, cwd=ROOT)
    read, asked = done.stdout.splitlines()
    assert read.startswith("Reading(") and read.endswith(" ()")
    assert asked == "False Fault(rule='no-joining', at=2, facts=(('token', '~'),)) True"


@pytest.mark.parametrize("shred", ["{{ 会", "{{ a }}", "{{", "}}", "“甲”", "{{ '", "**"])
def test_cutting_takes_as_long_as_the_text_is(shred: str) -> None:
    started = time.process_time()
    parse_prose(shred * 50_000, NOWHERE)
    assert time.process_time() - started < 2
