"""A blueprint with what most rules ask of it: every node where it stands, and every text."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator
from typing import cast

from msgspec import Struct

from drafter.expression.check import Checker, Names, Shape, shapes_of
from drafter.expression.walk import names_in
from drafter.language import TONGUES, Tongue
from drafter.lint.words import Words, words
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section, Slot, Wording
from drafter.model.expression import Expression
from drafter.model.words import NO_WORDS
from drafter.model.words import Words as OfPacks


class Standing(Struct, frozen=True):
    """A node, where it stands."""

    node: Node
    """The node."""
    zone: str
    """`opening`, `emphases` or `closing`."""
    names: Names
    """The names that its prose and its `when` may use."""
    outer: Names
    """The names that its `each` may use."""
    conditions: tuple[Expression, ...]
    """Every `when` and `each` that holds there, its own last; those whose names an `each` took over are left out."""
    inside: tuple[str, ...]
    """The ids of the sections around it, outermost first."""


class Said(Struct, frozen=True):
    """One thing that a node says."""

    by: Standing
    """The node."""
    wordings: tuple[Words, ...]
    """The texts of which one is said."""
    fitting: tuple[Wording, ...]
    """The same with their conditions."""


class Tree(Struct, frozen=True):
    """A blueprint, taken apart."""

    blueprint: Blueprint
    """The blueprint."""
    tongue: Tongue
    """The tongue of its prose."""
    names: Names
    """The shapes of its slots."""
    slots: tuple[tuple[Slot, Shape, Names], ...]
    """Every slot and field with its shape, and the names beside it."""
    nodes: tuple[Standing, ...]
    """Its nodes, in order."""
    said: tuple[Said, ...]
    """What its nodes say, in order."""
    texts: tuple[Words, ...]
    """Every text, those of the front and the defaults of slots included."""
    of_packs: OfPacks = NO_WORDS
    """The words of packs."""


def tree(blueprint: Blueprint, of_packs: OfPacks = NO_WORDS) -> Tree:
    """A blueprint, taken apart."""
    tongue = TONGUES[blueprint.language]
    names = shapes_of(blueprint, tongue)
    zones = (("opening", blueprint.opening), ("emphases", blueprint.emphases), ("closing", blueprint.closing))
    nodes = tuple(one for zone, held in zones for one in _standing(held, zone, ChainMap(names), (), (), tongue))
    said = tuple(
        Said(standing, tuple(words(one.prose, tongue) for one in wordings), wordings)
        for standing in nodes
        for wordings in _said(standing.node)
    )
    slots = tuple(_with_shapes(blueprint.slots.values(), names))
    front = (one.prose for wordings in blueprint.front.values() for one in wordings)
    others = (*front, *(slot.default for slot, _, _ in slots if slot.default))
    texts = (*(words(prose, tongue) for prose in others), *(one for each in said for one in each.wordings))
    return Tree(blueprint, tongue, names, slots, nodes, said, texts, of_packs)


def brothers(nodes: Iterable[Node]) -> Iterator[list[Section]]:
    """The headed sections that stand beside each other, level by level; an unheaded group gives way to what it holds."""
    beside = list(_headed(nodes))
    yield beside
    for section in beside:
        yield from brothers(section.body)


def _headed(nodes: Iterable[Node]) -> Iterator[Section]:
    for node in nodes:
        if isinstance(node, Section):
            if node.headings:
                yield node
            else:
                yield from _headed(node.body)


def _with_shapes(slots: Iterable[Slot], names: Names) -> Iterator[tuple[Slot, Shape, Names]]:
    for slot in slots:
        shape = names[slot.name]
        yield slot, shape, names
        if shape.item is not None:
            yield from _with_shapes(slot.fields, shape.item.fields)


def _standing(
    nodes: Iterable[Node],
    zone: str,
    names: ChainMap[str, Shape],
    above: tuple[Expression, ...],
    inside: tuple[str, ...],
    tongue: Tongue,
) -> Iterator[Standing]:
    for node in nodes:
        inner, conditions = names, above
        if node.each is not None:
            inner = _with_item(node, names, tongue)
            brought = inner.maps[:2]
            conditions = tuple(
                held
                for held in (*above, node.each)
                if not any(name.name in new for name in names_in(held) for new in brought)
            )
        if node.when is not None:
            conditions = (*conditions, node.when)
        yield Standing(node, zone, inner, names, conditions, inside)
        if isinstance(node, Section):
            yield from _standing(node.body, zone, inner, conditions, (*inside, node.id), tongue)
        elif isinstance(node, Enumeration):
            groups = [point for point in node.points if isinstance(point, Section)]
            yield from _standing(groups, zone, inner, conditions, inside, tongue)


def _with_item(node: Node, names: ChainMap[str, Shape], tongue: Tongue) -> ChainMap[str, Shape]:
    """The names with those that an `each` brings: the fields of its item, and the item itself."""
    assert node.each is not None
    item = Checker(tongue).listing(node.each, names)[0] or Shape("text")
    own = {"item": item, node.each_as: item} if node.each_as else {"item": item}
    return names.new_child(cast("dict[str, Shape]", item.fields)).new_child(own)  # not copied: there may be many


def _said(node: Node) -> tuple[tuple[Wording, ...], ...]:
    match node:
        case Passage(wordings=wordings):
            return (wordings,) if wordings else ()
        case Section(headings=headings):
            return (headings,) if headings else ()
        case Enumeration(points=points):
            return tuple(point.wordings for point in points if isinstance(point, Passage))
