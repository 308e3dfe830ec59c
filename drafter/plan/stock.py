"""Sentences of the packs' stock that fit a fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from drafter.expression.evaluate import Phrase, bare, given
from drafter.language import Tongue
from drafter.model.expression import Prose
from drafter.model.value import Fact, Listing, Record, Value
from drafter.model.words import Stock, Words
from drafter.plan.met import Begins, by_first, met

SHARED, RARE = 3, 3
"""Pairs of characters that a sentence told by nothing but the class of work shares with the facts; pairs that stand in
more sentences of its stock than that do not count, as they speak of no work in particular."""


def fitting(
    tongue: Tongue, stock: str, about: Value | Phrase | None, around: Value | Phrase | None = None
) -> Iterator[tuple[Value | None, Prose, int, bool]]:
    """The fact that a sentence is about, the sentence, what speaks for it, and whether it is a maxim: the longest word met counts most.

    `around` is the record that the fact is a field of."""
    table = _table(tongue.knows.words, stock, tongue.knows.subjects)
    items: tuple[Value | None, ...] = (None,) if about is None else _items(about)
    for item in (one if one is None else bare(one, tongue) for one in items):
        class_, texts = _class(item, tongue), tuple(_texts(item)) if item is not None else (tongue.knows.facts,)
        found = _met(table, texts)
        near = found | _met(table, tuple(_texts(around))) if isinstance(around, Record) else found
        for row, size in _matching(table, found):
            weight = _weight(row, class_, size, near)
            if weight:
                says = row.says if row.match or row.classes or not row.subjects else _echoing(row.says, stock, tongue)
                yield from ((item, prose, weight, row.maxim) for prose in says)


def _echoing(says: tuple[Prose, ...], stock: str, tongue: Tongue) -> Iterator[Prose]:
    """The sentences that speak of what the facts speak of, though only their class of work is told."""
    times, facts = _times(tongue.knows.words, stock), tongue.knows.facts
    for prose in says:
        if sum(times[pair] <= RARE and pair in facts for pair in _pairs(prose.text)) >= SHARED:
            yield prose


@lru_cache(maxsize=64)
def _times(words: Words, stock: str) -> Counter[str]:
    """In how many sentences of a stock each pair stands."""
    rows = words.stocks.get(stock, ())
    return Counter(pair for row in rows for prose in row.says for pair in _pairs(prose.text))


@lru_cache(maxsize=2048)
def _pairs(text: str) -> tuple[str, ...]:
    """Two characters beside each other, no marks among them."""
    pairs = (text[n : n + 2] for n in range(len(text) - 1))
    return tuple(dict.fromkeys(pair for pair in pairs if all("\u4e00" <= char <= "\u9fff" for char in pair)))


class _Table(Struct, frozen=True, eq=False):
    """The rows of a stock that may be said in work of some classes. One is like no other: it is kept."""

    rows: tuple[Stock, ...]
    """The rows."""
    by_word: Mapping[str, tuple[int, ...]]
    """For each word that a fact has to hold, the rows that want it."""
    free: frozenset[int]
    """The rows that want none."""
    begins: Begins
    """All words that are looked for."""


@lru_cache(maxsize=256)
def _table(words: Words, stock: str, subjects: tuple[str, ...]) -> _Table:
    rows = words.stocks.get(stock, ())
    rows = tuple(row for row in rows if not row.subjects or not set(subjects).isdisjoint(row.subjects))
    by_word: dict[str, tuple[int, ...]] = {}
    for n, row in enumerate(rows):
        by_word |= {word: (*by_word.get(word, ()), n) for word in row.match}
    beside = (word for row in rows for group in row.beside for word in group)
    free = frozenset(n for n, row in enumerate(rows) if not row.match)
    return _Table(rows, by_word, free, by_first((*by_word, *beside)))


def _met(table: _Table, texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in some of the texts."""
    return frozenset().union(*(_met_in(table, text) for text in texts))


@lru_cache(maxsize=256)
def _met_in(table: _Table, text: str) -> frozenset[str]:
    return met(table.begins, text)


def _matching(table: _Table, found: frozenset[str]) -> Iterator[tuple[Stock, int]]:
    """The rows for which a word was found, in order, each with the length of the longest; and those that want none."""
    sizes = dict.fromkeys(table.free, 0)
    for word in found:
        for n in table.by_word.get(word, ()):
            sizes[n] = max(sizes.get(n, 0), len(word))
    return ((table.rows[n], sizes[n]) for n in sorted(sizes))


def _class(item: Value | None, tongue: Tongue) -> str:
    """The class of measure that an item is; empty if that is not known."""
    reading = tongue.readings.get(tongue.class_reading)
    found = reading.find(item, tongue.knows) if reading and item is not None else None
    return str(found.value) if isinstance(found, Fact) else ""


def _items(about: Value | Phrase) -> tuple[Value, ...]:
    match about:
        case Listing(items):
            return tuple(filter(given, items))
        case Fact() | Record() if given(about):
            return (about,)
        case _:
            return ()


def _weight(row: Stock, class_: str, size: int, near: frozenset[str]) -> int:
    """How much speaks for a row, at least 1; 0 if it does not fit."""
    if (row.classes and class_ not in row.classes) or any(near.isdisjoint(group) for group in row.beside):
        return 0
    return 1 + bool(row.subjects) + bool(row.classes) + len(row.beside) + size


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
