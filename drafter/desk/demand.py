"""What is asked for beside what a brief says."""

from __future__ import annotations

from msgspec import Struct


class Demand(Struct, frozen=True, kw_only=True):
    """What is asked for beside what a brief says."""

    minutes: float | None = None
    """The length, instead of that of the brief."""
    style: str = ""
    """The look, instead of that of the brief."""
    rate: float | None = None
    """How much is said in a minute, where the brief does not say it."""


NOTHING_MORE = Demand()
