"""Where bodies and places stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.facts.hit import Kind
from drafter.facts.look import HAN, Look
from drafter.facts.people import after_bound

LONGEST_NAME = 14
"""Characters of a body's name before its last word."""
LONGEST_PLACE = 4
"""Characters of a place's name before its last word."""
IS_HAN = re.compile(f"[{HAN}]")


def organs(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Offices and other bodies that have a name of their own."""
    for found in look["organ"].finditer(text):
        if look["after_organ"].match(text, found.end()):
            continue
        start = _begun(text, found.start(), look["common_organ"].fullmatch(found[0]) is not None, look)
        name, before = text[start : found.end()], found.start() - start
        led = look["led"].match(name) is not None
        if look["need_level"].fullmatch(found[0]):
            stands = led or bool(look["numbered"].match(found[0]) and before == 2)
        else:
            stands = led or before > 1
        common = not led and look["common_organ"].fullmatch(name) and not look["told_organ"].match(text, found.end())
        if stands and before and not common and not look["other_organ"].search(name):
            yield start, found.end(), "place" if look["facility"].fullmatch(found[0]) else "organisation"


def _begun(text: str, end: int, many: bool, look: Look) -> int:
    """Where the name of a body begins whose last word stands at a place: behind what is none of it, behind a verb after
    which a level comes, and of what there is many of behind any verb; a level behind a mark begins it.
    """
    first = end
    while first > 0 and end - first < LONGEST_NAME and IS_HAN.match(text[first - 1]):
        first -= 1
    if look["level_first"].match(text, first) and not look["parted"].search(text, first, end):
        return first
    start = after_bound(text, first, end, look)
    for at in range(start, end):
        to = look.word_at(text, at)
        if start < to <= end and ((many and at == start) or look["led"].match(text[to : end + 1])):
            start = to
    return start


def places(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Places whose name stands between words that are surely none of it."""
    for found in look["place"].finditer(text):
        if look["no_place_here"].match(text, found.end()):
            continue
        water = look["water"].fullmatch(found[0]) is not None
        if look["unsure"].fullmatch(found[0]) and not look["after_place"].match(text, found.end()):
            continue
        for n in range(1, LONGEST_PLACE + 1):
            start = found.start() - n
            if start < 0 or not IS_HAN.match(text[start]):
                break
            if (n > 1 or water) and _parted(text, start, look):
                if not _common(text[start : found.end()], water, look):
                    yield start, found.end(), "place"
                break


def _parted(text: str, at: int, look: Look) -> bool:
    """Whether a name may begin at a place: behind what is none of it, or behind a verb."""
    before = look["before_place"].search(text, max(0, at - 4), at)
    return before is not None or any(look.verb_at(text, at - n) == at for n in (2, 3) if at >= n)


def _common(name: str, water: bool, look: Look) -> bool:
    """Whether a name is that of many places, or of none."""
    other = look["other_place"].search(name) or (water and look["other_water"].match(name))
    return bool(other) or look.verb_at(name, 0) > 0
