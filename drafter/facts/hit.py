"""A fact where it stands."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from drafter.sentences.found import FactKind

Eagerness = Literal["none", "placeholders", "facts"]
Kind = FactKind


class Hit(Struct, frozen=True):
    """A stretch of a text that is a fact."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    kind: Kind
    """What it is."""
