"""One reading of a finished text: paragraphs without quotations, sentences, deadlines, quantities; rules see nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.language import TONGUES, Tongue
from drafter.language.late import late
from drafter.language.numerals import ARABIC_DIGITS, WIDE_DIGITS
from drafter.language.zh_deadlines import Deadline, deadlines
from drafter.language.zh_numbers import digits
from drafter.language.zh_quantities import Quantity, quantities
from drafter.lint.texts.steps import Step, steps
from drafter.model.finished import Finished, Paragraph

if TYPE_CHECKING:
    from drafter.model.words import Words

QUOTED = re.compile(r"“[^“”\n]{0,120}”|《[^《》\n]{0,80}》|‘[^‘’\n]{0,60}’|「[^「」\n]{0,80}」")
MASK = "〓"
"""Stands for a character inside a quotation: what is quoted is somebody else's."""
SENTENCE = re.compile(r"[^。！？\n]+[。！？”’]*")
PLAIN = str.maketrans(WIDE_DIGITS + "．％\u00a0〇", ARABIC_DIGITS + ".% 零")
"""Digits and signs that are typed in two widths; one character for one, so that no place moves."""
YEAR = late(r"(?<!\d)(?:19|20)\d\d(?=年)|(?:一九|二[零〇])[零〇一二三四五六七八九]{2}(?=年)")
"""A year that is written out."""
NOT_TOLD_OFF = ("title", "speaker", "date", "address", "table")
"""Kinds of paragraphs whose numbers tell nothing off."""


class Fault(Struct, frozen=True):
    """What a rule finds fault with in a text."""

    paragraph: int
    """The number of the paragraph, from 0."""
    start: int
    """Where in it the words begin."""
    end: int
    """Where they end."""
    facts: dict[str, str] = {}
    """What the sentence names."""
    text: str | None = None
    """What should stand there, where that is sure."""
    related: tuple[tuple[int, int, int], ...] = ()
    """Other stretches that it has to do with: paragraph, start, end."""


class Piece(Struct, frozen=True):
    """A sentence, or another stretch of a paragraph."""

    paragraph: int
    """The number of the paragraph, from 0."""
    start: int
    """Where in it the stretch begins."""
    text: str
    """Its characters, quotations masked."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Reading:
    """A text, read once; what only some rules ask for is read when one asks."""

    def __init__(self, finished: Finished, words: Words | None = None) -> None:
        self.finished = finished
        self.paragraphs: tuple[Paragraph, ...] = finished.paragraphs
        self.day = finished.day
        self.meeting = finished.meeting
        self.tongue: Tongue = TONGUES[finished.language]
        self.words = words
        self.open = tuple(one.text.translate(PLAIN) for one in finished.paragraphs)
        """Every paragraph in plain digits, quotations open."""
        self.plain = tuple(QUOTED.sub(_masked, text) for text in self.open)
        """The same with quotations masked."""
        self.running = tuple(n for n, one in enumerate(self.paragraphs) if one.kind in ("body", "closing"))
        """The paragraphs of running text."""

    @cached_property
    def year(self) -> int | None:
        """The year of the meeting; of a text without a day the last one that it names, None where it names none."""
        if self.day:
            return self.day.year
        return max((digits(found) or 0 for text in self.open for found in YEAR.findall(text)), default=None)

    @cached_property
    def sentences(self) -> tuple[Piece, ...]:
        """The sentences of the running text."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Piece]:
        for n in self.running:
            for found in SENTENCE.finditer(self.plain[n]):
                lead = len(found[0]) - len(found[0].lstrip(" \u3000"))
                if found[0].strip():
                    yield Piece(n, found.start() + lead, found[0][lead:])

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The numbers that tell points off, headings and all."""
        return steps(self.plain, [n for n, one in enumerate(self.paragraphs) if one.kind not in NOT_TOLD_OFF])

    @cached_property
    def deadlines(self) -> tuple[tuple[int, Deadline], ...]:
        """Every deadline of the running text, with its paragraph; none where the day of the meeting is not known."""
        return tuple((n, one) for n in self.running for one in deadlines(self.plain[n], self.day)) if self.day else ()

    @cached_property
    def quantities(self) -> dict[int, tuple[Quantity, ...]]:
        """The quantities of the running text, by paragraph."""
        return {n: quantities(self.plain[n]) for n in self.running}

    def find(self, pattern: re.Pattern[str], where: str = "running") -> Iterator[tuple[int, re.Match[str]]]:
        """What a pattern matches: in the running text, in `all` paragraphs, or `open` with quotations."""
        numbers = self.running if where == "running" else range(len(self.paragraphs))
        texts = self.open if where == "open" else self.plain
        for n in numbers:
            for found in pattern.finditer(texts[n]):
                yield n, found


def fault(n: int, found: re.Match[str], group: int | str = 0, text: str | None = None, **facts: str) -> Fault:
    """A fault in what a pattern matched."""
    return Fault(n, found.start(group), found.end(group), {"text": found[group], **facts}, text)


def within(piece: Piece, found: re.Match[str], group: int | str = 0) -> Fault:
    """The same, where a pattern was put to a piece of a paragraph."""
    start, end = found.span(group)
    return Fault(piece.paragraph, piece.start + start, piece.start + end, {"text": found[group]})


def _masked(found: re.Match[str]) -> str:
    return found[0][0] + MASK * (len(found[0]) - 2) + found[0][-1]
