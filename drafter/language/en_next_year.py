"""English facts a year on: years and ordinals that count, words told from the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.late import late
from drafter.language.next_year import NextYear

YEAR = late(r"(?<![\d(\[])20\d\d(?![\d)\]])")
OLDER = 1
"""Years before its own that a speech still tells of as its work."""
ORDINAL = late(
    r"\b(?P<number>\d{1,3})(?:st|nd|rd|th)(?= (?:annual|anniversary|congress|session|meeting|conference))", re.I
)
COUNTED = late(r"\b(?:last|this|next) year\b", re.I)
YEARS_ON = {"last year": -1, "this year": 0, "next year": 1}
AMOUNT = late(
    r"(?<![\w.-])\d[\d,.]*\s+(?!January|February|March|April|May|June|July|August|September|October|November|December)[a-z]"
)


def ordinal(n: int) -> str:
    """A number as one of a row: 21st."""
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def moved_on(text: str, year: int, by: int) -> str:
    """Its years from the one before its own on, and what is counted from year to year, so many further."""
    moved = YEAR.sub(lambda one: str(int(one[0]) + by) if int(one[0]) >= year - OLDER else one[0], text)
    return ORDINAL.sub(lambda one: ordinal(int(one["number"]) + by), moved)


def counted(text: str) -> Iterator[tuple[str, int]]:
    """This year, last year and the like, each once."""
    for words in dict.fromkeys(one.lower() for one in COUNTED.findall(text)):
        yield words, YEARS_ON[words]


def promises(text: str) -> bool:
    """Whether it names a quantity."""
    return AMOUNT.search(text) is not None


NEXT_YEAR = NextYear(
    mark="unconfirmed: last year",
    proposes="this year perhaps {value}",
    means='"{words}" was {year}',
    joins="; ",
    note="Check this: it is last year's value ({slot}, {file}, line {line}), and nobody has confirmed it",
    promised="promised last year: say under {slot} what became of it, then take its line out",
    promised_alone="promised last year: say what became of it, then take its line out",
    goals=late("goal|target|promise", re.I),
    by="{what} ({term})",
    moved_on=moved_on,
    counted=counted,
    renamed=lambda text, old, new: text,
    promises=promises,
)
