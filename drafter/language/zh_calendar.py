"""The stretches of time that Chinese text names: months, quarters, seasons, feasts, so many days from now."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from drafter.language.zh_numbers import digits, number

SEASONS = (
    ("主汛期?", (6, 30)),
    ("汛期结束", (9, 30)),
    ("进入汛期|汛期(?:来临|到来)?|入?汛", (5, 31)),
    ("(?:供暖|采暖|供热|取暖)(?:季|期)?(?:开始|来临|到来)?", (10, 31)),
    ("入冬", (10, 31)),
    ("(?:今年)?秋季(?:学期)?(?:新生)?开学|新学年开学|暑假结束|暑期结束", (8, 31)),
    ("暑假", (6, 30)),
    ("高考", (6, 6)),
)
"""What a season is wanted before, and the last day that this allows; a house far from here has other days."""
FEASTS = (
    ("元旦", (1, 1)),
    ("五一(?:劳动节|假期|节)?|“五一”|劳动节", (5, 1)),
    ("六一|“六一”", (6, 1)),
    ("七一|“七一”", (7, 1)),
    ("八一|“八一”", (8, 1)),
    ("国庆(?:节|假期)?|“?十一”?(?:假期|长假|黄金周)|“十一”|(?<![一二三四五六七八九十百第])十一(?=前)", (10, 1)),
)
"""Feasts that have a day; what is due before one is due the day before."""
MOVABLE = (
    ("春节|过年", "2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11"),
    ("清明节?", "2024-04-04 2025-04-04 2026-04-05 2027-04-05 2028-04-04 2029-04-04 2030-04-05"),
    ("端午节?", "2024-06-10 2025-05-31 2026-06-19 2027-06-09 2028-05-28 2029-06-16 2030-06-05"),
    ("中秋节?", "2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12"),
)
"""Feasts of the lunar year; those of years beyond the table are unknown."""
NEW_YEAR = (("除夕", -1), ("元宵节?|正月十五", 14))
"""Days told from the spring festival."""
SPRINGS = tuple(map(date.fromisoformat, MOVABLE[0][1].split()))
PLANS = {"十四五": 2025, "十五五": 2030, "十六五": 2035}
"""Five-year plans and the years they end in."""
SHIFTS = {"今": 0, "本": 0, "明": 1, "来": 1, "翌": 1, "后": 2}
"""Years that are told from this one; those that are over (去年, 前年) are no time to be ready by."""
SCHOOL_IN_AUTUMN = range(4, 9)
"""Months in which 开学 without more is that of autumn."""
LONGEST_WAIT, NEXT_TIME = 8, 7
"""Months from now to a feast or a season without a year, and to any other time; beyond that the writer may look back."""
ENDS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}
STARTS = {"中旬": 11, "中": 11, "下旬": 21}
"""Days of a month at which its parts end and begin, if that is not its own end or beginning."""
MONTHS = {"年": 12, "个季度": 3, "个月": 1, "月": 1}
WEEKS = ("周", "个星期", "个礼拜", "星期")


class Period(Struct, frozen=True):
    """A stretch of time that a text names."""

    first: date
    """Its first day."""
    last: date
    """Its last."""
    closed: bool = False
    """Its words name its end: 6月底, 年末."""
    exact: bool = False
    """A day was written."""
    before: date | None = None
    """The last day that 前 behind it allows, if that is not its last."""
    dated: bool = False
    """Its year was written, or told from this one."""
    course: bool = False
    """It is a part of a month, a quarter, half a year: said without 前 too, of what shall be done in its course."""
    needs: str = ""
    """The signs of which one must follow, lest it is no time at all: 前, 内."""


class Now(Struct, frozen=True):
    """What a reader knows when it comes to a time."""

    today: date | None
    """The day of the meeting."""
    year: int | None
    """The year of times without one."""


Said = Mapping[str, str]
"""The parts of a time by their names, each in the writer's words."""
Read = Callable[[Said, Now], Period | None]


