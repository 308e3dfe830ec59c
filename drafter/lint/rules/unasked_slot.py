"""A slot, or a field of a list, without a question.

`drafter new`, the gap in the speech and the report can then say no more than the slot's name.

Wrong:

    drafter: 1
    slots:
      会议: {max: 40}
    speech:
      title: 在{{ 会议 }}上的讲话

Right:

    drafter: 1
    slots:
      会议: {ask: 会议全称是什么, max: 40}
    speech:
      title: 在{{ 会议 }}上的讲话
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The slots without `ask`."""
    return (Finding(slot.place, {"name": slot.name}) for slot, _, _ in tree.slots if not slot.ask.strip())


RULE = Rule(name="unasked-slot", of_tree=find)
