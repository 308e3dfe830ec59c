"""A long sentence that is said in the same words in every speech.

What has neither a condition nor a second wording is what two speeches of one blueprint share, and what listeners know by
heart the second time. Only words that are written out are counted. A passage that is one text is not looked at: nobody has
taken it apart yet.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      closing:
        - id: duty
          say:
            - 各单位回去以后，要在三天内开会研究，把今天的要求分到科室、落到人头，结果报到办公室，月底前我要逐家来看。
            - 散会。

Right:

    drafter: 1
    speech:
      title: 讲话
      closing:
        - id: duty
          say:
            - say: 各单位回去以后，要在三天内开会研究，把今天的要求分到科室、落到人头，结果报到办公室，月底前我要逐家来看。
              or: [会后三天内，请各单位把今天定的事分到科室、落到人头，分工单报办公室备查，月底前我一家一家看结果。]
            - 散会。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.units import always, units
from drafter.lint.words import size


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The long sentences with one wording that always fits."""
    most = options["size"]
    for unit in units(tree) if most else ():
        if len(unit.said.wordings) == 1 and not (unit.conditional or unit.node.beside or unit.node.each):
            for words in always(unit.said, of_any=True):
                if (units_of := size(words.masked, tree.tongue)) > most:
                    yield Finding(words.prose, {"size": str(units_of), "limit": f"{most:g}"})


RULE = Rule(
    name="one-wording",
    page=__doc__,
    says=N_("every speech says this in the same words: {size}, more than {limit}"),
    mend=N_("give it another wording, or a condition"),
    of_tree=find,
    options={"size": "longest_single"},
)
