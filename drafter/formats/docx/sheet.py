"""A Word file from anyone → Sheet: its paragraphs in order, and what in it is not of the speech."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from drafter.formats.docx.body import REFERENCES, Body
from drafter.formats.docx.gate import Events, Package, opened, parse, value
from drafter.formats.docx.looks import Looks
from drafter.formats.docx.numbering import Numbering
from drafter.formats.docx.read import recorded
from drafter.formats.reading.claims import one_line_titles
from drafter.formats.reading.notes import Notes
from drafter.formats.record import lines_digest
from drafter.model.sheet import Raw, Sheet
from drafter.problem import InputError, Place, Problem

AUTHOR = "drafter"
"""The first word of whoever wrote a comment of ours."""
STORIES = {
    "headers": ("header", "hdr", ""),
    "footers": ("footer", "ftr", ""),
    "footnotes": ("footnotes", "footnote", REFERENCES[0]),
    "endnotes": ("endnotes", "endnote", REFERENCES[1]),
    "comments": ("comments", "comment", REFERENCES[2]),
}
"""Text that stands beside the speech: the kind of part, what holds one of them, what refers to it in the body."""


def read(data: bytes, file: str) -> Sheet:
    """Every paragraph, empty ones too; a line break inside one is a line feed."""
    notes = Notes(file)
    try:
        package = opened(data, file)
        body = Body(notes, *styles(package))
        parse(package, package.main, body)
        beside(package, body.references, notes)
        lines = _unbroken(package, body.lines)
    except InputError as stop:
        return Sheet((), True, stop.problems)
    if "vbaProject" in package.related:
        notes.found.append(Problem("macros", Place(file), severity="warning"))
    return Sheet(one_line_titles(lines), True, notes.problems())


def styles(package: Package) -> tuple[Looks, Numbering]:
    """What the styles and the lists of a document say of its paragraphs."""
    looks, numbering = Looks(package.file), Numbering(package.file)
    for kind, events in (("styles", looks), ("numbering", numbering)):
        for part in package.related.get(kind, ())[:1]:
            parse(package, part, events)
    return looks, numbering


class Story(Events):
    """The texts of a part beside the body, each as a whole."""

    def __init__(self, file: str, holder: str) -> None:
        super().__init__(file)
        self.texts: list[list[str]] = []
        self._holder = holder
        self._told: list[str] = []
        self._doubled = 0

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        self._doubled += name == "mc:Fallback"
        if name == self._holder:
            self._told = []
            ours = value(attributes, "author").partition(" ")[0] == AUTHOR  # a question about a gap, or a finding
            if not ours and not value(attributes, "type").endswith("eparator"):
                self.texts.append(self._told)

    def closed(self, name: str) -> None:
        self._doubled -= name == "mc:Fallback"

    def data(self, text: str) -> None:
        if self.path[-1] == "t" and not self._doubled:
            self._told.append(text)


def beside(package: Package, references: Mapping[str, Place], notes: Notes) -> None:
    """Note headers and footers that say more than a page number, and notes and comments that say anything."""
    for what, (kind, holder, reference) in STORIES.items():
        for part in package.related.get(kind, ()):
            story = Story(package.file, holder)
            parse(package, part, story)
            for pieces in story.texts:
                text = "".join(pieces)
                if any(map(str.isalpha, text)) or (reference and text.strip()):
                    notes.add("left-out", what, references.get(reference, Place(package.file)), text)


def _unbroken(package: Package, lines: list[Raw]) -> list[Raw]:
    """The lines; in a draft of ours those that only its layout broke are whole again."""
    if not any("\n" in line.text for line in lines):
        return lines
    hashes = recorded(package).hashes
    whole = [line.text.replace("\n", "") for line in lines]
    return [
        replace(line, text=text) if text != line.text and lines_digest([text]) in hashes else line
        for line, text in zip(lines, whole, strict=True)
    ]
