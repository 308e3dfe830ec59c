"""A heading that lacks the word on which all the others beside it hang together: 要, 以, 在 … or the same last character.

Listeners hear such a row by its anchor; the heading without it falls out. Told only where at least two others share the
word at the head of a clause, or three anywhere else.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 要看清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 要抓住重点, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 压紧责任链, body: [{id: who-said, say: 责任到人。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 要看清形势, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 要抓住重点, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 要压紧责任, body: [{id: who-said, say: 责任到人。}]}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.catalogue import N_
from drafter.lint.headings import Heading, beside
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.words import HOLE


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The one heading in a row that does without a word which all others have."""
    for headings in beside(tree):
        if len({len(heading.clauses) for heading in headings}) > 1:
            continue
        for n in range(len(headings[0].clauses)):
            odd = _odd(headings, n, tree.tongue.usage.anchors)
            if odd:
                yield Finding(odd[0].words.prose, {"anchor": odd[1]})
                break


def _odd(headings: Sequence[Heading], n: int, anchors: Sequence[str]) -> tuple[Heading, str] | None:
    """The heading whose clause `n` lacks what the others share there, and what that is."""
    clauses = [heading.clauses[n] for heading in headings]
    for anchor in anchors:
        heads = [clause.startswith(anchor) for clause in clauses]
        if (at := _alone(heads, 2)) is not None:
            return headings[at], f"{anchor}…"
        if (at := _alone([anchor in clause for clause in clauses], 3)) is not None:
            return headings[at], f"…{anchor}…"
    last, _ = Counter(clause[-1] for clause in clauses).most_common(1)[0]
    at = _alone([clause[-1] == last for clause in clauses], 3) if last != HOLE else None
    return None if at is None else (headings[at], f"…{last}")


def _alone(has: Sequence[bool], fewest: int) -> int | None:
    """Which one alone lacks something, if at least `fewest` others have it."""
    return has.index(False) if has.count(True) == len(has) - 1 >= fewest else None


RULE = Rule(
    name="heading-anchor",
    page=__doc__,
    says=N_("the other headings here share {anchor}, this one does not"),
    mend=N_("give it the same anchor"),
    of_tree=find,
)
