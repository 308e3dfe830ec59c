"""The nodes of a blueprint as they stand in its YAML tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar, is_empty

Zone = Literal["opening", "emphases", "closing"]
ZONES: tuple[Zone, ...] = ("opening", "emphases", "closing")
COMMON = ("id", "move", "when", "each", "as", "optional", "deepen", "share", "needs", "keep", "rest")
"""What every node may have."""
CONTENT: dict[str, tuple[str, ...]] = {
    "say": (
        "say",
        "or",
        "short",
        "layout",
        "must",
        "with",
        "without",
        "join",
        "most",
        "stock",
        "of",
        "shapes",
        "maxim",
    ),
    "units": ("units", "layout", "shapes"),
    "enumerate": ("enumerate", "say", "or", "points", "layout"),
    "body": ("heading", "or", "body", "run_in", "number"),
    "use": ("use",),
}
"""What a node of each kind may have besides, by the key that tells the kind."""
INSIDE = (*ZONES, "body", "units", "points")
"""The keys under which nodes hold others."""
Change = Callable[[list[tree.Node], str], list[tree.Node]]
"""A list of nodes and the name of the zone or section that it belongs to → the list changed."""


def kind_of(node: Mapping) -> str:
    """Whether a node says something, tells points off, holds others, or uses a fragment."""
    keys = {key.text for key, _ in node.entries}
    if "use" in keys:
        return "use"
    if "enumerate" in keys:
        return "enumerate"
    return "body" if {"body", "heading"} & keys else "units" if "units" in keys else "say"


HELD = {"body": "body", "units": "units", "enumerate": "points"}
"""The key under which a node of each kind holds others."""


def named(node: tree.Node) -> tree.Node:
    """A node whose sentences, written as a list under `say`, and whose points are nodes with ids: `task.1`, `task.days`."""
    if not isinstance(node, Mapping):
        return node
    kind, id = kind_of(node), _id(node)
    entries = []
    for key, value in node.entries:
        if kind == "say" and key.text == "say" and isinstance(value, tree.Sequence) and "." not in id:
            key = replace(key, text="units")
            move = [entry for entry in node.entries if entry[0].text == "move"]
            value = replace(value, items=tuple(_unit(item, id, n, move) for n, item in enumerate(value.items, 1)))
        elif kind == "enumerate" and key.text == "points" and isinstance(value, tree.Sequence):
            value = replace(value, items=tuple(_unit(item, id, n, ()) for n, item in enumerate(value.items, 1)))
        entries.append((key, value))
    return replace(node, entries=tuple(entries))


def sentences_named(given: Mapping, id: str) -> Mapping:
    """What an override gives a node, with sentences and points named after it."""
    key = Scalar("id", given.place, "", 0, 0), Scalar(id, given.place, "", 0, 0)
    done = named(replace(given, entries=(key, *given.entries)))
    assert isinstance(done, Mapping)
    return replace(done, entries=done.entries[1:])


def _unit(item: tree.Node, group: str, n: int, more: Iterable[tuple[Scalar, tree.Node]]) -> tree.Node:
    """One sentence of a passage, or a point, as a node; a text alone must be said."""

    def entry(key: str, text: str) -> tuple[Scalar, tree.Node]:
        return Scalar(key, item.place, "", 0, 0), Scalar(text, item.place, "", 0, 0)

    if isinstance(item, Scalar):
        said = Scalar("say", item.place, "", 0, 0), item
        return Mapping((entry("id", f"{group}.{n}"), said, entry("must", "true"), *more), item.place)
    if not isinstance(item, Mapping):
        return item
    own = item.get("id")
    if isinstance(own, Scalar) and own.text.startswith(f"{group}."):
        return item
    name = entry("id", f"{group}.{n}")
    if isinstance(own, Scalar) and own.text:
        name = name[0], replace(own, text=f"{group}.{own.text}")
    keys = {key.text for key, _ in item.entries}
    rest = [given for given in item.entries if given[0].text != "id"]
    return replace(item, entries=(name, *rest, *(one for one in more if one[0].text not in keys)))


def walk(speech: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Every node below a speech, in order, with its id."""
    for key, value in speech.entries:
        if key.text in INSIDE and isinstance(value, tree.Sequence):
            for item in value.items:
                if isinstance(item, Mapping):
                    id = item.get("id")
                    if isinstance(id, Scalar):
                        yield id.text, item
                    yield from walk(item)


def depth(node: Mapping) -> int:
    """How many nodes stand within each other below a speech or a node."""
    inner = [value for key, value in node.entries if key.text in INSIDE and isinstance(value, tree.Sequence)]
    return max((1 + depth(item) for value in inner for item in value.items if isinstance(item, Mapping)), default=0)


def changed(speech: Mapping, change: Change, owner: str = "") -> Mapping:
    """The speech with every list of nodes changed, the innermost first; a zone or body that is not there counts as empty."""
    kind = kind_of(speech)
    lists = ZONES if not owner else (HELD[kind],) if kind in HELD else ()
    if not lists:
        return speech
    there = {key.text for key, _ in speech.entries}
    entries = list(speech.entries)
    entries += [
        (Scalar(name, speech.place, "", 0, 0), tree.Sequence((), speech.place))
        for name in lists
        if name not in there and name != "points"
    ]
    done = []
    for key, value in entries:
        if key.text in lists and (isinstance(value, tree.Sequence) or is_empty(value)):
            items = [
                changed(item, change, _id(item)) if isinstance(item, Mapping) else item
                for item in (value.items if isinstance(value, tree.Sequence) else ())
            ]
            new = tuple(change(items, owner or key.text))
            if not new and key.text not in there:
                continue
            value = replace(value, items=new) if isinstance(value, tree.Sequence) else tree.Sequence(new, value.place)
        done.append((key, value))
    return replace(speech, entries=tuple(done))


def _id(node: Mapping) -> str:
    id = node.get("id")
    return id.text if isinstance(id, Scalar) and id.text else "?"
