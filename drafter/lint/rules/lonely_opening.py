"""A sentence that begins by pointing to the one before, and may stand where that one does not.

这, 那, 其中, 所以, 因此 and 它 take up what was said. A sentence that is silent for want of its fact leaves them pointing at nothing,
or at something else. Behind a text that is always said they are safe; elsewhere `with` ties the sentence to the one it points to.

Wrong:

    drafter: 1
    slots: {困难: {ask: 有什么困难}}
    speech:
      title: 讲话
      opening:
        - id: trouble
          say:
            - {id: told, say: "眼下难在{{ 困难 }}。"}
            - {id: taken-up, say: 这一关绕不过去。}

Right:

    drafter: 1
    slots: {困难: {ask: 有什么困难}}
    speech:
      title: 讲话
      opening:
        - id: trouble
          say:
            - {id: told, say: "眼下难在{{ 困难 }}。"}
            - {id: taken-up, with: told, say: 这一关绕不过去。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.units import Unit, units
from drafter.model.blueprint import Node, Passage


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The wordings that point to a sentence which need not be there."""
    pattern = tree.tongue.usage.pointing
    for unit in units(tree) if pattern else ():
        if not _tied(unit):
            for words in unit.said.wordings:
                if found := re.match(pattern, words.masked):
                    yield Finding(words.prose, {"name": found[0]}, found.start(), found.end())


def _tied(unit: Unit) -> bool:
    """Whether what a sentence points to is there whenever it is; each item has sentences of its own."""
    if unit.before is None or unit.node.beside or unit.node.join:
        return True
    return unit.node.each is None and _sure(unit.before)


def _sure(node: Node) -> bool:
    """Whether a sentence is said in every speech that its passage stands in."""
    return (
        isinstance(node, Passage)
        and node.must
        and node.when is None
        and node.each is None
        and not (node.beside or node.without)
        and any(one.only is None and one.when is None and not one.subjects for one in node.wordings)
    )


RULE = Rule(
    name="lonely-opening",
    page=__doc__,
    says=N_("{name} points to a sentence that may not be there"),
    mend=N_("name that sentence under `with`, or begin otherwise"),
    of_tree=find,
)
