"""A heading that ends in a full stop, a comma or the like.

A heading on a line of its own has no stop; one that is the first sentence of its paragraph (`run_in: true`) gets its stop
from the tool, and may have a colon of its own.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位。, body: [{id: why, say: 责任如山。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位, body: [{id: why, say: 责任如山。}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Section


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The headings that end in a mark which gives way to others."""
    marks = tree.tongue.marks
    for said in tree.said:
        node = said.by.node
        for words in said.wordings if isinstance(node, Section) else ():
            bare = words.masked.rstrip(marks.soft + "".join(marks.wide))
            stop = words.masked[len(bare) :]
            if isinstance(node, Section) and node.run_in and stop == tree.tongue.heading_colon:
                continue
            if stop and not set(stop) & set("!?"):
                yield Finding(words.prose, {"mark": stop}, len(bare), len(words.masked), "")


RULE = Rule(
    name="heading-stop",
    page=__doc__,
    says=N_("the heading ends in {mark}"),
    mend=N_("remove it; the tool sets a stop where one is due"),
    of_tree=find,
)
