"""Where long titles are broken: what a tongue knows of it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Titles(Struct, frozen=True, kw_only=True):
    """Where a long title is well broken, and where it is not."""

    words: Callable[[], frozenset[str]] = frozenset
    """Words that a line's end does not cut in two; asked for when a title is long."""
    alone: str = ""
    """Characters that are words."""
    after: tuple[str, ...] = ()
    """What a line ends well with."""
    before: tuple[str, ...] = ()
    """What a line begins well with."""
    leads: tuple[str, ...] = ()
    """What belongs to the words behind it."""
    suffixes: str = ""
    """Characters that belong to the words before them."""
    enclitics: str = ""
    """Characters with which no line begins."""
    ordinal: str = ""
    """The character before a numeral that belongs to it."""
    measures: str = ""
    """Characters behind a numeral that belong to it."""
