"""Values of expressions: whether they are given, what is read of them, and what is printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.enumerators import unnumbered
from drafter.language.marks import Atom, joined, settle
from drafter.model.speech import Inlines, Text, leaves
from drafter.model.value import Fact, Gap, Hole, Listing, Record, Value


class Phrase(Struct, frozen=True):
    """Several values joined into words."""

    inlines: Inlines


def given(value: Value | Phrase) -> bool:
    """Whether there is something to be said: no gap, and not nothing."""
    if type(value) is Fact:  # as nearly all are; asked some thousand times a draft
        return value.value != ""
    match value:
        case Listing(items):
            return any(map(given, items))
        case Record(fields):
            return any(map(given, fields.values()))
        case Phrase(inlines):
            return bool(inlines) and not any(isinstance(leaf, Gap) for leaf in leaves(inlines))
        case _:
            return False


def bare(value: Value, tongue: Tongue) -> Value:
    """A value whose texts have no number and no weak mark of their own, as it is read and built into sentences."""
    match value:
        case Fact(value=str() as text, holes=()):
            words = _bare(text, tongue.code, tongue.marks.own)
            return value if words == text else replace(value, value=words, text=words)
        case Record(fields):
            inner = {name: bare(one, tongue) for name, one in fields.items()}
            return value if all(one is fields[name] for name, one in inner.items()) else replace(value, fields=inner)
        case Listing(items, beyond=beyond):
            each = tuple(bare(item, tongue) for item in items)
            left = tuple(bare(item, tongue) for item in beyond)
            same = all(one is item for one, item in zip((*each, *left), (*items, *beyond), strict=True))
            return value if same else replace(value, items=each, beyond=left)
        case _:
            return value


@lru_cache(maxsize=1024)
def _bare(text: str, code: str, own: str) -> str:
    return unnumbered(text, code).strip(f"{own}。；，,;. ")


def holds(value: Value | Phrase) -> bool:
    """Whether a `when` with this value lets its node stand; a gap does, so that it is seen."""
    if type(value) is Fact:
        return bool(value.value)
    match value:
        case Listing(items):
            return bool(items)
        case Phrase(inlines):
            return bool(inlines)
        case _:
            return True


def is_sure(value: Value | Phrase) -> bool:
    """Whether a value holds and is given."""
    return bool(value.value) if type(value) is Fact else holds(value) and given(value)


def is_open(value: Value | Phrase) -> bool:
    """Whether a value is due and not given, as a whole."""
    return type(value) is not Fact and holds(value) and not given(value)


def printed(value: Value | Phrase, tongue: Tongue) -> Inlines:
    """The value as words; an item's fields run together."""
    match value:
        case Fact():
            if value.holes:
                return _around(value.text, value.slot, value.holes)
            text = tongue.date(value.value) if isinstance(value.value, date) else value.text
            return (Text(text, value.slot, figure=value.figure),) if text else ()
        case Phrase(inlines):
            return inlines
        case Gap():
            return (value,)
        case Record(fields):
            atoms: list[Atom] = []
            for part in fields.values():
                words = printed(part, tongue)
                atoms += (Text(tongue.space), *words) if atoms and words else words  # type: ignore[arg-type]
            return settle(atoms, tongue.marks)
        case Listing(items):
            return joined([printed(item, tongue) for item in items], tongue.points, tongue.marks)
        case _:
            assert_never(value)


def holes(text: str, gaps: Iterable[Gap]) -> tuple[Hole, ...]:
    """Where the placeholders that gaps stand for are found in a text, one after the other."""
    found, at = [], 0
    for gap in gaps:
        start = text.find(gap.label, at)
        if start >= 0:
            found.append((start, gap))
            at = start + len(gap.label)
    return tuple(found)


def _around(text: str, slot: str, holes: Iterable[Hole]) -> Inlines:
    """A fact's words with its holes as gaps."""
    done: list[Text | Gap] = []
    at = 0
    for start, gap in holes:
        done += [Text(text[at:start], slot), gap]
        at = start + len(gap.label)
    return tuple(one for one in (*done, Text(text[at:], slot)) if isinstance(one, Gap) or one.text)


def gap_of(listing: Listing) -> Gap | None:
    """The gap of a list that is open as a whole: how many items it will have is not known."""
    for item in listing.items:
        for part in item.fields.values() if isinstance(item, Record) else (item,):
            if isinstance(part, Gap) and part.slot == listing.slot:
                return part
    return None
