"""What is kept of a document that came back while it is read: tracked changes, bookmarks of ours, where comments lie."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.formats.docx.gate import value
from drafter.formats.docx.paragraphs import Paragraph
from drafter.model.returned import Change, Where


class Kept:
    """What is kept of a paragraph beside its text."""

    def __init__(self) -> None:
        self.where: Where = "body"
        self.elements: list[int] = []
        self.tracked: list[tuple[Tracking, int, list[str]]] = []
        self.marks: list[Mark] = []
        self.ranges: list[Range] = []
        self.style = self.label = ""
        self.pictures = 0
        self.written = False

    def take(self, other: Kept) -> None:
        """What began before it begins in it."""
        self.marks += other.marks
        self.ranges += other.ranges
        for mark in other.marks:
            mark.home = self


class Tracking:
    """A tracked change that is open."""

    def __init__(self, kind: Change, attributes: Mapping[str, str]) -> None:
        self.kind: Change = kind
        self.author, self.date = value(attributes, "author"), value(attributes, "date")


class Mark:
    """A bookmark of ours, at home where its first words stand, else where it begins."""

    def __init__(self, line: int, home: Kept) -> None:
        self.line, self.home, self.said = line, home, False


class Range:
    """Where a comment lies: the end may be in another paragraph."""

    def __init__(self, id: str, start: int) -> None:
        self.id, self.start = id, start
        self.end: tuple[Paragraph | None, int] = None, 0
