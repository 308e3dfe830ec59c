"""The likeliest reading of the numbers of a text as rows, each below another: one search over the whole of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from msgspec import Struct

from drafter.model.cues import Costs
from drafter.recognition.candidates import MOST, PARAGRAPH, Number
from drafter.recognition.numbers import RANKS, TABLE

WIDTH = 12
"""Readings that are kept at each number."""
MARGIN = 6.0
"""How much dearer than the best one a reading may be and is still kept."""
DOUBTED = 1.5
"""How much dearer a reading with another frame may be, so that it is told."""
DEEPEST = 6
WORDY = 5.0
"""The rank of a number that no heading of the ladder has."""
UNLIKELY = 0.1
"""What it costs to leave a number alone that no other follows."""


class Row(NamedTuple):
    """A row of numbers that is open."""

    first: Number
    """What opened it."""
    id: int
    """Which of the numbers that is."""
    kind: str
    """frame, below or list."""
    rank: float
    last: int
    """The number that it has come to."""
    items: int
    latest: int
    """Sentences before its last number."""
    key: tuple[object, ...]
    """What all that may become of it depends on."""


class Step(NamedTuple):
    """What became of a number."""

    number: int
    """Which one."""
    row: int
    """The row, by the number that opened it; -1 for one that is left alone."""
    depth: int
    due: int
    kind: str
    scheme: str


class State(NamedTuple):
    """A reading of the text so far."""

    cost: float = 0.0
    rows: tuple[Row, ...] = ()
    """The rows that are open, each below the one before it; a number that is not left alone is the last of the last one."""
    framed: bool = False
    alone: bool = False
    """The number that it has come to is left alone."""
    before: State | None = None
    """The reading up to the number before."""


class Reading(Struct, frozen=True):
    """What becomes of each number."""

    steps: list[Step]
    other: list[Step]
    """The best reading with another frame, if it is nearly as likely."""


def read_rows(numbers: Sequence[Number], length: int, costs: Costs) -> Reading:
    """The likeliest reading of a text of some length; the ranks of headings may be other than usual."""
    ends = _Search(costs, RANKS, length).ends(numbers)
    ladder = [one.scheme for one in numbers if one.scheme in RANKS and one.followed and one.ordinal == 1]
    first = ladder[0] if ladder else ""
    if first and min(RANKS[scheme] for scheme in ladder) < RANKS[first]:
        turned = _Search(costs, {**RANKS, first: 0.0}, length).ends(numbers)
        ends += [(cost + costs.turned_ranks, state) for cost, state in turned]
    ends.sort(key=lambda end: end[0])
    cost, best = ends[0][0], _steps(ends[0][1], numbers)
    near = (_steps(state, numbers) for other, state in ends[1:] if other < cost + DOUBTED)
    return Reading(best, next((steps for steps in near if _frames(steps) != _frames(best)), []))


def _frames(steps: Sequence[Step]) -> set[int]:
    return {step.row for step in steps if step.kind == "frame"}


def _steps(state: State, numbers: Sequence[Number]) -> list[Step]:
    done: list[Step] = []
    while state.before:
        n = len(numbers) - len(done) - 1
        if state.alone:
            done.append(Step(n, -1, 0, numbers[n].ordinal, "", numbers[n].scheme))
        else:
            row = state.rows[-1]
            done.append(Step(n, row.id, len(state.rows), row.items, row.kind, row.first.scheme))
        state = state.before
    return done[::-1]


def _levels(numbers: Sequence[Number]) -> dict[int, float]:
    """The rank of each level that the file claims for headings without numbers."""
    levels: dict[int, float] = {}
    for level in sorted({one.level for one in numbers if one.claimed}):
        ranks = [RANKS.get(one.scheme, WORDY) for one in numbers if one.scheme and one.claimed and one.level == level]
        levels[level] = min(ranks, default=max(levels.values()) + 0.1 if levels else 0.5)
    return levels


def _row(number: Number, n: int, kind: str, rank: float) -> Row:
    items = 1 if number.scheme else 0
    return Row(number, n, kind, rank, items, items, number.said, (number.scheme, items, items, kind, number.place))


def _longer(row: Row, number: Number) -> Row:
    """A row that goes on with a number."""
    first, items = row.first, row.items + 1
    last = row.last + 1 if number.last or number.scheme != first.scheme else number.ordinal
    key = (first.scheme, last, items, row.kind, first.place)
    return Row(first, row.id, row.kind, row.rank, last, items, number.said, key)


def _misses(row: Row, number: Number) -> bool:
    """Whether a number of another kind may stand for the one that a row of headings misses."""
    lone = number.place == PARAGRAPH and not number.followed and number.scheme in RANKS
    return lone and number.ordinal in (row.last + 1, row.items + 1) and row.first.scheme in RANKS


class _Search:
    """Readings kept side by side, number by number; what a reader would mind is what they cost."""

    def __init__(self, costs: Costs, ranks: Mapping[str, float], length: int) -> None:
        self.costs, self.ranks, self.length = costs, ranks, length
        self.frame, self.below = dict(costs.frame), dict(costs.below)
        self.begins = {name[:2]: cost for name, cost in reversed(costs.frame)}
        self.left = (costs.left_paragraph, costs.left_sentence, costs.left_clause)
        self.placed = (0.0, costs.frame_sentence, costs.frame_clause)

    def ends(self, numbers: Sequence[Number]) -> list[tuple[float, State]]:
        """The readings of the whole text that are left, with their costs."""
        levels, width = _levels(numbers), WIDTH if len(numbers) <= MOST else 1
        states = [State()]
        for n, number in enumerate(numbers):
            best: dict[object, State] = {}
            dear = inf
            for state in states:
                for new in self._moves(state, n, number) if number.scheme else _claimed(state, n, number, levels):
                    if new.cost > dear:
                        continue
                    key = (new.framed, *[row.key for row in new.rows])
                    old = best.get(key)
                    if old is None or new.cost < old.cost:
                        best[key] = new
                        dear = min(dear, new.cost + MARGIN)
            ranked = sorted(best.values(), key=lambda state: state.cost)[:width]
            states = [state for state in ranked if state.cost <= dear]
        return [(self._ended(state), state) for state in states]

    def _ended(self, state: State) -> float:
        closed = sum(self._closed(row, self.length) for row in state.rows)
        return state.cost + closed + (0 if state.framed else self.costs.no_frame)

    def _closed(self, row: Row, end: int) -> float:
        """What it costs that a row is over."""
        costs, first = self.costs, row.first
        if first.scheme == "" or row.kind == "list":
            return 0.0
        if row.items == 1:
            return costs.frame_of_one if row.kind == "frame" else costs.row_of_one
        if row.kind == "below":
            return -costs.as_announced if first.count == row.items > 1 else 0.0
        told = first.place == PARAGRAPH or (row.latest - first.said) / (row.items - 1) >= costs.least_sentences
        cost = 0.0 if told and row.items >= TABLE[first.scheme].fewest else costs.short_items
        cost += costs.small_frame if end - first.start < self.length * costs.least_cover else 0.0
        if first.count > 1:
            cost += -costs.as_announced if first.count == row.items else costs.miscounted
        return cost

    def _moves(self, state: State, n: int, number: Number) -> Iterator[State]:
        """What may become of a number: it is none, it goes on with a row, it opens one."""
        cost, rows, framed = state.cost, state.rows, state.framed
        behind = (number.scheme, number.ordinal - 1, number.place)
        due = number.ordinal == 1 or any((row.first.scheme, row.items, row.first.place) == behind for row in rows)
        if not (number.sure and due):
            yield State(cost + self._left(number), rows, framed, True, state)
        closing = 0.0
        for k in range(len(rows) - 1, -1, -1):
            more = self._goes_on(rows[k], number)
            if more is not None:
                yield State(cost + closing + more, (*rows[:k], _longer(rows[k], number)), framed, False, state)
            closing += self._closed(rows[k], number.start)
        if number.ordinal == 1 or (number.followed and number.scheme in RANKS):
            cost += 0 if number.ordinal == 1 else self.costs.no_first
            yield from self._below(state, cost, n, number)
            yield from self._on_top(state, cost, n, number, closing)

    def _counts_parts(self, scheme: str) -> bool:
        """Whether a form stands above the usual ladder by what it counts: 第一个问题："""
        return scheme[2:-1] in self.costs.parts

    def _left(self, number: Number) -> float:
        """What it costs to take a number for none."""
        if (
            not (number.followed or number.announced)
            and number.ordinal == 1
            and (number.place or number.scheme == "首先")
        ):
            return UNLIKELY
        return self.left[number.place] + (self.costs.same_form if number.claimed else 0)

    def _goes_on(self, row: Row, number: Number) -> float | None:
        """What it costs that a row goes on with a number; None if it cannot."""
        costs, first = self.costs, row.first
        cost = 0.0
        if first.scheme != number.scheme:
            if not first.scheme[:1] == number.scheme[:1] == "第":  # of 第一个问题，第二点， each says what it counts
                return costs.other_kind if _misses(row, number) else None
            cost = costs.other_count
        if (first.place == PARAGRAPH) != (number.place == PARAGRAPH):
            cost += costs.other_place_ladder if first.scheme in RANKS else costs.other_place
        if number.ordinal == row.items + 1 or (number.last and row.last > 1):
            return cost
        if number.ordinal == row.last + 1:  # it goes on behind one that was skipped
            return cost + (costs.skipped / 2 if row.last > row.items else 0.0)
        if number.ordinal == 1:  # headings that were copied, each with the first number
            copied = row.last == 1 and first.place == number.place == PARAGRAPH and first.scheme in RANKS
            return cost + (costs.repeated if row.items == 1 else 0.0) if copied else None
        return cost + (costs.skipped if number.ordinal > row.last else costs.repeated)

    def _below(self, state: State, cost: float, n: int, number: Number) -> Iterator[State]:
        """The reading in which a row opens below another; rows that it cannot stand in are over."""
        costs, rows, form = self.costs, state.rows, number.scheme
        wordy, rank, keep = form not in RANKS, self.ranks.get(form, WORDY), len(rows)
        while keep and (rows[keep - 1].first.scheme == form or (rows[keep - 1].rank > rank and not wordy)):
            keep -= 1
            cost += self._closed(rows[keep], number.start)
        if not 0 < keep < DEEPEST:
            return
        above = rows[keep - 1]
        parts = self._counts_parts(above.first.scheme) or self.ranks.get(above.first.scheme, 0.0) < 1
        cost += 0.0 if form == "一、" and parts else self.below.get(form, costs.other_below)
        cost += costs.same_form if any(row.first.scheme == form for row in rows[:keep]) else 0
        cost += costs.upside_down if rank <= above.rank and not wordy else 0
        cost += costs.turned if number.turned and number.announced else 0
        row = _row(number, n, "below", max(rank, above.rank + 0.01))
        yield State(cost, (*rows[:keep], row), state.framed, False, state)

    def _on_top(self, state: State, before: float, n: int, number: Number, closing: float) -> Iterator[State]:
        """The readings in which a row opens at the top: as the frame, or as a list before it."""
        costs = self.costs
        cost = self.frame.get(number.scheme, self.begins.get(number.scheme[:2], costs.other_frame))
        cost = costs.frame_of_parts if self._counts_parts(number.scheme) else cost
        cost += before + closing + self.placed[number.place] - number.announced
        if state.framed:
            cost += costs.second_frame + (0 if number.announced else costs.unannounced)
            cost += 0 if number.turned else number.announced
        row = _row(number, n, "frame", self.ranks.get(number.scheme, 0.0))
        yield State(cost, (row,), True, False, state)
        if not state.framed and not number.sure:
            row = _row(number, n, "list", WORDY)
            yield State(before + closing + costs.list, (row,), False, False, state)


def _claimed(state: State, n: int, number: Number, levels: Mapping[int, float]) -> Iterator[State]:
    """A heading without a number stands where the file says."""
    rank, keep = levels[number.level], len(state.rows)
    while keep and state.rows[keep - 1].rank >= rank:
        keep -= 1
    yield State(state.cost, (*state.rows[:keep], _row(number, n, "frame", rank)), True, False, state)
