"""Where the names that a text asks for stand in it."""

from __future__ import annotations

from drafter.expression.grammar import Fault
from drafter.expression.parse import cut, parsed
from drafter.expression.walk import words_in
from drafter.language import TONGUES, Finder
from drafter.model.expression import Filtered, Name

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
    words = tuple(words_in(reading.expression))
    looked = (
        one for word in words if field and isinstance(word, Filtered) and word.name in LOOKING for one in word.arguments
    )
    of_items = {id(word) for argument in looked for word in words_in(argument)}
    met = zip(reading.spans, words, strict=True)
    return tuple(start for (start, _), word in met if word == Name(name) and id(word) not in of_items)


def in_prose(text: str, name: str, *, field: bool = False) -> tuple[int, ...]:
    """Where a name stands between the braces of a text, found as in an expression."""
    return tuple(
        start + spot
        for start, end, inside in cut(text)
        if inside
        for spot in in_expression(text[start:end], name, field=field)
    )
