"""Fragments: passages kept apart to be used in several blueprints, put in where `use` names them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.notation.nodes import CONTENT, changed, kind_of, named, sentences_named, walk
from drafter.notation.reader import Reader
from drafter.problem import Allowance, Place, Problem, has_errors
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

KEYS = ("drafter", "title", "summary", "move", "register", "slots")
"""What a fragment says of itself; all else is the node that it is."""
NAMING = ("id", "with", "without", "needs")
"""Keys under which nodes are named."""
MOST = 5_000
"""Nodes that come from fragments."""


class _Read(Struct, frozen=True):
    """A fragment that was read."""

    root: Mapping | None
    """Its tree, if it has no error."""
    nodes: int = 0
    """The nodes inside it."""
    size: int = 0
    """The characters of its file."""


class Fragments:
    """Fills a tree with the fragments that it uses; gathers the slots that they ask for."""

    def __init__(self, fetch: Callable[..., tuple[Document | None, tuple[Problem, ...]]], room: Allowance) -> None:
        self.fetch, self.room = fetch, room
        self.problems: list[Problem] = []
        self.slots: list[tuple[Scalar, tree.Node]] = []
        self.failed = False
        self.read: dict[str, _Read] = {}
        """What was read, by the name that asked for it, and by its file."""
        self.count = 0

    def filled(self, root: Mapping) -> Mapping:
        """The root with every `use` in its zones and its inserts replaced by what it names."""
        entries = []
        for key, value in root.entries:
            if key.text == "speech" and isinstance(value, Mapping):
                value = changed(value, lambda items, owner: [self._one(item) for item in items])
            elif key.text == "insert" and isinstance(value, tree.Sequence):
                value = replace(value, items=tuple(self._insert(item) for item in value.items))
            elif key.text == "override" and isinstance(value, Mapping):
                value = replace(value, entries=tuple((k, self._override(k, v)) for k, v in value.entries))
            entries.append((key, value))
        return replace(root, entries=tuple(entries))

    def _insert(self, item: tree.Node) -> tree.Node:
        if not isinstance(item, Mapping):
            return item
        entries = tuple((key, self._one(value) if key.text == "node" else value) for key, value in item.entries)
        return replace(item, entries=entries)

    def _override(self, key: Scalar, value: tree.Node) -> tree.Node:
        """What an override says, under an id or under `id.body`."""
        if isinstance(value, Mapping):
            entries = tuple((k, self._body(v) if k.text == "body" else v) for k, v in value.entries)
            return sentences_named(replace(value, entries=entries), key.text)
        return self._body(value) if key.text.endswith(".body") else value

    def _body(self, value: tree.Node) -> tree.Node:
        if not isinstance(value, tree.Sequence):
            return value
        return replace(value, items=tuple(self._one(item) for item in value.items))

    def _one(self, node: tree.Node) -> tree.Node:
        """A node with what it uses, its sentences and points named."""
        return named(self._used(node))

    def _used(self, node: tree.Node) -> tree.Node:
        if not isinstance(node, Mapping):
            return node
        if kind_of(node) == "body":
            inside = node.get("body")
            if isinstance(inside, tree.Sequence) and any(_uses(item) for item in inside.items):
                body = self._body(inside)
                return replace(node, entries=tuple((k, body if k.text == "body" else v) for k, v in node.entries))
        if kind_of(node) != "use":
            return node
        name = node.get("use")
        assert name is not None
        for key, _ in node.entries:
            if key.text in {one for kind in CONTENT for one in CONTENT[kind]} - {"use", "layout"}:
                self._report("use-with-text", key.place, name=key.text)
        if not isinstance(name, Scalar) or is_empty(name):
            self._report("empty-text", name.place, name="use")
            return node
        return self._filled(node, name)

    def _filled(self, node: Mapping, name: Scalar) -> tree.Node:
        if name.text not in self.read:
            self.read[name.text] = self._fetched(name)
        read = self.read[name.text]
        self.room.take(read.size, name.place)
        self.count += read.nodes
        if self.count > MOST and not self.failed:
            self._report("too-many-nodes", node.place, most=f"{MOST:,}")
        return node if read.root is None or self.count > MOST else self._joined(node, read.root)

    def _fetched(self, name: Scalar) -> _Read:
        doc, problems = self.fetch("fragments", name.text, name.place)
        self.problems += problems
        if doc is None:
            self.failed = True
            return _Read(None)
        if doc.file not in self.read:
            self.read[doc.file] = self._looked_at(doc)
        return self.read[doc.file]

    def _looked_at(self, doc: Document) -> _Read:
        root = doc.root
        self.problems += doc.problems
        if not isinstance(root, Mapping) or has_errors(doc.problems):
            if not has_errors(doc.problems):
                self._report("map-due", Place(doc.file), name="fragment")
            self.failed = True
            return _Read(None)
        reader = Reader(doc.file)
        reader.version({key.text: (key, value) for key, value in root.entries}, root.place, "fragment")
        slots = root.get("slots")
        if isinstance(slots, Mapping):
            self.slots += slots.entries
        elif slots is not None and not is_empty(slots):
            reader.map_due(slots, "slots")
        for key, _ in root.entries:
            if key.text == "use":
                reader.report("use-in-fragment", key.place)
            elif key.text == "id":
                reader.report("unknown-key", key.place, name="id", of="fragment")
        self.problems += reader.problems
        inner = [node for _, node in walk(root)] if kind_of(root) == "body" else []
        for node in inner:
            if kind_of(node) == "use":
                self._report("use-in-fragment", node.place)
        if kind_of(root) == "body":
            root = changed(root, lambda items, owner: [named(item) for item in items], "?")
        points = root.get("points")  # nodes, too
        count = len(inner) + (len(points.items) if isinstance(points, tree.Sequence) else 0)
        return _Read(root, count, len(doc.text))

    def _joined(self, node: Mapping, fragment: Mapping) -> tree.Node:
        """The node with the fragment's words; what it says itself stands, and inner ids begin with its own."""
        own = {key.text for key, _ in node.entries}
        entries = [(key, value) for key, value in node.entries if key.text != "use"]
        given = [(k, v) for k, v in fragment.entries if k.text not in own and (k.text == "move" or k.text not in KEYS)]
        whole = replace(node, entries=(*entries, *given))
        id = node.get("id")
        if not isinstance(id, Scalar) or kind_of(whole) != "body":
            return named(whole)
        inner = frozenset(one for one, _ in walk(whole))
        return changed(whole, lambda items, owner: [_renamed(item, id.text, inner) for item in items], id.text)

    def _report(self, rule: str, place: Place, **facts: Any) -> None:
        self.problems.append(Problem(rule, place, facts))
        self.failed = True


def _uses(node: tree.Node) -> bool:
    return isinstance(node, Mapping) and kind_of(node) in ("use", "body")


def _renamed(node: tree.Node, prefix: str, inner: frozenset[str]) -> tree.Node:
    """A node of a fragment whose id, and the ids that it hangs on, begin with the id of the node that uses the fragment."""

    def named(key: str, value: tree.Node) -> tree.Node:
        match value:
            case Scalar(text=text) if key == "id" or text in inner:
                return replace(value, text=f"{prefix}-{text}")
            case tree.Sequence(items=items):
                return replace(value, items=tuple(named(key, item) for item in items))
            case _:
                return value

    if not isinstance(node, Mapping):
        return node
    entries = ((key, named(key.text, value) if key.text in NAMING else value) for key, value in node.entries)
    return replace(node, entries=tuple(entries))