def end_of_month(year: int, month: int) -> date:
    """Its last day."""
    return date(year, month, monthrange(year, month)[1])


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _year(said: Said, now: Now) -> int | None:
    words = said.get("year", "")
    if not words:
        return now.year
    if len(words) == 4:
        return digits(words)
    return now.today.year + SHIFTS[words] if now.today and words in SHIFTS else None


def _count(said: Said, part: str) -> int:
    value = number(said.get(part, "").lstrip("0"))
    return value if isinstance(value, int) else 0


def _year_and_month(said: Said, now: Now) -> tuple[int | None, int]:
    """Those that are written, or those of 本月 and 下月."""
    if month := _count(said, "month"):
        return _year(said, now), month
    words = said.get("rel") or "本"
    if not now.today or words[0] == "上":
        return None, 1
    day = later(now.today, 1 if words[0] in "下次" else 0)
    return day.year, day.month


def a_day(said: Said, now: Now) -> Period | None:
    """6月1日, 下月5日, 6月1日至8日."""
    year, month = _year_and_month(said, now)
    if not year:
        return None
    last = date(year, month, _count(said, "day"))
    first = last
    if begun := _count(said, "from_day"):
        first = date(year, _count(said, "from_month") or month, begun)
        if said.get("next"):
            last = last.replace(year=_year({"year": said["next"].rstrip("年")}, now) or year)
    told = bool(said.get("year") or said.get("rel"))
    return Period(min(first, last), last, exact=True, dated=told, course=first < last)


def a_day_to_come(said: Said, now: Now) -> Period | None:
    """20号前, of this month."""
    today, day = now.today, _count(said, "day")
    if not today or day < today.day:
        return None
    return Period(today.replace(day=day), today.replace(day=day), exact=True, needs="前")


def a_month(said: Said, now: Now) -> Period | None:
    """6月, 6月底, 下月中旬, 3月至6月."""
    year, month = _year_and_month(said, now)
    if not year:
        return None
    part, begun = said["part"][-2:].lstrip("月"), _count(said, "from_month")
    first, last = date(year, month, 1), end_of_month(year, month)
    before = None if part or begun else first - timedelta(1)
    if part:
        first = first.replace(day=STARTS.get(part, 1))
        last = last.replace(day=ENDS.get(part, last.day))
    if begun:
        first = date(year - (begun > month), begun, 1)
    told = bool(said["year"] or said["rel"])
    return Period(first, last, part in ("底", "末"), before=before, dated=told, course=bool(part or begun))


def a_quarter(said: Said, now: Now) -> Period | None:
    """二季度末, 一至三季度, 下季度, 季度末."""
    year, count = _year(said, now), _count(said, "quarter")
    if not count and now.today:
        year, count = now.today.year, (now.today.month + 2) // 3 + (said["which"] == "下")
        year, count = year + count // 5, (count - 1) % 4 + 1
    if not year or not count:
        return None
    first, last = date(year, count * 3 - 2, 1), end_of_month(year, count * 3)
    before = None if said["closed"] else first - timedelta(1)
    if begun := _count(said, "from_quarter"):
        first = date(year, min(begun, count) * 3 - 2, 1)
    return Period(first, last, bool(said["closed"]), before=before, dated=bool(said["year"]), course=True)


def a_half(said: Said, now: Now) -> Period | None:
    """上半年, 明年下半年."""
    if not (year := _year(said, now)):
        return None
    first, last = (1, 6) if said["half"] == "上" else (7, 12)
    begun, over = date(year, first, 1), end_of_month(year, last)
    return Period(begun, over, bool(said["closed"]), dated=bool(said["year"]), course=True)


