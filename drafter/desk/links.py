"""Which facts of a brief belong together, as its blueprint looks for it: wherever it chooses one item for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from drafter.expression.evaluate import Scope, evaluate, given, printed
from drafter.expression.walk import parts_of
from drafter.language import Finder, Tongue
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section
from drafter.model.expression import Expression, Filtered
from drafter.model.speech import plain
from drafter.model.value import Fact, Listing, Record


class Link(Struct, frozen=True):
    """Two facts that belong together."""

    by: str
    """The name or the node that asks for it."""
    slot: str
    """The place of the one."""
    words: str
    """Its words."""
    to: str
    """The place of the other."""
    to_words: str
    """Its words."""


def links_of(blueprint: Blueprint, scope: Scope, tongue: Tongue) -> Iterator[Link]:
    """The pairs that are found, each once, by the names of `derive` and then by the nodes in their order."""
    seen: set[tuple[str, str]] = set()
    for by, expression, around in looked_at(blueprint, scope, tongue):
        for one, other in _pairs(expression, around, tongue):
            if (one.slot, other.slot) not in seen:
                seen.add((one.slot, other.slot))
                yield Link(by, one.slot, _words(one, tongue), other.slot, _words(other, tongue))


def looked_at(blueprint: Blueprint, scope: Scope, tongue: Tongue) -> Iterator[tuple[str, Expression, Scope]]:
    """Every expression of a blueprint with the name or the node that it is of, in the scope of every item that it is asked for."""
    yield from ((name, found, scope) for name, found in blueprint.derive.items())
    yield from _in_nodes((*blueprint.opening, *blueprint.emphases, *blueprint.closing), scope, tongue)


def chooses(expression: Expression, tongue: Tongue) -> bool:
    """Whether an expression as a whole chooses an item that goes with a fact."""
    what = tongue.filters.get(expression.name) if isinstance(expression, Filtered) else None
    return isinstance(what, Finder) and what.gives == "chosen"


def _in_nodes(nodes: Iterable[Node], scope: Scope, tongue: Tongue) -> Iterator[tuple[str, Expression, Scope]]:
    """Every expression of the nodes, in the scope of every item that it is asked for."""
    for node in nodes:
        yield from ((node.id, node.each, scope),) if node.each is not None else ()
        for around in _scopes(node, scope, tongue):
            yield from ((node.id, one, around) for one in _asked(node))
            inner = node.body if isinstance(node, Section) else node.points if isinstance(node, Enumeration) else ()
            yield from _in_nodes((one for one in inner if one.id != node.id), around, tongue)


def _scopes(node: Node, scope: Scope, tongue: Tongue) -> Iterator[Scope]:
    if node.each is None:
        yield scope
        return
    listing = evaluate(node.each, scope, tongue)
    for item in filter(given, listing.items if isinstance(listing, Listing) else ()):
        fields = item.fields if isinstance(item, Record) else {}
        yield {**scope, "item": item, **fields, **({node.each_as: item} if node.each_as else {})}


def _asked(node: Node) -> Iterator[Expression]:
    """The expressions of a node: its own, and those of its wordings."""
    match node:
        case Passage(wordings=wordings, of=of):
            yield from (one for one in (node.when, of) if one is not None)
        case Section(headings=wordings):
            yield from (one for one in (node.when,) if one is not None)
        case Enumeration(points=points):
            told = (point for point in points if isinstance(point, Passage) and point.id == node.id)
            wordings = tuple(one for point in told for one in point.wordings)
    for wording in wordings:
        yield from (one for one in (wording.only, wording.when) if one is not None)
        yield from (piece for piece in wording.prose.pieces if isinstance(piece, Expression))


def _pairs(expression: Expression, scope: Scope, tongue: Tongue) -> Iterator[tuple[Fact | Record, Fact | Record]]:
    """What is chosen anywhere in an expression, with what it is chosen for."""
    for part in parts_of(expression):
        if isinstance(part, Filtered) and chooses(part, tongue):
            one, other = evaluate(part.of, scope, tongue), evaluate(part, scope, tongue)
            if isinstance(one, Fact | Record) and isinstance(other, Fact | Record) and given(one) and given(other):
                yield one, other


def _words(value: Fact | Record, tongue: Tongue) -> str:
    return plain(printed(value, tongue))
