"""Points told off inside a paragraph: 一是…二是…, 首先…其次…"""

from __future__ import annotations

import re

from msgspec import Struct

from drafter.language.enumerators import ordinal, told_off
from drafter.recognition.lexicon import Pattern
from drafter.recognition.numbers import TABLE

BEFORE = "^。；，：！？、”）"
FORMS = {
    name: (second, re.compile(pattern), scheme.told.numerals)
    for name, scheme in TABLE.items()
    if scheme.told
    for second, pattern in [told_off(scheme.told)]
}
"""For each form what its second enumerator has, without which there is no row, how it is found, and what it counts in."""
SECOND = re.compile("|".join(re.escape(second) for second, _, _ in FORMS.values()) + "|一是|一要")
"""What any text has that has a row, or a first point and no second."""
LONE = re.compile("[。；：，！](?=((?:一是|一要|第一是)))\\1(?![一个以求])")
"""The first point of a row that has no second."""


class Series(Struct, frozen=True):
    """Points told off in one text."""

    scheme: str
    """The enumeration form."""
    starts: tuple[int, ...]
    """Where each point begins, its enumerator included."""
    words: tuple[int, ...]
    """Where the words of each point begin."""
    end: int
    """Where the last point ends."""


def series(text: str, summary: Pattern | None = None) -> Series | None:
    """The first row of points in a text; a single one only where nothing else can be meant."""
    if not SECOND.search(text):
        return None
    best: Series | None = None
    for scheme, (second, pattern, numerals) in FORMS.items():
        if second not in text:
            continue
        starts: list[int] = []
        words: list[int] = []
        for found in pattern.finditer(text):
            if found.start() and text[found.start() - 1] not in BEFORE:
                continue
            number = ordinal(found[1], numerals)
            due = len(starts) + 1
            if number == due or (number == len(TABLE[scheme].words) and due >= 2):
                starts.append(found.start())
                words.append(found.end())
        if len(starts) >= 2 and (best is None or starts[0] < best.starts[0]):
            best = Series(scheme, tuple(starts), tuple(words), _end(text, starts[-1], summary))
    return best or _lone(text, summary)


def _lone(text: str, summary: Pattern | None) -> Series | None:
    """A point that is told off, but no second one."""
    found = LONE.search(text)
    return Series(found[1], (found.start(1),), (found.end(),), _end(text, found.start(1), summary)) if found else None


def _end(text: str, last: int, summary: Pattern | None) -> int:
    """Where the last point ends: before a sentence that sums up, else with the text."""
    found = summary.search(text, last) if summary else None
    return found.start() if found else len(text)
