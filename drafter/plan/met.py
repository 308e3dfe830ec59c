"""Which of many words stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Begins = Mapping[str, tuple[str, ...]]
"""Words by the character that they begin with: most characters of a text begin none."""


def by_first(words: Iterable[str]) -> Begins:
    """The words by the character that they begin with."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        found.setdefault(word[:1], []).append(word)
    return {char: tuple(held) for char, held in found.items()}


def met(begins: Begins, text: str) -> frozenset[str]:
    """Those that stand in a text."""
    return frozenset([word for char in begins.keys() & set(text) for word in begins[char] if word in text])
