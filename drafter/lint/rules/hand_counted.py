"""A number of points promised by hand before points that the tool counts.

When an emphasis is added, dropped by a `when` or left out by a brief, the promise is broken. `{{ emphases | 汉字 }}` keeps
it. This looks at transitions, and at phrases such as 三点意见 anywhere in the opening.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: transition, say: 下面，我讲两点意见。}
      emphases:
        - {id: why, heading: 认清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 抓好落实, body: [{id: how-said, say: 马上就办。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: transition, say: "下面，我讲{{ emphases | 汉字 }}点意见。"}
      emphases:
        - {id: why, heading: 认清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 抓好落实, body: [{id: how-said, say: 马上就办。}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree, brothers


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The numbers in the opening that should be counted; mended where the number is right today."""
    usage = tree.tongue.usage
    headed = next(brothers(tree.blueprint.emphases))
    if len(headed) < 2:
        return
    fixed = not any(node.when or node.each or node.optional for node in headed)
    for said in tree.said:
        node = said.by.node
        if said.by.zone != "opening":
            continue
        patterns = (*usage.promises, *(usage.loose_promises if node.move == "transition" else ()))
        for words in said.wordings:
            spots = {found.span("number") for pattern in patterns for found in re.finditer(pattern, words.masked)}
            for start, end in sorted(spots):
                number = words.masked[start:end]
                right = fixed and usage.numbers[number] == len(headed)
                facts = {"number": number, "count": str(len(headed)), "due": usage.promise}
                yield Finding(words.prose, facts, start, end, usage.promise if right else None)


RULE = Rule(
    name="hand-counted",
    page=__doc__,
    says=N_("{number} is written by hand, and the speech has {count} numbered points as it stands"),
    mend=N_("write {due}"),
    of_tree=find,
)
