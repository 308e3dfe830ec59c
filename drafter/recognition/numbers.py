"""Numbers before headings and points, read by the Chinese table of enumerators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.language import TONGUES
from drafter.language.enumerators import reader
from drafter.language.numerals import HAN_NUMERALS, values
from drafter.recognition.trace import Para, Trace, place_at, without

TABLE = TONGUES["zh"].schemes
ORDINALS = values(HAN_NUMERALS)
HAN = "".join(numeral for numeral in ORDINALS if len(numeral) == 1)
RANKS = {name: float(scheme.rank) for name, scheme in TABLE.items() if scheme.rank is not None}
"""How high headings stand; those of other schemes stand below them."""
numbered = reader("zh")
"""The enumerator that stands at an offset, and where the words after it begin."""
NUMERAL = re.compile("(?:[一二三四五六七八九十]{1,2}|两|\\d{1,2})$")
ARABIC_TWICE = re.compile(r"(\d{1,2})[、.．]\s*(?=\1[、.．]\s*[\u4e00-\u9fff])")


def undoubled(paras: Sequence[Para], trace: Trace) -> list[Para]:
    """Paragraphs with one number each where a program and a hand have set one, of two kinds: 一、1.… 二、2.…"""
    twice: dict[tuple[str, str], dict[int, tuple[int, tuple[int, int]]]] = {}
    for n, para in enumerate(paras):
        first = numbered(para.text)
        second = numbered(para.text, first[1]) if first else None
        if first and second and first[0].ordinal == second[0].ordinal:
            kinds, found = (first[0].scheme, second[0].scheme), (first[0].ordinal, (first[1], second[1]))
        elif arabic := ARABIC_TWICE.match(para.text):
            kinds, found = ("", ""), (int(arabic[1]), (0, arabic.end()))
        else:
            continue
        twice.setdefault(kinds, {})[n] = found
    done = list(paras)
    for row in twice.values():
        several = len({ordinal for ordinal, _ in row.values()}) > 1
        for n, (_, span) in row.items() if several else ():
            trace.mend(paras[n].text[slice(*span)], place_at(paras[n], span[0]), "number")
            done[n] = without(paras[n], [span])
    return done


def announced_number(told: str) -> int:
    """The numeral in which an announcement ends, 0 if there is none."""
    numeral = NUMERAL.search(told)
    text = numeral[0] if numeral else ""
    return int(text) if text.isdecimal() else 2 if text == "两" else ORDINALS.get(text, 0)
