"""What a brief leaves open, as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.model.blueprint import Blueprint, Slot
from drafter.yamltext.data import Data


def open_slots(blueprint: Blueprint, brief: Data) -> Iterator[tuple[str, Slot]]:
    """Every slot, and every field of an item, that is asked for and for which nothing is given, with its path."""
    values = brief if isinstance(brief, dict) else {}
    yield from _open((blueprint.slots[name] for name in blueprint.asked), values, "")


def needed(slot: Slot) -> bool:
    """Nothing stands in for the slot: it is a gap, or an error, until it is given."""
    return slot.missing != "omit" and slot.default is None


def blank(value: Data) -> bool:
    """Nothing is given, however deep."""
    match value:
        case dict():
            return all(map(blank, value.values()))
        case list():
            return all(map(blank, value))
        case _:
            return not (value or "").strip()


def _open(slots: Iterable[Slot], values: dict[str, Data], path: str) -> Iterator[tuple[str, Slot]]:
    for slot in slots:
        value = values.get(slot.name)
        if blank(value):
            yield path + slot.name, slot
            continue
        for n, item in enumerate(value if isinstance(value, list) else (), 1):
            if isinstance(item, dict) and not blank(item):
                yield from _open(slot.fields, item, f"{path}{slot.name}[{n}].")
