"""Numbers that a program generates and a file does not hold as text: Word's and HTML's numeral formats."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

from drafter.language import numerals as known

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
DIGITS, CAPITALS = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"


def numeral(n: int, format: str) -> str | None:
    """The number in one of Word's formats (ECMA-376, 17.18.59), in digits where the format does not reach; None if unknown."""
    if format not in FORMATS:
        return None
    most, shown = FORMATS[format]
    return shown(n) if 1 <= n <= most else str(n)


def numbered(label: str, text: str, suffix: str = "tab") -> str:
    """The text behind its number; of the tab that Word sets between them, a blank stays where the words would run together."""
    if not label or suffix == "nothing":
        return label + text
    if suffix == "space":
        return f"{label} {text}"
    parted = not label[-1].isalnum() and (wide(label[-1:]) or wide(text[:1]))
    return label + text if parted or not text else f"{label} {text}"


def wide(char: str) -> bool:
    """The character is as wide as a Chinese one, or a quotation mark or dash that usually is."""
    return char != "" and (east_asian_width(char) in "WF" or char in "“”‘’…—·")


def _places(n: int, digits: str, units: str, *, one: bool = True, zero: bool = True) -> str:
    """A number below ten thousand with its places named: 一百零一."""
    done, gap = "", False
    for place in range(3, -1, -1):
        digit = n // 10**place % 10
        if not digit:
            gap = bool(done)
            continue
        if gap and zero:
            done += digits[0]
        gap = False
        plain = place and digit == 1 and (not one or (not done and place == 1 and digits[1] == "一"))
        done += ("" if plain else digits[digit]) + (units[place - 1] if place else "")
    return done


def _letters(n: int) -> str:
    return chr(97 + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _ordinal(n: int) -> str:
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _digit_by_digit(n: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(n))


def _counting(n: int) -> str:
    return known.han(n) if n < 100 else _digit_by_digit(n)


def _thousands(n: int) -> str:
    return _places(n, "零一二三四五六七八九", "十百千")


def _capitals(n: int) -> str:
    return _places(n, CAPITALS, "拾佰仟")


def _japanese(n: int) -> str:
    return _places(n, "〇一二三四五六七八九", "十百千", one=False, zero=False)


ANY = 10**9
FORMATS: dict[str, tuple[int, Callable[[int], str]]] = {
    "": (ANY, str),
    "none": (ANY, lambda n: ""),
    "decimal": (ANY, str),
    "decimalZero": (ANY, known.two_places),
    "decimalHalfWidth": (ANY, str),
    "decimalFullWidth": (ANY, known.wide),
    "decimalFullWidth2": (ANY, known.wide),
    "numberInDash": (ANY, lambda n: f"- {n} -"),
    "ordinal": (ANY, _ordinal),
    "upperRoman": (3999, known.roman),
    "lowerRoman": (3999, lambda n: known.roman(n).lower()),
    "upperLetter": (780, lambda n: _letters(n).upper()),
    "lowerLetter": (780, _letters),
    "chineseCounting": (ANY, _counting),
    "chineseCountingThousand": (9999, _thousands),
    "taiwaneseCounting": (9999, _thousands),
    "taiwaneseCountingThousand": (9999, _thousands),
    "taiwaneseDigital": (ANY, _counting),
    "japaneseCounting": (9999, _japanese),
    "japaneseDigitalTenThousand": (ANY, _digit_by_digit),
    "ideographDigital": (ANY, _digit_by_digit),
    "chineseLegalSimplified": (9999, _capitals),
    "ideographLegalTraditional": (9999, _capitals),
    "ideographTraditional": (10, lambda n: STEMS[n - 1]),
    "ideographZodiac": (12, lambda n: BRANCHES[n - 1]),
    "ideographZodiacTraditional": (60, lambda n: STEMS[(n - 1) % 10] + BRANCHES[(n - 1) % 12]),
    "ideographEnclosedCircle": (10, known.signs("㊀")),
    "decimalEnclosedCircle": (50, known.circled),
    "decimalEnclosedCircleChinese": (50, known.circled),
    "decimalEnclosedFullstop": (20, known.signs("⒈")),
    "decimalEnclosedParen": (20, known.signs("⑴")),
}
"""How far each format reaches, and how it shows a number."""
