"""The nodes of a blueprint as they stand in its YAML tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec.structs import replace

from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar, is_empty

Zone = Literal["opening", "emphases", "closing"]
ZONES: tuple[Zone, ...] = ("opening", "emphases", "closing")
COMMON = ("id", "move", "when", "each", "as", "optional", "share")
"""What every node may have."""
CONTENT: dict[str, tuple[str, ...]] = {
    "say": ("say", "or", "layout"),
    "enumerate": ("enumerate", "say", "or", "points", "layout"),
    "body": ("heading", "or", "body", "run_in", "number"),
    "use": ("use",),
}
"""What a node of each kind may have besides, by the key that tells the kind."""
Change = Callable[[list[tree.Node], str], list[tree.Node]]
"""A list of nodes and the name of the zone or section that it belongs to → the list changed."""


def kind_of(node: Mapping) -> str:
    """Whether a node says something, tells points off, holds others, or uses a fragment."""
    keys = {key.text for key, _ in node.entries}
    if "use" in keys:
        return "use"
    return "enumerate" if "enumerate" in keys else "body" if {"body", "heading"} & keys else "say"


def walk(speech: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Every node below a speech, in order, with its id."""
    for key, value in speech.entries:
        if key.text in (*ZONES, "body") and isinstance(value, tree.Sequence):
            for item in value.items:
                if isinstance(item, Mapping):
                    id = item.get("id")
                    if isinstance(id, Scalar):
                        yield id.text, item
                    yield from walk(item)


def depth(node: Mapping) -> int:
    """How many nodes stand within each other below a speech or a node."""
    inner = [value for key, value in node.entries if key.text in (*ZONES, "body") and isinstance(value, tree.Sequence)]
    return max((1 + depth(item) for value in inner for item in value.items if isinstance(item, Mapping)), default=0)


def changed(speech: Mapping, change: Change, owner: str = "") -> Mapping:
    """The speech with every list of nodes changed, the innermost first; a zone or body that is not there counts as empty."""
    lists = ZONES if not owner else ("body",) if kind_of(speech) == "body" else ()
    there = {key.text for key, _ in speech.entries}
    entries = list(speech.entries)
    entries += [
        (Scalar(name, speech.place, "", 0, 0), tree.Sequence((), speech.place)) for name in lists if name not in there
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
