"""Columns on a terminal, where a Chinese character takes two places."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from unicodedata import east_asian_width

from drafter.cli.line import plain
from drafter.sentences import visible


def column(text: str, size: int, *, right: bool = False) -> str:
    """The text filled up to a width; one that is too wide is cut, with a blank after it."""
    text = visible(text)
    if not right:
        text = clipped(text, size - 1)
    fill = " " * max(0, size - width(text))
    return fill + text if right else text + fill


def clipped(text: str, size: int) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if width(text) <= size:
        return text
    taken = 0
    for n, char in enumerate(text):
        taken += width(char)
        if taken >= size:
            return text[:n] + "…"
    return text


def width(text: str) -> int:
    """How many places a text takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def colours() -> Callable[[str, str], str]:
    """What colours a text by a code of ANSI's, on a terminal that shows colours to somebody who wants them; elsewhere it is left."""
    shown = sys.stdout is not None and sys.stdout.isatty() and not plain() and not os.environ.get("NO_COLOR")
    return lambda text, code: f"\x1b[{code}m{text}\x1b[0m" if shown and text and code else text
