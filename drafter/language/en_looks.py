"""Filters that look into English facts: the days between two dates, the item that comes first, items picked out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.tongue import Finder
from drafter.model.value import NOTHING, Fact, Figure, Listing, Operand, Record, Value
from drafter.model.words import Knowledge

CAPITAL = late(r"[A-Z](?![A-Z.])[a-z]* (?![A-Z])|A ")
"""A word that begins with a capital because a sentence does, not because it is a name."""


def days_from(value: Value, knows: Knowledge, start: Value) -> Value:
    """The days from one date to another; nothing where the second is the earlier."""
    end_day, start_day = _day(value), _day(start)
    if not end_day or not start_day or not isinstance(value, Fact) or not isinstance(start, Fact):
        return NOTHING
    days = (end_day - start_day).days
    operands = tuple(Operand(str(day), fact.slot, day) for day, fact in ((end_day, value), (start_day, start)))
    told = Figure(f"{days} day" if days == 1 else f"{days} days", "days_from", operands)
    return Fact(days, str(days), figure=told) if days > 0 else NOTHING


def earliest(value: Value, knows: Knowledge) -> Value:
    """The item of a list with the earliest date, if no other has the same; items without a date are passed over."""
    items = value.items if isinstance(value, Listing) else ()
    dated = sorted((day, n) for n, item in enumerate(items) if (day := _day(item)))
    if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return NOTHING
    return items[dated[0][1]]


def where(value: Value, knows: Knowledge, fits: Callable[[Value], bool]) -> Value:
    """The items for which something holds."""
    return replace(value, items=tuple(filter(fits, value.items))) if isinstance(value, Listing) else value


def first(value: Value, knows: Knowledge) -> Value:
    """The first item."""
    return value.items[0] if isinstance(value, Listing) and value.items else NOTHING


def inside(value: Value, knows: Knowledge) -> Value:
    """Words as they stand inside a sentence: with a small letter, unless more capitals follow or they begin with I."""
    match value:
        case Listing(items):
            return replace(value, items=tuple(inside(item, knows) for item in items))
        case Fact(value=str() as text, holes=()) if CAPITAL.match(text):
            words = text[:1].lower() + text[1:]
            return replace(value, value=words, text=words)
        case _:
            return value


def _day(value: Value) -> date | None:
    """A date, or the first date among the fields of an item."""
    match value:
        case Fact(value=date() as day):
            return day
        case Record(fields):
            return next(
                (one.value for one in fields.values() if isinstance(one, Fact) and isinstance(one.value, date)), None
            )
        case _:
            return None


FINDERS: dict[str, Finder] = {
    "days_from": Finder(("date",), "number", days_from, ("date",)),
    "earliest": Finder(("list",), "item", earliest),
    "where": Finder(("list",), "same", where, ("condition",)),
    "first": Finder(("list",), "item", first),
    "inside": Finder(("text", "list"), "same", inside),
}
