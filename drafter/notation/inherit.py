"""A blueprint's tree with all that it takes from others: its parent's slots and nodes, edited by id, and fragments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Literal

from msgspec.structs import replace

from drafter.notation.fragment import Fragments
from drafter.notation.nodes import CONTENT, ZONES, changed, depth, kind_of, walk
from drafter.notation.overlay import Edits, deeply, entry, first_own, map_of, merged, without
from drafter.notation.reader import Reader
from drafter.problem import Allowance, InputError, Misses, Place, Problem, has_errors
from drafter.yamltext import tree
from drafter.yamltext.builder import DEEPEST
from drafter.yamltext.source import LARGEST
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty, plainly

Fetch = Callable[[Literal["speeches", "fragments"], str, Place], tuple[Document | None, tuple[Problem, ...]]]
"""What is sought, its name and the place that asks for it → its file, and what is wrong with the search."""
EDITS = ("override", "remove", "insert")
"""How a blueprint edits what its parent gives."""
MOST_PARENTS = 10


def alone(kind: str, name: str, place: Place) -> tuple[None, tuple[Problem, ...]]:
    """Nothing is to be had: for a text that stands by itself."""
    return None, (Problem("unknown-blueprint", place, {"name": name}),)


def resolved(root: Mapping, fetch: Fetch) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The tree as if all of it were written in one file, each node with its own place; None if a part cannot be had."""
    resolver = _Resolver(fetch)
    try:
        whole = resolver.whole(root, ())
    except InputError as stop:  # more than one blueprint may draw on
        return None, (*resolver.problems, *stop.problems)
    return (None if resolver.failed else whole), tuple(resolver.problems)


