"""In which columns the lists and maps stand that are open before a line, told from the lines alone: YAML could not read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

MARKED = re.compile(r" *-(?: |$)")
BLOCK = re.compile(r"(?:^|[:\-]\s+)[|>][-+\d]*\s*(?:#.*)?$")
OPENS = re.compile(r"(?::|-)\s*(?:#.*)?$")


class Levels(Struct, frozen=True):
    """What is open before a line."""

    maps: tuple[int, ...]
    """The columns of keys."""
    lists: tuple[int, ...]
    """The columns of dashes."""
    last: int
    """The column of the last key or dash."""
    opens: bool
    """The last line has a key or a dash and nothing behind it."""
    block: int
    """Where the lines of a text under `|` or `>` should stand that may go on here; -1 where there is none."""
    owner: int
    """The column of what such a text belongs to."""


def significant(line: str) -> bool:
    """Whether a line says something, and is no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#") and line != "---"


def indentation(line: str) -> int:
    """Ordinary blanks before a line's text."""
    return len(line) - len(line.lstrip(" "))


def levels_before(lines: Sequence[str], n: int) -> Levels:
    """What is open before line `n`, from 0."""
    maps: list[int] = []
    lists: list[int] = []
    last, opens, block, owner, under = 0, True, -1, -1, False
    for line in lines[_first(lines, n) : n]:
        if not line.strip():
            continue
        column = indentation(line)
        if under and column > owner:
            block = column if block < 0 else block
            continue
        if not significant(line):
            continue
        under, block = False, -1
        maps, lists = [one for one in maps if one <= column], [one for one in lists if one <= column]
        while found := MARKED.match(line, column):
            lists, last = [*dict.fromkeys((*lists, column))], column
            column = found.end()
            column += len(line[column:]) - len(line[column:].lstrip(" "))
        if re.search(r":(?:\s|$)", line[column:]):
            maps, last = [*dict.fromkeys((*maps, column))], column
        opens, under = bool(OPENS.search(line)), bool(BLOCK.search(line))
        owner = last if under else owner
    if under and block < 0:
        block = owner + 2
    return Levels(tuple(maps), tuple(lists), last, opens, block if under else -1, owner)


def _first(lines: Sequence[str], n: int) -> int:
    """The last line before another that stands in the first column with a key: nothing above it is still open."""
    above = range(n - 1, -1, -1)
    return next((one for one in above if lines[one][:1] not in ("", " ", "-", "#", "\t")), 0)
