"""A manuscript: the speech as it stands on the page, line by line; where marks on paper are handled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from drafter.model.enumerator import Enumerator
from drafter.model.move import DIRECTION
from drafter.model.speech import Inlines, Text, plain

Role = Literal["title", "byline", "date", "salutation", "opening", "heading", "body", "closing"]


class Words(Struct, frozen=True):
    """A stretch of a line that one passage says."""

    id: str
    """Its node."""
    move: str
    """Its rhetorical move."""
    inlines: Inlines
    """The words."""


class Heading(Struct, frozen=True):
    """The heading with which a line begins."""

    id: str
    """Its node."""
    move: str
    """Its rhetorical move."""
    enumerator: Enumerator | None
    """Its number."""
    label: str
    """Its number as printed."""
    inlines: Inlines
    """Its words."""
    run_in: bool
    """The line goes on after it."""
    stop: str
    """The mark that then ends it."""


class Point(Struct, frozen=True):
    """A stretch of a line that is one point of an enumeration."""

    id: str
    """The enumeration's node."""
    move: str
    """Its rhetorical move."""
    scheme: str
    """The enumeration form."""
    ordinal: int
    """Which point, from 1."""
    inlines: Inlines
    """The words, with the enumerator."""
    key: str = ""
    """Its own node, with its occurrence; empty in an old speech."""


Part = Words | Heading | Point


def key_of(part: Part) -> str:
    """The key by which a brief names what a part says: of a point its own."""
    return (part.key if isinstance(part, Point) else "") or part.id


def directs(part: Part) -> bool:
    """Whether a part is a direction; no line has one beside other words."""
    return isinstance(part, Words) and part.move == DIRECTION


class Line(Struct, frozen=True):
    """A paragraph on the page."""

    role: Role
    """What it is."""
    depth: int
    """How many headings stand above it; a heading counts itself."""
    parts: tuple[Part, ...]
    """Who says what in it, in order; never empty."""


class Manuscript(Struct, frozen=True):
    """A speech, line by line."""

    language: str
    """The tongue it is in."""
    lines: tuple[Line, ...]
    """The paragraphs, in order."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Words whose syllables are to be shown, if its look shows them."""
    rate: float | None = None
    """How much of it is said in a minute; None for the language's own."""


def printed(part: Part) -> Inlines:
    """A part as it is printed, with its number and the mark that ends a run-in heading."""
    if not isinstance(part, Heading):
        return part.inlines
    stop = (Text(part.stop),) if part.stop else ()
    return (Text(part.label), *part.inlines, *stop) if part.label else (*part.inlines, *stop)


def page_text(line: Line) -> str:
    """The line as it is read."""
    return "".join(plain(printed(part)) for part in line.parts)
