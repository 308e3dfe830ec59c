"""A node whose `when` can never hold, whatever the brief says.

Its sentences look as if somebody could hear them. Conditions of the sections around it count, too, and a fact that is due
(no `missing: omit`) is never absent: where it is not given its gap stands.

Wrong:

    drafter: 1
    slots:
      层级: {type: choice, of: [市, 县], ask: 本级层级}
    speech:
      title: 在全{{ 层级 }}大会上的讲话
      opening:
        - id: frame
          when: 层级 == "市"
          body:
            - {id: frame-city, say: 今天召开全市大会。}
            - {id: frame-county, when: 层级 == "县", say: 今天召开全县大会。}

Right:

    drafter: 1
    slots:
      层级: {type: choice, of: [市, 县], ask: 本级层级}
    speech:
      title: 在全{{ 层级 }}大会上的讲话
      opening:
        - {id: frame-city, when: 层级 == "市", say: 今天召开全市大会。}
        - {id: frame-county, when: 层级 == "县", say: 今天召开全县大会。}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.expression.spell import source
from drafter.lint.possible import Patience, may_be_empty, possible
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The nodes that never stand; what is inside of one is not told again."""
    patience, never, empty = Patience(), set[str](), may_be_empty(tree)
    for standing in tree.nodes:
        node = standing.node
        if (node.when is None and node.each is None) or never.intersection(standing.inside):
            continue
        if not possible(standing.conditions, standing.names, empty, tree.tongue, patience):
            never.add(node.id)
            condition = node.when or node.each
            assert condition is not None
            yield Finding(node.place, {"name": node.id, "when": source(condition)})


RULE = Rule(
    name="unreachable-node",
    page=__doc__,
    says=N_("{name} never stands: with what holds around it, `{when}` cannot hold"),
    mend=N_("correct the condition, or remove the node"),
    of_tree=find,
)
