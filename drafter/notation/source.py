"""Bytes → the text of a YAML file, if it is not too large."""

from __future__ import annotations

from drafter import encoding
from drafter.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes; the longest real brief is under fifty thousand."""


def decode(raw: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and what is wrong with it; an error leaves the text empty."""
    if len(raw) > LARGEST:
        return "", (Problem("too-large", Place(file), {"most": f"{LARGEST:,}", "size": f"{len(raw):,}"}),)
    return encoding.decode(raw, file)
