"""Where times stand in Chinese text: those of the calendar, over or to come, and those that are marked as ends."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.late import late
from drafter.language.zh_deadlines import LEAD, REACH, START, TAIL, TO, times
from drafter.language.zh_numbers import number, original, squeezed

BETWEEN = late(f"(?<=[日号旬初底]){TO}")
"""What parts two times of which each has its own words: 3月5日至4月28日."""
STRETCH = late(f"月[^月]{{1,4}}[日号]?{TO}")
QUARTER = late("(?<=[今明]年)[春夏秋冬][季天]")
"""What makes a time of a year that is told by this one: 今年秋季."""
SEASON = "汛"
"""Of what comes every year and has no day, only this is a date, if its year is told: 今年汛期."""


def dates(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names days, months, quarters or years."""
    plain, places = squeezed(text)
    for match, _ in times(plain):
        said = {name for name, words in match.groupdict().items() if words}
        year, (start, end) = match["year"] if "year" in said else "", match.span()
        event = any(name[1:].isdigit() for name in said) and SEASON not in match[0]
        if not said & {"month", "quarter", "each"} and not (len(year) == 4 or (year and len(said) > 1 and not event)):
            continue
        if not year and (both := BETWEEN.search(match[0])):
            yield original(places, start, start + both.start())
            start += both.end()
        end -= match[0].endswith("年度")
        end += plain[end - 1] == SEASON and plain[end : end + 1] in ("前", "后")
        yield original(places, start, end)


def marked_times(text: str) -> Iterator[tuple[int, int]]:
    """Where the times stand that are marked as ends: 6月底, 汛期前, 60日内."""
    plain, places = squeezed(text)
    for match, _ in times(plain):
        tail = TAIL.match(plain, match.end())
        if tail or match[0][-1] in "底末旬":
            yield original(places, match.start(), tail.end() if tail else match.end())


def terms(text: str) -> Iterator[tuple[int, int]]:
    """Where times stand by which something is due, and seasons of a year that is told: 年底, 汛期, 60日内, 今年秋季."""
    plain, places = squeezed(text)
    for match, _ in times(plain):
        start, end = match.span()
        tail = TAIL.match(plain, end)
        event = any(name[1:].isdigit() and words for name, words in match.groupdict().items())
        if season := QUARTER.match(plain, end):
            end = season.end()
        elif tail and (tail[0][-1] != "前" or end - start < len(tail[0]) + 1):
            end = tail.end()
        elif not tail and match[0][-1] not in "底末旬" and not (event and match["year"]):
            continue
        yield original(places, start, end)


def day_ranges(text: str) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Where two days of one month stand as a stretch, with the days: 6月1日至8日."""
    if not STRETCH.search(text):
        return
    plain, places = squeezed(text)
    for match, _ in times(plain):
        said = match.groupdict()
        if said.get("from_day") and not said.get("next") and said["month"] in (None, said["from_month"]):
            first, last = number(said["from_day"]), number(said["day"])
            if isinstance(first, int) and isinstance(last, int):
                yield original(places, *match.span()), first, last


def time_at(text: str) -> int:
    """Where the time ends that a text begins with, whether it is a deadline or not; 0 for none."""
    plain, places = squeezed(text[:REACH])
    for match, _ in times(plain):
        lead, tail = LEAD.search(plain[: match.start()]), TAIL.match(plain, match.end())
        if match.start() > (len(lead[0]) if lead else 0):
            return 0
        end = tail.end() if tail else match.end()
        behind = START.match(plain, end)
        return original(places, 0, behind.end() if behind else end)[1]
    return 0
