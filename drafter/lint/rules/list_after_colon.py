"""A second list that is read out behind a colon in one section.

“：a；b；c。” is how a table is read out, not how anyone speaks; once in a section a listener follows it. Another list
can be told sentence by sentence (`each`), as points (一是), or by the one item that counts.

Wrong:

    drafter: 1
    slots:
      目标: {ask: 今年的目标, type: list, of: text}
      难点: {ask: 难在哪里, type: list, of: text}
    speech:
      title: 讲话
      opening:
        - {id: goals, say: "目标是：{{ 目标 | 分号 }}。"}
        - {id: troubles, say: "难点有：{{ 难点 | 分号 }}。"}

Right:

    drafter: 1
    slots:
      目标: {ask: 今年的目标, type: list, of: text}
      难点: {ask: 难在哪里, type: list, of: text}
    speech:
      title: 讲话
      opening:
        - {id: goals, say: "目标是：{{ 目标 | 分号 }}。"}
        - {id: troubles, enumerate: 一是, each: 难点, say: "{{ item }}"}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Standing, Tree
from drafter.lint.words import Words, holes
from drafter.model.blueprint import Section
from drafter.model.expression import Filtered


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The lists behind a colon, but for the first in a section; of several wordings one is said."""
    headed = {one.node.id for one in tree.nodes if isinstance(one.node, Section) and one.node.headings}
    met: dict[str, int] = {}
    for said in tree.said:
        section = _section(said.by, headed)
        lists = [list(_lists(words)) for words in said.wordings]
        for words, starts in zip(said.wordings, lists, strict=True):
            for start, end in starts[0 if met.get(section) else 1 :]:
                yield Finding(words.prose, {}, start, end)
        met[section] = met.get(section, 0) + max(map(len, lists), default=0)


def _section(standing: Standing, headed: set[str]) -> str:
    """The headed section that a node stands in, or else its zone."""
    return next((one for one in reversed(standing.inside) if one in headed), f"[{standing.zone}]")


def _lists(words: Words) -> Iterator[tuple[int, int]]:
    """Where lists stand behind a colon."""
    usage = words.tongue.usage
    for start, end, before, piece in holes(words.prose) if usage.list_mark else ():
        if isinstance(piece, Filtered) and piece.name == usage.list_filter and before.endswith(usage.list_mark):
            yield start, end


RULE = Rule(
    name="list-after-colon",
    page=__doc__,
    says=N_("another list behind a colon in this section"),
    mend=N_("tell it sentence by sentence or as points, or say only what counts"),
    of_tree=find,
)
