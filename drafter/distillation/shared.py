"""What parts of several speeches have in common: the patterns of their lists, and what stands in which row."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafter.distillation.align import Row
from drafter.distillation.facts import Facts, Pattern
from drafter.model.speech import Block, Headed, Listed, Said, plain


def patterns(
    there: Sequence[tuple[int, Block]], facts: Sequence[Facts], apart: Collection[tuple[int, str]]
) -> list[tuple[int, Pattern]]:
    """The patterns of parts, if all are lists of records with one sentence; none if one of them shares nothing."""
    if any((n, part.id) in apart for n, part in there):
        return []
    found = [(n, one) for n, part in there if (one := facts[n].patterns.get(part.id))]
    alike = {(one.texts, bool(one.lead), bool(one.tail), tuple(one.records[0])) for _, one in found}
    return found if len(found) == len(there) and len(alike) == 1 else []


def covered(rows: Sequence[Row], at: int, shared: Sequence[tuple[int, Pattern]]) -> int:
    """How many rows patterns take, which begin in one; 0 if something else stands among them."""
    first = {(n, part.id) for n, part in enumerate(rows[at].parts) if part is not None}
    left = {(n, id) for n, one in shared for id in one.ids} or first
    below = len(shared[0][1].texts) - 1
    size = 0
    while left and at + size < len(rows):
        row = rows[at + size]
        there = {(n, part.id) for n, part in enumerate(row.parts) if part is not None}
        if not there <= left or (left - there and len(row.below) > below):
            return 0
        left -= there
        size += 1
    return 0 if left else size


def alone_in(row: Row, n: int) -> tuple[Row, ...]:
    """What stands below one speech's part of a row."""
    width = len(row.parts)
    done = []
    for inner in row.below:
        part = inner.parts[n]
        if part is not None:
            done.append(Row(tuple(part if k == n else None for k in range(width)), alone_in(inner, n)))
    return tuple(done)


def beginning(part: Block) -> str:
    match part:
        case Said(inlines=inlines):
            return plain(inlines)[:12]
        case Listed(items=items):
            return plain(items[0])[:12]
        case Headed(heading=heading):
            return plain(heading)[:12]
