"""Words that announce several things before a list that may have one item.

一条一条说, 有几件事 or 哪几项 is untrue of one. Where one item may come, one wording has to be for it, or the sentence has to look at
the number: `项数`.

Wrong:

    drafter: 1
    slots: {问题: {ask: 有哪些问题, type: list, of: text}}
    speech:
      title: 讲话
      opening:
        - id: problems
          say:
            - {id: lead, with: each, say: 问题要一条一条摆出来看。}
            - {id: each, each: 问题, say: "{{ item }}。"}

Right:

    drafter: 1
    slots: {问题: {ask: 有哪些问题, type: list, of: text}}
    speech:
      title: 讲话
      opening:
        - id: problems
          say:
            - id: lead
              with: each
              say:
                - {when: 问题 | 项数 == 1, say: 眼前的事只有一桩。}
                - {only: 问题 | 项数 >= 2, say: 问题要一条一条摆出来看。}
            - {id: each, each: 问题, say: "{{ item }}。"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.expression.walk import words_in
from drafter.language import Mapper, Tongue
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Said, Tree
from drafter.model.blueprint import Blueprint, Node, Passage
from drafter.model.expression import Expression, Filtered, Name


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The words for many in what goes with a list and looks at no number."""
    pattern = tree.tongue.usage.several
    lists = {one.node.id for one in tree.nodes if _may_be_one(one.node, tree.blueprint)}
    lists |= {one.node.id for one in tree.nodes if lists.intersection(one.inside)}
    for said in tree.said if pattern else ():
        node = said.by.node
        if isinstance(node, Passage) and lists.intersection(node.beside) - {node.id} and not node.without:
            for words in said.wordings if not _counts(said, tree.tongue) else ():
                for met in re.finditer(pattern, words.masked):
                    yield Finding(words.prose, {"name": met[0]}, met.start(), met.end())


def _may_be_one(node: Node, blueprint: Blueprint) -> bool:
    """Whether a node is told of a list that may have one item."""
    if node.each is None:
        return False
    slot = blueprint.slots.get(node.each.name) if isinstance(node.each, Name) else None
    return slot is None or slot.min is None or slot.min < 2


def _counts(said: Said, tongue: Tongue) -> bool:
    """Whether it looks at the number of something before it speaks: in one of its wordings, at least."""
    own = (condition for one in said.fitting for condition in (one.only, one.when) if condition is not None)
    return any(_is_count(condition, tongue) for condition in (*own, *said.by.conditions))


def _is_count(condition: Expression, tongue: Tongue) -> bool:
    filters = (tongue.filters[part.name] for part in words_in(condition) if isinstance(part, Filtered))
    return any(isinstance(one, Mapper) and one.takes == "list" for one in filters)


RULE = Rule(
    name="told-as-many",
    page=__doc__,
    says=N_("{name} is untrue where the list has one item"),
    mend=N_("give it a wording for one: `when: … | 项数 == 1`"),
    of_tree=find,
)
