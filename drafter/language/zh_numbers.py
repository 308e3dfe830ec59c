"""Numbers in Chinese text, in figures, in Han numerals or in both, as numbers; places in a text stay what they are."""

from __future__ import annotations

import re
from fractions import Fraction

from drafter.language.numerals import ARABIC_DIGITS, DIGITS, WIDE_DIGITS, Numerals, han, values

PLAIN = str.maketrans(WIDE_DIGITS + "．％〇○", ARABIC_DIGITS + ".%零零")
"""Digits and signs that are typed in two widths; one character for one, so that no place moves."""
FIGURES = re.compile(r"(\d{1,15})(?:\.(\d{1,9}))?")
SCALES = (("亿", 10**8), ("万", 10**4), ("千", 1000))


def _with_pairs(n: int) -> str:
    """The same numeral where two is 两: 两, 两百五十."""
    return "两" if n == 2 else han(n).replace("二百", "两百")


SMALL = Numerals((han, _with_pairs), 999)


def number(words: str) -> int | Fraction | None:
    """What a numeral says: 12,000 · 3.6 · 三十二 · 一万二千; nothing for what is none, or can be read in two ways."""
    plain = words.translate(PLAIN).replace(",", "")
    if found := FIGURES.fullmatch(plain):
        return exact(Fraction(plain)) if found[2] else int(plain)
    return _han(plain)


def exact(value: Fraction) -> int | Fraction:
    """A fraction that is whole as a whole number."""
    return value.numerator if value.denominator == 1 else value


def digits(words: str) -> int | None:
    """A number that is said digit by digit: 二零二八 → 2028."""
    plain = words.translate(PLAIN)
    figures = "".join(char if char in ARABIC_DIGITS else str(DIGITS.find(char)) for char in plain)
    return int(figures) if figures.isdecimal() else None


def _han(words: str) -> int | None:
    for sign, size in SCALES:
        high, found, low = words.partition(sign)
        if not found:
            continue
        if len(low) == 1:  # 一万二 is 12,000 to one reader and 10,002 to nobody: left alone
            return None
        first, rest = _han(high), _han(low.removeprefix("零")) if low else 0
        return first * size + rest if first is not None and rest is not None and rest < size else None
    return values(SMALL).get(words)
