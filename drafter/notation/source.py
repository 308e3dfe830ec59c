"""Bytes → text: the encoding told for sure or refused by name, line ends made one."""

from __future__ import annotations

import codecs
import re
from difflib import SequenceMatcher

from drafter.problem import Place, Problem

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


def encoded(raw: bytes, text: str) -> bytes | None:
    """The bytes of a file whose text has become another: its encoding and, line by line, its line ends stay.

    None where the text would then not be read as it is.
    """
    wanted = text
    bom, encoding = next(((mark, code) for mark, code in BOMS if raw.startswith(mark)), (b"", "utf-8"))
    if decode(raw, "")[1]:  # not UTF-8, but told for sure
        encoding = "gb18030"
    old = re.split(r"(\r\n|\r|\n)", raw[len(bom) :].decode(encoding))
    lines, ends = old[::2], old[1::2]
    usual = max(set(ends), key=ends.count, default="\n")
    several = len(set(ends)) > 1
    text = _with_ends(lines, ends, text.split("\n"), usual) if several else text.replace("\n", usual)
    try:
        data = bom + text.encode(encoding)
    except UnicodeEncodeError:
        return None
    return data if decode(data, "")[0] == wanted else None


def _with_ends(lines: list[str], ends: list[str], new: list[str], usual: str) -> str:
    """Lines with the ends that they had, new ones with the usual end."""
    pieces: list[str] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, lines, new).get_opcodes():
        kept = [*ends, usual][i:i_end] if tag == "equal" else [usual] * (j_end - j)
        pieces += [line + end for line, end in zip(new[j:j_end], kept, strict=True)]
    return "".join(pieces).removesuffix(usual)
