"""What is told of a list whose items add up to other than their total."""

from __future__ import annotations

from msgspec import Struct


class Sum(Struct, frozen=True):
    """What the items of a list add up to, where that is other than the total that is given."""

    said: str
    """The sum."""
    total: str
    """The total."""
    rest: str
    """By how much they differ."""
    over: bool
    """The sum is the larger."""
