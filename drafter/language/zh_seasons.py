"""Seasons that a Chinese text says to be here or at hand, held against the day of the speech."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from drafter.language.late import late
from drafter.model.words import Season, Words

AHEAD = 4
"""Months before a season from which on it may be called at hand."""
HERE = "(?:正值|正处于?|正处在|正是|已经?进入|已经?是)(?:了|全年|全市|全县)?"
SOON = "(?:即将|马上|就要|很快|快要)(?:就要|要)?(?:进入|迎来|到)|(?:临近|迎来)|(?:距离?|离)"
COMING = "(?:将至|将临|即将到来|就要到|马上到|马上就到|快到了|在即|临近|越来越近)"
BYGONE = late(r"[去前往历每当]年|上年|年年|当时|那时|那年|\d月|以来|期间")
"""What a clause has that speaks of another time than that of the speech."""
CLAUSE = late("[，。；！？、,;]")


def out_of_season(text: str, today: date, words: Words) -> str:
    """The first season that a text says to be here or at hand though it is not in its widest months; else nothing."""
    for season, pattern in _patterns(words):
        for clause in CLAUSE.split(text):
            met = pattern.search(clause)
            if met and not BYGONE.search(clause) and not _fits(season, today.month, here=bool(met["here"])):
                return str(met["here"] or met["soon"] or met["coming"])
    return ""


def _fits(season: Season, month: int, *, here: bool) -> bool:
    """Whether a season may be here in a month, or at hand: some months ahead, and until half of it is over."""
    first, last = season.months
    length = (last - first) % 12 + 1
    since = (month - first) % 12
    return since < length if here else since < (length + 1) // 2 or since >= 12 - AHEAD


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[tuple[Season, re.Pattern[str]], ...]:
    """How each season is said to be here, or at hand."""
    found = []
    for season in words.seasons.values():
        names = "|".join(map(re.escape, sorted(season.words, key=len, reverse=True)))
        pattern = f"{HERE}(?P<here>{names})(?![前后])|(?:{SOON})(?P<soon>{names})(?!后)|(?P<coming>{names}){COMING}"
        found.append((season, re.compile(pattern)))
    return tuple(found)
