"""A move that the glossary does not list.

The node stands all the same, but neither the outline nor a rule knows what it does.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: go-over, move: transtion, say: 下面说几件事。}

Right:

    drafter: 1
    speech:
      title: 讲话
      opening:
        - {id: go-over, move: transition, say: 下面说几件事。}
"""

from __future__ import annotations

from drafter.lint.rule import Rule

RULE = Rule(name="unknown-move", page=__doc__)
