"""What finders of every tongue do with values, whatever these say."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from drafter.model.value import NOTHING, Fact, Listing, Record, Value
from drafter.model.words import Knowledge


def texts(value: Value) -> list[Fact]:
    """Every text of a value."""
    match value:
        case Fact(value=plain):
            return [value] if isinstance(plain, str) else []
        case Record(fields):
            return [text for one in fields.values() for text in texts(one)]
        case Listing(items):
            return [text for one in items for text in texts(one)]
        case _:
            return []


def some(value: Value, knows: Knowledge, fits: Callable[[Value], bool]) -> Value:
    """The items for which something holds."""
    if not isinstance(value, Listing):
        return value
    return replace(value, items=tuple(filter(fits, value.items)), beyond=tuple(filter(fits, value.beyond)))


def all_of(value: Value, knows: Knowledge) -> Value:
    """A list with the items that are not told in it."""
    return replace(value, items=value.items + value.beyond, beyond=()) if isinstance(value, Listing) else value


def told(value: Value, item: Value) -> Value:
    """An item of a list; nothing if it stands beyond those that are told."""
    return NOTHING if isinstance(value, Listing) and item in value.beyond else item


def first(value: Value, knows: Knowledge) -> Value:
    """The first item."""
    return value.items[0] if isinstance(value, Listing) and value.items else NOTHING


def firsts(value: Value, knows: Knowledge) -> Value:
    """The first field of every item; an item that is a text itself."""
    if not isinstance(value, Listing):
        return NOTHING
    return replace(value, items=tuple(map(_first_field, value.items)), beyond=tuple(map(_first_field, value.beyond)))


def _first_field(item: Value) -> Value:
    return next(iter(item.fields.values()), NOTHING) if isinstance(item, Record) else item
