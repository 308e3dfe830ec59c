"""Several speeches side by side: which of their parts do the same work."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.distillation.words import ZONES, whole
from drafter.model.move import KIN
from drafter.model.speech import Block, Headed, Listed, Speech, plain
from drafter.problem import Allowance, Place

LEAST = 0.42
"""How alike two parts must be to stand in one row."""
MOST_COMPARED = 40_000
"""Pairs of parts of several speeches; ten real ones have a few thousand."""
SAMPLE = 240
"""Characters of a part that are compared."""


class Row(Struct, frozen=True):
    """Parts of several speeches that do the same work; none where a speech has no such part."""

    parts: tuple[Block | None, ...]
    """A part for each speech."""
    below: tuple[Row, ...] = ()
    """The rows below, where the parts are headed."""


def aligned(speeches: Sequence[Speech]) -> dict[str, tuple[Row, ...]]:
    """The rows of each zone; raises InputError where there is too much to compare."""
    room = Allowance("too-much-to-compare", MOST_COMPARED)
    return {zone: rows([getattr(speech, zone) for speech in speeches], room) for zone in ZONES}


def rows(columns: Sequence[Sequence[Block]], room: Allowance) -> tuple[Row, ...]:
    """Columns of parts as rows, each column in its own order: every speech is laid beside what stands already."""
    width = len(columns)
    done: list[list[Block | None]] = []
    for n, column in enumerate(columns):
        room.take(len(column) * sum(part is not None for row in done for part in row), Place("distil"))
        done = _laid_beside(done, column, n, width)
    return tuple(Row(tuple(parts), _below(parts, room)) for parts in done)


def _below(parts: Sequence[Block | None], room: Allowance) -> tuple[Row, ...]:
    if not any(isinstance(part, Headed) for part in parts):
        return ()
    return rows([part.blocks if isinstance(part, Headed) else () for part in parts], room)


def _laid_beside(
    table: list[list[Block | None]], column: Sequence[Block], n: int, width: int
) -> list[list[Block | None]]:
    """The table with one more column, by the way through both that keeps most that is alike in one row."""
    likeness = [[_likeness(row, part) for part in column] for row in table]
    best = _best_way(likeness, len(table), len(column))
    done: list[list[Block | None]] = []
    for at, which in best:
        row: list[Block | None] = list(table[at]) if at is not None else [None] * width
        if which is not None:
            row[n] = column[which]
        done.append(row)
    return done


def _best_way(likeness: Sequence[Sequence[float]], height: int, length: int) -> list[tuple[int | None, int | None]]:
    """Needleman and Wunsch: pairs in order, None where a row or a part stands alone."""
    score = [[0.0] * (length + 1) for _ in range(height + 1)]
    for a in range(height - 1, -1, -1):
        for b in range(length - 1, -1, -1):
            together = likeness[a][b] + score[a + 1][b + 1] if likeness[a][b] >= LEAST else -1.0
            score[a][b] = max(together, score[a + 1][b], score[a][b + 1])
    way: list[tuple[int | None, int | None]] = []
    a = b = 0
    while a < height or b < length:
        if (
            a < height
            and b < length
            and likeness[a][b] >= LEAST
            and score[a][b] == likeness[a][b] + score[a + 1][b + 1]
        ):
            way.append((a, b))
            a, b = a + 1, b + 1
        elif a < height and (b == length or score[a][b] == score[a + 1][b]):
            way.append((a, None))
            a += 1
        else:
            way.append((None, b))
            b += 1
    return way


def _likeness(row: Sequence[Block | None], part: Block) -> float:
    return max((alike(one, part) for one in row if one is not None), default=0.0)


def alike(one: Block, other: Block) -> float:
    """How alike two parts are, from 0 to 1: by kind, move, heading and text."""
    from rapidfuzz import fuzz

    if type(one) is not type(other):
        return 0.0
    same_move = _moved_alike(one.move, other.move)
    match one, other:
        case Headed(), Headed():
            if (one.enumerator is None) != (other.enumerator is None):
                return 0.0
            heading = fuzz.ratio(plain(one.heading), plain(other.heading)) / 100
            return min(
                1.0, 0.6 * heading + 0.9 * same_move + 0.3 * fuzz.token_set_ratio(_text(one), _text(other)) / 100
            )
        case Listed(), Listed():
            if one.scheme != other.scheme or one.apart != other.apart:
                return 0.0
            return min(1.0, 0.3 + same_move + 0.4 * fuzz.ratio(_text(one), _text(other)) / 100)
        case _:
            return min(1.0, same_move + 0.8 * fuzz.ratio(_text(one), _text(other)) / 100)


def _moved_alike(one: str, other: str) -> float:
    """How far two moves are the same work: the same one, or two that answer the same question."""
    if one and one == other:
        return 0.45
    return 0.3 if any(one in kin and other in kin for kin in KIN) else 0.0


def _text(block: Block) -> str:
    below = map(_text, block.blocks) if isinstance(block, Headed) else ()
    return "".join((whole(block), *below))[:SAMPLE]
