"""A stock of sentences that no pack has, so that its node never says anything.

A stock is a file in `words/` of a pack, named without its ending; `drafter pack show official` lists them.

Wrong:

    drafter: 1
    title: 推进会讲话
    slots:
      问题: {type: list, of: text, ask: 眼下的问题}
    speech:
      title: 讲话
      opening:
        - {id: named, each: 问题, say: "{{ item }}。"}
        - {id: comment, stock: probelms, of: 问题}

Right:

    drafter: 1
    title: 推进会讲话
    slots:
      问题: {type: list, of: text, ask: 眼下的问题}
    speech:
      title: 讲话
      opening:
        - {id: named, each: 问题, say: "{{ item }}。"}
        - {id: comment, stock: problems, of: 问题}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Passage
from drafter.problem import listed, near_miss


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The stocks that the packs' words do not have; nothing is told where there are none at all."""
    known = tree.of_packs.stocks
    for standing in tree.nodes if known else ():
        node = standing.node
        if isinstance(node, Passage) and node.stock and node.stock not in known:
            facts = {"name": node.stock, "near": near_miss(node.stock, known), "known": listed(known)}
            yield Finding(node.place, facts)


RULE = Rule(
    name="unknown-stock",
    page=__doc__,
    says=N_("no pack has a stock of sentences called {name}"),
    mend=N_("name one of {known}"),
    of_tree=find,
)
