"""What is wrong in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a text, and at which of its characters."""

    rule: str
    at: int
    facts: tuple[tuple[str, str], ...] = ()
