"""A heading that is not built like those beside it: another number of clauses, or a clause longer or shorter than theirs.

Listeners follow the points of a speech by the build of their headings. `tolerance` is by how many characters a clause may
differ; clauses with an expression in them are as long as their facts and are not measured.

Wrong:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 认清形势，增强紧迫感, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 突出重点，打好攻坚战, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 狠抓落实, body: [{id: who-said, say: 责任到人。}]}

Right:

    drafter: 1
    speech:
      title: 讲话
      emphases:
        - {id: why, heading: 认清形势，增强紧迫感, body: [{id: why-said, say: 任务很重。}]}
        - {id: how, heading: 突出重点，打好攻坚战, body: [{id: how-said, say: 马上就办。}]}
        - {id: who, heading: 压实责任，形成大合力, body: [{id: who-said, say: 责任到人。}]}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from statistics import median_low

from drafter.catalogue import N_
from drafter.lint.headings import beside
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The headings whose clauses are not those of most headings beside them."""
    tolerance = options["tolerance"]
    for headings in beside(tree) if tolerance is not None else ():
        clauses = Counter(len(heading.clauses) for heading in headings).most_common(1)[0][0]
        alike = [heading for heading in headings if len(heading.clauses) == clauses]
        columns = zip(*(heading.sizes for heading in alike), strict=True)
        due = [median_low(known) if (known := [n for n in column if n is not None]) else None for column in columns]
        for heading in headings:
            if len(heading.clauses) != clauses or any(
                size is not None and wanted is not None and abs(size - wanted) > tolerance
                for size, wanted in zip(heading.sizes, due, strict=True)
            ):
                yield Finding(heading.words.prose, {"have": _build(heading.sizes), "due": _build(due)})


def _build(sizes: Iterable[int | None]) -> str:
    return "+".join("…" if size is None else str(size) for size in sizes)


RULE = Rule(
    name="parallel-headings",
    page=__doc__,
    says=N_("this heading's clauses have {have} characters, those beside it {due}"),
    mend=N_("build it like the others"),
    of_tree=find,
    options={"tolerance": "heading_tolerance"},
)
