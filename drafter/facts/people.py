"""Where persons and their offices stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.facts.hit import Kind
from drafter.facts.look import HAN, Look

LONGEST_OFFICE = 40


def people(text: str, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """Names with the offices before them."""
    done = 0
    for start, end in _named(text, look):
        yield start, end, "person"
        yield from offices(text, max(done, start - LONGEST_OFFICE), start, look)
        done = end
    yield from ((*found.span(), "person") for found in look["called"].finditer(text))
    yield from ((*found.span(), "office") for found in look["titled"].finditer(text))


def offices(text: str, first: int, end: int, look: Look) -> Iterator[tuple[int, int, Kind]]:
    """The offices that end where a name begins."""
    for found in look["comrade"].finditer(text, first, end):
        first = found.end()  # who stood before has offices of his own
    light = look.tongue.marks.light
    many = rf"(?:[{HAN}]{{0,13}}?{{}}{light}){{0,3}}[{HAN}]{{0,14}}?{{}}$" if light else "(?!)"
    office = look.made("office", many).search(text, first, end)
    start = after_bound(text, office.start(), end, look) if office else end
    if office and look["ranks"].match(text[start:end]):
        yield start, end, "office"


def _named(text: str, look: Look) -> Iterator[tuple[int, int]]:
    """Where people's names stand: before what comrades are called, or after an office and before what people do."""
    before = look["before_name"]
    for found in look["beside_name"].finditer(text):
        at = found.start()
        office = look["office"].match(text, at) and not look["surnames"].match(text, at)
        if look["comrade"].match(text, at) or office:
            spans = ((at - n, at) for n in (3, 2) if at >= n and _is_name(text[at - n : at], look))
            yield from (one for one in spans if ends_office(text, one[0], look) or before.search(text[: one[0]][-2:]))
        elif look["surnames"].match(text, at) and ends_office(text, at, look):
            for end in (at + 2, at + 3):  # the shorter first: a verb may begin with a character that is one of names
                told = look["after_name"].match(text, end) and not look["comrade"].match(text, end)
                if told and _is_name(text[at:end], look):
                    yield at, end
                    break


def _is_name(words: str, look: Look) -> bool:
    han = re.fullmatch(f"[{HAN}]{{2,3}}", words)
    return bool(han and look["surnames"].match(words) and not look["no_name"].search(words))


def ends_office(text: str, end: int, look: Look) -> bool:
    """Whether an office ends at a place."""
    return look.made("office", "{}$").search(text, max(0, end - 5), end) is not None


LOOKED_AHEAD = 6
"""Characters after a name's first words by which an and within it is known."""


def after_bound(text: str, start: int, end: int, look: Look) -> int:
    """Where a name begins, after words that are none of it."""
    begins = start
    for found in look["bound"].finditer(text, start, end + LOOKED_AHEAD):
        half = look["and"].fullmatch(found[0]) and look["half_organ"].fullmatch(text[begins : found.start()])
        begins = begins if half or found.end() > end else found.end()
    return begins
