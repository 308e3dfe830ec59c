"""A word that tells how much, where nothing is known of the number.

不多, 很多, 只有 or 大多 is a statement about a fact that the blueprint has not seen: of forty out of sixty it is untrue, and
nobody notices. Under `when` or `only` the sentence looks at the number first.

Wrong:

    drafter: 1
    slots: {隐患: {ask: 还有哪些隐患}}
    speech:
      title: 讲话
      opening:
        - {id: left, say: "剩下的不多，就是{{ 隐患 }}。"}

Right:

    drafter: 1
    slots: {隐患: {ask: 还有哪些隐患, type: list, of: text}}
    speech:
      title: 讲话
      opening:
        - id: left
          say:
            - id: told
              say:
                - {only: 隐患 | 项数 < 3, say: "剩下的不多，就是{{ 隐患 | 顿号 }}。"}
                - 剩下的是{{ 隐患 | 顿号 }}。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.units import always


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The words of amount in what is said whatever the facts are."""
    pattern = tree.tongue.usage.amounts
    for said in tree.said if pattern else ():
        for words in always(said):
            for met in re.finditer(pattern, words.masked):
                yield Finding(words.prose, {"name": met[0]}, met.start(), met.end())


RULE = Rule(
    name="measure-word",
    page=__doc__,
    says=N_("{name} tells an amount, and nothing is known of the number here"),
    mend=N_("say it under `when` or `only`, or without the amount"),
    of_tree=find,
)
