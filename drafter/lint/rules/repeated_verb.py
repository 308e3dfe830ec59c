"""Two headings beside each other, out of several, that begin with the same verb.

Where all begin alike it is a figure of speech; where two do, the writer ran out of verbs.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 强化认识, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 突出重点, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 强化责任, body: [{id: who-said, say: 责任到人。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 提高认识, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 突出重点, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 压实责任, body: [{id: who-said, say: 责任到人。}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.catalogue import N_
from drafter.lint.headings import Heading, beside
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The headings whose clause begins with the verb of an earlier one's, unless all of them do."""
    usage = tree.tongue.usage
    for headings in beside(tree) if usage.verb else ():
        for n in range(max(len(heading.clauses) for heading in headings)):
            first: dict[str, Heading] = {}
            verbs = [(h, _verb(h.clauses[n], usage.anchors, usage.verb)) for h in headings if n < len(h.clauses)]
            if len({verb for _, verb in verbs}) == 1:
                continue
            for heading, verb in verbs:
                other = first.setdefault(verb, heading)
                if verb and other.of != heading.of:
                    facts = {"verb": verb, "name": other.words.prose.text}
                    yield Finding(heading.words.prose, facts, heading.starts[n], heading.starts[n] + len(verb))


def _verb(clause: str, anchors: Sequence[str], pattern: str) -> str:
    """The verb at the head of a clause, an anchor before it taken away."""
    anchor = next((anchor for anchor in anchors if clause.startswith(anchor)), "")
    found = re.match(pattern, clause[len(anchor) :])
    return found[0] if found else ""


RULE = Rule(
    name="repeated-verb",
    page=__doc__,
    says=N_("{verb} heads another heading here, too: {name}"),
    mend=N_("use another verb"),
    of_tree=find,
)
