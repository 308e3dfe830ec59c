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
    return replace(value, items=tuple(filter(fits, value.items))) if isinstance(value, Listing) else value


def first(value: Value, knows: Knowledge) -> Value:
    """The first item."""
    return value.items[0] if isinstance(value, Listing) and value.items else NOTHING
