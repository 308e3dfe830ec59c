"""What is made of a thing once, for things that are kept: found by their identity, as telling their value takes longer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MOST = 16_384
"""Things known by one function; a blueprint has some two thousand expressions."""
K = TypeVar("K")
V = TypeVar("V")


def once(make: Callable[[K], V]) -> Callable[[K], V]:
    """The same function, which makes what belongs to a thing when it is first asked for."""
    kept: dict[int, tuple[K, V]] = {}  # the thing, too, so that its identity is no other's

    def found(of: K) -> V:
        known = kept.get(id(of))
        if known is not None:
            return known[1]
        if len(kept) >= MOST:
            kept.clear()
        made = make(of)
        kept[id(of)] = (of, made)
        return made

    return found
