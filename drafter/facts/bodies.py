"""Where bodies and places stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.facts.hit import Kind
from drafter.facts.look import HAN, Look
from drafter.facts.people import after_bound

LONGEST_NAME = 14
"""Characters of a body's name before its last word."""


def organs(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Offices and other bodies that have a name of their own."""
    for found in look["organ"].finditer(text):
        if look["after_organ"].match(text, found.end()):
            continue
        start = _begun(text, found.start(), look)
        name = text[start : found.end()]
        led = look["led"].match(name)
        if look["need_level"].fullmatch(found[0]):
            stands = bool(led) or bool(look["numbered"].match(found[0]) and found.start() - start == 2)
        else:
            stands = bool(led) or found.start() - start > 1
        other = look["other_organ"].search(name) or (not led and look["common_organ"].fullmatch(name))
        if stands and len(name) > len(found[0]) and not other:
            yield start, found.end(), "organisation"


def _begun(text: str, end: int, look: Look) -> int:
    """Where the name of a body begins whose last word stands at a place: behind what is none of it, and behind a verb
    after which a level comes: 抬进区医院.
    """
    first = end
    while first > 0 and end - first < LONGEST_NAME and _han(text, first - 1):
        first -= 1
    start = after_bound(text, first, end, look)
    at = start
    while verb := look.verb_in(text, at, end):
        at = verb[1]
        if look["led"].match(text[at:end] + text[end]):
            start = at
    return start


def _han(text: str, at: int) -> bool:
    return re.match(f"[{HAN}]", text[at]) is not None


def places(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Places whose name stands between words that are surely none of it."""
    for found in look["place"].finditer(text):
        water = bool(look["water"].fullmatch(found[0]))
        for n in (1, 2) if water else (2, 3):
            start = found.start() - n
            if start < 0 or not _han(text, start):
                break
            if look["before_place"].search(text[max(0, start - 3) : start]):
                name = text[start : found.end()]
                sure = look["after_place"].match(text, found.end()) or (
                    not water and n == 2 and look["sure_place"].search(text[max(0, start - 1) : start])
                )
                odd = (water and look["other_water"].match(name)) or (n > 1 and look["other_place"].search(name))
                if (
                    sure
                    and not odd
                    and not look["no_place_here"].match(text, found.end())
                    and not look.verb_at(name, 0)
                ):
                    yield start, found.end(), "place"
                break
