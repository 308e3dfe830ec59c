"""Stretches of a text on a terminal: what went, what came, and as much of what stayed as tells where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

SHOWN = 24
"""Characters that stayed and are all shown; of more only those beside a change."""
BESIDE = 10
"""How many these are."""
BREAK = "\u2029"
"""The end of a paragraph among stretches."""


class Stretch(Protocol):
    """A stretch in two versions."""

    @property
    def before(self) -> str:
        """As it was."""

    @property
    def after(self) -> str:
        """As it is."""


def told(pieces: Iterable[Stretch]) -> str:
    """Two versions in one: what went between [- and -], what came between {+ and +}."""
    said = "".join(
        _middle(piece.before) if piece.before == piece.after else changed(piece.before, piece.after) for piece in pieces
    )
    return said.replace("\n\n", " ⏎ ").replace(BREAK, " ⏎ ")


def changed(before: str, after: str) -> str:
    """What went and what came in its place."""
    return (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")


def _middle(text: str) -> str:
    """What is the same around changes, as far as it tells where they are."""
    return text if len(text) <= SHOWN else f"{text[:BESIDE]}…{text[-BESIDE:]}"
