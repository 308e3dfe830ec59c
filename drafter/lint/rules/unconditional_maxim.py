"""A maxim that is said whatever the facts are.

A maxim is true of any speech, which is why listeners stop hearing it. It earns its place behind a fact: let it hang `with` the
sentence that it follows from, or give it a `when`, `only` or `for`.

Wrong:

    drafter: 1
    slots: {数字: {ask: 查出多少}}
    speech:
      title: 讲话
      opening:
        - id: found
          say:
            - {id: number, say: "查出{{ 数字 }}。"}
            - {id: moral, maxim: true, say: 防患于未然，胜于亡羊补牢。}

Right:

    drafter: 1
    slots: {数字: {ask: 查出多少}}
    speech:
      title: 讲话
      opening:
        - id: found
          say:
            - {id: number, say: "查出{{ 数字 }}。"}
            - {id: moral, with: number, maxim: true, say: 防患于未然，胜于亡羊补牢。}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.words import holes
from drafter.model.blueprint import Passage


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The maxims that hang on nothing and name no fact."""
    for said in tree.said:
        node = said.by.node
        if said.by.conditions or (isinstance(node, Passage) and (node.beside or node.without)):
            continue
        for wording in said.fitting:
            free = wording.only is None and wording.when is None and not wording.subjects
            if wording.maxim and free and not any(True for _ in holes(wording.prose)):
                yield Finding(wording.prose, {})


RULE = Rule(
    name="unconditional-maxim",
    page=__doc__,
    says=N_("a maxim that hangs on no fact"),
    mend=N_("let it stand `with` the sentence that it follows from, or give it a `when`"),
    of_tree=find,
)
