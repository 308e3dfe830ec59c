"""A sentence that two nodes both say.

Whoever listens hears it twice. The wordings of one node may share a sentence, and so may nodes of which only one can
stand.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: thanks, say: 大家辛苦了。各项工作都有新的起色。}
      closing:
        - {id: stakes, say: 各项工作都有新的起色。还要再加一把劲。}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: thanks, say: 大家辛苦了。各项工作都有新的起色。}
      closing:
        - {id: stakes, say: 开局不错。还要再加一把劲。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.possible import Patience, may_be_empty, possible
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Said, Tree
from drafter.lint.words import size


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The sentences that something else has said before."""
    patience, empty = Patience(), may_be_empty(tree)
    first: dict[str, Said] = {}
    ends = re.compile(f"[^{re.escape(tree.tongue.marks.sentence)}]+")
    for said in tree.said:
        for words in said.wordings:
            for found in ends.finditer(words.masked):
                if size(found[0], tree.tongue) < options["shortest"]:
                    continue
                text = words.prose.text[found.start() : found.end()]
                other = first.setdefault("".join(text.split()), said)
                if other is not said and _together(tree, other, said, empty, patience):
                    start = found.start() + len(text) - len(text.lstrip())
                    yield Finding(words.prose, {"name": other.by.node.id}, start, found.end())


def _together(tree: Tree, one: Said, other: Said, empty: frozenset[str], patience: Patience) -> bool:
    """Whether both can stand in one speech; told only where they use the same names."""
    if one.by.names is not other.by.names:
        return True
    conditions = (*one.by.conditions, *other.by.conditions)
    return possible(conditions, one.by.names, empty, tree.tongue, patience)


RULE = Rule(
    name="repeated-sentence",
    page=__doc__,
    says=N_("the node {name} says this sentence, too"),
    mend=N_("say it once, or in other words"),
    of_tree=find,
    options={"shortest": "shortest_repeat"},
)
