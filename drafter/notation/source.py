"""Bytes → text: the encoding told for sure or refused by name, line ends made one."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable

from drafter.problem import Edit, Place, Problem

LARGEST = 1_000_000
"""Bytes; the longest real brief is under fifty thousand."""
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CHINESE = re.compile(
    r"[\x09\x0a\x0d\x20-\x7e\u00b7\u00d7\u2014\u2018-\u201d\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff5e]*"
)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Characters that an XML file cannot hold, controls, and those that YAML takes for the end of a line."""


def decode(raw: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it; an error leaves the text empty."""
    start = Place(file)
    if len(raw) > LARGEST:
        return "", (Problem("too-large", start, {"most": f"{LARGEST:,}", "size": f"{len(raw):,}"}),)
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            try:
                return _lines(raw[len(bom) :].decode(encoding)), ()
            except UnicodeDecodeError:
                return "", (Problem("unknown-encoding", start),)
    try:
        return _lines(raw.decode("utf-8")), ()
    except UnicodeDecodeError:
        return _chinese(raw, start)


def changed(raw: bytes, edits: Iterable[Edit]) -> bytes | None:
    """The bytes of a file with edits of its text: no byte outside of them changes; None where that cannot be done."""
    bom, encoding = next(((bom, name) for bom, name in BOMS if raw.startswith(bom)), (b"", "utf-8"))
    try:
        text = raw[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        encoding = "gb18030"
        text = raw.decode(encoding)
    if bom + text.encode(encoding) != raw:
        return None
    pairs = [found.start() - n for n, found in enumerate(re.finditer("\r\n", text))]
    parts, at = [], 0
    for edit in edits:
        start, end = (offset + bisect_left(pairs, offset) for offset in (edit.start, edit.end))
        parts += [text[at:start], edit.text]
        at = end
    return bom + "".join((*parts, text[at:])).encode(encoding)


def _chinese(raw: bytes, start: Place) -> tuple[str, tuple[Problem, ...]]:
    """GB18030 if the text then is nothing but ASCII and Chinese; anything else might be a guess."""
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return "", (Problem("unknown-encoding", start),)
    if not CHINESE.fullmatch(text):
        return "", (Problem("unknown-encoding", start),)
    return _lines(text), (Problem("read-as-gb18030", start, severity="warning"),)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
