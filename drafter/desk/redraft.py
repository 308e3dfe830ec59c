"""A draft made again of what its Word file remembers, and how much of it is proved to be as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

from msgspec import Struct

from drafter.desk.demand import Demand
from drafter.desk.draft import Draft, draft_document
from drafter.desk.given import naming
from drafter.desk.library import Library
from drafter.desk.sources import reread, sources_of
from drafter.formats.record import bounds, lines_digest
from drafter.model.manuscript import page_text
from drafter.model.record import Record
from drafter.problem import InputError
from drafter.yamltext.parse import parse

Basis = Literal["shelf", "record", "changed"]
"""The blueprint on the shelf, which is as it was; the copy in the record; that on the shelf, though it is other than it was."""


class Redrafted(Struct, frozen=True):
    """A draft made again."""

    draft: Draft
    """The draft."""
    basis: Basis
    """By which blueprint it was made."""
    lines: Mapping[int, int]
    """For each line of the record that is proved to be as it was, by the hash of its group, which line of the draft it is."""


def redrafted(record: Record, file: Path, library: Library) -> Redrafted | None:
    """The draft of what a Word file remembers, seen from that file; None where it cannot be drafted any more."""
    brief = file.parent / _below(record.source)
    books = library.at(brief.parent)
    try:
        doc = naming(parse(record.brief, str(brief)), record.blueprint)
    except InputError:
        return None
    demand = Demand(minutes=record.minutes, rate=record.rate)
    now = sources_of(record.blueprint, books)[0]
    kept = reread(record.sources, books)
    if kept is not None:
        try:
            draft = draft_document(doc, lambda name, place: (kept, ()), record.seed, books, demand=demand)
            return Redrafted(draft, "shelf" if now == record.made else "record", _proved(record, draft))
        except InputError:
            pass
    try:
        draft = draft_document(doc, books.find(brief), record.seed, books, demand=demand)
    except InputError:
        return None
    lines = _proved(record, draft)
    same = len(lines) == len(record.nodes) if not record.made else now == record.made
    return Redrafted(draft, "shelf" if same else "changed", lines)


def _below(source: str) -> str:
    """The brief's path as a record says it; of one that leads to a drive or a network share only the name: anyone may have written it."""
    return re.split(r"[/\\]", source)[-1] if re.match(r"[/\\]|[A-Za-z]:", source) else source


def _proved(record: Record, draft: Draft) -> dict[int, int]:
    """The lines of a record whose groups say in a draft what they said, as they come."""
    texts = [page_text(line) for line in draft.manuscript.lines]
    now: dict[tuple[str, int], list[int]] = {}
    for start, end in pairwise(bounds(draft.manuscript.lines)):
        now.setdefault((lines_digest(texts[start:end]), end - start), []).append(start)
    starts = accumulate((len(group.nodes) for group in record.groups), initial=0)
    found: dict[int, int] = {}
    for start, group in zip(starts, record.groups, strict=False):
        alike = now.get((group.hash, len(group.nodes)))
        if alike:
            at = alike.pop(0)
            found |= {start + n: at + n for n in range(1, len(group.nodes) + 1)}
    return found
