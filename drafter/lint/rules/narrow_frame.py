"""Words that only a fact of one form can follow, before a fact of any.

Behind 要 a verb is due, behind 重点是 a noun; writers give both, and whole clauses too. `{{ x | 要 }}` and `{{ x | 任务 }}`
ask the fact, and so does a condition that names its `.形`; `form` on the slot asks its writer. 第一件，{{ x }} takes every form.

Wrong:

    drafter: 1
    slots: {目标: {ask: 今年的目标, example: 6月底前换完}}
    speech:
      title: 讲话
      opening:
        - {id: goal, say: "今年要{{ 目标 }}。"}

Right:

    drafter: 1
    slots: {目标: {ask: 今年的目标, example: 6月底前换完}}
    speech:
      title: 讲话
      opening:
        - {id: goal, say: "今年{{ 目标 | 要 }}。"}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.expression.check import Checker, Names, Shape
from drafter.expression.spell import source
from drafter.expression.walk import words_in
from drafter.language import Joiner
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.lint.words import holes
from drafter.model.expression import Expression, Field, Filtered, Name


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The facts behind a frame whose form nothing guarantees."""
    usage = tree.tongue.usage
    frames = sorted(usage.frames, key=len, reverse=True)
    for said in tree.said if frames else ():
        known = _forms(said.by.node.when, usage.forming)
        for wording in said.fitting:
            sure = known | _forms(wording.only, usage.forming) | _forms(wording.when, usage.forming)
            for start, end, before, piece in holes(wording.prose):
                frame = next((one for one in frames if before.endswith(one)), "")
                if frame and _free(piece, said.by.names, tree) and source(_plain(piece)) not in sure:
                    facts = {"name": frame, "fact": source(piece)}
                    yield Finding(wording.prose, facts, start - len(frame), end)


def _free(piece: Expression, names: Names, tree: Tree) -> bool:
    """Whether a fact is printed that may be of any form; what is computed or chosen has its own."""
    inner = piece
    while isinstance(inner, Filtered) and isinstance(tree.tongue.filters.get(inner.name), Joiner):
        inner = inner.of
    shape = Checker(tree.tongue).value(inner, names)[0] if isinstance(inner, Name | Field) else None
    if isinstance(inner, Field) and not _of_record(inner, names, tree):
        return False
    if shape is not None and shape.kind == "list":
        shape = shape.item or Shape("record")
    return shape is not None and shape.kind in ("text", "record") and not (shape.choices or shape.form)


def _of_record(field: Field, names: Names, tree: Tree) -> bool:
    """Whether it is a field that a writer fills in, and no reading."""
    of = Checker(tree.tongue).value(field.of, names)[0]
    return of is not None and field.name in of.fields


def _plain(piece: Expression) -> Expression:
    return _plain(piece.of) if isinstance(piece, Filtered) else piece


def _forms(condition: Expression | None, forming: tuple[str, ...]) -> frozenset[str]:
    """The facts whose form a condition asks for."""
    parts = words_in(condition) if condition is not None else ()
    return frozenset(source(part.of) for part in parts if isinstance(part, Field) and part.name in forming)


RULE = Rule(
    name="narrow-frame",
    page=__doc__,
    says=N_("behind {name} not every fact fits: {fact} may be of any form"),
    mend=N_("put it through a filter that asks its form, or use a frame that takes every form"),
    of_tree=find,
)
