"""The rows of a table of enumerators: how a number is printed, how people type it, how high it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct

from drafter.language.numerals import Numerals
from drafter.model.enumerator import Enumerator


class Typed(NamedTuple):
    """A way in which people type an enumerator; blanks and tabs may stand between its parts, and behind a mark."""

    numerals: Numerals
    """What it counts in."""
    opens: str = ""
    """Characters, one of which stands before the numeral."""
    closes: str = ""
    """Characters, one of which stands after it."""
    counted: tuple[tuple[str, ...], ...] = ()
    """Words that may follow then, one of each group: 第一点希望，"""
    ends: tuple[str, ...] = ("",)
    """What ends it, one of these; a blank is any blank, and nothing need not stand."""
    unless: str = ""
    """A pattern of what may not follow the end."""
    then: str = ""
    """A pattern of what must follow it, behind blanks."""
    alone: bool = False
    """It counts only before words that are short and no sentence, as a heading is."""


class Scheme(Struct, frozen=True):
    """A row of the table of enumerators: how one is printed, how people type it, where it stands."""

    name: str
    """Its first number as printed: （一）"""
    before: str = ""
    """What stands before the numeral."""
    after: str = ""
    """What stands after it."""
    numerals: Numerals | None = None
    """What it counts in; none for a scheme of words."""
    words: tuple[str, ...] = ()
    """The words in order; the last one marks the last of three or more."""
    beyond: str = ""
    """The scheme for more points than there are words."""
    repeats: str = ""
    """A word that the enumerator ends in and a point is not to begin with again."""
    fewest: int = 2
    """The fewest points that it suits."""
    rank: int | None = None
    """How high its headings stand: 1 is the top of the usual ladder, 0 above it; none for a scheme that stands below all ranks."""
    usual: str = ""
    """The scheme that takes its place in an old text that does not use that one itself."""
    typed: tuple[Typed, ...] = ()
    """How people type it at the beginning of a line, if not only as it is printed; of two that fit, the first counts."""
    told: Typed | None = None
    """How it is typed inside a paragraph that tells points off; none if it is not told off there."""


class Schemes(dict[str, Scheme]):
    """The rows of a table of enumerators by name; one that says what it counts is made when it is named: 第一个愿望："""

    def __init__(
        self,
        rows: Iterable[Scheme],
        named: str = "",
        counting: Callable[[str], Scheme | None] = lambda name: None,
        counted: Callable[[str, int], tuple[Enumerator, int] | None] = lambda text, at: None,
    ) -> None:
        super().__init__((row.name, row) for row in rows)
        self.named = named
        """The pattern of the names of rows that say what they count."""
        self.counting = counting
        """The row of a name that is in none, if it says what it counts."""
        self.counted = counted
        """The enumerator of such a row at an offset of a text, and where the words after it begin."""

    def __missing__(self, name: str) -> Scheme:
        made = self.counting(name)
        if made is None:
            raise KeyError(name)
        return made

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (isinstance(name, str) and self.counting(name) is not None)
