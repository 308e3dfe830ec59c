"""A blueprint revised in its YAML: nodes added, moved and removed, values set, by id; in a child, what it does to its parent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as StrMap
from typing import Literal

from msgspec import Struct

from drafter.notation.blueprint import KEYS, SPEECH_KEYS
from drafter.notation.inherit import EDITS
from drafter.notation.nodes import COMMON, CONTENT, ZONES, kind_of
from drafter.notation.slots import SLOT_KEYS
from drafter.problem import InputError, Place, Problem, near_miss
from drafter.yamltext import tree
from drafter.yamltext.data import Data, Path, at, child, children, data
from drafter.yamltext.proof import Spot
from drafter.yamltext.splice import insert, move, put, remove, rename
from drafter.yamltext.tree import Document, Mapping, Scalar

ORDER = (
    *COMMON, "heading", "enumerate", "use", "say", "or", "points", "number", "run_in", "layout", "body",
    *(key for key in KEYS if key not in ("slots", "speech", "checks")), "extends", "slots", *EDITS, "speech", "checks",
    *SPEECH_KEYS, *SLOT_KEYS,
)  # fmt: skip
"""Keys as they usually follow one another."""
NODE_KEYS = (*COMMON, *dict.fromkeys(key for keys in CONTENT.values() for key in keys))
LISTS = ("or", "points", "numbering", "remove")
"""Keys whose value is a list of texts."""
Where = Literal["before", "after", "into", "in"]


class Whole(Struct, frozen=True):
    """What a blueprint holds with all that it takes from others."""

    ids: StrMap[str, str]
    """Every node's id, with the file that writes the node."""
    slots: StrMap[str, str]
    """Every slot's name, with the file that defines it."""


class Goal(Struct, frozen=True):
    """Where a node is to stand."""

    where: Where
    """Beside a node, at the end of a section, or at the end of a zone."""
    name: str
    """The node's or the section's id, or the zone."""


def node_paths(root: tree.Node | None) -> dict[str, Path]:
    """The path of every node that the file itself writes, by id."""
    found: dict[str, Path] = {}
    for zone in ZONES:
        found.update(_below(root, ("speech", zone)))
    for n, item in children(at(root, ("insert",))):
        if at(item, ("node",)) is not None:
            found.update(_node(root, ("insert", n, "node")))
    return found


def _below(root: tree.Node | None, path: Path) -> Iterator[tuple[str, Path]]:
    for step, _ in children(at(root, path)):
        yield from _node(root, (*path, step))


def _node(root: tree.Node | None, path: Path) -> Iterator[tuple[str, Path]]:
    id = at(root, (*path, "id"))
    if isinstance(id, Scalar):
        yield id.text, path
    yield from _below(root, (*path, "body"))
    for step, point in children(at(root, (*path, "points"))):
        if at(point, ("body",)) is not None:
            yield from _below(root, (*path, "points", step, "body"))


def added(doc: Document, goal: Goal, node: dict[str, Data], whole: Whole) -> Document:
    """The blueprint with one more node."""
    if node["id"] in whole.ids:
        raise _problem(doc, "id-taken", name=str(node["id"]))
    beside = node_paths(doc.root).get(goal.name, ())
    if goal.where in ("before", "after") and _inserted(beside):  # what a child inserts goes where its neighbour goes
        [(how, at_name)] = [(step, data(one)) for step, one in children(at(doc.root, beside[:-1])) if step != "node"]
        return insert(doc, Spot(goal.where, beside[:-1]), {str(how): at_name, "node": dict(node)})
    spot = _spot(doc, goal, whole)
    if spot is None:
        return _last(doc, "insert", {_how(goal): goal.name, "node": dict(node)})
    return insert(_ready(doc, spot), spot, dict(node))


def moved(doc: Document, id: str, goal: Goal, whole: Whole) -> Document:
    """The blueprint with a node, and all that is in it, at another place."""
    path, spot = own(doc, id, whole), _spot(doc, goal, whole)
    if goal.name == id or (spot is not None and spot.path[: len(path)] == path):
        raise _problem(doc, "node-into-itself", path, name=id)
    if _inserted(path) != (spot is None):
        raise _problem(doc, "cannot-edit", path, name=id)
    if spot is not None:
        return move(_ready(doc, spot), path, spot)
    [how] = [step for step, _ in children(at(doc.root, path[:-1])) if step != "node"]
    doc = put(doc, (*path[:-1], how), goal.name)
    return doc if how == _how(goal) else rename(doc, (*path[:-1], how), _how(goal))


def removed(doc: Document, id: str, whole: Whole) -> Document:
    """The blueprint without a node; one that is a parent's is named under `remove`."""
    path = node_paths(doc.root).get(id)
    if path is None and id in whole.ids and _is_child(doc):
        return _last(doc, "remove", id)
    path = own(doc, id, whole)
    return remove(doc, path[:-1] if _inserted(path) else path)


def valued(doc: Document, address: str, values: tuple[str, ...], whole: Whole) -> Document:
    """The blueprint with a value at an address such as `stance.heading` or `slots.会议.ask`; without it, if the value is empty."""
    path = _path(doc, address, whole)
    if values == ("",):
        inherited = path[0] == "override"
        return (
            put(doc, path, None, ORDER)
            if inherited
            else remove(doc, path, keep=True)
            if at(doc.root, path) is not None
            else doc
        )
    listed = path[-1] in LISTS or isinstance(at(doc.root, path), tree.Sequence) or len(values) > 1
    return put(with_map(doc, path), path, list(values) if listed else values[0], ORDER)


