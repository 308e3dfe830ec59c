"""What names mean where a node stands: slots, what is found in them, and inside an `each` the item with its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from drafter.expression.check import Checker, Names, Shape, shape_of, shapes_of
from drafter.language import TONGUES, Tongue
from drafter.model.blueprint import Blueprint, Enumeration, Node, Section
from drafter.model.occurrence import parsed

NamesAt = Callable[[str, bool], Names]
"""A node, with its occurrence, and whether a text stands there in place of its own → what that may name."""


class Hidden(Struct):
    """The nodes in which a name does not mean the slot."""

    each: set[str] = field(default_factory=set)
    """By id: in their `each`."""
    rest: set[str] = field(default_factory=set)
    """By id: in all else that they say."""
    field: bool = False
    """Some list has a field of that name: in the brackets of a filter that looks at its items it means that."""

    def at(self, id: str, key: str) -> bool:
        """Whether it is so in the value of a key of a node."""
        return id in (self.each if key == "each" else self.rest)


def hidden(blueprint: Blueprint, name: str) -> Hidden:
    """Where in a blueprint a name means a field, or what an `as` calls the item."""
    found = Hidden(field=any(name == field.name for slot in blueprint.slots.values() for field in slot.fields))
    shapes: Names = {slot.name: shape_of(slot) for slot in blueprint.slots.values()}
    nodes = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    _walk(nodes, name, shapes, False, TONGUES[blueprint.language], found)
    return found


def _walk(nodes: Iterable[Node], name: str, names: Names, taken: bool, tongue: Tongue, found: Hidden) -> None:
    for node in nodes:
        if taken:
            found.each.add(node.id)
        inner, inside = names, taken
        if node.each is not None:
            item = Checker(tongue).listing(node.each, names)[0]
            if item is not None:
                inner = {**names, **item.fields, "item": item, node.each_as or "item": item}
                inside = taken or name in item.fields or name == node.each_as
        if inside:
            found.rest.add(node.id)
        if isinstance(node, Section):
            _walk(node.body, name, inner, inside, tongue, found)


def names_at(blueprint: Blueprint, tongue: Tongue) -> NamesAt:
    """Tells what a text may name in the place of a node; in that of a whole list nothing of its items."""
    outside = shapes_of(blueprint, tongue)
    found: dict[str, tuple[int, bool, Names, Names]] = {}

    def gather(nodes: Iterable[Node], numbers: int, around: Names) -> None:
        for node in nodes:
            item = None if node.each is None else Checker(tongue).listing(node.each, around)[0]
            inner = around if item is None else {**around, **_of_item(item, node.each_as)}
            found[node.id] = numbers, bool(node.shapes) or isinstance(node, Enumeration), around, inner
            if isinstance(node, Section):
                gather(node.body, numbers + (node.each is not None), inner)
            elif isinstance(node, Enumeration) and node.each is None:
                gather(node.points, numbers, inner)

    gather((*blueprint.opening, *blueprint.emphases, *blueprint.closing), 0, outside)

    def names(key: str, instead: bool) -> Names:
        of = parsed(key)
        numbers, whole, around, inner = found.get(of.id, (0, True, outside, outside))
        return inner if len(of.numbers) > numbers or (instead and not whole) else around

    return names


def _of_item(item: Shape, name: str) -> Mapping[str, Shape]:
    return {**item.fields, "item": item, name or "item": item}
