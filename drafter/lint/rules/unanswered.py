"""Words that promise something, or call something back, where nothing says that it is there.

几问, 三个问题, 后面要讲 and 前面说 are true only beside what they announce. With `with` the sentence falls together with it.

Wrong:

    drafter: 1
    slots: {数字: {ask: 查出多少}}
    speech:
      title: 讲话
      opening:
        - id: found
          say:
            - {id: number, say: "查出{{ 数字 }}。"}
            - {id: more, say: 三个问题要先想透。}

Right:

    drafter: 1
    slots: {数字: {ask: 查出多少}}
    speech:
      title: 讲话
      opening:
        - id: found
          say:
            - {id: number, say: "查出{{ 数字 }}。"}
            - {id: more, with: answers, say: 三个问题要先想透。}
        - id: answers
          say: 一问准不准，二问全不全，三问改没改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.units import always, units


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """What is announced or called back by a sentence that hangs on nothing."""
    pattern = tree.tongue.usage.announced
    for unit in units(tree) if pattern else ():
        if not (unit.conditional or unit.node.beside):
            for words in always(unit.said):
                for met in re.finditer(pattern, words.masked):
                    yield Finding(words.prose, {"name": met[0]}, met.start(), met.end())


RULE = Rule(
    name="unanswered",
    page=__doc__,
    says=N_("{name}: nothing makes sure that it is said elsewhere"),
    mend=N_("name what it speaks of under `with`, or give it a `when`"),
    of_tree=find,
)
