"""The sentences of a blueprint: what stands before each, and what has to hold for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.lint.tree import Said, Standing, Tree
from drafter.lint.words import Words
from drafter.model.blueprint import Enumeration, Node, Passage, Wording


class Unit(Struct, frozen=True):
    """A sentence of a passage that is told sentence by sentence."""

    said: Said
    """What it says."""
    node: Passage
    """The sentence as a node."""
    before: Node | None
    """The one before it in its passage; none for the first."""
    conditional: bool
    """It stands only if something holds: its own `when`, or that of its passage."""


def units(tree: Tree) -> Iterator[Unit]:
    """The sentences of every passage, in order."""
    nodes = {one.node.id: one.node for one in tree.nodes}
    before: dict[str, Node] = {}
    for said, standing in _with_silent(tree):
        node, group = standing.node, passage_of(standing)
        if group is None:
            continue
        if said is not None and isinstance(node, Passage):
            conditional = node.when is not None or nodes[group].when is not None
            yield Unit(said, node, before.get(group), conditional)
        before[group] = node


def passage_of(standing: Standing) -> str | None:
    """The passage that a node is a sentence of; None for a node that is none."""
    group = standing.node.id.rpartition(".")[0]
    return group if group and standing.inside[-1:] == (group,) else None


def always(said: Said, *, of_any: bool = False) -> Iterator[Words]:
    """The wordings that are said whatever the facts are; with `of_any`, without those that are for one class of work."""
    if not _under_when(said):
        for words, wording in zip(said.wordings, said.fitting, strict=True):
            if wording.only is None and wording.when is None and not (of_any and wording.subjects):
                yield words


def _under_when(said: Said) -> bool:
    """Whether what is said stands only if something holds: a point may have a condition of its own."""
    node = said.by.node
    if node.when is None and isinstance(node, Enumeration):
        return any(point.when is not None for point in node.points if _wordings(point) is said.fitting)
    return node.when is not None


def _wordings(point: Node) -> tuple[Wording, ...] | None:
    return point.wordings if isinstance(point, Passage) else None


def _with_silent(tree: Tree) -> Iterator[tuple[Said | None, Standing]]:
    """Every node in order, with what it says; one of a stock says nothing of its own."""
    said = {one.by.node.id: one for one in tree.said if isinstance(one.by.node, Passage)}
    for standing in tree.nodes:
        yield said.get(standing.node.id), standing
