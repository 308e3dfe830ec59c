"""What hangs on other nodes: a comment goes with what it comments on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import is_

from msgspec.structs import replace

from drafter.model.blueprint import Node, Passage, Section
from drafter.model.occurrence import id_of
from drafter.model.outline import Planned
from drafter.plan.candidates import stands_alone

Zone = Sequence[Planned]


def kept(zones: Sequence[Zone]) -> Sequence[Zone]:
    """The zones without what is to stand only beside a node that is not there, or only where one is not."""
    every: list[Planned] = []
    for zone in zones:
        _gather(zone, every)
    named = frozenset(id for one in every for id in _hung_on(one.node))
    if not named:
        return zones
    standing = _Standing(every, named)
    return [left(zone, standing.of) for zone in zones]


def _hung_on(node: Node) -> tuple[str, ...]:
    """The nodes that a node hangs on."""
    return (*node.beside, *node.without, *node.needs) if isinstance(node, Passage) else node.needs


class _Standing:
    """Tells which nodes stand; each is asked once."""

    def __init__(self, every: Sequence[Planned], named: frozenset[str]) -> None:
        self.by_id: dict[str, list[Planned]] = {}
        """The nodes that others hang on."""
        for planned in every:
            for key in (planned.node.id, *planned.inside):  # what a group holds stands for it
                id = id_of(key)
                if id in named:
                    self.by_id.setdefault(id, []).append(planned)
        self.known: dict[int, bool] = {}

    def of(self, planned: Planned) -> bool:
        """Whether a node stands; one of a ring does not."""
        node = planned.node
        if isinstance(node, Passage) and (planned.override or not _hung_on(node)):
            return True
        if id(planned) not in self.known:
            self.known[id(planned)] = False
            self.known[id(planned)] = self._found(planned)
        return self.known[id(planned)]

    def _found(self, planned: Planned) -> bool:
        occurrence = _occurrence(planned)
        if not all(self._any(one, occurrence) for one in planned.node.needs):
            return False
        match planned.node:
            case Passage(beside=beside, without=without):
                return all(self._any(one, occurrence) for one in beside) and not any(
                    self._any(one, occurrence) for one in without
                )
            case Section() as section:
                alone = planned.filled or stands_alone(section) or not section.body
                return alone or any(map(self.of, planned.children))
            case _:
                return bool(planned.override or any(map(self.of, planned.points)))

    def _any(self, id: str, occurrence: tuple[str, ...]) -> bool:
        """Whether a node stands: for the same item, where both stand once for every item."""
        return any(self.of(one) for one in self.by_id.get(id, ()) if _together(_occurrence(one), occurrence))


def _occurrence(planned: Planned) -> tuple[str, ...]:
    """The numbers of the items that a node stands for."""
    inside = planned.key[len(planned.node.id) + 1 : -1]
    return tuple(inside.split(".")) if inside else ()


def _together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two nodes stand for the same item, as far as both stand for one."""
    return all(a == b for a, b in zip(one, other, strict=False))


def _gather(zone: Iterable[Planned], every: list[Planned]) -> None:
    """Add every node of a zone, in order."""
    for planned in zone:
        every.append(planned)
        if planned.children or planned.points:
            _gather(planned.children or planned.points, every)


def left(zone: Iterable[Planned], stays: Callable[[Planned], bool]) -> tuple[Planned, ...]:
    """The nodes that stay, each with what is left of what it holds."""
    return tuple([_inner(one, stays) for one in zone if stays(one)])


def _inner(one: Planned, stays: Callable[[Planned], bool]) -> Planned:
    """A node with what is left of what it holds; the same, if that is all of it."""
    if not one.children and not one.points:
        return one
    children, points = left(one.children, stays), left(one.points, stays)
    whole = len(children) == len(one.children) and len(points) == len(one.points)
    whole = whole and all(map(is_, children, one.children)) and all(map(is_, points, one.points))
    return one if whole else replace(one, children=children, points=points)
