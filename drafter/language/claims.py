"""What a text states that has to come from somewhere: figures, dates and names of bodies."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Claim(Struct, frozen=True):
    """One of them where it stands."""

    kind: Literal["figure", "date", "body"]
    """What it is."""
    words: str
    """As it is written."""
    span: tuple[int, int]
    """Where it stands."""
    key: str
    """The same for all ways of writing it: 十二处 and 12处, 2026年6月底 and 6月底."""
