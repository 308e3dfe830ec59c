"""A finished text: a speech as it stands in a file of anyone's, for whoever reads it as a strict editor."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from drafter.problem import Place

ParagraphKind = Literal["title", "speaker", "date", "address", "heading", "body", "closing", "table"]


class Paragraph(Struct, frozen=True):
    """One paragraph of it."""

    kind: ParagraphKind
    """What it is."""
    level: int
    """Of a heading, from 1; else 0."""
    text: str
    """Its characters as they stand, blanks at its edges too."""
    start: int
    """Its offset in the whole text."""
    place: Place
    """Where it begins; in a Word file the number of the paragraph."""


class Finished(Struct, frozen=True):
    """A finished text, its paragraphs told apart."""

    file: str
    """The file's name."""
    language: str
    """Its language: `zh`, `en`."""
    text: str
    """All of it: the paragraphs, a line feed between each two."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs, in order."""
    meeting: str
    """What is met for, by its title, or nothing."""
    day: date | None
    """The day of the meeting, where it is known."""
