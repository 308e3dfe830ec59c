"""What is computed from quantities, strictly, and how it is said in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from drafter.language.numerals import han
from drafter.language.zh_quantities import Quantity

LARGE = ((10**8, "亿"), (10**4, "万"))
TENTHS = "一二三四五六七八九"
EVEN = {
    Fraction(1, 2): "一半",
    Fraction(1, 3): "三分之一",
    Fraction(2, 3): "三分之二",
    Fraction(1, 4): "四分之一",
    Fraction(3, 4): "四分之三",
}
CLOSE = Fraction(3, 200)
"""How near a share is to a tenth to be called it."""


def total(each: Sequence[tuple[Quantity, ...]], states: Sequence[str]) -> Quantity | None:
    """The sum of the first quantities of some facts: all of one unit and noun, none rough, none planned beside others done."""
    firsts = [found[0] for found in each if found]
    if len(firsts) < 2 or len(firsts) < len(each) or any(one.about or one.most is not None for one in firsts):
        return None
    nouns = {one.noun for one in firsts if one.noun}
    alike = len({one.unit for one in firsts}) == 1 and len(nouns) <= 1 and firsts[0].unit not in ("%", "倍", "个百分点")
    if not alike or len(set(states)) > 1:
        return None
    number = sum((Fraction(one.number) for one in firsts), Fraction(0))
    return replace(firsts[0], number=number, noun=next(iter(nouns), ""), words="")


def quantity_words(quantity: Quantity) -> str:
    """A quantity in figures: 28.6亿元, 183个; nothing where it has no short figure."""
    number = Fraction(quantity.number)
    for size, word in LARGE:
        if number >= size and (number / size * 1000).denominator == 1:
            return f"{_figure(number / size)}{word}{quantity.unit}"
    return f"{_figure(number)}{quantity.unit}" if (number * 1000).denominator == 1 else ""


def _figure(number: Fraction) -> str:
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def share(part: Fraction, whole: Fraction) -> str:
    """A part of a whole in words, never more exact than it is; nothing where the part is not the smaller."""
    if not 0 < part < whole:
        return ""
    exact = part / whole
    if exact in EVEN:
        return EVEN[exact]
    tenth = round(exact * 10)
    if 1 <= tenth <= 9:
        gap = exact - Fraction(tenth, 10)
        if gap == 0:
            return f"{TENTHS[tenth - 1]}成"
        if abs(gap) <= CLOSE:
            return f"近{TENTHS[tenth - 1]}成" if gap < 0 else f"{TENTHS[tenth - 1]}成多"
    floor = int(exact * 10)
    if floor >= 9:
        return "九成多"
    return f"{TENTHS[floor - 1]}成多" if floor >= 1 else "不到一成"


def multiple(number: Fraction, other: Fraction) -> str:
    """How many times as much, in words; nothing below twice."""
    if other <= 0 or number < 2 * other:
        return ""
    ratio = number / other
    whole = int(ratio)
    words = han(whole) if whole <= 10 else str(whole)
    words = "两" if whole == 2 else words
    return f"{words}倍" if ratio == whole else f"{words}倍以上"
