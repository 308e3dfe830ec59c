"""Where the names that a text asks for stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.expression.grammar import Fault
from drafter.expression.parse import cut, parsed
from drafter.expression.walk import words_in
from drafter.language import TONGUES, Finder
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation

LOOKING = frozenset(
    name
    for tongue in TONGUES.values()
    for name, what in tongue.filters.items()
    if isinstance(what, Finder) and "condition" in what.needs
)
"""The filters in whose brackets the fields of each item are in scope."""


def in_expression(text: str, name: str, *, field: bool = False) -> tuple[int, ...]:
    """Where a name stands in an expression; if it is a field, too, not where items are looked at. Raises ValueError."""
    reading = parsed(text)
    if isinstance(reading, Fault):
        raise ValueError(text)
    words = zip(reading.spans, words_in(reading.expression), _of_items(reading.expression), strict=True)
    return tuple(start for (start, _), word, of_item in words if word == Name(name) and not (field and of_item))


def in_prose(text: str, name: str, *, field: bool = False) -> tuple[int, ...]:
    """Where a name stands between the braces of a text, found as in an expression."""
    return tuple(
        start + spot
        for start, end, inside in cut(text)
        if inside
        for spot in in_expression(text[start:end], name, field=field)
    )


def _of_items(piece: Expression, inside: bool = False) -> Iterator[bool]:
    """For each word of an expression, in the order of `words_in`, whether it speaks of the items that a filter looks at."""
    match piece:
        case Filtered(of, name, arguments):
            yield from _of_items(of, inside)
            yield inside
            for argument in arguments:
                yield from _of_items(argument, inside or name in LOOKING)
        case Field(of, _):
            yield from _of_items(of, inside)
            yield inside
        case Negation(of):
            yield from _of_items(of, inside)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from _of_items(left, inside)
            yield from _of_items(right, inside)
        case Literal(tuple(values)):
            yield from (inside for _ in values)
        case _:
            yield inside
