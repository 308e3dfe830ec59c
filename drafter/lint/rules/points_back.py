"""A passage that begins by pointing back to one that may go where a speech is to be shorter.

What is `optional`, or stands only where it deepens, is not in every length of a speech; 这个判断 or 上面这几句 then points to
nothing. `needs` names the node without which a passage falls, and so does `with`.

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
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Enumeration, Node, Passage, Section, every


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The wordings that point back to a node that may go."""
    pattern = tree.tongue.usage.pointing_back
    blueprint = tree.blueprint
    if not pattern or not any(_may_go(node) for node in every((*blueprint.opening, *blueprint.emphases))):
        return
    for zone in (blueprint.opening, blueprint.emphases, blueprint.closing):
        for before, node in _neighbours(zone):
            if _may_go(before) and not _tied(node, before):
                first = _first(node)
                for wording in first.wordings if first else ():
                    if found := re.match(pattern, wording.prose.text):
                        facts = {"name": found[0], "of": before.id}
                        yield Finding(wording.prose, facts, found.start(), found.end())


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
