"""Columns on a terminal, where a Chinese character takes two places."""

from __future__ import annotations

from unicodedata import east_asian_width

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
