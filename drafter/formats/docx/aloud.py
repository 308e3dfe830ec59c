"""What stands among the words of a Word document for whoever reads it aloud; its style tells that it is no text of the speech."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from msgspec.structs import replace

from drafter.formats.docx.parts import READING_ID, READING_NAME, Letters, W, escape, run
from drafter.formats.lines import role
from drafter.language import TONGUES
from drafter.model.manuscript import Line, Manuscript, page_text, printed
from drafter.model.speech import leaves
from drafter.model.style import Reading
from drafter.model.value import Gap

STROKE = " / "
"""Where breath is taken: a stroke of letters, as every face has one, with a narrow blank on either side."""
MARK = Letters(style=READING_ID, bold=False)
SMALLER, OF_STROKE = 0.6, 0.85
"""Of the body's size: small enough not to be read out, large enough to be read; a stroke is light enough."""
KEPT_TOGETHER = 6
"""Lines of a paragraph that goes to the next page as a whole; with more too much of the page would stay empty."""
KEPT, LOOSE = "<w:keepLines/><w:widowControl/>", "<w:widowControl/>"
SILENT = ("title", "byline", "date", "direction")
"""Roles of lines that are not read aloud."""


class Aloud:
    """The marks of a document, line by line; what is shown only once is known from the lines before."""

    def __init__(self, manuscript: Manuscript, reading: Reading, latin: str, size: float, width: int) -> None:
        self._reading, self._tongue, self._width = reading, TONGUES[manuscript.language], width
        self._syllables = manuscript.readings if reading.pinyin else {}
        longest_first = sorted(map(re.escape, self._syllables), key=len, reverse=True)
        self._words = re.compile("|".join(longest_first)) if longest_first else None
        self._shown: set[str] = set()
        self._marks: list[tuple[int, str]] = []
        self._at = 0
        self._stroke = replace(MARK, size=_size(size * OF_STROKE))
        self.kept = ""
        """What the line at hand says of pages, in XML."""
        self.style = (
            f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="{READING_ID}"><w:name w:val="{READING_NAME}"/>'
            f'<w:rPr><w:rFonts w:ascii="{escape(latin)}" w:hAnsi="{escape(latin)}"/><w:noProof/><w:color w:val="7F7F7F"/>'
            f"{_size(size * SMALLER)}</w:rPr></w:style>"
        )

    def begin(self, line: Line) -> None:
        """Another line is to be written, whose words follow one by one."""
        text, self._at = page_text(line), 0
        said = role(line) not in SILENT
        self._marks = sorted(self._found(text, [*_gaps(line)]), key=lambda mark: mark[0]) if said else []
        beside = "".join(mark for _, mark in self._marks)
        lines = (_width(text) + _width(beside) * SMALLER) / self._width
        self.kept = (KEPT if lines <= KEPT_TOGETHER else LOOSE) if self._reading.pages and line.role != "title" else ""

    def runs(self, words: str, letters: Letters) -> str:
        """The next words of the line as runs, with the marks among them."""
        done, at = "", 0
        while self._marks and self._marks[0][0] <= self._at + len(words):
            place, mark = self._marks.pop(0)
            cut = place - self._at
            done += (run(words[at:cut], letters) if cut > at else "") + run(
                mark, self._stroke if mark == STROKE else MARK
            )
            at = cut
        self._at += len(words)
        return done + (run(words[at:], letters) if at < len(words) or not done else "")

    def _found(self, text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
        """The marks of a text and where they stand; none in a gap, and no breath in a word that has its syllables."""
        kept = list(gaps)
        readings = [*self._words.finditer(text)] if self._words else []
        for start, end, said in [*self._said_figures(text), *self._said_words(readings)]:
            if not any(one < end and start < other for one, other in kept):
                yield end, said
        if self._reading.breath and self._tongue.breaths:
            kept += [word.span() for word in readings]
            for place in self._tongue.breaths(text, self._reading.longest):
                if not any(one < place < other for one, other in kept):
                    yield place, STROKE

    def _said_figures(self, text: str) -> Iterator[tuple[int, int, str]]:
        """How figures are said, each once."""
        if self._reading.figures and self._tongue.large_figures:
            for start, end, said in self._tongue.large_figures(text):
                words = text[start:end]
                if words not in self._shown:
                    yield start, end, f"（{said}）"
                self._shown.add(words)

    def _said_words(self, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
        for word in found:
            if word[0] not in self._shown:
                self._shown.add(word[0])
                yield *word.span(), f"({self._syllables[word[0]]})"


def aloud(manuscript: Manuscript, reading: Reading, latin: str, size: float, width: int) -> Aloud | None:
    """The marks of a document whose body is set so, in points and characters a line; None where none are wanted or known."""
    wanted = reading.breath or reading.pinyin or reading.figures or reading.pages
    return Aloud(manuscript, reading, latin, size, width) if wanted and TONGUES[manuscript.language].breaths else None


def _gaps(line: Line) -> Iterator[tuple[int, int]]:
    """Where the line has gaps."""
    at = 0
    for part in line.parts:
        for leaf in leaves(printed(part)):
            size = len(leaf.label if isinstance(leaf, Gap) else leaf.text)
            if isinstance(leaf, Gap):
                yield at, at + size
            at += size


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _width(text: str) -> float:
    """Characters of a line that a text takes; letters take half of one."""
    return sum(1 if east_asian_width(char) in "WFA" else 0.5 for char in text)