def a_year(said: Said, now: Now) -> Period | None:
    """2028年, 明年底, 年内."""
    year, part = _year(said, now), said["part"].lstrip("年")
    if not year:
        return None
    last = date(year, 6, 30) if part == "中" else date(year, 12, 31)
    needs = "" if part in ("底", "末") or len(said["year"]) == 4 else "前内"
    return Period(
        date(year, 1, 1),
        last,
        part in ("底", "末"),
        before=None if part else date(year - 1, 12, 31),
        dated=bool(said["year"]),
        needs=needs,
    )


def a_plan(said: Said, now: Now) -> Period | None:
    """“十五五”末."""
    year = PLANS[said["plan"]]
    return Period(date(year - 4, 1, 1), date(year, 12, 31), closed=True, dated=True)


def _season(month: int, day: int) -> Read:
    """The reader of a season that something is wanted before."""

    def read(said: Said, now: Now) -> Period | None:
        year = _year(said, now)
        last = date(year, month, day) if year else None
        return Period(last, last, dated=bool(said["year"]), needs="前") if last else None

    return read


def _school(said: Said, now: Now) -> Period | None:
    """开学, where it can only be that of autumn."""
    if not now.today or now.today.month not in SCHOOL_IN_AUTUMN:
        return None
    last = date(now.today.year, 8, 31)
    return Period(last, last, needs="前")


def _feast(days: tuple[date, ...]) -> Read:
    """The reader of a feast: that of the year that is written, or else the next."""

    def read(said: Said, now: Now) -> Period | None:
        year, told = _year(said, now), bool(said["year"])
        coming = [day for day in days if (day.year == year if told else now.today and day > now.today)]
        if not coming or (not told and now.today and coming[0] > later(now.today, LONGEST_WAIT)):
            return None
        eve = coming[0] - timedelta(1)
        return Period(eve, eve, dated=told, needs="前")

    return read


EVENTS: tuple[tuple[str, Read], ...] = (
    *((words, _feast(tuple(map(date.fromisoformat, days.split())))) for words, days in MOVABLE),
    *((words, _feast(tuple(day + timedelta(apart) for day in SPRINGS))) for words, apart in NEW_YEAR),
    *((words, _feast(tuple(date(year, *day) for year in range(2024, 2041)))) for words, day in FEASTS),
    *((words, _season(*day)) for words, day in SEASONS),
    ("(?<![春秋季期年])开学", _school),
)
"""Whatever something is wanted before, with its reader; the first is the spring festival, which is 年 too."""
SPRING = 0
EVENT = "|".join(f"(?P<e{n}>{words})" for n, (words, _) in enumerate(EVENTS))
"""How events are written, each a group."""


def an_event(said: Said, now: Now) -> Period | None:
    """汛期, 春节, 开学."""
    place = next(int(name[1:]) for name, words in said.items() if words and name[1:].isdigit())
    return EVENTS[place][1]({"year": said.get("year", "")}, now)


def a_stretch(said: Said, now: Now) -> Period | None:
    """So many days, weeks, months or years from the meeting on."""
    count, unit, half = _count(said, "count"), said["unit"], said["count"] == "半"
    if not now.today or not (count or half):
        return None
    if unit in MONTHS and not (half and MONTHS[unit] == 1):
        months = MONTHS[unit]
        last = later(now.today, months * count + (months // 2 if half or said["half"] else 0))
    elif unit == "个工作日":
        last = _working_days(now.today, count)
    else:
        last = now.today + timedelta(count * 7 if unit in WEEKS else count or 15)
    return Period(now.today, last, dated=True, course=True, needs="" if said["used"] else "内")


def _working_days(day: date, count: int) -> date:
    """The last of so many days that are no weekend; feasts are not known here."""
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5
    return day


def a_week(said: Said, now: Now) -> Period | None:
    """本周五, 下周."""
    if not now.today:
        return None
    monday = now.today - timedelta(now.today.weekday()) + timedelta(7 * (said["which"] == "下"))
    weekday = "一二三四五六日".find((said["weekday"] or "日").replace("天", "日").replace("末", "日"))
    return Period(monday, monday + timedelta(weekday), dated=True, needs="前" if said["weekday"] else "前内")
