"""A number in a cell → how its sheet shows it, for the number formats that offices use."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

YEAR_AND_MONTH, MONTH_AND_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy/m/d h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    48: "##0.0E+0", 49: "@", 31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((27, 36, 50, 52, 55, 57), YEAR_AND_MONTH), **dict.fromkeys((28, 29, 51, 53, 54, 56, 58), MONTH_AND_DAY),
}  # fmt: skip
"""Formats that a workbook names by number alone; those of days as a Chinese Excel has them."""
AS_IT_IS = ("General", "@", "")
LITERAL = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|([¥￥$€（）()+\-/: \u3000-\u303f\u4e00-\u9fff\uff00-\uffef])'
)
"""What is shown as it stands: in quotes, behind a stroke, a currency, a sign; blanks that only fill are not."""
COLOURS = re.compile(r"\[(?:Red|Blue|Green|Black|White|红色|蓝色|DBNum\d|[<>=]+[^\]]*)\]", re.IGNORECASE)
DIGITS = re.compile(r"[#0,]*[#0](?:\.[0#]+)?%?")
TOKENS = re.compile(r'yyyy|yy|m{1,2}|d{1,2}|h{1,2}|s{1,2}|"[^"]*"|\\.|[-/.: \u4e00-\u9fff]')
FIRST_DAY = 61
"""The first serial number of which all programs think alike: Excel has a 29th of February 1900, and a day 0."""
LAST_DAY = 2_958_466
"""The serial number after the last day that Excel knows, in the year 9999."""
TIMES = re.compile(r"\[(h+)\]:mm(?::ss)?")


class Strange(Struct, frozen=True):
    """A number whose format is none of these."""


def shown(number: float, code: str, *, since_1904: bool = False) -> str | Strange | None:
    """How a sheet shows a number; None where that is as it is, or a whole day, Strange where it cannot be told."""
    code = code.strip()
    if code in AS_IT_IS:
        return None
    letters = re.sub(r'"[^"]*"|\\.|\[(?!h+\])[^\]]*\]', "", code.lower())
    if not re.search("[ymdhs]", letters) or "general" in letters:
        return _number(Decimal(f"{number:.15g}"), code)
    if TIMES.fullmatch(code):
        return _hours(timedelta(days=number)) if 0 <= number < LAST_DAY else Strange()
    of_time = not re.search("[yd]", letters)
    if not (0 <= number < 1 if of_time and "h" in letters else FIRST_DAY <= number < LAST_DAY):
        return Strange()
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    return _day(start + timedelta(days=number), code)


def _hours(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _day(value: datetime, code: str) -> str | Strange | None:
    """A day of which not all is shown; one that is shown whole is said as days are."""
    code = re.sub(r"\[\$[^\]]*\]|\[DBNum1\]|;@$", "", code)
    bare = re.sub(r'"[^"]*"', "", code.lower())
    if {"y", "m", "d"} <= set(bare):
        return None
    if re.search("m{3}|d{3}", bare) or any(len(years) not in (2, 4) for years in re.findall("y+", bare)):
        return Strange()
    parts = TOKENS.findall(code)
    letters = {part[0] for part in parts if part[0] in "ymdhs"}
    if "".join(parts) != code:
        return Strange()
    if "h" in letters or not letters:
        return None
    done = []
    for part in parts:
        match part:
            case "yyyy":
                done.append(f"{value.year}")
            case "yy":
                done.append(f"{value.year % 100:02}")
            case "m" | "mm":
                done.append(f"{value.month:0{len(part)}}")
            case "d" | "dd":
                done.append(f"{value.day:0{len(part)}}")
            case _:
                done.append(part.strip('"').removeprefix("\\"))
    return "".join(done)


def _number(value: Decimal, code: str) -> str | Strange | None:
    """A number with its digits, its unit and its sign as they are shown."""
    sections = code.split(";")
    n = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    part = COLOURS.sub("", sections[n])
    bare = LITERAL.sub(lambda found: "\0" * len(found[0]), part)
    digits = DIGITS.search(bare)
    if digits is None and part and not bare.strip("\0"):
        return _said(part)
    if digits is None or bare[: digits.start()].strip("\0") or bare[digits.end() :].strip("\0%"):
        return Strange()
    before, after = (_said(text) for text in (part[: digits.start()], part[digits.end() :]))
    per_cents = (digits[0] + bare[digits.end() :]).count("%")
    if per_cents > 1:
        return Strange()
    sign = "-" if value < 0 and len(sections) < 2 else ""
    return f"{before}{sign}{_digits(abs(value) * (100 if per_cents else 1), digits[0])}{after}"


def _digits(size: Decimal, pattern: str) -> str:
    """A number that is not negative with as many digits as a pattern such as #,##0.0# has."""
    whole, _, part = pattern.rstrip("%").partition(".")
    text = f"{size.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP):{',' if ',' in whole else ''}f}"
    head, _, tail = text.partition(".")
    head = head if "," in whole else head.zfill(whole.count("0"))
    tail = tail.rstrip("0") if "#" in part else tail
    return f"{head}{'.' * bool(tail)}{tail}{'%' * pattern.endswith('%')}"


def _said(literals: str) -> str:
    """What literals show; blanks that only fill show nothing."""
    return "".join(next(filter(None, found.groups()), "") for found in re.finditer(f"{LITERAL.pattern}|(%)", literals))
