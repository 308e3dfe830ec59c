"""A table of facts: a sheet of a workbook or a file of comma-separated values, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from drafter.problem import Place, Problem

MERGED = "merged-cells"
UNREAD = frozenset(("formula-without-value", "error-in-cell", MERGED, "odd-character-in-cell", "shown-otherwise"))
"""What can be wrong with a cell, so that its value is not to be had."""
Typed = str | int | float | bool | date | datetime | time | timedelta
"""What a cell may hold; a CSV file holds nothing but texts."""


class Cell(Struct, frozen=True):
    """A cell with something in it."""

    value: Typed
    """What the file says, not yet read for any slot; of one that is merged, what the first of its column says."""
    place: Place
    """Where it is."""
    rule: str = ""
    """What is wrong with it, one of UNREAD."""
    shown: str = ""
    """How the sheet shows it, where that is otherwise: 3.6万元, 2026年9月."""
    strange: bool = False
    """The sheet shows it in a way that cannot be told."""


class Row(Struct, frozen=True):
    """A row that is not empty."""

    place: Place
    """Its first cell, filled or not."""
    cells: tuple[Cell | None, ...]
    """Its cells from the first column on."""

    def cell(self, column: int) -> Cell | None:
        """The cell in a column, counted from 0."""
        return self.cells[column] if column < len(self.cells) else None


class Table(Struct, frozen=True):
    """A header and the rows under it."""

    name: str
    """The sheet's name; empty for a CSV file."""
    head: Row
    """The first row with anything in it."""
    rows: Callable[[], Iterator[Row | Problem]]
    """The rows below, as often as they are asked for, empty ones left out; what cannot be read is told in its place."""
    problems: tuple[Problem, ...] = ()
    """What is doubtful with the file as a whole."""
    since_1904: bool = False
    """Its serial numbers of days begin in 1904, as on old Macintoshes."""
    hidden: bool = False
    """The sheet is hidden."""
