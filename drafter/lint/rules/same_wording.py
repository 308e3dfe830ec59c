"""Two wordings of one node that are the same, or differ in their marks only.

Wordings (`or`) are there so that two speeches do not sound alike; these two do.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      closing:
        - id: call
          say: 让我们一起努力！
          or: [让我们，一起努力！]

Right:

    drafter: 1
    speech:
      title: 讲话
      closing:
        - id: call
          say: 让我们一起努力！
          or: [希望大家说干就干、干就干成！]
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The wordings that say what an earlier one of the same node says."""
    for said in tree.said:
        seen: dict[str, int] = {}
        for n, words in enumerate(said.wordings, 1):
            first = seen.setdefault("".join(filter(str.isalnum, words.prose.text)), n)
            if first != n:
                yield Finding(words.prose, {"name": said.by.node.id, "first": str(first)})


RULE = Rule(
    name="same-wording",
    page=__doc__,
    says=N_("this is what wording {first} of {name} says"),
    mend=N_("say it in other words, or remove it"),
    of_tree=find,
)
