"""In which shape each list is told: one after the other, run on in one sentence, or told off by numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from drafter.expression.evaluate import evaluate
from drafter.language import Tongue
from drafter.model.blueprint import JOINED, NONE, SENTENCES, Enumeration, Passage, Section
from drafter.model.expression import Filtered
from drafter.model.occurrence import id_of
from drafter.model.outline import Item, Planned
from drafter.model.value import Listing
from drafter.plan.choose import lot

Zone = Sequence[Planned]


class Told(Struct, frozen=True):
    """A list of two items or more."""

    key: str
    """Its key."""
    shapes: tuple[str, ...]
    """The shapes that it may be told in; one, where its author leaves no choice."""


def shaped(
    zones: Sequence[Zone], seed: int, tongue: Tongue, picked: Mapping[str, str] = {}
) -> tuple[Mapping[str, str], Sequence[Zone]]:
    """The zones with every list that may have several shapes told in one of them, not that of the list before; and which.

    `picked` are shapes that a person chose, by the key of the list or the id of its node.
    """
    lists = [_picked(one, picked) for zone in zones for one in lists_of(zone, tongue)]
    drawn = dict(zip((one.key for one in lists), _drawn(lists, seed), strict=True))
    return drawn, [_told(zone, drawn, tongue) for zone in zones]


def _picked(one: Told, picked: Mapping[str, str]) -> Told:
    """A list with the one shape that was chosen for it, if it may be told so."""
    shape = picked.get(one.key) or picked.get(id_of(one.key)) if picked else None
    return replace(one, shapes=(shape,)) if shape in one.shapes else one


def _drawn(lists: Sequence[Told], seed: int) -> Iterator[str]:
    """A shape for each: as few neighbours alike as can be, and else by lot from left to right."""
    costs: list[dict[str, int]] = [{}]
    for one in reversed(lists):
        after = costs[-1].items()
        costs.append(
            {shape: min((cost + (shape == other) for other, cost in after), default=0) for shape in one.shapes}
        )
    before = ""
    for one, cost in zip(lists, reversed(costs), strict=False):  # the first of them stands behind the last list
        before = min(one.shapes, key=lambda shape: (cost[shape] + (shape == before), lot(seed, one.key, shape)))
        yield before


def lists_of(zone: Zone, tongue: Tongue) -> Iterator[Told]:
    """The lists of a zone in the order of the speech; one item alone makes none."""
    for key, run in groupby(zone, key=_list_of):
        if key:
            yield from _of_items(key, _by_item(run))
            continue
        for one in run:
            if one.children:
                yield from lists_of(one.children, tongue)
            elif isinstance(one.node, Enumeration):
                if len(one.points) > 1:
                    yield Told(one.key, (one.node.scheme if one.node.scheme != NONE else SENTENCES,))
                for point in one.points:
                    yield from lists_of(point.children, tongue)
            elif one.said is not None and len(one.said.pieces) > 1:
                yield from _read_out(one, tongue)


def _list_of(planned: Planned) -> str:
    """The list for an item of which a node stands."""
    return planned.item.key if planned.item is not None else ""


def _by_item(run: Iterable[Planned]) -> list[list[Planned]]:
    """What is said of each item."""
    return [list(each) for _, each in groupby(run, key=lambda one: one.item and one.item.number)]


def _read_out(planned: Planned, tongue: Tongue) -> Iterator[Told]:
    """The lists in a sentence that reads them out."""
    for n, piece in enumerate(planned.said.pieces if planned.said else ()):
        if isinstance(piece, Filtered) and piece.name == tongue.usage.list_filter:
            of = evaluate(piece.of, planned.scope, tongue)
            if isinstance(of, Listing) and len(of.items) > 1:
                yield Told(f"{planned.key}|{n}", (JOINED,))


def _of_items(key: str, items: Sequence[Sequence[Planned]]) -> Iterator[Told]:
    """A list told item by item, with its possible shapes; only what is one sentence an item runs on in one."""
    if len(items) < 2:
        return
    item, second = items[0][0].item, items[1][0].node
    if item is None or not item.node.shapes:
        yield Told(key, (JOINED if isinstance(second, Passage) and second.join else SENTENCES,))
        return
    plain = all(isinstance(one.node, Passage) for each in items for one in each)
    fits = {SENTENCES: True, JOINED: plain and all(sum(map(_sentences, each)) == 1 for each in items)}
    yield Told(key, tuple(shape for shape in item.node.shapes if fits.get(shape, plain)) or (SENTENCES,))


def _sentences(planned: Planned) -> int:
    """How many sentences a node of a list says, or would say if a person had not put one text in their place."""
    return max(1, len(planned.children))


def _told(zone: Zone, drawn: Mapping[str, str], tongue: Tongue) -> Zone:
    """A zone with its lists in the shapes drawn."""
    done: list[Planned] = []
    for key, run in groupby(zone, key=_list_of):
        found = list(run)
        item = found[0].item
        if item is not None and item.node.shapes and key in drawn:
            done += _in_shape(item, _by_item(found), drawn[key], tongue)
            continue
        for one in found:
            if one.children:
                one = replace(one, children=tuple(_told(one.children, drawn, tongue)))
            elif one.points and any(point.children for point in one.points):
                one = replace(one, points=tuple(_told(one.points, drawn, tongue)))
            done.append(one)
    return done


def _in_shape(item: Item, items: Sequence[Sequence[Planned]], shape: str, tongue: Tongue) -> Iterator[Planned]:
    """A list in its shape."""
    if shape in (SENTENCES, JOINED):
        mark = tongue.points.separator.strip() if shape == JOINED else ""
        for n, (first, *rest) in enumerate(items):
            yield _joined(first, mark) if n else first
            yield from rest
        return
    first, node = items[0][0], item.node
    inside = tuple(one for one in first.inside if id_of(one) != node.id)
    layout = node.layout or "run_on"
    told = Enumeration(
        id=node.id, move=first.node.move, each=node.each, scheme=shape, points=(), layout=layout, place=node.place
    )
    points = tuple(_point(node, each) for each in items)
    yield Planned(told, item.key, item.scope, points=points, inside=inside, passage=first.passage)


def _point(node: Passage | Section, sentences: Sequence[Planned]) -> Planned:
    """What is said of an item, as a point."""
    first = sentences[0]
    if first.node.id == node.id:  # a passage, or a person's own words
        return replace(first, item=None)
    key = next(one for one in first.inside if id_of(one) == node.id)
    return Planned(node, key, first.scope, children=tuple(replace(one, item=None) for one in sentences))


def _joined(planned: Planned, mark: str) -> Planned:
    """The first sentence of an item, going on in that of the item before, or not."""
    node = planned.node
    if not isinstance(node, Passage):
        return planned
    passage = (planned.passage[0], "run_on") if mark and planned.passage else planned.passage
    return replace(planned, node=replace(node, join=(node.join or mark) if mark else ""), passage=passage)
