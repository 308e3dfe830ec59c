"""What is written as YAML reads back as the same."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.library import Library
from drafter.expression.parse import parse_expression
from drafter.expression.spell import source
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.notation.blueprint import read_blueprint
from drafter.notation.write import blueprint_text
from drafter.problem import Place
from drafter.yamltext.parse import parse

names = st.sampled_from(["会议", "任务", "x", "item"]).map(Name)
literals = st.one_of(
    st.text("甲\"\\'a ", max_size=4),
    st.integers(0, 99),
    st.booleans(),
    st.lists(st.integers(0, 9), min_size=1, max_size=3).map(tuple),
).map(Literal)


def larger(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    return st.one_of(
        st.builds(Field, inner, st.sampled_from(["名称", "y"])),
        st.builds(Filtered, inner, st.sampled_from(["顿号", "汉字"])),
        st.builds(Negation, inner),
        st.builds(Both, inner, inner),
        st.builds(Either, inner, inner),
        st.builds(Compare, names, st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"]), literals),
    )


@given(st.recursive(st.one_of(names, literals), larger, max_leaves=6))
def test_an_expression_reads_back_as_it_is_spelled(expression: Expression) -> None:
    assert parse_expression(source(expression)) == (expression, None)


def placeless(value: Any) -> Any:
    """A noun without its places."""
    if isinstance(value, Place):
        return None
    if isinstance(value, tuple):
        return tuple(map(placeless, value))
    if isinstance(value, dict):
        return {key: placeless(inner) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, {f.name: placeless(getattr(value, f.name)) for f in fields(value)}
    return value


@pytest.mark.parametrize("name", [name for name, _ in Library().shelf.names("speeches")])
def test_a_blueprint_reads_back_as_it_is_written(name: str) -> None:
    blueprint, _ = Library().blueprint(name)
    assert blueprint is not None
    again, problems = read_blueprint(parse(blueprint_text(blueprint, {"transition": "note"}), "again.yaml"), name)
    assert problems == ()
    assert again is not None
    asked = {slot: blueprint.slots[slot] for slot in blueprint.asked}
    assert placeless(again) == placeless(replace(blueprint, slots=asked))
