"""Where the expressions stand in a text: the one place that cuts it at `{{` and `}}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

OPEN, CLOSE = "{{", "}}"
STATEMENTS = ("{%", "{#")
WIDE = ("｛｛", "｝｝", "{｛", "｛{", "}｝", "｝}")
"""Braces typed with a Chinese keyboard."""
STRONG = "**"


class Stretch(NamedTuple):
    """A part of a text."""

    start: int
    """Its first character."""
    end: int
    """The character after it."""
    inside: bool
    """Whether it is an expression, without its braces."""


def cut(text: str) -> Iterator[Stretch]:
    """The expressions of a text and what stands between them; the first `}}` ends an expression, within quotes too."""
    at = 0
    while (start := text.find(OPEN, at)) >= 0 and (end := text.find(CLOSE, start + 2)) >= 0:
        if at < start:
            yield Stretch(at, start, False)
        yield Stretch(start + 2, end, True)
        at = end + 2
    if at < len(text):
        yield Stretch(at, len(text), False)
