"""A `number` that does nothing: an earlier brother has another one, the section stands alone, or it has no heading.

The first `number` among sections that stand beside each other holds for all of them, `none` too; a section alone has no number. A number
that only its author sees is one that nobody else will look for.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位, number: 第一，, body: [{id: why, say: 责任如山。}]}
        - {id: deeds, heading: 真抓实干, number: none, body: [{id: how, say: 说干就干。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: stance, heading: 提高站位, number: 第一，, body: [{id: why, say: 责任如山。}]}
        - {id: deeds, heading: 真抓实干, body: [{id: how, say: 说干就干。}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from drafter.catalogue import N_
from drafter.lint.possible import Patience, may_be_empty, possible
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Standing, Tree, brothers
from drafter.model.blueprint import Section


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The sections whose `number` decides nothing, each with the reason."""
    standing = {one.node.id: one for one in tree.nodes if isinstance(one.node, Section)}
    for one in standing.values():
        if isinstance(one.node, Section) and one.node.number and not one.node.headings:
            yield _finding(one.node, "it has no heading")
    patience = Patience()
    for beside in brothers(tree.blueprint.emphases):
        numbered = [section for section in beside if section.number]
        if len(beside) == 1 and numbered and numbered[0].number != "none" and not _repeats(numbered[0], standing):
            yield _finding(numbered[0], "one alone has no number")
        deciding: list[Standing] = []
        for section in numbered:
            others = [one for one in deciding if isinstance(one.node, Section) and one.node.number != section.number]
            if _meets(standing[section.id], others, tree, patience):
                yield _finding(section, "an earlier brother has another")
            else:
                deciding.append(standing[section.id])


def _finding(section: Section, reason: str) -> Finding:
    return Finding(
        section.number_place or section.place, {"name": section.id, "number": section.number.strip(), "reason": reason}
    )


def _repeats(section: Section, standing: Mapping[str, Standing]) -> bool:
    """Whether it may stand more than once beside itself: it, or a group around it that has no heading, goes through a list."""
    around = [standing[id].node for id in reversed(standing[section.id].inside)]
    groups = takewhile(lambda node: isinstance(node, Section) and not node.headings, around)
    return any(node.each is not None for node in (section, *groups))


def _meets(one: Standing, others: Sequence[Standing], tree: Tree, patience: Patience) -> bool:
    """Whether it may stand in the same speech as one of the others."""
    empty = may_be_empty(tree)
    return any(
        possible((*one.conditions, *other.conditions), one.names, empty, tree.tongue, patience) for other in others
    )


RULE = Rule(
    name="ignored-number",
    page=__doc__,
    says=N_("the number of {name}, {number}, does nothing: {reason}"),
    mend=N_("write it at the first of the sections that stand beside each other, for all of them, or leave it out"),
    of_tree=find,
)
