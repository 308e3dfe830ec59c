"""What recognising works on: paragraphs that know where they come from, and what was cut, mended and doubted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct, field

from drafter.model.sheet import Claim, Cut
from drafter.problem import Place, Problem
from drafter.sentences.found import Why

WORD_ENDS, WORD_BEGINS = re.compile("[A-Za-z]$|[A-Za-z0-9][]!')\",.:;?]$"), re.compile("[!-,./-~]")
"""What a word of letters ends in at the end of a line, with a mark or without, and what the next begins with."""


class Para(Struct):
    """A paragraph, or what may become one."""

    text: str
    """Its characters, without blanks at the edges."""
    place: Place
    """Where it begins."""
    claim: Claim = ""
    """What the file says that it is."""
    level: int = 0
    """The outline level that the file claims."""
    indented: bool = False
    """It began with blanks, or after an empty line."""
    seams: tuple[tuple[int, Place], ...] = ()
    """Where it goes on elsewhere in the file: offsets into the text, with the places of what follows."""


def place_at(para: Para, offset: int) -> Place:
    """Where a character of a paragraph stands in the file."""
    start, place = 0, para.place
    if para.seams and offset >= para.seams[0][0]:
        start, place = para.seams[bisect_right(para.seams, offset, key=lambda seam: seam[0]) - 1]
    return Place(place.file, place.line, place.column + offset - start) if offset > start else place


def piece(para: Para, start: int, end: int | None = None) -> Para:
    """A part of a paragraph, without the blanks at its edges."""
    words = para.text[start:end]
    text = words.strip()
    start += len(words) - len(words.lstrip())
    seams = tuple((at - start, place) for at, place in para.seams if start < at < start + len(text))
    return Para(text, place_at(para, start), para.claim, para.level, para.indented, seams)


def parted(para: Para, offsets: Iterable[int]) -> list[Para]:
    """A paragraph parted at offsets, in order; nothing but blanks is no part."""
    cuts = [0, *offsets, len(para.text)]
    parts = (piece(para, start, end) for start, end in pairwise(cuts)) if len(cuts) > 2 else (para,)
    return [part for part in parts if part.text]


def run_together(paras: Sequence[Para]) -> Para:
    """Lines as one paragraph; a blank stays between words of letters."""
    first = paras[0]
    if len(paras) == 1:
        return first
    texts: list[str] = []
    seams: list[tuple[int, Place]] = []
    at = 0
    for para in paras:
        if texts and WORD_ENDS.search(texts[-1][-2:]) and WORD_BEGINS.match(para.text):
            texts.append(" ")
            at += 1
        if at:
            seams.append((at, para.place))
        seams += ((at + offset, place) for offset, place in para.seams)
        texts.append(para.text)
        at += len(para.text)
    return Para("".join(texts), first.place, first.claim, first.level, first.indented, tuple(seams))


def rewritten(para: Para, edits: Iterable[tuple[int, int, str]]) -> Para:
    """A paragraph with other words in some stretches, in order; the places of all the others stay right."""
    texts: list[str] = []
    seams: list[tuple[int, Place]] = []
    old = iter(para.seams)
    seam = next(old, None)
    at = size = 0
    for start, end, words in (*edits, (len(para.text), len(para.text), "")):
        while seam and seam[0] < start:
            if seam[0] > at:
                seams.append((size + seam[0] - at, seam[1]))
            seam = next(old, None)
        texts += (para.text[at:start], words)
        size += start - at + len(words)
        at = end
        if end < len(para.text):
            seams.append((size, place_at(para, end)))
    first = seams.pop(0)[1] if seams and seams[0][0] == 0 else para.place
    return Para("".join(texts), first, para.claim, para.level, para.indented, tuple(seams))


def without(para: Para, spans: Iterable[tuple[int, int]]) -> Para:
    """A paragraph without some of its characters."""
    return rewritten(para, [(start, end, "") for start, end in spans])


class Trace(Struct):
    """Gathers what is cut, mended and doubted, in the order in which it happens."""

    cuts: list[Cut] = field(default_factory=list)
    mends: list[Cut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def cut(self, para: Para, why: Why) -> None:
        """Leave a paragraph out."""
        self.cuts.append(Cut(para.text, para.place, why))

    def cut_out(self, para: Para, spans: Sequence[tuple[int, int]], why: Why) -> Para:
        """A paragraph without stretches that are left out of it."""
        for start, end in spans:
            self.cut(piece(para, start, end), why)
        return piece(without(para, spans), 0)

    def mend(self, text: str, place: Place, why: Why) -> None:
        """Remember words as they stood before they were changed."""
        self.mends.append(Cut(text, place, why))

    def doubt(self, rule: str, place: Place, **facts: str) -> None:
        """Something that may be read in another way."""
        self.problems.append(Problem(rule, place, facts, "warning"))
