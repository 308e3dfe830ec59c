"""Bytes → text: the encoding told for sure or refused by name, line ends made one."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from drafter.problem import Place, Problem

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CHINESE = r"[\x09\x0a\x0d\x20-\x7e\u00b7\u00d7\u2014\u2018-\u201d\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]*"
"""What a brief in GB18030 may hold; as the next two compiled where it is needed, for that takes long."""
PROSE = (
    "["
    "\x00-\x7f\u00a0-\u01dc\u02c7\u02c9\u0391-\u03c9"
    "\u200b-\u2027\u2030-\u203b\u20ac\u2103-\u2121\u2160-\u2179\u2190-\u22bf\u2460-\u249b\u2500-\u2642\u3000-\u3029"
    "\u3220-\u32a3\u338e-\u33d5\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe6b\ufeff\uff01-\uff5e\uffe0-\uffe5\U00020000-\U0002ffff"
    "]*"
)
"""What a Chinese text may hold: no kana and no private characters, which Big5 taken for GB18030 is full of."""
HAN = "[\u3400-\u9fff]"
COMMONEST = frozenset("的一是在不了有和人这中大为上个国我以要他")
"""One in ten characters of a speech; of Korean taken for GB18030 hardly any."""
SAMPLE = 200_000
"""Characters looked at to tell whether the words are Chinese."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Characters that an XML file cannot hold, controls, and those that YAML takes for the end of a line."""


def decode(raw: bytes, file: str, *, prose: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it; an error leaves the text empty.

    Prose may be in UTF-16 without a mark, and in GB18030 hold more signs and some rare characters, if most are common.
    """
    start = Place(file)
    unknown = "", (Problem("unknown-encoding", start),)
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            text = attempt(raw[len(bom) :], encoding)
            return unknown if text is None else (one_line_end(text), ())
    text = attempt(raw, "utf-8")
    if prose and b"\0" in raw:
        text = _utf_16(raw, either=text is None) or text
    if text is not None:
        return one_line_end(text), ()
    text = attempt(raw, "gb18030")
    if text is None or not (plainly_chinese(text) if prose else re.fullmatch(CHINESE, text)):
        return unknown  # anything but Chinese might be a guess
    return one_line_end(text), (Problem("read-as-gb18030", start, severity="warning"),)


def attempt(raw: bytes, encoding: str) -> str | None:
    """The text in that encoding, or nothing."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def plainly_chinese(text: str) -> bool:
    """The text is made of what Chinese texts hold, and nearly all of its characters are common ones."""
    if not re.fullmatch(PROSE, text):
        return False
    han = re.findall(HAN, text[:SAMPLE])
    rare = len(han) - sum(map(_common().__contains__, han))
    if not han or rare * 2 > len(han) or rare > max(2, len(han) // 20):
        return False
    return len(han) < 100 or sum(map(COMMONEST.__contains__, han)) * 50 > len(han)


def one_line_end(text: str) -> str:
    """The text with every line ended by a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf_16(raw: bytes, *, either: bool) -> str | None:
    """The text of a file in UTF-16 without a mark, if it can be nothing else: Latin letters, or `either` those or Chinese."""
    for order, high in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        text = attempt(raw, order)
        if text and "\0" not in text and re.fullmatch(PROSE, text):
            latin = high.count(0) * 10 >= len(high) * 9
            if latin or (either and plainly_chinese(text)):
                return text
    return None


@lru_cache
def _common() -> frozenset[str]:
    """The 3,755 characters of the first level of GB 2312."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset("".join(pair.decode("gb2312", "ignore") for pair in rows))
