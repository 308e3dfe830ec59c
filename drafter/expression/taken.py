"""Values as filters take them: what is only a deadline is its day, where a day is wanted."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from msgspec.structs import replace

from drafter.language import Finder, Joiner, Mapper, Tongue
from drafter.model.value import Fact, Listing


def as_taken(value: Any, what: Joiner | Mapper | Finder, tongue: Tongue) -> Any:
    """A value, or the items of a list, as a filter takes them."""
    match what:
        case Finder(takes=takes):
            return as_needed(value, takes, tongue)
        case Mapper(takes=kind):
            return as_needed(value, (kind,), tongue)
        case _:
            return value


def as_needed(value: Any, kinds: Container[str], tongue: Tongue) -> Any:
    """A value as one of these kinds: that of a slot which is only a deadline as its day; all others as they are."""
    if "date" not in kinds or "text" in kinds:
        return value
    if isinstance(value, Listing):
        return replace(value, items=tuple(as_needed(item, kinds, tongue) for item in value.items))
    if not isinstance(value, Fact) or not value.due:
        return value
    return tongue.readings[tongue.due_reading].find(value, tongue.knows)
