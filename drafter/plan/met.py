"""Which of many words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Begins = Mapping[str, tuple[str, ...]]
"""Words by the character that they begin with."""


def by_first(words: Iterable[str]) -> Begins:
    """The words by the character that they begin with."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        found.setdefault(word[:1], []).append(word)
    return {first: tuple(held) for first, held in found.items()}


def met(begins: Begins, text: str) -> frozenset[str]:
    """Those that stand in a text; most words have a character that it has not."""
    chars = set(text)
    words = [word for first in begins.keys() & chars for word in begins[first] if word[-1] in chars]
    return frozenset([word for word in words if word in text])
