"""Numerals: the signs for 1, 2, 3 … that enumerators, Word and web pages number with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

Show = Callable[[int], str]
MOST = 99
"""The largest ordinal that is printed."""
DIGITS = "零一二三四五六七八九"
ARABIC_DIGITS, WIDE_DIGITS = "0123456789", "０１２３４５６７８９"
WIDE = str.maketrans(ARABIC_DIGITS, WIDE_DIGITS)
LEGAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
ROMAN_SIGNS = str.maketrans("IVXLC", "ⅠⅤⅩⅬⅭ")


class Numerals(NamedTuple):
    """Signs for 1, 2, 3 …; a named tuple, since every start makes this class, and a dataclass takes four times as long."""

    shows: tuple[Show, ...]
    """How a number is shown: first as it is printed, then as it is typed too."""
    most: int = MOST
    """The largest number that they reach, as far as enumerators go."""
    folded: tuple[str, str] = ("", "")
    """Characters that are typed for others, and these: ２ for 2."""
    words: bool = False
    """They are words, no signs that can be put together."""


@lru_cache(maxsize=64)
def _values(shows: tuple[Show, ...], most: int) -> dict[str, int]:
    return {show(n): n for show in reversed(shows) for n in range(1, most + 1)}


def values(numerals: Numerals) -> Mapping[str, int]:
    """Every numeral and its number."""
    return _values(numerals.shows, numerals.most)


def han(n: int) -> str:
    """1–999 as 一 … 九百九十九; larger numbers digit by digit."""
    if n < 0:
        return "负" + han(-n)
    if n > 999:
        return "".join(DIGITS[int(d)] for d in str(n))
    hundreds, rest = divmod(n, 100)
    if hundreds:
        tail = f"零{DIGITS[rest]}" if 0 < rest < 10 else ("一" if 10 <= rest < 20 else "") + han(rest) if rest else ""
        return DIGITS[hundreds] + "百" + tail
    tens, ones = divmod(n, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def legal(n: int) -> str:
    """1–99 as 壹 … 玖拾玖."""
    return han(n).translate(LEGAL)


def legal_in_full(n: int) -> str:
    """The same with its one: 壹拾贰."""
    return ("壹" if 10 <= n < 20 else "") + legal(n)


def roman(n: int) -> str:
    """1–3999 as I … MMMCMXCIX."""
    done = ""
    for value, letters in ROMAN:
        done += letters * (n // value)
        n %= value
    return done


def roman_signs(n: int) -> str:
    """1–99 in the characters that are made for it: Ⅰ … Ⅻ, ⅩⅢ …"""
    if n <= 12:
        return chr(ord("Ⅰ") + n - 1)
    tens, ones = divmod(n, 10)
    return roman(tens * 10).translate(ROMAN_SIGNS) + (roman_signs(ones) if ones else "")


def roman_strokes(n: int) -> str:
    """The same, every stroke a character: ⅠⅠ."""
    return roman(n).translate(ROMAN_SIGNS)


def letters(n: int) -> str:
    """1, 2 … as A … Z, AA, AB …"""
    first, second = divmod(n - 1, 26)
    return (letters(first) if first else "") + chr(65 + second)


def signs(first: str) -> Show:
    """Numbers as the characters from the first on."""
    return lambda n: chr(ord(first) + n - 1)


def circled(n: int) -> str:
    """1–50 as ① … ㊿."""
    return chr((0x245F if n <= 20 else 0x323C if n <= 35 else 0x328D) + n)


def wide(n: int) -> str:
    """A number in full-width digits: １２."""
    return str(n).translate(WIDE)


def two_places(n: int) -> str:
    """A number with a nought before a single digit: 01."""
    return f"{n:02}"


HAN_NUMERALS = Numerals((han,))
ARABIC = Numerals((str, two_places), folded=(WIDE_DIGITS, ARABIC_DIGITS))
CIRCLED = Numerals((circled,), 50)
CIRCLED_HAN = Numerals((signs("㊀"),), 10)
IN_BRACKETS = Numerals((signs("⑴"),), 20)
HAN_IN_BRACKETS = Numerals((signs("㈠"),), 10)
WITH_STOP = Numerals((signs("⒈"),), 20)
CAPITALS = Numerals((legal, legal_in_full), folded=("貳參叄陸", "贰叁叁陆"))
ROMAN_CHARACTERS = Numerals((roman_signs, roman_strokes))
ROMAN_LETTERS = Numerals((roman,))
LETTERS = Numerals((letters,))
