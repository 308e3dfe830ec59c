"""What a brief says of nodes that its blueprint has no more: where it goes, or that it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from drafter.desk.seed import ORDER
from drafter.model.blueprint import Blueprint, Enumeration, Node, Section, every, wordings
from drafter.model.brief import FRONT
from drafter.model.occurrence import Occurrence, id_of, parsed, printed
from drafter.yamltext.data import Data, at, data
from drafter.yamltext.splice import put, remove, rename
from drafter.yamltext.tree import Document

FIRST = "salutation"
"""Behind it a speech begins, whatever its blueprint has."""


class Displaced(Struct, frozen=True):
    """An entry of a brief whose node is gone, or whose number or shape is."""

    setting: str
    """The setting in which it stands: overrides, insert, omit, pick, shapes, keep."""
    key: str
    """What it names."""
    text: str = ""
    """What a person wrote there, if anything."""
    to: str = ""
    """The node that it may name instead; nothing where it has no use any more."""
    side: str = ""
    """Beside that node it may stand as a text of its own, `after` or `before` it; nothing where it takes the node's place."""


class _Tree(Struct, frozen=True):
    """The nodes of a blueprint, with what stands around each."""

    nodes: Mapping[str, Node]
    parents: Mapping[str, str]
    children: Mapping[str, Sequence[str]]

    def depth(self, id: str) -> int:
        """How many `each` stand around a node, its own counted."""
        own = id in self.nodes and self.nodes[id].each is not None
        return own + (self.depth(self.parents[id]) if id in self.parents else 0)


def _tree(blueprint: Blueprint) -> _Tree:
    nodes: dict[str, Node] = {}
    parents: dict[str, str] = {}
    children: dict[str, list[str]] = {}

    def walk(several: Sequence[Node], parent: str) -> None:
        for node in several:
            nodes[node.id], parents[node.id] = node, parent
            children.setdefault(parent, []).append(node.id)
            below = node.body if isinstance(node, Section) else node.points if isinstance(node, Enumeration) else ()
            walk(below, node.id)

    for zone in ("opening", "emphases", "closing"):
        walk(getattr(blueprint, zone), f"/{zone}")
    return _Tree(nodes, parents, children)


def ids_in(blueprint: Blueprint) -> Mapping[str, frozenset[str]]:
    """For each node the ids of all that stands in it, its own among them."""
    tree = _tree(blueprint)
    return {
        id: frozenset(one.id for one in (*every((node,)), *(node.points if isinstance(node, Enumeration) else ())))
        for id, node in tree.nodes.items()
    }


def settled(
    doc: Document, old: Blueprint, new: Blueprint, keeps: Callable[[Displaced], bool] = lambda one: True
) -> tuple[Document, tuple[Displaced, ...]]:
    """A brief with what names nodes of the old blueprint put where the new one has a place for it, as far as that is wanted,
    and what was put elsewhere or left out."""
    settler = _Settler(_tree(old), _tree(new))
    found = tuple(settler.displaced(doc, new))
    added = [one for one in found if one.setting == "insert"]
    for one in (*reversed(added), *(one for one in found if one.setting != "insert")):
        doc = settler.placed(doc, one, keeps(one))
    return doc, found


