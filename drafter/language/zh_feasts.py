"""Feasts that Chinese text names, and how long ago the last one was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from drafter.language.late import late
from drafter.language.zh_calendar import FEASTS, MOVABLE, NEW_YEAR, SPRINGS

KEPT = ("元旦", "五一", "国庆")
"""The feasts of one day that everybody keeps."""
LONG, SHORT = 16, 10
"""Days for which the spring festival, and any other, is kept and spoken of."""
YEARS = range(2024, 2041)
DAYS: tuple[tuple[str, tuple[date, ...]], ...] = (
    *((words, tuple(map(date.fromisoformat, days.split()))) for words, days in MOVABLE),
    *((words, tuple(day + timedelta(apart) for day in SPRINGS)) for words, apart in NEW_YEAR),
    *((words, tuple(date(year, *day) for year in YEARS)) for words, day in FEASTS if words.startswith(KEPT)),
)
NAME = late(
    "(?<![零一二三四五六七八九十百第\\d])(?:"
    + "|".join(f"(?P<e{n}>{words})" for n, (words, _) in enumerate(DAYS))
    + ")"
    "(?![村路镇乡街口号广大])"
)


def feasts(text: str) -> Iterator[tuple[int, int, tuple[date, ...]]]:
    """Where a text names feasts, with the days on which each falls, as far as they are known."""
    for found in NAME.finditer(text):
        yield found.start(), found.end(), DAYS[int((found.lastgroup or "e0")[1:])][1]


def days_over(days: tuple[date, ...], today: date) -> int | None:
    """How many days ago the last feast was; 0 while it still goes on, nothing where none is known before."""
    since = min(((today - day).days for day in days if day <= today), default=None)
    if since is None:
        return None
    return since if since > (LONG if days == SPRINGS else SHORT) else 0
