"""What an editor wrote where a fact stood, or a gap, as the brief has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from drafter.language import Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Slot
from drafter.model.manuscript import Line
from drafter.model.value import Fact
from drafter.review.changes import Change
from drafter.review.segments import segments
from drafter.yamltext.data import Data, Path, path_of

BETWEEN = re.compile(r"[、；;]")
"""What parts the items of a list that is typed into a sentence."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def slot_at(slots: Mapping[str, Slot], path: Path) -> Slot | None:
    """The slot at the end of a path: of a list its items' or a field of theirs."""
    found = slots.get(str(path[0]))
    for step in path[1:]:
        if found is None:
            return None
        fields = {field.name: field for field in found.fields}
        found = fields.get(step) if isinstance(step, str) else found.item or found
    return found


def as_given(text: str, slot: Slot | None, tongue: Tongue, old: str | None) -> Data:
    """A fact as the brief has it, a day as days stand there; None where the slot does not take it."""
    if slot is None:
        return text
    if slot.type == "list":
        return [one for one in BETWEEN.split(text) if one] if slot.item and slot.item.type == "text" else None
    fact = typed(text, slot, tongue)
    if not isinstance(fact, Fact):
        return None
    if isinstance(fact.value, date) and (old is None or DAY.fullmatch(old)):
        return fact.value.isoformat()
    return text


def filled(found: Iterable[Change], lines: Sequence[Line], slots: Mapping[str, Slot], tongue: Tongue) -> dict[str, str]:
    """The gaps that were filled in, by what they print, with what stands there now; only those that are of one slot."""
    of: dict[str, set[str]] = {}
    for line in lines:
        for one in segments(line):
            if one.open:
                of.setdefault(one.text, set()).add(one.slot)
    return {
        one.before: one.after
        for one in found
        if one.open
        and of.get(one.before) == {one.slot}
        and as_given(one.after, slot_at(slots, path_of(one.slot)), tongue, None) is not None
    }
