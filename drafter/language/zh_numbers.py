"""Numbers in Chinese text, in figures, in Han numerals or in both, as numbers; places in a text stay what they are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from drafter.language.late import late
from drafter.language.numerals import ARABIC_DIGITS, DIGITS, WIDE_DIGITS, Numerals, han, values

PLAIN = str.maketrans(WIDE_DIGITS + "．％〇○", ARABIC_DIGITS + ".%零零")
"""Digits and signs that are typed in two widths; one character for one, so that no place moves."""
SPACES = " \u3000\u00a0"
FIGURES = late(r"(\d{1,15})(?:\.(\d{1,9}))?")
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
    whole, point, part = plain.partition("点")
    if point:
        value, after = _han(whole), digits(part)
        return exact(value + Fraction(after, 10 ** len(part))) if value is not None and after is not None else None
    return _han(plain)


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """A text in plain digits, without the spaces that set off a figure (6 月底, 12 户); and where each place of it stands."""
    plain = text.translate(PLAIN)
    if not any(space in plain for space in SPACES):
        return plain, range(len(plain) + 1)
    aside = [n for n, char in enumerate(plain) if char in SPACES and _sets_off(plain, n)]
    dropped = set(aside)
    kept = [n for n in range(len(plain)) if n not in dropped]
    return "".join(plain[n] for n in kept), (*kept, len(plain))


def _sets_off(plain: str, at: int) -> bool:
    """Whether a space has a digit on one side, and none on the other: between two it parts numbers."""
    return (at > 0 and (plain[at - 1].isdigit() or plain[at - 1] in "%‰")) != plain[at + 1 : at + 2].isdigit()


def original(places: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """A span of a squeezed text as one of the text that it was made of."""
    return places[start], places[end - 1] + 1


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
