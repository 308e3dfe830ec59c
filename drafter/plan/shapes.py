"""In which shape each list is told: one after the other, run on in one sentence, or told off by numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import evaluate
from drafter.language import Tongue
from drafter.model.blueprint import JOINED, SENTENCES, Enumeration, Passage, Section
from drafter.model.expression import Filtered
from drafter.model.outline import Item, Planned
from drafter.model.value import Listing
from drafter.plan.choose import lot


class Told(Struct, frozen=True):
    """A list of two items or more."""

    key: str
    """Its key."""
    shapes: tuple[str, ...]
    """The shapes that it may be told in; one, where its author leaves no choice."""


def shaped(zones: Sequence[Sequence[Planned]], seed: int, tongue: Tongue) -> Sequence[Sequence[Planned]]:
    """The zones with every list that may have several shapes told in one of them, not that of the list before."""
    lists = [one for zone in zones for one in _lists(zone, tongue)]
    if not any(len(one.shapes) > 1 for one in lists):
        return zones
    drawn = dict(zip((one.key for one in lists), _drawn(lists, seed), strict=True))
    return [tuple(_told(zone, drawn, tongue)) for zone in zones]


def _drawn(lists: Sequence[Told], seed: int) -> Iterator[str]:
    """A shape for each: as few neighbours alike as can be, and else by lot from left to right."""
    costs: list[dict[str, int]] = []
    for one in reversed(lists):
        after = costs[-1] if costs else {}
        costs.append({shape: min((cost + (shape == other) for other, cost in after.items()), default=0) for shape in one.shapes})
    before = ""
    for one, cost in zip(lists, reversed(costs), strict=True):
        before = min(one.shapes, key=lambda shape: (cost[shape] + (shape == before), lot(seed, one.key, shape)))
        yield before


def _lists(zone: Iterable[Planned], tongue: Tongue) -> Iterator[Told]:
    """The lists of a zone in the order of the speech; one item alone makes none."""
    for item, found in _runs(zone):
        sentences = [list(each) for _, each in groupby(found, key=lambda one: one.item and one.item.number)]
        if item is not None and len(sentences) > 1:
            yield Told(item.key, _possible(item, sentences))
        elif item is None:
            for one in found:
                yield from _one(one, tongue)


def _one(planned: Planned, tongue: Tongue) -> Iterator[Told]:
    """The lists in a node that stands once: its points, or what stands under it, or a list read out in its sentence."""
    match planned.node:
        case Section():
            yield from _lists(planned.children, tongue)
        case Enumeration(scheme=scheme):
            if len(planned.points) > 1:
                yield Told(planned.key, (scheme,))
            for point in planned.points:
                yield from _lists(point.children, tongue)
        case _:
            pieces = planned.said.pieces if planned.said and not planned.override else ()
            for n, piece in enumerate(pieces):
                if isinstance(piece, Filtered) and piece.name == tongue.usage.list_filter:
                    of = evaluate(piece.of, planned.scope, tongue)
                    if isinstance(of, Listing) and len(of.items) > 1:
                        yield Told(f"{planned.key}|{n}", (JOINED,))


def _possible(item: Item, sentences: Sequence[Sequence[Planned]]) -> tuple[str, ...]:
    """The shapes in which a list may be told; only what is one sentence an item runs on in one."""
    if not item.node.shapes:
        joins = isinstance(first := sentences[1][0].node, Passage) and first.join
        return (JOINED,) if joins else (SENTENCES,)
    short = all(len(each) == 1 for each in sentences)
    plain = all(isinstance(one.node, Passage) for each in sentences for one in each)
    fits = {SENTENCES: True, JOINED: short and plain}
    return tuple(shape for shape in item.node.shapes if fits.get(shape, plain)) or (SENTENCES,)


def _runs(zone: Iterable[Planned]) -> Iterator[tuple[Item | None, list[Planned]]]:
    """Nodes beside each other that stand for items of the same list."""
    for _, run in groupby(zone, key=lambda one: one.item.key if one.item else ""):
        found = list(run)
        yield found[0].item, found


def _told(zone: Iterable[Planned], drawn: dict[str, str], tongue: Tongue) -> Iterator[Planned]:
    """A zone with its lists in the shapes drawn."""
    for item, found in _runs(zone):
        if item is not None and item.node.shapes and item.key in drawn:
            yield from _in_shape(item, found, drawn[item.key], tongue)
        else:
            for one in found:
                children, points = (tuple(_told(held, drawn, tongue)) for held in (one.children, one.points))
                yield replace(one, children=children, points=points) if children or points else one


def _in_shape(item: Item, found: Sequence[Planned], shape: str, tongue: Tongue) -> Iterator[Planned]:
    """A list in its shape."""
    sentences = [tuple(each) for _, each in groupby(found, key=lambda one: one.item and one.item.number)]
    if shape in (SENTENCES, JOINED):
        mark = tongue.points.separator.strip() if shape == JOINED else ""
        for n, (first, *rest) in enumerate(sentences):
            yield _joined(first, mark) if n else first
            yield from rest
        return
    first, node = found[0], item.node
    inside = tuple(one for one in first.inside if one.partition("[")[0] != node.id)
    layout = node.layout or "run_on"
    told = Enumeration(
        id=node.id, move=first.node.move, each=node.each, scheme=shape, points=(), layout=layout, place=node.place
    )
    points = tuple(_point(node, each) for each in sentences)
    yield Planned(told, item.key, item.scope, points=points, inside=inside, passage=first.passage)


def _point(node: Passage | Section, sentences: Sequence[Planned]) -> Planned:
    """What is said of an item, as a point."""
    first = sentences[0]
    if isinstance(node, Passage):
        return replace(first, item=None)
    key = next(one for one in first.inside if one.partition("[")[0] == node.id)
    return Planned(node, key, first.scope, children=tuple(replace(one, item=None) for one in sentences))


def _joined(planned: Planned, mark: str) -> Planned:
    """The first sentence of an item, going on in that of the item before, or not."""
    node = planned.node
    if not isinstance(node, Passage):
        return planned
    passage = (planned.passage[0], "run_on") if mark and planned.passage else planned.passage
    return replace(planned, node=replace(node, join=(node.join or mark) if mark else ""), passage=passage)
