"""A passage that points back to one that may go where a speech is to be shorter.

What is `optional`, or stands only where it deepens, is not in every length of a speech; 这个判断 or 上面这几句 then
points to nothing, and so do 刚才讲到的禁令, 第一个期限, 这些安排 or 其余三家 where all that says so may go before
them. Where a passage names a fact, that is what says the same fact; else what stands before it under its heading.
`needs` names the node without which a passage falls, and so does `with`.

Wrong:

    drafter: 1
    slots: {形势: {ask: 形势如何, missing: omit}}
    speech:
      title: 讲话
      opening:
        - {id: view, optional: true, when: 形势, say: "总的看，{{ 形势 }}。"}
        - {id: weight, when: 形势, say: 这个判断有数据支撑。}

Right:

    drafter: 1
    slots: {形势: {ask: 形势如何, missing: omit}}
    speech:
      title: 讲话
      opening:
        - {id: view, optional: true, when: 形势, say: "总的看，{{ 形势 }}。"}
        - {id: weight, needs: view, when: 形势, say: 这个判断有数据支撑。}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import ge, gt

from msgspec import Struct

from drafter.catalogue import N_
from drafter.expression.walk import names_in
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Blueprint, Enumeration, Node, Passage, Section, Wording, every
from drafter.model.expression import Expression


class Leaf(Struct, frozen=True):
    """A passage with all that it stands in, outermost first, itself last."""

    chain: tuple[Node, ...]
    """The nodes."""
    slots: frozenset[str]
    """The slots of which it says something."""
    part: str
    """The part of the speech that becomes shorter with it: opening, closing, or an emphasis."""


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The wordings that point back to a node that may go."""
    blueprint, usage = tree.blueprint, tree.tongue.usage
    zones = {"opening": blueprint.opening, "": blueprint.emphases, "closing": blueprint.closing}
    if not any(_may_go(node) for zone in zones.values() for node in every(zone)):
        return
    near = [one for zone in zones.values() for one in _near(zone, usage.pointing_back)] if usage.pointing_back else []
    yield from near
    told = {finding.at for finding in near}
    for finding in _far(blueprint, zones, usage.pointing_far) if usage.pointing_far else ():
        if finding.at not in told:
            yield finding


def _near(zone: Sequence[Node], pattern: str) -> Iterator[Finding]:
    """Those that begin with a word for what the node right before them says."""
    for before, node in _neighbours(zone):
        if _may_go(before) and not _tied(node, before):
            first = _first(node)
            for wording in first.wordings if first else ():
                if found := re.match(pattern, wording.prose.text):
                    facts = {"name": found[0], "of": before.id}
                    yield Finding(wording.prose, facts, found.start(), found.end())


def _far(blueprint: Blueprint, zones: Mapping[str, Sequence[Node]], pattern: str) -> Iterator[Finding]:
    """Those in whose first sentence a word calls back what was said before, by the facts that they name."""
    before: list[Leaf] = []
    for part, zone in zones.items():
        for chain in _chains(zone, ()):
            node, leaf = chain[-1], Leaf(chain, frozenset(_said(blueprint, chain)), part or chain[0].id)
            if isinstance(node, Passage) and not any(any(_hung_on(one)) for one in chain):
                for wording in (*node.wordings, *node.short):
                    yield from _called_back(blueprint, leaf, wording, pattern, before)
            before.append(leaf)


def _called_back(
    blueprint: Blueprint, leaf: Leaf, wording: Wording, pattern: str, before: Sequence[Leaf]
) -> Iterator[Finding]:
    """The word with which one wording does so, where all that it may mean may go."""
    prose = wording.prose
    found = re.match(pattern, prose.text)
    if not found:
        return
    own = {name for node in leaf.chain for name in _slots(blueprint, (node.each,))}
    slots = set(_slots(blueprint, (*prose.pieces, wording.when, wording.only))) - own
    meant = [one for one in before if slots & one.slots] or _beside(leaf, before)
    if meant and all(_falls(one, leaf) for one in meant):
        start = found.start("name")
        yield Finding(prose, {"name": found["name"], "of": _falls(meant[-1], leaf)}, start, found.end("name"))


def _said(blueprint: Blueprint, chain: Sequence[Node]) -> Iterator[str]:
    """The slots of which a passage says something, as one of its facts or as the list that it stands in."""
    yield from (name for node in chain for name in _slots(blueprint, (node.each,)))
    node = chain[-1]
    texts = [*node.wordings, *node.short] if isinstance(node, Passage) else []
    for text in texts:
        yield from _slots(blueprint, text.prose.pieces)


def _slots(blueprint: Blueprint, pieces: Iterable[object], seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The slots that expressions name, those in which a derived one is found among them."""
    for piece in pieces:
        for name in names_in(piece) if isinstance(piece, Expression) else ():
            if name.name in blueprint.slots:
                yield name.name
            elif name.name in blueprint.derive and name.name not in seen:
                yield from _slots(blueprint, (blueprint.derive[name.name],), seen | {name.name})


def _beside(leaf: Leaf, before: Sequence[Leaf]) -> list[Leaf]:
    """The passages before one under the same heading."""
    around = next((node for node in reversed(leaf.chain[:-1]) if isinstance(node, Section) and node.headings), None)
    return [one for one in before if any(node is around for node in one.chain)] if around is not None else []


def _falls(leaf: Leaf, pointer: Leaf) -> str:
    """The node with which a passage may go while another one stays; nothing if it does not, or only after that one."""
    shared = {node.id for node in pointer.chain}
    first = max((_soon(node) for node in pointer.chain if _may_go(node)), default=0.0)
    sooner = gt if leaf.part == pointer.part else ge  # of as soon ones in a part the last goes first
    found = (node for node in leaf.chain if node.id not in shared and _may_go(node))
    return next((node.id for node in found if sooner(_soon(node), first)), "")


def _soon(node: Node) -> float:
    """How soon a node goes beside others: the higher, the sooner; what deepens goes before all else."""
    return float("inf") if node.deepen else node.optional if node.optional > 0 else 0.5


def _chains(nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """The passages in order, each behind all that it stands in."""
    for node in nodes:
        match node:
            case Section(body=inner) | Enumeration(points=inner):
                yield from _chains(inner, (*above, node))
            case Passage():
                yield (*above, node)


def _neighbours(nodes: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Every node with the one before it beside it."""
    yield from pairwise(nodes)
    for node in nodes:
        if isinstance(node, Section):
            yield from _neighbours(node.body)
        elif isinstance(node, Enumeration) and node.each is None:
            yield from _neighbours(node.points)


def _may_go(node: Node) -> bool:
    return bool(node.optional or node.deepen)


def _tied(node: Node, before: Node) -> bool:
    """Whether a node falls with the one before it, or with a part of that."""
    ids = {one.id for one in every((before,))}
    return any(ids.intersection(hung_on) for hung_on in _hung_on(node))


def _hung_on(node: Node) -> Iterable[tuple[str, ...]]:
    first = _first(node)
    return (node.needs, *((first.needs, first.beside) if first is not None else ()))


def _first(node: Node) -> Passage | None:
    """The sentence with which an unheaded node begins."""
    if isinstance(node, Section) and not node.headings and node.body:
        return _first(node.body[0])
    return node if isinstance(node, Passage) else None


RULE = Rule(
    name="points-back",
    page=__doc__,
    says=N_("{name} points back to {of}, which may go where the speech is to be shorter"),
    mend=N_("write `needs: {of}`, or begin otherwise"),
    severity="error",
    of_tree=find,
)
