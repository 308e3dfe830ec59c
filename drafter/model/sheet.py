"""A sheet: an old text as it was read, before anyone knows what its lines are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from drafter.model.manuscript import Manuscript
from drafter.problem import Place, Problem
from drafter.sentences.found import Why

Claim = Literal["", "title", "heading", "item", "quote", "table", "direction"]


class Raw(Struct, frozen=True):
    """One line or paragraph of a file."""

    text: str
    """Its characters as they stand, blanks at its edges too; a number that Word generates is written out before it."""
    place: Place
    """Where it begins; for a Word file the number of the paragraph."""
    claim: Claim = ""
    """What the file itself says that it is; a table of data is one, a row a line."""
    level: int = 0
    """The outline level that the file claims for a heading, how deep an item stands in its lists; from 1."""


class Sheet(Struct, frozen=True):
    """A text as it was read."""

    lines: tuple[Raw, ...]
    """Its lines, in order; empty ones too, where the file has them."""
    paragraphs: bool = False
    """The file itself says where paragraphs end (Word, Markdown, HTML): lines are not to be joined."""
    problems: tuple[Problem, ...] = ()
    """What was found odd while reading: tracked changes taken up, tables, what is not understood."""


class Cut(Struct, frozen=True):
    """Text that is left out of the speech, never silently."""

    text: str
    """What was cut."""
    place: Place
    """Where it stood."""
    why: Why
    """Why, by a name that `drafter.sentences.found` puts in words."""


class Recognised(Struct, frozen=True):
    """A text whose lines have roles."""

    manuscript: Manuscript
    """The speech, line by line."""
    cuts: tuple[Cut, ...] = ()
    """What was left out."""
    mends: tuple[Cut, ...] = ()
    """What was changed: the text before, its place, and the rule."""
    problems: tuple[Problem, ...] = ()
    """Doubts, with the other reading."""
    cues: Mapping[str, str] = field(default_factory=dict)
    """The words that decided a passage's move, by its id."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where the paragraph of each line before the speech, passage, heading and row of points begins, by its id."""
    other: Recognised | None = None
    """The same text in another reading, if that is nearly as likely."""
