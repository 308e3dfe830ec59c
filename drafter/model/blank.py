"""A workbook to be filled in by hand: its sheets, their columns, and what may stand in them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct


class OneOf(Struct, frozen=True):
    """One of some texts."""

    texts: tuple[str, ...]
    """Those that may be chosen."""


class Between(Struct, frozen=True):
    """A number, a day, or the characters of a text, from the least to the most."""

    what: Literal["number", "date", "text"]
    """What is measured."""
    least: float | date | None
    """The least; none, if there is none."""
    most: float | date | None
    """The most; none, if there is none."""
    barred: bool = False
    """What stands behind a bar does not count."""


class Named(Struct, frozen=True):
    """What a row of the first sheet is called."""


Allowed = OneOf | Between | Named


class BlankColumn(Struct, frozen=True, kw_only=True):
    """A column to be filled in."""

    head: str
    """Its header."""
    note: str
    """What is said of it in full."""
    hint: str = ""
    """What is said at every cell of it."""
    kind: Literal["text", "number", "date"] = "text"
    """How its cells are shown: a text stays as it was typed."""
    weight: Literal["must", "should", "may"] = "may"
    """Whether nothing is drafted without it, a gap is marked, or nothing is said."""
    allowed: Allowed | None = None
    """What may stand in it; anything, if nothing is said."""
    refused: str = ""
    """What is said where something else is typed."""
    strict: bool = False
    """Nothing else is taken; otherwise it is asked whether it is meant."""
    example: str | float | date | None = None
    """What stands in its first row, which is not drafted."""


class BlankSheet(Struct, frozen=True):
    """A sheet to be filled in."""

    name: str
    """What it is called."""
    columns: tuple[BlankColumn, ...]
    """Its columns, the first of which names the row."""


class Blank(Struct, frozen=True):
    """A workbook to be filled in."""

    sheets: tuple[BlankSheet, ...]
    """That of the rows, and one for every list."""
    choices: str
    """What the hidden sheet is called that holds the choices which are too long for a cell's own list."""
