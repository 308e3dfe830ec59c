"""Maxims, few and apart: a fact should cause the next sentence more often than a maxim follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafter.model.outline import Planned
from drafter.plan.beside import left

SHARE = 20
"""One part in so many of what a blueprint says in its own words may be maxims. Facts are not counted: to edit one moves no maxim."""


def thinned(zones: Sequence[Sequence[Planned]]) -> Sequence[Sequence[Planned]]:
    """The zones without maxims next to others, and without those beyond their share."""
    said: list[Planned] = []
    for zone in zones:
        _gather(zone, said)
    if not any(one.maxim for one in said):
        return zones
    falling = {id(one) for one in _neighbours(said)}
    falling |= {id(one) for one in _beyond([one for one in said if id(one) not in falling])}
    falling -= {id(one) for one in said if one.override is not None}
    return [left(zone, lambda one: id(one) not in falling) for zone in zones] if falling else zones


def _gather(zone: Iterable[Planned], said: list[Planned]) -> None:
    """Add what is said, headings too, in order."""
    for one in zone:
        if one.said is not None or one.override is not None:
            said.append(one)
        if one.children or one.points:
            _gather(one.points or one.children, said)


def _neighbours(said: Iterable[Planned]) -> Iterator[Planned]:
    """Of two maxims next to one another the later, unless more speaks for it."""
    before: Planned | None = None
    for one in said:
        if not one.maxim:
            before = None
        elif before is None:
            before = one
        else:
            kept, lost = (one, before) if one.weight > before.weight else (before, one)
            before = kept
            yield lost


def _beyond(said: Sequence[Planned]) -> Iterator[Planned]:
    """Maxims for which there is no room: first those for which no condition speaks, and of those the last."""
    room = sum(map(_size, said)) / SHARE
    for one in sorted((one for one in said if one.maxim), key=lambda one: one.weight == 0):
        room -= _size(one)
        if room <= 0:
            room += _size(one)
            yield one


def _size(planned: Planned) -> int:
    """Characters of the words that are no facts."""
    prose = planned.said or planned.override
    return sum([len(piece) for piece in prose.pieces if isinstance(piece, str)]) if prose else 0
