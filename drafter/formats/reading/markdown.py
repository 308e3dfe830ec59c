"""Markdown → Sheet: the blocks of CommonMark and tables, their text as it is shown."""

from __future__ import annotations

import re

from drafter.formats.reading.claims import titled
from drafter.formats.reading.inline import BREAK, HARD, SOFT, words
from drafter.formats.reading.notes import Notes
from drafter.formats.reading.tables import Tables
from drafter.formats.reading.text import counted_lines, plain_text
from drafter.model.sheet import Claim, Raw, Sheet
from drafter.problem import Place

QUOTE = re.compile(" {0,3}> ?")
HEADING = re.compile(" {0,3}(#{1,6})(?=[ \t]|$)")
UNDERLINE = re.compile(" {0,3}(=+|-+)[ \t]*")
FENCE = re.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
ITEM = re.compile("([ \t]*)([-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
CELL = re.compile(r"(?<!\\)\|")
RULE_OF_TABLE = re.compile("[ \t]*:?-+:?[ \t]*")


def read(data: bytes, file: str) -> Sheet:
    """Every line of the text with what Markdown says of it.

    Where a paragraph has several lines, one cannot know whether they are a paragraph each, as people type Chinese:
    they stay lines, and the sheet does not say where paragraphs end.
    """
    notes = Notes(file)
    text = plain_text(data, notes)
    page = Page(notes)
    lines = _without_comments(text, notes).removesuffix("\n").split("\n") if text else []
    first = _front_matter(lines, notes)
    for n, line in counted_lines(lines, first):
        page.take(line, Place(file, n))
    page.end()
    return Sheet(titled(page.raws), not page.wrapped, notes.problems())


class Page:
    """A page as its lines are taken one by one."""

    def __init__(self, notes: Notes) -> None:
        self.raws: list[Raw] = []
        self.wrapped = False
        self._notes = notes
        self._texts: list[str] = []  # of the block that is open
        self._places: list[Place] = []
        self._claim: Claim = ""
        self._level = 0
        self._indents: list[int] = []  # where the text of each open list item begins
        self._fence = ""
        self._tables = Tables(notes)

    def take(self, line: str, place: Place) -> None:
        """One more line."""
        at = 0
        while not self._fence and (found := QUOTE.match(line, at)):
            at = found.end()
        text = line[at:]
        fence = FENCE.match(text)
        if self._fence:
            if fence and fence[1].startswith(self._fence) and not text.strip(" \t" + self._fence[0]):
                self._fence = ""
            else:
                self.raws.append(Raw(text, place))
                self._notes.add("taken-up", "code", place, text, stretch=len(self._fence))
        elif not text.strip(" \t"):
            self.end()
            self.raws.append(Raw("", place))
        elif fence:
            self.end()
            self._fence = fence[1]
        else:
            self._block(text, place, "quote" if at else "")

    def end(self) -> None:
        """The open block has ended, and the table that it was in."""
        self._end_block()
        if self._tables:
            self._tables.end(self.raws)

    def _end_block(self) -> None:
        """The lines of the open block, without their marks."""
        if self._texts:
            text, pictures = words(SOFT.join(self._texts).rstrip(" \t"))
            for picture in pictures:
                self._notes.add("left-out", "descriptions of pictures", self._places[0], picture)
            at = 0
            for piece in text.split(SOFT):
                shown = piece.replace(HARD, "\n").replace(BREAK, "\n")
                self.raws.append(Raw(shown, self._places[at], self._claim, self._level))
                at += 1 + piece.count(HARD)
                self.wrapped = self.wrapped or at < len(self._places)
        self._texts, self._places, self._claim, self._level = [], [], "", 0

    def _block(self, text: str, place: Place, claim: Claim) -> None:
        """A line that is not empty, outside code."""
        heading, item = HEADING.match(text), ITEM.match(text)
        underline = UNDERLINE.fullmatch(text)
        if underline and len(self._texts) == 1 and not self._claim:
            self._claim, self._level = "heading", 1 if underline[1][0] == "=" else 2
            self.end()
        elif heading:
            self.end()
            self._open(_heading_words(text[heading.end() :]), place, "heading", len(heading[1]))
            self.end()
        elif _is_rule(text):
            self.end()
            self._indents = []
        elif len(self._texts) == 1 and "|" in self._texts[0] and _cells(text, of_rule=True):
            header, self._texts = self._texts[0], []
            self._tables.begin(self.raws)
            self._row(header, self._places[0])
        elif self._tables and "|" in text:
            self._row(text, place)
        elif item:
            self.end()
            self._item(text, item, place, claim)
        else:
            self._go_on(text, place, claim)

    def _go_on(self, text: str, place: Place, claim: Claim) -> None:
        """A line of text: of the open block, or of a new one."""
        if self._texts and self._claim != "heading":
            self._texts.append(text.lstrip(" \t") if self._indents else text)
            self._places.append(place)
            return
        self.end()
        width = len(text) - len(text.lstrip(" \t"))
        while self._indents and self._indents[-1] > width:
            self._indents.pop()
        self._open(text.lstrip(" \t") if self._indents else text, place, claim)

    def _open(self, text: str, place: Place, claim: Claim = "", level: int = 0) -> None:
        self._texts, self._places, self._claim, self._level = [text], [place], claim, level

    def _item(self, text: str, item: re.Match[str], place: Place, claim: Claim) -> None:
        """An item of a list; a number stays before its words."""
        width = len(item[1])
        while self._indents and self._indents[-1] > width:
            self._indents.pop()
        self._indents.append(item.end())
        number = len(item[2]) > 1
        self._open(text[item.start(2) if number else item.end() :], place, claim or "item", len(self._indents))

    def _row(self, text: str, place: Place) -> None:
        """The cells of a row of a table as lines."""
        self._tables.row(self.raws)
        for cell in _cells(text):
            self._tables.cell(self.raws)
            self._open(cell, place)
            self._end_block()


def _heading_words(text: str) -> str:
    """A heading without the marks that may close it."""
    text = text.strip(" \t")
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else text


def _is_rule(text: str) -> bool:
    """Three or more of one mark and nothing else."""
    marks = text.replace(" ", "").replace("\t", "")
    return len(marks) > 2 and marks[0] in "-*_" and not marks.strip(marks[0])


def _cells(text: str, *, of_rule: bool = False) -> list[str]:
    """The cells of a row that say something; of the row below the header, if it is one."""
    cells = [cell.strip(" \t") for cell in CELL.split(text)]
    cells = cells[cells[0] == "" : len(cells) - (cells[-1] == "" and len(cells) > 1)]
    if of_rule:
        return cells if "|" in text and all(map(RULE_OF_TABLE.fullmatch, cells)) else []
    return [cell for cell in cells if cell]


def _front_matter(lines: list[str], notes: Notes) -> int:
    """Where the text begins: behind what a page says of itself between two rules."""
    if len(lines) < 3 or lines[0].rstrip() != "---" or not re.match(r"[\w-]+:", lines[1]):
        return 0
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), 0)
    if end:
        notes.add("left-out", "front matter", Place(notes.file), "\n".join(lines[1:end]))
    return end + 1 if end else 0


def _without_comments(text: str, notes: Notes) -> str:
    """The text without HTML comments; their line ends stay."""
    done: list[str] = []
    at, line, end = 0, 1, 0
    while (start := text.find("<!--", at)) >= 0:
        line += text.count("\n", at, start)
        done.append(text[at:start])
        at = start + 4
        if text[start - 1 : start] == "\\":
            done.append(text[start:at])
            continue
        end = text.find("-->", at) if end < at else end
        if end < 0:
            at = start
            break
        comment = text[at:end]
        notes.add("left-out", "comments", Place(notes.file, line), comment.strip())
        done.append("\n" * comment.count("\n"))
        line += comment.count("\n")
        at = end + 3
    return "".join((*done, text[at:]))
