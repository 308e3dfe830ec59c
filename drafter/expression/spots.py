"""Where the names that a text asks for stand in it."""

from __future__ import annotations

from drafter.expression.grammar import Fault
from drafter.expression.parse import cut, parsed
from drafter.expression.walk import words_in
from drafter.model.expression import Name


def in_expression(text: str, name: str) -> tuple[int, ...]:
    """Where a name stands in an expression; raises ValueError where that cannot be told."""
    reading = parsed(text)
    if isinstance(reading, Fault):
        raise ValueError(text)
    words = zip(reading.spans, words_in(reading.expression), strict=True)
    return tuple(start for (start, _), word in words if word == Name(name))


def in_prose(text: str, name: str) -> tuple[int, ...]:
    """Where a name stands between the braces of a text."""
    return tuple(
        start + spot for start, end, inside in cut(text) if inside for spot in in_expression(text[start:end], name)
    )