def _path(doc: Document, address: str, whole: Whole) -> Path:
    """The path that an address means."""
    parts = address.split(".")
    if parts[0] in (*KEYS, *EDITS, "extends"):
        return _steps(doc, (), parts, whole)
    sizes = [n for n in range(len(parts), 0, -1) if ".".join(parts[:n]) in whole.ids]
    if not sizes:
        raise _problem(doc, "unknown-node", name=parts[0], near=near_miss(parts[0], (*whole.ids, *KEYS)))
    id, rest = ".".join(parts[: sizes[0]]), parts[sizes[0] :]
    if not rest or rest == ["id"]:
        raise _problem(doc, "id-is-not-set" if rest else "no-key-named", name=id)
    if id in node_paths(doc.root):
        return _steps(doc, node_paths(doc.root)[id], rest, whole)
    if not _is_child(doc):
        raise _problem(doc, "written-elsewhere", name=id, where=whole.ids[id])
    if rest[0] not in NODE_KEYS:
        raise _problem(doc, "unknown-key", name=rest[0], of="node", near=near_miss(rest[0], NODE_KEYS))
    apart = at(doc.root, ("override", id)) is None
    return ("override", id, *rest) if not apart else ("override", f"{id}.{rest[0]}", *rest[1:])


def _steps(doc: Document, path: Path, parts: list[str], whole: Whole) -> Path:
    """A path continued by the parts of an address: all but the last must be there, or be a slot of the parent's."""
    for n, part in enumerate(parts):
        node = at(doc.root, path)
        step: str | int = int(part) - 1 if isinstance(node, tree.Sequence) and part.isdecimal() else part
        new = _may_be_new(path, whole) if n == len(parts) - 1 or path in ((), ("slots",)) else ()
        if child(node, step) is None and part not in new:
            near = near_miss(part, {*new, *(name for name, _ in children(node) if isinstance(name, str))})
            if path == ("slots",):
                raise _problem(doc, "unknown-slot" if near else "no-slot-yet", path, name=part, near=near)
            id = data(at(node, ("id",)))
            raise _problem(doc, "unknown-key", path, name=part, of=str(id or ("blueprint", *path)[-1]), near=near)
        path = (*path, step)
    return path


def _may_be_new(path: Path, whole: Whole) -> Iterable[str]:
    """The keys that a map may get besides those that it has."""
    match path:
        case ():
            return (*KEYS, *EDITS, "extends")
        case ("speech",):
            return SPEECH_KEYS
        case ("slots",):
            return whole.slots
        case ("slots", *_):
            return SLOT_KEYS
        case _:
            return NODE_KEYS


def _spot(doc: Document, goal: Goal, whole: Whole) -> Spot | None:
    """The spot in the file; None for one in what the file takes from its parent."""
    if goal.where == "in":
        path: Path = ("speech", goal.name)
        return None if _is_child(doc) and at(doc.root, path) is None else Spot("into", path)
    found = node_paths(doc.root).get(goal.name)
    if found is None:
        if goal.name in ZONES and goal.name not in whole.ids:
            raise _problem(doc, "is-a-part", name=goal.name, kind="section" if goal.where == "into" else "node")
        if goal.name in whole.ids and _is_child(doc):
            return None
        own(doc, goal.name, whole)
    assert found is not None
    node = at(doc.root, found)
    if goal.where != "into":
        return Spot(goal.where, found)
    if not isinstance(node, Mapping) or kind_of(node) != "body":
        raise _problem(doc, "not-a-section", found, name=goal.name)
    return Spot("into", (*found, "body"))


def own(doc: Document, id: str, whole: Whole) -> Path:
    """The path of a node that the file itself writes."""
    found = node_paths(doc.root).get(id)
    if found is None and id in whole.ids:
        raise _problem(doc, "written-elsewhere", name=id, where=whole.ids[id])
    if found is None:
        raise _problem(doc, "unknown-node", name=id, near=near_miss(id, whole.ids))
    return found


def _inserted(path: Path) -> bool:
    """Whether a child inserts the node at a path among its parent's."""
    return len(path) == 3 and path[0] == "insert"


def _is_child(doc: Document) -> bool:
    return at(doc.root, ("extends",)) is not None


def _how(goal: Goal) -> str:
    return "into" if goal.where == "in" else goal.where


def _ready(doc: Document, spot: Spot) -> Document:
    """The file with the list into which something goes."""
    return put(doc, spot.path, [], ORDER) if spot.where == "into" and at(doc.root, spot.path) is None else doc


def with_map(doc: Document, path: Path) -> Document:
    """The file with the maps that a new key goes into."""
    if len(path) < 2 or at(doc.root, path[:-1]) is not None:
        return doc
    return put(with_map(doc, path[:-1]), path[:-1], {}, ORDER)


def _last(doc: Document, key: str, value: Data) -> Document:
    """The file with one more item under a key of the blueprint."""
    spot = Spot("into", (key,))
    return insert(_ready(doc, spot), spot, value)


def _problem(doc: Document, rule: str, path: Path = (), **facts: str) -> InputError:
    node = at(doc.root, path)
    return InputError([Problem(rule, node.place if node and path else Place(doc.file), facts)])
