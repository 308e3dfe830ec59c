"""A finished text: a speech as somebody will read it out, paragraph by paragraph, with nothing mended."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from drafter.problem import Place

Kind = Literal["title", "speaker", "date", "address", "heading", "body", "closing", "table"]


class Paragraph(Struct, frozen=True):
    """One paragraph; empty ones are none."""

    kind: Kind
    """What it is."""
    level: int
    """How deep a heading stands, from 1; else 0."""
    text: str
    """Its characters as they stand, blanks too."""
    start: int
    """Its offset in the whole text."""
    place: Place
    """Where it begins; for a Word file the number of the paragraph."""


class Finished(Struct, frozen=True):
    """A text that is ready to be spoken, as far as its writer knows."""

    file: str
    """Its name, as places have it."""
    language: str
    """The tongue it is in."""
    text: str
    """The paragraphs, a line each."""
    paragraphs: tuple[Paragraph, ...]
    """The same, told apart."""
    meeting: str = ""
    """The name of the meeting, where the title tells it."""
    day: date | None = None
    """The day of the meeting, where the front tells it."""
