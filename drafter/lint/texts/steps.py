"""The numbers that tell points off in a finished text, row by row: 一、（一）1. 第一， 一是."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.language.late import late
from drafter.language.zh_numbers import number

DIGIT = "一二三四五六七八九十"


class Step(Struct, frozen=True):
    """A number in the text."""

    depth: int
    """Its row: how many kinds of rows stand higher."""
    ordinal: int
    """Which it is."""
    paragraph: int
    """Its paragraph."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends."""

    @property
    def row(self) -> str:
        """The row, as its first number is written."""
        return ROWS[self.depth][0]


ROWS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("一、", late(rf"^[ \u3000]*(?P<n>[{DIGIT}]{{1,3}})、")),
    ("（一）", late(rf"^[ \u3000]*[（(](?P<n>[{DIGIT}]{{1,3}})[）)]")),
    ("1.", late(r"^[ \u3000]*(?P<n>\d{1,2})[.．、](?!\d)")),
    ("（1）", late(r"^[ \u3000]*[（(](?P<n>\d{1,2})[）)]")),
    ("第一个问题", late(rf"^[ \u3000]*第(?P<n>[{DIGIT}]{{1,3}})(?:个问题|个方面|件事情?|部分)[：，、 是]")),
    ("第一，", late(rf"(?:^|(?<=[。；：！？]))[ \u3000]*第(?P<n>[{DIGIT}]{{1,3}})[点条项件]?[，、：](?!第)")),
    ("第一是", late(rf"(?:^|(?<=[。；：！？，]))[ \u3000]*第(?P<n>[{DIGIT}]{{1,3}})(?:个|条|件)?是")),
    (
        "一是",
        late(
            rf"(?:^|(?<=[。；：！？，、其]))[ \u3000]*(?!一是一[，、。]|二是二[，、。])(?P<n>[{DIGIT}]{{1,2}})(?:是|要(?!不))"
        ),
    ),
)
"""How rows are numbered, the highest first."""
HIGH = 5
"""So many of them number paragraphs, and begin those below them anew."""
LOWEST = len(ROWS) - 1
"""Rows that are told off with 是 or 要."""


def steps(texts: Sequence[str], numbers: Sequence[int]) -> tuple[Step, ...]:
    """Every number of the paragraphs that are named, in the order of the text."""
    return tuple(sorted(_found(texts, numbers), key=lambda one: (one.paragraph, one.start)))


def _found(texts: Sequence[str], numbers: Sequence[int]) -> Iterator[Step]:
    for n in numbers:
        for depth, (_, pattern) in enumerate(ROWS):
            for one in pattern.finditer(texts[n]):
                yield Step(depth, int(number(one["n"]) or 0), n, one.start("n"), one.end())
