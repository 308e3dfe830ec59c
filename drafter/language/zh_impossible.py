"""Chinese dates that cannot be: a weekday that the day does not have, a day that its month does not have."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from drafter.language.doubts import Wrong
from drafter.language.late import late
from drafter.language.zh_numbers import digits, number, original, squeezed

HAN = "零一二三四五六七八九十"
DAY = rf"\d{{1,2}}|[{HAN}]{{1,3}}"
YEAR = rf"(?P<year>(?:19|20)\d\d|[一二][{HAN}]{{3}}|[今本明去前后])年"
TO = "(?:至|到|—{1,2}|–|-|~|～|－)"
DATE = late(
    rf"(?<![\d{HAN}.])(?:{YEAR})?(?<![\d{HAN}.])(?P<month>{DAY})月(?P<day>{DAY})"
    rf"(?:[日号](?:{TO}(?:(?P<till>{DAY})月)?(?P<last>{DAY})[日号])?|{TO}(?P<end>{DAY})[日号])(?![楼院线])"
)
TYPED = late(r"(?<![\d.-])(?P<year>20\d\d)([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d.-])")
WEEKDAYS = "一二三四五六日"
WEEKDAY = late(
    rf"(?P<opens>[（(]|，)?(?P<name>(?P<what>星期|周|礼拜)(?P<weekday>[{WEEKDAYS}天]))"
    rf"(?!{TO})(?:(?(opens)(?:[）)]|，|$)|(?=$|[^\u4e00-\u9fff]|[上下中]午|晚|早|[之以]?前|召开|举行|开[会始]|起)))"
)
BESIDE = {"今": 0, "本": 0, "": 0, "明": 1, "去": -1, "后": 2, "前": -2}
"""Years that are named from that of the speech."""
EARLY, LATE = 3, 10
"""A date without its year up to this month may be one of the next year, and from this one on one of the last."""


def wrong_weekdays(text: str, year: int | None) -> tuple[Wrong, ...]:
    """The weekdays that their dates do not have, with the right ones; `year` is that of dates without one."""
    return tuple(_weekdays(text, year))


def no_such_dates(text: str, year: int | None) -> tuple[Wrong, ...]:
    """The days that their months do not have, each with the last that its month has; nothing right of a 13th month."""
    return tuple(_days(text, year))


def _weekdays(text: str, year: int | None) -> Iterator[Wrong]:
    plain, places = squeezed(text)
    for found in _dates(plain):
        behind = WEEKDAY.match(plain, found.end()) if not found.groupdict().get("last") else None
        days = _possible(found, year) if behind else []
        if not behind or not days or any(_weekday(day) == _named(behind) for day in days):
            continue
        span = original(places, *behind.span("name"))
        yield Wrong(span, text[slice(*span)], behind["what"] + WEEKDAYS[days[0].weekday()])


def _days(text: str, year: int | None) -> Iterator[Wrong]:
    plain, places = squeezed(text)
    for found in _dates(plain):
        said = found.groupdict()
        ends = ((said.get("till") or said["month"], said.get("last") or said.get("end")),)
        for typed, day in ((said["month"], said["day"]), *ends):
            nth, last = number(day) if day else None, _last(number(typed), _years(found, year))
            if nth is not None and not 0 < nth <= last:
                start, end = original(places, *found.span())
                yield Wrong((start, end), text[start:end], f"{number(typed)}月{last}日" if last and nth else "")
                break


def _dates(plain: str) -> Iterator[re.Match[str]]:
    for pattern in (DATE, TYPED) if any(char in plain for char in "月-./") else ():
        yield from pattern.finditer(plain)


def _years(found: re.Match[str], year: int | None) -> tuple[int, ...]:
    """The years that a date may be in; none where nobody can know."""
    named = found["year"] or ""
    if named not in BESIDE:
        told = digits(named)
        return (told,) if told else ()
    if year is None:
        return ()
    month = number(found["month"]) or 0
    about = (year, year + 1) if month <= EARLY else (year, year - 1) if month >= LATE else (year,)
    return about if not named else (year + BESIDE[named],)


def _possible(found: re.Match[str], year: int | None) -> list[date]:
    """The days that a date may be."""
    month, day = number(found["month"]), number(found["day"])
    try:
        return [date(one, int(month or 0), int(day or 0)) for one in _years(found, year)]
    except ValueError:
        return []


def _last(month: object, years: tuple[int, ...]) -> int:
    """The last day that a month has in any of some years; 0 for what is no month."""
    if not isinstance(month, int) or not 1 <= month <= 12:
        return 0
    return max(monthrange(year, month)[1] for year in years or (2024,))


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _named(found: re.Match[str]) -> str:
    return "日" if found["weekday"] == "天" else found["weekday"]
