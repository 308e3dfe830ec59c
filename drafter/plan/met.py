"""Which of many words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import add

Begins = Mapping[str, tuple[str, ...]]
"""Words by the two characters that they begin with: most pairs of a text begin none."""


def by_first(words: Iterable[str]) -> Begins:
    """The words by what they begin with."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        found.setdefault(word[:2], []).append(word)
    return {first: tuple(held) for first, held in found.items()}


def met(begins: Begins, text: str) -> frozenset[str]:
    """Those that stand in a text."""
    firsts = begins.keys() & {*text, *map(add, text, text[1:])}
    return frozenset([word for first in firsts for word in begins[first] if word in text])
