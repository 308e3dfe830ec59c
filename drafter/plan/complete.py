"""Slots + given values → a value for every slot: given, by default, omitted, or a gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from drafter.expression.evaluate import holes
from drafter.expression.render import Paper, render
from drafter.expression.walk import names_of
from drafter.language import TONGUES, Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.brief import Brief
from drafter.model.speech import leaves, plain
from drafter.model.value import NOTHING, Fact, Gap, Listing, Record, Value
from drafter.problem import Place

LONGEST_LABEL = 24
"""Characters of a question printed in a gap; a longer one gives way to the slot's name."""


def complete(blueprint: Blueprint, brief: Brief, tongue: Tongue, *, gaps: bool = False) -> dict[str, Value]:
    """The values of all slots; with `gaps`, those that may be omitted are gaps too."""
    paper = Paper()
    values: dict[str, Value] = {}
    for name in _in_order_of_need(blueprint):
        slot = _asked(blueprint.slots[name]) if gaps else blueprint.slots[name]
        place = brief.places.get(name)  # None: the brief has no such entry
        if name in brief.values:
            given = brief.values[name]
            values[name] = _filled(given, slot, tongue, paper) if slot.fields else given
        elif slot.default is not None:
            values[name] = _default(slot, values, place, tongue, paper)
        else:
            values[name] = _missing(slot, name, slot.ask, place, tongue)
    return {name: _kept(values[name], brief) if brief.keep else values[name] for name in blueprint.slots}


def _kept(value: Value, brief: Brief) -> Value:
    """A value whose lists have only the items that are told; the others stand beyond."""
    match value:
        case Listing(items, path):
            items = tuple(_kept(item, brief) for item in items)
            told = brief.keep.get(path) or len(items)
            return replace(value, items=items[:told], beyond=items[told:])
        case Record(fields):
            return replace(value, fields={name: _kept(one, brief) for name, one in fields.items()})
        case _:
            return value


def _in_order_of_need(blueprint: Blueprint) -> Iterable[str]:
    """The slots, each after those that its default names."""
    needs = {
        slot.name: [name.name for name in names_of(slot.default)]
        for slot in blueprint.slots.values()
        if slot.default is not None
    }
    first = [name for name in blueprint.slots if name not in needs]
    if all(needs.keys().isdisjoint(names) for names in needs.values()):
        return (*first, *needs)
    from graphlib import TopologicalSorter

    return (*first, *(name for name in TopologicalSorter(needs).static_order() if name in needs))


def _asked(slot: Slot) -> Slot:
    """A slot and its fields as if none might be left out."""
    return replace(
        slot, missing="gap" if slot.missing == "omit" else slot.missing, fields=tuple(map(_asked, slot.fields))
    )


def label_of(slot: Slot, tongue: Tongue) -> str:
    """The few words printed for a gap: the question up to its first mark, or the slot's name."""
    return _label(slot.ask, slot.name, tongue.code)


@lru_cache(maxsize=2048)
def _label(words: str, name: str, code: str) -> str:
    tongue = TONGUES[code]
    for mark in tongue.label_cuts:
        words = words.split(mark)[0]
    for tail in tongue.question_ends:
        words = words.removesuffix(tail)
    words = words.strip()
    return tongue.gap.format(words if 0 < len(words) <= LONGEST_LABEL else name)


def _filled(value: Value, slot: Slot, tongue: Tongue, paper: Paper) -> Value:
    """A given value; fields that its records leave open are completed."""
    match value:
        case Listing(items, path, place):
            return Listing(tuple(_filled(item, slot, tongue, paper) for item in items), path, place)
        case Record(fields, path, place):
            done: dict[str, Value] = {}
            seen = dict(fields)
            for one in slot.fields:
                if one.name in fields:
                    given = fields[one.name]
                    done[one.name] = _filled(given, one, tongue, paper) if one.fields else given
                elif one.default is not None:
                    done[one.name] = seen[one.name] = _default(one, seen, place, tongue, paper)
                else:
                    done[one.name] = seen[one.name] = _missing(one, f"{path}.{one.name}", one.ask, place, tongue)
            return Record(done, path, place)
        case _:
            return value


def _default(slot: Slot, values: Mapping[str, Value], place: Place | None, tongue: Tongue, paper: Paper) -> Value:
    assert slot.default is not None
    words = render(slot.default, values, tongue, paper)
    gaps = [leaf for leaf in leaves(words) if isinstance(leaf, Gap)]
    for gap in gaps:
        if not gap.typed or slot.type != "text":
            return gap
    fact = typed(plain(words), slot, tongue)
    if not isinstance(fact, Fact):
        return _missing(slot, slot.name, slot.ask, place, tongue)
    return replace(fact, holes=holes(fact.text, gaps))


def _missing(slot: Slot, path: str, ask: str, place: Place | None, tongue: Tongue) -> Value:
    """What stands for a fact that is not given: silence, or a gap in every place where the fact would be."""
    if slot.type == "flag":
        return Fact(False)
    if slot.missing == "omit":
        return Listing((), path, place) if slot.type == "list" else NOTHING
    if slot.type == "list":
        if not slot.fields:
            return Listing((Gap(path, ask or path, label_of(slot, tongue), place),), path, place)
        fields = {one.name: _open(one, path, ask or path, place, tongue) for one in slot.fields}
        if not any(isinstance(one, Gap) or (isinstance(one, Listing) and one.items) for one in fields.values()):
            # every field may be missing, the list may not
            fields[slot.fields[0].name] = Gap(path, ask or path, label_of(slot, tongue), place)
        item = Record(fields, path, place)
        return Listing((item,) * max(1, int(slot.min or 1)), path, place)
    return Gap(path, ask or slot.name, label_of(slot, tongue), place)


def _open(field: Slot, path: str, ask: str, place: Place | None, tongue: Tongue) -> Value:
    """A field of a list that is open as a whole: its gap is the list's."""
    if field.missing == "omit" or field.type == "flag" or field.default is not None:
        return _missing(field, path, ask, place, tongue) if field.default is None else NOTHING
    gap = Gap(path, ask, label_of(field, tongue), place)
    return Listing((gap,), path, place) if field.type == "list" else gap
