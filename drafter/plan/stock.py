"""Sentences of the packs' stock that fit a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.expression.evaluate import Phrase, given
from drafter.language import Tongue
from drafter.model.expression import Prose
from drafter.model.value import Fact, Listing, Record, Value
from drafter.model.words import Stock


def fitting(tongue: Tongue, stock: str, about: Value | Phrase | None) -> Iterator[tuple[Value | None, Prose, int]]:
    """The fact that a sentence is about, the sentence, and what speaks for it: the longest of the words that match counts most."""
    items: tuple[Value | None, ...] = (None,) if about is None else _items(about)
    for item in items:
        for row in tongue.knows.words.stocks.get(stock, ()):
            weight = _weight(row, item, tongue)
            if weight is not None:
                yield from ((item, prose, weight) for prose in row.says)


def _items(about: Value | Phrase) -> tuple[Value, ...]:
    match about:
        case Listing(items):
            return tuple(filter(given, items))
        case Fact() | Record() if given(about):
            return (about,)
        case _:
            return ()


def _weight(row: Stock, item: Value | None, tongue: Tongue) -> int | None:
    """How much speaks for a row; None if it does not fit."""
    if row.subjects and not set(row.subjects) & set(tongue.knows.subjects):
        return None
    weight = 1 if row.subjects else 0
    if row.classes:
        reading = tongue.readings.get(tongue.class_reading)
        found = reading.find(item, tongue.knows) if reading and item is not None else None
        if not isinstance(found, Fact) or found.value not in row.classes:
            return None
        weight += 1
    if row.match:
        met = [found[0] for text in _texts(item) for found in [_pattern(row.match).search(text)] if found]
        if not met:
            return None
        weight += max(map(len, met))
    return weight


def _texts(item: Value | None) -> Iterator[str]:
    match item:
        case Fact(text=text):
            yield text
        case Record(fields):
            for value in fields.values():
                yield from _texts(value)
        case Listing(items):
            for value in items:
                yield from _texts(value)


@lru_cache(maxsize=2048)
def _pattern(match: str) -> re.Pattern[str]:
    return re.compile(match)
