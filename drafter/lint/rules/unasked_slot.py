"""A slot, or a field of a list, that is due and has no question.

The gap in the speech and the report of it can then say no more than the slot's name. What may be left out, what has a
default, and flags leave no gap, and are not looked at.

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

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The slots without `ask` that can leave a gap."""
    due = (slot for slot, _, _ in tree.slots if slot.missing != "omit" and slot.default is None and slot.type != "flag")
    return (Finding(slot.place, {"name": slot.name}) for slot in due if not slot.ask.strip())


RULE = Rule(
    name="unasked-slot",
    page=__doc__,
    says=N_("{name} has no question"),
    mend=N_("add `ask`"),
    of_tree=find,
)
