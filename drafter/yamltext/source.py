"""Bytes → the text of a YAML file, if it is not too large."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from drafter import encoding
from drafter.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes; the longest real brief is under fifty thousand."""


def decode(raw: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it; an error leaves the text empty."""
    if len(raw) > LARGEST:
        return "", (Problem("too-large", Place(file), {"most": f"{LARGEST:,}", "size": f"{len(raw):,}"}),)
    return encoding.decode(raw, file)


def encoded(raw: bytes, text: str) -> bytes | None:
    """The bytes of a file whose text has become another: its encoding and, line by line, its line ends stay.

    None where the text would then not be read as it is.
    """
    wanted = text
    bom, code = next(((mark, code) for mark, code in encoding.BOMS if raw.startswith(mark)), (b"", "utf-8"))
    if decode(raw, "")[1]:  # not UTF-8, but told for sure
        code = "gb18030"
    old = re.split(r"(\r\n|\r|\n)", raw[len(bom) :].decode(code))
    lines, ends = old[::2], old[1::2]
    usual = max(set(ends), key=ends.count, default="\n")
    several = len(set(ends)) > 1
    text = _with_ends(lines, ends, text.split("\n"), usual) if several else text.replace("\n", usual)
    try:
        data = bom + text.encode(code)
    except UnicodeEncodeError:
        return None
    return data if decode(data, "")[0] == wanted else None


def _with_ends(lines: list[str], ends: list[str], new: list[str], usual: str) -> str:
    """Lines with the ends that they had, new ones with the usual end."""
    pieces: list[str] = []
    for _, i, i_end, j, j_end in SequenceMatcher(None, lines, new).get_opcodes():
        kept = [*ends, usual][i:i_end] if i_end - i == j_end - j else [usual] * (j_end - j)
        pieces += [line + end for line, end in zip(new[j:j_end], kept, strict=True)]
    return "".join(pieces).removesuffix(usual)
