"""What sheets are called, as Excel takes it: 31 characters, none of them odd, no two that differ by capitals alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model.blueprint import Slot

LONGEST = 31
"""Characters of a name, counted as Excel counts them."""
ODD = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
KEPT = ("history",)
"""A name that Excel keeps for itself."""


def list_sheets(slots: Iterable[Slot]) -> dict[str, Slot]:
    """The lists by the names of their sheets: their own, but where Excel does not take them so."""
    found: dict[str, Slot] = {}
    for slot in slots:
        if slot.type == "list":
            found[free_name(slot.name, found)] = slot
    return found


def free_name(text: str, taken: Iterable[str]) -> str:
    """A name for a sheet beside others."""
    names = {*KEPT, *(name.casefold() for name in taken)}
    plain = " ".join(ODD.sub(" ", text).split()).strip("' ") or "1"
    name, number = _cut(plain, LONGEST), 1
    while name.casefold() in names:
        number += 1
        name = _cut(plain, LONGEST - len(f"~{number}")) + f"~{number}"
    return name


def _cut(text: str, most: int) -> str:
    while len(text.encode("utf-16-le")) > 2 * most:
        text = text[:-1]
    return text.strip("' ")
