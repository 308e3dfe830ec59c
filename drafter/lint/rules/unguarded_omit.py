"""A sentence around a fact that may be silently left out, without a `when` that makes sure of it.

Where the brief leaves the fact out, the sentence is said with a hole in it.

Wrong:

    drafter: 1
    slots:
      警示: {ask: 警示案例, missing: omit}
    speech:
      title: 讲话
      opening:
        - {id: lesson, say: "{{ 警示 }}，教训就在眼前。"}

Right:

    drafter: 1
    slots:
      警示: {ask: 警示案例, missing: omit}
    speech:
      title: 讲话
      opening:
        - {id: lesson, when: 警示, say: "{{ 警示 }}，教训就在眼前。"}
"""

from __future__ import annotations

from drafter.lint.rule import Rule

RULE = Rule(name="unguarded-omit", page=__doc__)
