"""How figures in Chinese text are said: 12.37亿元 is 十二点三七亿元, 95% is 百分之九十五, 2026年 is 二零二六年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.late import late
from drafter.language.numerals import ARABIC_DIGITS, DIGITS
from drafter.language.zh_numbers import PLAIN
from drafter.language.zh_quantities import COMPOUNDS, SCALE, UNIT, UNIT_OF

SHARES = {"%": "百分之", "‰": "千分之"}
YEAR = r"(?:19|20)\d\d年(?!来|历史)"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
FIGURE = late(
    rf"(?<![\dA-Za-z./〔\[第№#])(?<!\d[,，:：])(?:(?P<year>{YEAR})|(?P<number>{NUMBER})(?![\dA-Za-z.,:/〕\]号])"
    rf"(?P<scale>{SCALE})?(?P<unit>{UNIT})?)"
)
"""A figure with what it counts in; numbers of documents, times of day and codes are none."""
TO = late("[-—–~～－至到](?=\\d|$)")
"""Between the ends of a range, which are said together: left alone."""
LARGE = 5
"""Digits of a figure that is hard to say at sight."""
PLACES = ("", "十", "百", "千")
SECTIONS = ("", "万", "亿", "万亿")
PAIR, TWO = "两", "二"


def spoken(figure: str) -> str:
    """How a figure with its unit is said; nothing for what is none."""
    found = FIGURE.fullmatch(figure.translate(PLAIN))
    return _said(found) if found else ""


def large_figures(text: str) -> Iterator[tuple[int, int, str]]:
    """The figures that are hard to say at sight, where they begin and end, and how they are said."""
    plain = text.translate(PLAIN)
    for found in FIGURE.finditer(plain):
        end = _end(plain, found)
        if _is_large(found) and not (
            TO.match(plain, end) or re.search(r"[\d%年][-—–~～－至到]$", plain[: found.start()])
        ):
            yield found.start(), end, _said(found, end)


def figure_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where figures with their units stand, large or not."""
    plain = text.translate(PLAIN)
    yield from ((found.start(), _end(plain, found)) for found in FIGURE.finditer(plain))


def whole(n: int) -> str:
    """A whole number below 10¹⁶ as it is said: 20512 is 两万零五百一十二."""
    if not n:
        return DIGITS[0]
    said, part, gap = "", str(n), False
    sections = [int(part[max(0, end - 4) : end]) for end in range(len(part), 0, -4)]
    for rank in reversed(range(len(sections))):
        section = sections[rank]
        if not section:
            gap = bool(said)
            continue
        if said and (gap or section < 1000):
            said += DIGITS[0]
        said += (PAIR if section == 2 and rank and not said else _section(section, first=not said)) + SECTIONS[rank]
        gap = False
    return said


def _section(n: int, *, first: bool) -> str:
    """Four digits, 2512 as 两千五百一十二; the first ones of a number have 两千 and 十."""
    said, gap = "", False
    for rank, digit in reversed([*enumerate(map(int, reversed(str(n))))]):
        if not digit:
            gap = bool(said)
            continue
        name = {"1十": "", "2千": PAIR}.get(f"{digit}{PLACES[rank]}") if first and not said else None
        said += (DIGITS[0] if gap else "") + (DIGITS[digit] if name is None else name) + PLACES[rank]
        gap = False
    return said


def _end(plain: str, found: re.Match[str]) -> int:
    """Where a figure ends: before a word that only begins like its unit."""
    unit = found["unit"]
    return found.start("unit") if unit and plain.startswith(COMPOUNDS, found.start("unit")) else found.end()


def _is_large(found: re.Match[str]) -> bool:
    number = found["number"]
    if number is None:
        return True
    digits = sum(map(str.isdigit, number.partition(".")[0]))
    counts = bool(found["scale"] or found["unit"])
    return found["unit"] in SHARES or ("." in number and counts) or "," in number or (digits >= LARGE and counts)


def _said(found: re.Match[str], end: int | None = None) -> str:
    if found["year"]:
        return _digits(found["year"][:4]) + found["year"][4:]
    unit = found["unit"] if end is None or end == found.end() else ""
    before, _, after = found["number"].replace(",", "").partition(".")
    number = whole(int(before)) + (f"点{_digits(after)}" if after else "")
    if unit in SHARES:
        return SHARES[unit] + (found["scale"] or "") + number
    if number == TWO and (found["scale"] or unit):
        number = PAIR
    return number + (found["scale"] or "") + UNIT_OF.get(unit or "", "")


def _digits(figures: str) -> str:
    return "".join(DIGITS[ARABIC_DIGITS.index(digit)] for digit in figures)
