"""A slot or a node under another name, everywhere in a file where it is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.expression.spots import in_expression, in_prose
from drafter.model.occurrence import id_of
from drafter.notation.nodes import ZONES
from drafter.notation.revise import node_paths
from drafter.notation.scope import Hidden
from drafter.problem import InputError, Problem
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.data import Path, at, children
from drafter.yamltext.proof import Change, refusing
from drafter.yamltext.splice import put, rename
from drafter.yamltext.stretch import rewrite
from drafter.yamltext.tree import Document, Scalar

LOGIC = ("when", "each", "only", "of", "derive", "total")
PROSE = ("say", "heading", "or", "points")


def slot_renamed(doc: Document, old: str, new: str, means: Hidden, taken: Hidden) -> Document:
    """A blueprint in which a slot has another name; `means` says where the old one is a field, `taken` where the new one is."""
    changes: dict[Path, list[Change]] = {}
    caught = []
    for path, key, id in texts(doc.root):
        node = at(doc.root, path)
        if not isinstance(node, Scalar) or means.at(id, key):
            continue
        with refusing(doc, path):
            spots = (in_expression if key in LOGIC else in_prose)(node.text, old, field=means.field)
        if spots and taken.at(id, key):
            caught.append(Problem("name-is-field", place_in(node, spots[0]), {"name": new, "id": id}))
        elif spots:
            changes[path] = [Change(spot, spot + len(old), new) for spot in spots]
    if caught:
        raise InputError(caught)
    doc = rewrite(doc, changes)
    return rename(doc, ("slots", old), new) if at(doc.root, ("slots", old)) is not None else doc


def slot_renamed_in_brief(doc: Document, old: str, new: str, means: Hidden) -> Document:
    """A brief that gives a slot under another name; what it overrides and inserts may name slots too."""
    changes: dict[Path, list[Change]] = {}
    for path, node, hides in own_texts(doc.root, means):
        if not hides:
            with refusing(doc, path):
                spots = in_prose(node.text, old)
            if spots:
                changes[path] = [Change(spot, spot + len(old), new) for spot in spots]
    doc = rewrite(doc, changes)
    return rename(doc, (old,), new) if at(doc.root, (old,)) is not None else doc


def own_texts(root: tree.Node | None, means: Hidden) -> Iterator[tuple[Path, Scalar, bool]]:
    """The texts of a brief that may name slots, and whether the name of one means a field there."""
    for step, node in children(at(root, ("overrides",))):
        if isinstance(node, Scalar):
            yield ("overrides", step), node, means.at(id_of(str(step)), "say")
    for n, item in children(at(root, ("insert",))):
        anchor = at(item, ("after",)) or at(item, ("before",))
        name = anchor.text if isinstance(anchor, Scalar) else ""
        hides = means.at(
            id_of(name), "say" if id_of(name) != name else "each"
        )  # beside a list stands none of its items
        for key in ("heading", "say"):
            value = at(item, (key,))
            if isinstance(value, Scalar):
                yield ("insert", n, key), value, hides
            for k, one in children(value):
                if isinstance(one, Scalar):
                    yield ("insert", n, key, k), one, hides


def nodes_renamed(doc: Document, names: Mapping[str, str]) -> Document:
    """A blueprint in which nodes have other ids, with all that points to them."""
    for id, path in node_paths(doc.root).items():
        if id in names:
            doc = put(doc, (*path, "id"), names[id])
    return pointers_renamed(doc, names)


def within(doc: Document, old: str, new: str, ids: Iterable[str]) -> dict[str, str]:
    """The ids within the fragment that a node uses, which begin with its own, under its other id."""
    paths = node_paths(doc.root)
    inner = (id for id in ids if id.startswith(f"{old}-") and id not in paths) if _uses(doc, paths.get(old)) else ()
    return {id: new + id[len(old) :] for id in inner}


def others(names: Mapping[str, str], doc: Document) -> dict[str, str]:
    """The ids of which a file neither writes a node nor uses the fragment that it is in."""
    paths = node_paths(doc.root)
    used = tuple(f"{id}-" for id, path in paths.items() if _uses(doc, path))
    return {id: name for id, name in names.items() if id not in paths and not id.startswith(used)}


def _uses(doc: Document, path: Path | None) -> bool:
    return path is not None and at(doc.root, (*path, "use")) is not None


def pointers_renamed(doc: Document, names: Mapping[str, str]) -> Document:
    """A blueprint that overrides, removes and inserts beside nodes by their other ids."""
    for step, _ in children(at(doc.root, ("override",))):
        id, dot, part = str(step).partition(".")
        if id in names:
            doc = rename(doc, ("override", step), names[id] + dot + part)
    for path in list(_hanging(doc.root)):
        node = at(doc.root, path)
        id, dot, part = node.text.partition(".") if isinstance(node, Scalar) else ("", "", "")
        if id in names:
            doc = put(doc, path, names[id] + dot + part)
    doc = _items_renamed(doc, "remove", names)
    for n, item in children(at(doc.root, ("insert",))):
        for key in ("before", "after", "into"):
            node = at(item, (key,))
            if isinstance(node, Scalar) and node.text in names:
                doc = put(doc, ("insert", n, key), names[node.text])
    return doc


def _hanging(node: tree.Node | None, path: Path = ()) -> Iterator[Path]:
    """The paths of all that `with` and `without` name."""
    for step, value in children(node):
        if step in ("with", "without", "needs"):
            yield from [(*path, step)] if isinstance(value, Scalar) else [(*path, step, n) for n, _ in children(value)]
        elif not isinstance(value, Scalar):
            yield from _hanging(value, (*path, step))


def nodes_renamed_in_brief(doc: Document, names: Mapping[str, str]) -> Document:
    """A brief that picks, omits, overrides and inserts beside nodes by their other names, with their occurrences."""
    for setting in ("pick", "shapes", "overrides"):
        for step, _ in children(at(doc.root, (setting,))):
            if isinstance(step, str) and id_of(step) in names:
                doc = rename(doc, (setting, step), _other(step, names))
    for n, item in children(at(doc.root, ("insert",))):
        for key in ("after", "before"):
            node = at(item, (key,))
            if isinstance(node, Scalar) and id_of(node.text) in names:
                doc = put(doc, ("insert", n, key), _other(node.text, names))
    return _items_renamed(doc, "omit", names)


def _items_renamed(doc: Document, key: str, names: Mapping[str, str]) -> Document:
    for step, node in children(at(doc.root, (key,))):
        if isinstance(node, Scalar) and id_of(node.text) in names:
            doc = put(doc, (key, step), _other(node.text, names))
    return doc


def _other(name: str, names: Mapping[str, str]) -> str:
    return names[id_of(name)] + name[len(id_of(name)) :]


def texts(root: tree.Node | None) -> Iterator[tuple[Path, str, str]]:
    """Every text of a blueprint that may name slots: its path, the key that it belongs to, and its node's id."""
    for step, slot in children(at(root, ("slots",))):
        for key in ("default", "total"):
            if at(slot, (key,)) is not None:
                yield ("slots", step, key), key, ""
    for step, value in children(at(root, ("speech",))):
        if step not in ZONES:
            if isinstance(value, Scalar):
                yield ("speech", step), str(step), ""
            else:
                yield from _of_key(value, ("speech", step), "heading", "")
    for step, _ in children(at(root, ("derive",))):
        yield ("derive", step), "derive", ""
    for id, path in node_paths(root).items():
        yield from _of_node(at(root, path), path, id)
    for step, value in children(at(root, ("override",))):
        id, _, part = str(step).partition(".")
        if part:
            yield from _of_key(value, ("override", step), part, id)
        else:
            yield from _of_node(value, ("override", step), id)


def _of_node(node: tree.Node | None, path: Path, id: str) -> Iterator[tuple[Path, str, str]]:
    for step, value in children(node):
        yield from _of_key(value, (*path, step), str(step), id)


def _of_key(value: tree.Node, path: Path, key: str, id: str) -> Iterator[tuple[Path, str, str]]:
    if key in LOGIC or (key in PROSE and isinstance(value, Scalar)):
        yield path, key, id
    elif key in PROSE and isinstance(value, tree.Sequence):
        for step, item in children(value):
            yield from _of_key(item, (*path, step), key, id)
    elif key in PROSE and isinstance(value, tree.Mapping):  # a sentence of several, a point, a wording with conditions
        own = at(value, ("id",))
        name = f"{id}.{own.text}" if isinstance(own, Scalar) else id
        yield from _of_node(value, path, name)
