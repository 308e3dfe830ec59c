"""Values put in, taken out, moved and renamed in a YAML file, with their comments, and nothing else touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from msgspec.structs import replace

from drafter.problem import Edit
from drafter.yamltext import data as plain
from drafter.yamltext import patch, tree
from drafter.yamltext.comments import comments
from drafter.yamltext.data import Data, Path, at, children, data
from drafter.yamltext.proof import Spot, brothers, checked, refusal, refusing
from drafter.yamltext.tree import Document, Scalar
from drafter.yamltext.written import Manner, Unwritable, key, manner_of


def put(doc: Document, path: Path, value: Data, order: Iterable[str] = ()) -> Document:
    """The file with a value at a path; what is the same in the old and the new value stays as it is, with its comments.

    A key that is new comes after those that stand before it in `order`, else last.
    """
    node, names = at(doc.root, path), tuple(order)
    if node is None:
        return _put_key(doc, path, value, names)
    old = data(node)
    if old == value:
        return doc
    if isinstance(old, dict) and old and isinstance(value, dict) and value:
        for name in value:
            doc = put(doc, (*path, name), value[name], names)
        for name in [name for name in old if name not in value]:
            doc = remove(doc, (*path, name))
        return doc
    if isinstance(old, list) and old and isinstance(value, list) and value:
        return _put_items(doc, path, old, value)

    def attempt(manner: Manner) -> Document:
        edit = patch.replacement(doc.text, doc.root, path, value, manner)
        return checked(doc, [edit], plain.replaced(data(doc.root), path, value), whole=isinstance(node, Scalar))

    with refusing(doc, path):
        return _either(doc, attempt)


def insert(doc: Document, spot: Spot, value: Data, name: str = "") -> Document:
    """The file with one more item at a spot, or with one more entry under `name`."""
    with refusing(doc, spot.path):
        beside = _beside(doc, spot)
        if beside is None:
            return put(doc, spot.path, {name: value} if name else [value])
        parent, n, flow = brothers(doc, beside.path)

        def attempt(manner: Manner) -> Document:
            return _insert(doc, beside, patch.written_out(parent, n, value, name, flow, manner), value, name)

        return _either(doc, attempt)


def remove(doc: Document, path: Path, *, keep: bool = False) -> Document:
    """The file without an item or an entry, and without the comments that belong to it, unless they are to be kept."""
    with refusing(doc, path):
        parent, n, _ = brothers(doc, path)
        if len(children(parent)) == 1 and not parent.flow:
            return put(doc, path[:-1], [] if isinstance(parent, tree.Sequence) else {})
        edit = (patch.emptying if keep else patch.removal)(doc.text, parent, n)
        return checked(doc, [edit], plain.removed(data(doc.root), path), whole=False)


def move(doc: Document, path: Path, spot: Spot) -> Document:
    """The file with an item, or an entry, and its comments at another spot."""
    with refusing(doc, path):
        parent, n, _ = brothers(doc, path)
        beside = _beside(doc, spot)
        if spot.path[: len(path)] == path:
            raise Unwritable
        if beside is None:  # in a list that is empty the first item stands beside a stopgap
            doc = insert(doc, spot, STOPGAP, STOPGAP if isinstance(path[-1], str) else "")
            doc = move(doc, path, Spot("after", _stopgap(doc)))
            return remove(doc, _stopgap(doc))
        it, value = patch.taken(doc.text, parent, n), data(children(parent)[n][1])
        name = path[-1] if isinstance(path[-1], str) else ""
        if name:  # a key stands once
            path = (*path[:-1], STOPGAP)
            doc = rename(doc, (*path[:-1], name), STOPGAP)
        target, _, flow = brothers(doc, beside.path)
        item = patch.moved_out(it, value, name, flow, target.place.column - 1)
        after = remove(_insert(doc, beside, item, value, name), _past(path, _landing(beside, name)))
        commented = it.above or "#" in it.source + it.below
        if commented and sorted(comments(after.text)) != sorted(comments(doc.text)):
            raise Unwritable
        return after


def rename(doc: Document, path: Path, name: str) -> Document:
    """The file with another name for the key at a path."""
    with refusing(doc, path):
        parent, n, flow = brothers(doc, path)
        if not isinstance(parent, tree.Mapping):
            raise Unwritable
        old = parent.entries[n][0]
        edit = Edit(old.start, old.end, key(name, flow=flow))
        return checked(doc, [edit], plain.renamed(data(doc.root), path, name))


def _either(doc: Document, attempt: Callable[[Manner], Document]) -> Document:
    """Texts of several lines under a `|`; in quotes where the blanks or comments that follow would become part of them."""
    manner = manner_of(doc.root)
    try:
        return attempt(manner)
    except Unwritable:
        return attempt(replace(manner, blocks=False))


def _put_key(doc: Document, path: Path, value: Data, order: tuple[str, ...]) -> Document:
    """A key that is new, in its place in the order."""
    if not path:
        raise refusal(doc, path)
    names = [step for step, _ in children(at(doc.root, path[:-1]))]
    name = path[-1]
    before = [one for one in names if name in order and one in order and order.index(str(one)) < order.index(str(name))]
    if name in order and names and not before:
        spot = Spot("before", (*path[:-1], names[0]))
    else:
        spot = Spot("after", (*path[:-1], before[-1])) if before else Spot("into", path[:-1])
    return insert(doc, spot, value, str(name))


def _put_items(doc: Document, path: Path, old: list[Data], new: list[Data]) -> Document:
    """A list made another: items that stay are not touched."""
    matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False)
    for tag, i, i_end, j, j_end in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        both = min(i_end - i, j_end - j)
        for n in reversed(range(i + both, i_end)):
            doc = remove(doc, (*path, n))
        for item in reversed(new[j + both : j_end]):
            at_end = i + both - 1
            doc = insert(doc, Spot("after", (*path, at_end)) if at_end >= 0 else Spot("before", (*path, 0)), item)
        for n in range(both):
            doc = put(doc, (*path, i + n), new[j + n])
    return doc


def _beside(doc: Document, spot: Spot) -> Spot | None:
    """The neighbour beside which a spot is; None in what is empty."""
    if spot.where != "into":
        return spot
    node = at(doc.root, spot.path)
    if isinstance(node, Scalar) and data(node) is not None:
        raise Unwritable
    steps = [step for step, _ in children(node)]
    return Spot("after", (*spot.path, steps[-1])) if steps else None


def _insert(doc: Document, beside: Spot, item: patch.Item, value: Data, name: str) -> Document:
    parent, n, _ = brothers(doc, beside.path)
    edits = patch.insertion(doc.text, parent, n, beside.where == "after", item)
    return checked(doc, edits, plain.inserted(data(doc.root), _landing(beside, name), value))


def _landing(beside: Spot, name: str) -> Path:
    """Where what is put beside something then stands."""
    step = beside.path[-1]
    return (*beside.path[:-1], name if isinstance(step, str) else step + (beside.where == "after"))


def _past(path: Path, landed: Path) -> Path:
    """Where what stood at a path stands after something has landed."""
    n, here = len(landed) - 1, landed[-1]
    step = path[n] if path[:n] == landed[:n] and n < len(path) else None
    if isinstance(step, int) and isinstance(here, int) and step >= here:
        return (*path[:n], step + 1, *path[n + 1 :])
    return path


STOPGAP = "drafter-stopgap"
"""Stands where something will stand in a moment."""


def _stopgap(doc: Document) -> Path:
    assert doc.root is not None
    return next(path for path, node in plain.walk(doc.root) if isinstance(node, Scalar) and node.text == STOPGAP)
