"""What a speech leaves unsaid because nobody gave the fact, and the question that brings it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from drafter.desk.draft import Draft
from drafter.expression.evaluate import given
from drafter.expression.walk import names_in
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.value import Listing, Record, Value
from drafter.yamltext.data import path_of


class Unsaid(Struct, frozen=True):
    """A fact for want of which something is not said."""

    name: str
    """Its slot, or the field of one: 任务.时限."""
    ask: str
    """The question to be answered."""
    nodes: tuple[str, ...]
    """The nodes that would say it, or something beside it."""


def unsaid(draft: Draft) -> tuple[Unsaid, ...]:
    """The facts that nobody gave and of which nothing shows in the speech, in its order; what is marked as a gap is told there."""
    open = {_plain(gap.slot) for gap in draft.measure.gaps}
    nodes: dict[str, list[str]] = {}
    for silent in draft.silent:
        for slot in silent.slots:
            for name in _of_slots(_plain(slot), draft.blueprint):
                nodes.setdefault(name, []).append(silent.key)
    told = ((name, _slot(name, draft.blueprint.slots), keys) for name, keys in nodes.items())
    return tuple(
        Unsaid(name, slot.ask, tuple(dict.fromkeys(keys)))
        for name, slot, keys in told
        if slot is not None and not open & _with_all_around(name) and not _is_given(name, draft.brief.values)
    )


def _plain(slot: str) -> str:
    """A slot or a field, whichever item it is of."""
    return re.sub(r"\[\d+\]", "", slot)


def _with_all_around(name: str) -> set[str]:
    """A field with the slot that it is of: where that is open as a whole, it is told once."""
    steps = name.split(".")
    return {".".join(steps[: n + 1]) for n in range(len(steps))}


def _of_slots(name: str, blueprint: Blueprint, seen: tuple[str, ...] = ()) -> Iterator[str]:
    """A slot; or those that a derived value is found in."""
    derived = blueprint.derive.get(name)
    if derived is None or name in seen:
        yield name
        return
    for one in names_in(derived):
        yield from _of_slots(one.name, blueprint, (*seen, name))


def _slot(name: str, slots: Mapping[str, Slot]) -> Slot | None:
    """The slot or the field of that name, if there is one."""
    first, *rest = path_of(name) or ("",)
    slot = slots.get(str(first))
    for step in rest:
        slot = next((one for one in slot.fields if one.name == step), None) if slot else None
    return slot


def _is_given(name: str, values: Mapping[str, Value]) -> bool:
    """Whether a slot is given, or the field of any item: then its author knows it."""
    found: list[Value | None] = [values.get(str(path_of(name)[0]))]
    for step in path_of(name)[1:]:
        items = (item for one in found for item in (one.items if isinstance(one, Listing) else (one,)))
        found = [item.fields.get(str(step)) for item in items if isinstance(item, Record)]
    return any(one is not None and given(one) for one in found)
