"""Expressions and words written out as an author would type them: what `parse` reads back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import assert_never

from drafter.expression.grammar import CLOSE, OPEN, STATEMENTS, STRONG, WIDE
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation

BINDS = {Either: 1, Both: 2, Negation: 3, Compare: 4, Filtered: 5, Field: 6, Name: 7, Literal: 7}
"""How closely each kind holds its parts together."""
MARKS = (OPEN, CLOSE, *STATEMENTS, STRONG, *WIDE)
"""What means something in prose."""
ANY_MARK = re.compile("|".join((*map(re.escape, MARKS), r"\{\Z")))
"""The same, or what would mean something before a hole."""


def source(expression: Expression) -> str:
    """The expression as text."""
    match expression:
        case Name(name):
            return name
        case Field(of, name):
            text = _inner(of, 6)
            return f"({text}).{name}" if text[-1].isdigit() and isinstance(of, Literal) else f"{text}.{name}"
        case Filtered(of, name, arguments):
            given = f"({', '.join(map(source, arguments))})" if arguments else ""
            return f"{_inner(of, 5)} | {name}{given}"
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
    """A text, number or truth value as it is typed; a text has quotes of one kind at most, for no other can be typed."""
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            digits = format(Decimal(repr(value)), "f")  # never with an exponent
            return digits if "." in digits else f"{digits}.0"
        case int():
            return f"{value}"
        case _:
            return f"'{value}'" if '"' in value else f'"{value}"'


def escaped(text: str) -> str:
    """Words as prose that says just these, whatever marks are in them and whatever hole comes after them."""
    # one character at a time: the first }} ends an expression, within quotes too
    return ANY_MARK.sub(lambda found: "".join(hole(literal(char)) for char in found[0]), text)


def hole(expression: str) -> str:
    """An expression between braces."""
    return f"{OPEN} {expression} {CLOSE}"


def _inner(expression: Expression, least: int) -> str:
    text = source(expression)
    return text if BINDS[type(expression)] >= least else f"({text})"