class _Resolver:
    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.room = Allowance("too-large-together", LARGEST)
        self.problems: list[Problem] = []
        self.misses = Misses()
        self.failed = False
        """Something could not be had: what is missing for want of it is not reported."""

    def report(self, rule: str, place: Place, **facts: str) -> None:
        self.problems.append(Problem(rule, place, facts))

    def whole(self, root: Mapping, children: tuple[str, ...]) -> Mapping | None:
        """A root with its parent and its fragments; `children` are the files that led here."""
        fragments = Fragments(self.fetch, self.room)
        root = fragments.filled(root)
        self.problems += fragments.problems
        self.failed |= fragments.failed
        name = root.get("extends")
        if name is None or is_empty(name):
            for key, _ in root.entries:
                if key.text in EDITS:
                    self.report("without-parent", key.place, name=key.text)
            return self._with_slots(without(root, ("extends", *EDITS)), fragments.slots)
        if not isinstance(name, Scalar):
            self.report(
                "text-due", name.place, name="extends", kind="list" if isinstance(name, tree.Sequence) else "map"
            )
            return None
        parent = self._parent(name, (*children, name.place.file))
        return None if parent is None else self._with_slots(self._child(root, parent, name.text), fragments.slots)

    def _parent(self, name: Scalar, children: tuple[str, ...]) -> Mapping | None:
        doc, problems = self.fetch("speeches", name.text, name.place)
        self.problems += problems
        if doc is None:
            self.failed = True
            return None
        if doc.file in children or len(children) > MOST_PARENTS:
            self.report("extends-ring", name.place, ring=" → ".join((*children, doc.file)))
            self.failed = True
            return None
        self.room.take(len(doc.text), name.place)
        self.problems += doc.problems
        if isinstance(doc.root, Mapping) and not has_errors(doc.problems):
            reader = Reader(doc.file)
            reader.version({key.text: (key, value) for key, value in doc.root.entries}, doc.root.place, "blueprint")
            self.problems += reader.problems
            return self.whole(doc.root, children)
        if not has_errors(doc.problems):
            self.report("map-due", Place(doc.file), name="blueprint")
        self.failed = True
        return None

    def _child(self, root: Mapping, parent: Mapping, name: str) -> Mapping:
        """The parent's tree with what the child says anew."""
        own = {key: self._own(root, key) for key in ("slots", "speech", "checks", "derive")}
        speech = merged(map_of(parent.get("speech") or own["speech"]), own["speech"])
        edits = self._edits(root, self._ids(speech), name)
        for lost, place in edits.lost(speech):
            self.report("edit-is-lost", place, name=lost)
        speech = changed(changed(speech, edits.override), edits.place)
        if depth(speech) > DEEPEST:
            raise InputError([Problem("too-deep", root.place, {"most": str(DEEPEST)})])
        slots = first_own(deeply(map_of(parent.get("slots")), own["slots"]), own["slots"])
        checks = merged(map_of(parent.get("checks")), own["checks"])
        whole = merged(parent, without(root, ("extends", *EDITS)))
        parts = [("slots", slots)]
        derive = merged(map_of(parent.get("derive")), own["derive"])
        rest = (("speech", speech), ("checks", checks), ("derive", derive))
        parts += [(key, value) for key, value in rest if value.entries]
        return merged(whole, Mapping(tuple(entry(key, value) for key, value in parts), root.place))

    def _own(self, root: Mapping, key: str) -> Mapping:
        """The map that a child gives for a key; empty if it gives none."""
        node = root.get(key)
        if node is not None and not isinstance(node, Mapping) and not is_empty(node):
            self.report("map-due", node.place, name=key)
        return map_of(node or Mapping((), root.place))

    def _with_slots(self, root: Mapping, more: Iterable[tuple[Scalar, tree.Node]]) -> Mapping:
        """The root with the slots that its fragments ask for, where it has none of that name."""
        slots = map_of(root.get("slots"))
        names = {key.text for key, _ in slots.entries}
        new: dict[str, tuple[Scalar, tree.Node]] = {}
        for key, value in more:
            if key.text not in names and plainly(new.setdefault(key.text, (key, value))[1]) != plainly(value):
                first = new[key.text][0].place
                self.report("fragments-differ", key.place, name=key.text, first=f"{first.file}:{first.line}")
        if not new:
            return root
        slots = replace(slots, entries=(*slots.entries, *new.values()))
        return merged(root, Mapping((entry("slots", slots),), root.place))

    def _ids(self, speech: Mapping) -> dict[str, Mapping]:
        """The nodes by their ids; to edit one that stands twice would multiply what is put beside it."""
        ids: dict[str, Mapping] = {}
        for id, node in walk(speech):
            if id in ids:
                facts = {"name": id, "first": str(ids[id].place.line)}
                raise InputError([Problem("duplicate-id", node.place, facts)])
            ids[id] = node
        return ids

    def _edits(self, root: Mapping, ids: dict[str, Mapping], parent: str) -> Edits:
        edits = Edits()
        for key, node in root.entries:
            match key.text:
                case "insert":
                    self._insert(edits, node, ids, parent)
                case "override":
                    self._override(edits, node, ids, parent)
                case "remove":
                    for item in self._items(node, "remove"):
                        if not isinstance(item, Scalar):
                            self.report("text-due", item.place, name="remove", kind="map")
                        elif self._known(item.text, item.place, ids, parent):
                            edits.gone.add(item.text)
                            edits.at.append(("remove", item.text, item.place))
        return edits

    def _insert(self, edits: Edits, node: tree.Node, ids: dict[str, Mapping], parent: str) -> None:
        for item in self._items(node, "insert"):
            entries = map_of(item).entries
            where = [(key, value) for key, value in entries if key.text in edits.placed]
            new = map_of(item).get("node")
            odd = len(where) != 1 or len(entries) != 2
            if odd or not isinstance(new, Mapping) or not isinstance(where[0][1], Scalar):
                self.report("insert-where", item.place)
                continue
            [(how, at)] = where
            assert isinstance(at, Scalar)
            if how.text == "into" and at.text in ids and kind_of(ids[at.text]) != "body":
                self.report("not-a-section", at.place, name=at.text)
            elif self._known(at.text, at.place, ids, parent, ZONES if how.text == "into" else ()):
                edits.placed[how.text].setdefault(at.text, []).append(new)
                edits.at.append((how.text, at.text, at.place))

    def _override(self, edits: Edits, node: tree.Node, ids: dict[str, Mapping], parent: str) -> None:
        if not isinstance(node, Mapping):
            if not is_empty(node):
                self.report("map-due", node.place, name="override")
            return
        for key, value in node.entries:
            id, _, part = (key.text, "", "") if key.text in ids else key.text.rpartition(".")
            id, part = (id, part) if id else (part, "")
            if not self._known(id, key.place, ids, parent):
                continue
            if not part and not isinstance(value, Mapping):
                self.report("map-due", value.place, name=id)
                continue
            given = ((replace(key, text=part), value),) if part else map_of(value).entries
            before = {old.text: str(old.place.line) for old, _ in edits.given.get(id, ())}
            for one in given:
                if one[0].text in before:
                    self.report("duplicate-key", one[0].place, name=f"{id}.{one[0].text}", first=before[one[0].text])
                elif self._fits(one[0], id, ids[id], parent):
                    edits.given.setdefault(id, []).append(one)
            edits.at.append(("override", id, key.place))

    def _fits(self, key: Scalar, id: str, node: Mapping, parent: str) -> bool:
        kind = kind_of(node)
        fitting = (*CONTENT[kind], *(CONTENT["say"] if kind == "units" else CONTENT["units"] if kind == "say" else ()))
        other = key.text == "id" or any(key.text in CONTENT[one] and key.text not in fitting for one in CONTENT)
        if other:
            self.report("override-changes-kind", key.place, name=key.text, id=id, parent=parent)
        return not other

    def _known(self, id: str, place: Place, ids: dict[str, Mapping], parent: str, more: Sequence[str] = ()) -> bool:
        if id in ids or id in more:
            return True
        self.report("no-parent-node", place, name=id, parent=parent, near=self.misses.near(id, chain(ids, more)))
        return False

    def _items(self, node: tree.Node, name: str) -> tuple[tree.Node, ...]:
        if isinstance(node, tree.Sequence):
            return node.items
        if not is_empty(node):
            self.report("list-due", node.place, name=name)
        return ()
