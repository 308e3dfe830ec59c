"""Which of several a node is, where an `each` repeats it, and how that is written: `task[2]`, `how[2.1]`."""

from __future__ import annotations

import re

from msgspec import Struct

WRITTEN = re.compile(r"(?s)(.*)\[(\d+(?:\.\d+)*)\]")
MOST_DIGITS = 18


class Occurrence(Struct, frozen=True):
    """A node as it stands in one speech."""

    id: str
    """The node's id."""
    numbers: tuple[int, ...] = ()
    """For each `each` around it, the outermost first, which item it stands for, from 1; none where nothing repeats it."""


def printed(one: Occurrence) -> str:
    """The occurrence as it is written."""
    return f"{one.id}[{'.'.join(map(str, one.numbers))}]" if one.numbers else one.id


def parsed(key: str) -> Occurrence:
    """The occurrence that is written so."""
    found = WRITTEN.fullmatch(key) if key.endswith("]") else None
    return Occurrence(found[1], tuple(int(n[:MOST_DIGITS]) for n in found[2].split("."))) if found else Occurrence(key)


def id_of(key: str) -> str:
    """The id of the node whose occurrence is written so."""
    return parsed(key).id