class _Settler:
    """Finds places in a new blueprint for what names nodes of an old one."""

    def __init__(self, old: _Tree, new: _Tree) -> None:
        self.old, self.new = old, new
        self.renamed = dict(self._renamed())

    def _renamed(self) -> Iterator[tuple[str, str]]:
        """Nodes that say what a node said that is gone, under another id."""
        came = [node for id, node in self.new.nodes.items() if id not in self.old.nodes]
        for id, node in self.old.nodes.items():
            texts = {one.text for one in wordings(node)}
            if id not in self.new.nodes:
                alike = [one for one in came if texts & {each.text for each in wordings(one)}]
                if len(alike) == 1 and type(alike[0]) is type(node):
                    yield id, alike[0].id

    def displaced(self, doc: Document, new: Blueprint) -> Iterator[Displaced]:
        """What a brief says of nodes that are gone, in the order of its settings."""
        said = data(doc.root)
        given = said if isinstance(said, dict) else {}
        for setting in ("omit", "pick", "shapes", "overrides"):
            entries = given.get(setting)
            pairs = entries.items() if isinstance(entries, dict) else [(one, None) for one in entries or ()]
            for key, value in pairs:
                yield from self._entry(setting, str(key), value)
        lists = {name for name, slot in new.slots.items() if slot.type == "list"}
        kept = given.get("keep")
        for key in kept if isinstance(kept, dict) else ():
            if re.split(r"[\[.]", str(key))[0] not in lists:
                yield Displaced("keep", str(key))
        every_added = given.get("insert")
        for n, one in enumerate(every_added if isinstance(every_added, list) else ()):
            yield from self._added(n, one)

    def _entry(self, setting: str, key: str, value: Data) -> Iterator[Displaced]:
        id, text = id_of(key), str(value or "")
        if id in self.new.nodes or (setting == "overrides" and key in FRONT):
            if setting == "pick":
                yield from self._picked(key, text)
            elif setting == "shapes" and text not in self.new.nodes[id].shapes:
                yield Displaced(setting, key, text)
        elif id in self.renamed:
            to = printed(Occurrence(self.renamed[id], parsed(key).numbers))
            yield Displaced(setting, key, text, to)
        elif setting == "overrides" and text:
            side, to = self.beside(key)
            yield Displaced(setting, key, text, to, side)
        else:
            yield Displaced(setting, key, text)

    def _picked(self, key: str, number: str) -> Iterator[Displaced]:
        """A wording that was picked and that has another number now, or none."""
        then = [one.text for one in wordings(self.old.nodes[id_of(key)])] if id_of(key) in self.old.nodes else []
        now = [one.text for one in wordings(self.new.nodes[id_of(key)])]
        n = int(number) - 1 if number.isdigit() else -1
        if not 0 <= n < len(then) or (n < len(now) and then[n] not in now) or now[n : n + 1] == [then[n]]:
            return
        yield (
            Displaced("pick", key, f"{now.index(then[n]) + 1}", key)
            if then[n] in now
            else Displaced("pick", key, number)
        )

    def _added(self, n: int, entry: Data) -> Iterator[Displaced]:
        if not isinstance(entry, dict):
            return
        anchor = str(entry.get("after") or entry.get("before") or "")
        if not anchor or anchor in FRONT or id_of(anchor) in self.new.nodes:
            return
        text = str(entry.get("heading") or entry.get("say") or "")
        side = "after" if entry.get("after") else "before"
        if id_of(anchor) in self.renamed:
            to = printed(Occurrence(self.renamed[id_of(anchor)], parsed(anchor).numbers))
        else:
            side, to = self.beside(anchor)
        yield Displaced("insert", f"insert[{n + 1}]", text, to, side)

    def beside(self, key: str) -> tuple[str, str]:
        """The nearest node that there is, and on which side of it: a neighbour before, one behind, then of what stands around."""
        one = parsed(key)
        id = one.id
        while id in self.old.parents:
            parent = self.old.parents[id]
            row = self.old.children[parent]
            at_ = row.index(id)
            before = next((other for other in reversed(row[:at_]) if other in self.new.nodes), "")
            after = next((other for other in row[at_ + 1 :] if other in self.new.nodes), "")
            inside = self.new.children.get(parent, ())
            found = before or after or (inside[0] if inside else "")
            if found:
                to = printed(Occurrence(found, one.numbers[: self.new.depth(found)]))
                return ("after" if before else "before"), to
            id = parent
        return "after", FIRST

    def placed(self, doc: Document, one: Displaced, keeps: bool) -> Document:
        """A brief with an entry at its new place, or without it."""
        if not one.to or not keeps:
            return without(doc, one.setting, one.key)
        if one.setting == "insert":
            path = ("insert", parsed(one.key).numbers[0] - 1)
            other = "before" if one.side == "after" else "after"
            doc = rename(doc, (*path, other), one.side) if at(doc.root, (*path, other)) else doc
            return put(doc, (*path, one.side), one.to)
        if one.side:
            have = data(at(doc.root, ("insert",)))
            entry: dict[str, Data] = {one.side: one.to, "say": one.text}
            doc = put(doc, ("insert",), [*(have if isinstance(have, list) else []), entry], ORDER)
            return without(doc, one.setting, one.key)
        entries = data(at(doc.root, (one.setting,)))
        if isinstance(entries, list):
            return put(doc, (one.setting, entries.index(one.key)), one.to)
        if one.key == one.to:
            return put(doc, (one.setting, one.key), one.text)
        return rename(doc, (one.setting, one.key), one.to)


def without(doc: Document, setting: str, key: str) -> Document:
    """A brief without an entry of a setting, and without the setting where that is its last."""
    entries = data(at(doc.root, (setting,)))
    if isinstance(entries, list):
        n = parsed(key).numbers[0] - 1 if setting == "insert" else entries.index(key)
        return remove(doc, (setting, n) if len(entries) > 1 else (setting,))
    if isinstance(entries, dict) and key in entries:
        return remove(doc, (setting, key) if len(entries) > 1 else (setting,))
    return doc
