"""A section with a heading and nothing under it.

The heading is read out, and the speech goes on with the next one: most often what the section should say was forgotten.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位, body: [{id: why, say: 责任如山。}]}
        - {id: work, heading: 抓好落实}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位, body: [{id: why, say: 责任如山。}]}
        - {id: work, heading: 抓好落实, body: [{id: how, say: 马上就办。}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Section


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The sections without a body."""
    for standing in tree.nodes:
        node = standing.node
        if isinstance(node, Section) and node.headings and not node.body and not node.run_in:
            yield Finding(node.place, {"name": node.id})


RULE = Rule(
    name="empty-section",
    page=__doc__,
    says=N_("the section {name} has a heading and says nothing"),
    mend=N_("add nodes to its `body`, or remove it"),
    of_tree=find,
)
