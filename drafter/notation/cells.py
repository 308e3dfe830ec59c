"""A cell's value → the text that a person would type into a brief, as its slot wants it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from drafter.language.tongue import Tongue
from drafter.model.blueprint import Slot
from drafter.model.table import Typed

DAYS = range(20_000, 80_000)
"""Serial numbers that are taken for days where a day is due: 1954 to 2119."""
FROM_1904 = 1462
"""Days between the two calendars of Excel."""


def words(value: Typed, slot: Slot | None, tongue: Tongue, *, since_1904: bool) -> str:
    """The text of a value; a number is a day where a day is due, and what is none says so when it is read."""
    kind = slot.type if slot else "text"
    match value:
        case str():
            return value.strip()
        case bool():
            return str(value).lower()
        case int() | float():
            if kind == "date" and float(value).is_integer() and int(value) in DAYS:
                return _day(int(value) + FROM_1904 * since_1904).isoformat()
            plain = f"{Decimal(f'{value:.15g}'):f}"  # as many digits as a spreadsheet keeps, and no power of ten
            return plain.rstrip("0").rstrip(".") if "." in plain else plain
        case datetime() if value.time() != time.min and kind != "date":
            return f"{_date(value.date(), tongue, kind)}{tongue.space}{value:%H:%M}"
        case datetime():
            return _date(value.date(), tongue, kind)
        case date():
            return _date(value, tongue, kind)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            hours, minutes = divmod(round(value.total_seconds() / 60), 60)
            return f"{hours}:{minutes:02}"


def _date(day: date, tongue: Tongue, kind: str) -> str:
    if kind in ("date", "number"):
        return day.isoformat()
    return tongue.brief_words["till"].format(tongue.date(day)) if kind == "due" else tongue.date(day)


def _day(serial: int) -> date:
    return date.fromordinal(date(1899, 12, 30).toordinal() + serial)
