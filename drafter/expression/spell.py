"""Expressions written out as an author would type them: what `parse_expression` reads back."""

from __future__ import annotations

from typing import assert_never

from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation

BINDS = {Either: 1, Both: 2, Negation: 3, Compare: 4, Filtered: 5, Field: 6, Name: 7, Literal: 7}
"""How closely each kind holds its parts together."""


def source(expression: Expression) -> str:
    """The expression as text."""
    match expression:
        case Name(name):
            return name
        case Field(of, name):
            return f"{_inner(of, 6)}.{name}"
        case Filtered(of, name):
            return f"{_inner(of, 5)} | {name}"
        case Literal(value):
            return f"[{', '.join(map(literal, value))}]" if isinstance(value, tuple) else literal(value)
        case Compare(left, operator, right):
            return f"{_inner(left, 5)} {operator} {_inner(right, 5)}"
        case Both(left, right):
            return f"{_inner(left, 2)} and {_inner(right, 3)}"
        case Either(left, right):
            return f"{_inner(left, 1)} or {_inner(right, 2)}"
        case Negation(of):
            return f"not {_inner(of, 3)}"
        case _:
            assert_never(expression)


def literal(value: str | int | float | bool) -> str:
    """A text, number or truth value as it is typed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return f"{value}"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _inner(expression: Expression, least: int) -> str:
    text = source(expression)
    return text if BINDS[type(expression)] >= least else f"({text})"
