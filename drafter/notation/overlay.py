"""Trees laid over one another: a parent's, with what its child overrides, removes and inserts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.notation.nodes import changed, walk
from drafter.problem import Place
from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar, is_empty

TEXTS = {"say", "heading", "units"}
"""Keys whose other text drops the other wordings of the old one."""


class Edits:
    """What a child does to its parent's nodes, by id."""

    def __init__(self) -> None:
        self.placed: dict[str, dict[str, list[tree.Node]]] = {"before": {}, "after": {}, "into": {}}
        self.given: dict[str, list[tuple[Scalar, tree.Node]]] = {}
        self.gone: set[str] = set()
        self.at: list[tuple[str, str, Place]] = []
        """What each edit does, to which id, and where it is written."""

    def override(self, items: list[tree.Node], owner: str) -> list[tree.Node]:
        """One list of nodes that say what the child says."""
        return [
            self._overridden(map_of(item), self.given[id_of(item)]) if id_of(item) in self.given else item
            for item in items
        ]

    def place(self, items: list[tree.Node], owner: str) -> list[tree.Node]:
        """One list of nodes with what comes in and without what goes."""
        done: list[tree.Node] = []
        for item in items:
            id = id_of(item)
            done += self.placed["before"].get(id, ())
            done += [item] if id not in self.gone else []
            done += self.placed["after"].get(id, ())
        return [*done, *self.placed["into"].get(owner, ())]

    def lost(self, speech: Mapping) -> Iterator[tuple[str, Place]]:
        """The edits, by id and place, whose node another edit takes away before they reach it."""
        ids = dict(walk(speech))
        replaced = {id for id, given in self.given.items() if any(key.text == "body" for key, _ in given)}
        under_new = {id for one in replaced if one in ids for id, _ in walk(ids[one])}
        new = {id for id, _ in walk(changed(speech, self.override))}
        under_gone = {id for one in self.gone if one in ids for id, _ in walk(ids[one])}
        for how, id, place in self.at:
            gone = id in under_gone or (id in self.gone and how in ("override", "into"))
            over = id in under_new if how == "override" else id in ids and id not in new
            if over or (gone and how != "remove"):
                yield id, place

    def _overridden(self, node: Mapping, given: Sequence[tuple[Scalar, tree.Node]]) -> Mapping:
        """The node with other values; another text drops the other wordings of the old one."""
        keys = {key.text for key, _ in given}
        kept = without(node, ("or",)) if keys & TEXTS and "or" not in keys else node
        kept = without(kept, ("say", "units")) if keys & {"say", "units"} else kept
        return merged(kept, Mapping(tuple(given), kept.place))


def merged(old: Mapping, new: Mapping) -> Mapping:
    """The old entries with the new values; a value left empty takes its entry away."""
    given = {key.text for key, _ in new.entries}
    both = overlaid(old, new)
    return replace(both, entries=tuple((k, v) for k, v in both.entries if not (k.text in given and is_empty(v))))


def overlaid(old: Mapping, new: Mapping) -> Mapping:
    """The old entries with the new values, and after them the new ones."""
    values = {key.text: (key, value) for key, value in new.entries}
    names = {key.text for key, _ in old.entries}
    entries = [values.get(key.text, (key, value)) for key, value in old.entries]
    return replace(old, entries=(*entries, *((key, value) for key, value in new.entries if key.text not in names)))


def deeply(old: Mapping, new: Mapping, *, named: bool = True) -> Mapping:
    """Slots merged by name, their keys and their fields by name again; one that names its type anew stands by itself."""
    known = {key.text: value for key, value in old.entries}
    entries = []
    for key, value in new.entries:
        before = known.get(key.text)
        if isinstance(before, Mapping) and isinstance(value, Mapping) and not (named and value.get("type")):
            value = deeply(before, value, named=not named)
        elif before is not None and is_empty(value):
            value = before
        entries.append((key, value))
    return overlaid(old, Mapping(tuple(entries), new.place))


def first_own(slots: Mapping, own: Mapping) -> Mapping:
    """The slots that a child names, in its order, before those that it does not name: so a brief asks for them."""
    order = {key.text: n for n, (key, _) in enumerate(own.entries)}
    return replace(slots, entries=tuple(sorted(slots.entries, key=lambda entry: order.get(entry[0].text, len(order)))))


def without(node: Mapping, keys: Sequence[str]) -> Mapping:
    return replace(node, entries=tuple((key, value) for key, value in node.entries if key.text not in keys))


def map_of(node: tree.Node | None) -> Mapping:
    return node if isinstance(node, Mapping) else Mapping((), node.place if node is not None else Place(""))


def id_of(node: tree.Node) -> str:
    id = node.get("id") if isinstance(node, Mapping) else None
    return id.text if isinstance(id, Scalar) else ""


def entry(key: str, value: tree.Node) -> tuple[Scalar, tree.Node]:
    return Scalar(key, value.place, "", 0, 0), value
