"""An enumeration form that does not suit the number of its points.

首先 announces at least three points and has words for four; with more, the tool goes over to 第一，. A single point that is
written out is never told off at all. Where the points come from a list, its `min` and `max` say how many there can be.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: demands
          enumerate: 首先
          points: [人要到位, 钱要到账]

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - id: demands
          enumerate: 一是
          points: [人要到位, 钱要到账]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Standing, Tree
from drafter.model.blueprint import Enumeration, Slot
from drafter.model.expression import Name


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The enumerations whose number of points is never one that suits their form."""
    slots = {id(shape): slot for slot, shape, _ in tree.slots}
    for standing in tree.nodes:
        node = standing.node
        if not isinstance(node, Enumeration) or node.scheme not in tree.tongue.schemes:
            continue
        scheme = tree.tongue.schemes[node.scheme]
        least, most = _counts(node, standing, slots)
        suited = len(scheme.words) if scheme.words else inf
        if most < scheme.fewest or least > suited:
            yield Finding(
                node.place, {"name": node.scheme.strip(), "count": f"{most if most < scheme.fewest else least:g}"}
            )


def _counts(node: Enumeration, standing: Standing, slots: Mapping[int, Slot]) -> tuple[float, float]:
    """The fewest and the most points that there can be."""
    if node.each is None:
        return len(node.points), len(node.points)
    slot = slots.get(id(standing.outer.get(node.each.name))) if isinstance(node.each, Name) else None
    least = slot.min if slot and slot.min is not None and node.when is None else 0
    return least, slot.max if slot and slot.max is not None else inf


RULE = Rule(
    name="enumeration-form",
    page=__doc__,
    says=N_("the form {name} does not suit {count} points"),
    mend=N_("use another form; a single point is said with `say`"),
    of_tree=find,
)
