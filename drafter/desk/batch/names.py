"""What the files of a batch are called: by a pattern of slots, safe on every system, no two alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from unicodedata import normalize

from drafter.desk.files import FORBIDDEN, LONGEST, RESERVED
from drafter.desk.locks import LOCK
from drafter.problem import InputError, Place, Problem, near_miss

NAMED = "{name}"
"""The pattern where none is given: what the row, or the brief, is called."""
FIELD = re.compile(r"\{([^{}]*)\}")
SIGNS = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")
"""Signs that some system does not allow in a name, and those that look like them."""
ROOM = 20
"""Bytes that are left for an ending."""


def fields(pattern: str, known: Iterable[str]) -> tuple[str, ...]:
    """The slots that a pattern names; raises InputError for one that is not known, or none at all."""
    named = FIELD.findall(pattern)
    names = tuple(known)
    place = Place("--name", 0)
    odd = [
        Problem("unknown-in-name", place, {"name": one, "near": near_miss(one, names)})
        for one in named
        if one not in names
    ]
    if not named or FIELD.sub("", pattern).strip("{}") != FIELD.sub("", pattern):
        odd.append(Problem("no-slot-in-name", place, {"name": pattern}))
    if odd:
        raise InputError(odd)
    return tuple(dict.fromkeys(named))


def stem(pattern: str, value: Callable[[str], str]) -> str:
    """The name of a file without its ending; nothing, if one of its parts is not given."""
    given = {name: value(name) for name in FIELD.findall(pattern)}
    if not all(given.values()):
        return ""
    return safe(FIELD.sub(lambda found: given[found[1]], pattern))


def safe(text: str) -> str:
    """A text as the name of a file on any system."""
    name = " ".join(normalize("NFC", text).split()).translate(SIGNS)
    name = FORBIDDEN.sub("_", name).strip(". ")
    if RESERVED.fullmatch(name) or LOCK.fullmatch(name):
        name = f"_{name}"
    while len(name.encode("utf-8", "replace")) > LONGEST - ROOM:
        name = name[:-1].rstrip(". ")
    return name


def alike(name: str) -> str:
    """What two names share that mean one file on some system."""
    return normalize("NFC", name).casefold()
