"""Where a slot's name means something else: inside an `each` whose items have a field of that name."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from drafter.expression.check import Checker, Names, shape_of
from drafter.language import TONGUES, Tongue
from drafter.model.blueprint import Blueprint, Node, Section


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
