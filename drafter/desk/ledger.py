"""The ledger of a draft: where each figure, date and name in it comes from; and what in a text that came back comes from nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.draft import Draft
from drafter.desk.library import Library
from drafter.desk.redraft import redrafted
from drafter.formats.docx.read import record_of
from drafter.language import TONGUES, Tongue
from drafter.language.claims import Claim
from drafter.language.computed import equation
from drafter.language.enumerators import reader
from drafter.language.measure import lines_of
from drafter.lint.tree import tree
from drafter.model.brief import own_texts
from drafter.model.finished import Finished
from drafter.model.speech import Inlines, Text, leaves
from drafter.model.value import Gap
from drafter.model.words import Words
from drafter.problem import Problem

Source = Literal["brief", "computed", "blueprint", "counted", "open", ""]
"""Where something comes from: a fact, a figure computed from facts, the words of the blueprint or of a pack, a number or a count
that the plan makes, or a gap that shows; nothing where nobody knows.
"""


class Entry(Struct, frozen=True):
    """One figure, date or name of a draft."""

    words: str
    """As it stands in the speech."""
    source: Source
    """Where it comes from."""
    of: str = ""
    """The slot of a fact, or the equation of a computed figure."""


class Untraced(Struct, frozen=True):
    """Something in a text that no brief, no computation and no blueprint has."""

    claim: Claim
    """What it is, and where it stands in its text."""
    at: int
    """The text, counted from 0."""


def ledger(draft: Draft) -> tuple[Entry, ...]:
    """Every figure, date and name of a draft, in the order of the speech, with where it comes from."""
    tongue = TONGUES[draft.blueprint.language]
    prose = "\n".join(prose_of(draft))
    return tuple(entry for line in lines_of(draft.speech) for entry in _entries(line, tongue, prose))


def prose_of(draft: Draft) -> Iterator[str]:
    """The words that a blueprint and the packs bring."""
    yield from (text.prose.text for text in tree(draft.blueprint, draft.knows.words).texts)
    yield from (prose.text for prose in own_texts(draft.brief))
    yield from _stocked(draft.knows.words)


def _stocked(words: Words) -> Iterator[str]:
    return (prose.text for stocks in words.stocks.values() for stock in stocks for prose in stock.says)


def _entries(line: Inlines, tongue: Tongue, prose: str) -> Iterator[Entry]:
    parts = list(leaves(line))
    ends = list(accumulate(len(_words(one)) for one in parts))
    text = "".join(map(_words, parts))
    for claim in tongue.doubts.claims(text):
        start, end = claim.span
        touched = [one for one, stop in zip(parts, ends, strict=True) if stop > start and stop - len(_words(one)) < end]
        yield _entry(claim, touched, tongue, prose)


def _entry(claim: Claim, touched: Sequence[Text | Gap], tongue: Tongue, prose: str) -> Entry:
    """Where a claim comes from: of several leaves that it is made of the one that brings most."""
    for one in touched:
        if isinstance(one, Gap):
            return Entry(claim.words, "open", one.slot)
        if one.figure:
            return Entry(claim.words, "computed", equation(one.figure))
    if slot := next((one.slot for one in touched if isinstance(one, Text) and one.slot), ""):
        return Entry(claim.words, "brief", slot)
    if claim.words in prose:
        return Entry(claim.words, "blueprint")
    counted = any(_words(one).isnumeric() or reader(tongue.code)(_words(one), 0) for one in touched)
    return Entry(claim.words, "counted" if counted else "")


def _words(leaf: Text | Gap) -> str:
    return leaf.text if isinstance(leaf, Text) else leaf.label


SMALL = re.compile("[一两二三四五六七八九十][\u4e00-\u9fff]{1,2}")
"""A count of a few things, which plans make themselves: 其余两项."""


def untraced(texts: Sequence[str], draft: Draft) -> tuple[Untraced, ...]:
    """The figures, dates and bodies of texts that stand in none of the brief, the speech made from it, and the blueprint."""
    doubts = TONGUES[draft.blueprint.language].doubts
    sources = (
        draft.brief.text,
        *("".join(map(_words, leaves(line))) for line in lines_of(draft.speech)),
        *prose_of(draft),
    )
    known = "\n".join(sources)
    keys = frozenset(claim.key for source in sources for line in source.splitlines() for claim in doubts.claims(line))
    return tuple(
        Untraced(claim, n)
        for n, text in enumerate(texts)
        for claim in doubts.claims(text)
        if not doubts.held(claim, keys, known) and not SMALL.fullmatch(claim.words)
    )


def untraced_in(raw: bytes, text: Finished, library: Library) -> Iterator[Problem]:
    """A warning for each of these in a Word file that records its brief, once: whoever edited it put it in.

    `text` is the file as it is read. Nothing is told of a file without a record, nor where its brief cannot be drafted.
    """
    record = record_of(raw) if raw.startswith(b"PK") else None
    made = redrafted(record, Path(text.file), library) if record and record.brief else None
    told: set[str] = set()
    for one in untraced([paragraph.text for paragraph in text.paragraphs], made.draft) if made else ():
        if one.claim.key not in told:
            told.add(one.claim.key)
            place, words = text.paragraphs[one.at].place, one.claim.words
            spot = replace(place, column=place.column + one.claim.span[0])
            yield Problem("untraced-figure", spot, {"what": words}, "warning", words=words)
