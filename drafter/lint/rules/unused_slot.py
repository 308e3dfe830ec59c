"""A slot, or a field of a list, that nothing in the blueprint uses.

Whoever fills in a brief is asked for a fact that then stands nowhere in the speech.

Wrong:

    drafter: 1
    slots:
      会议: {ask: 会议全称}
      地点: {ask: 在哪里开}
    speech:
      title: 在{{ 会议 }}上的讲话

Right:

    drafter: 1
    slots:
      会议: {ask: 会议全称}
      地点: {ask: 在哪里开}
    speech:
      title: 在{{ 会议 }}上的讲话
      opening:
        - {id: frame, say: "今天，我们在{{ 地点 }}召开{{ 会议 }}。"}
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.expression.check import Names, Shape
from drafter.language import Mapper, Tongue
from drafter.lint.rule import Finding, Options, Rule
from drafter.lint.tree import Tree
from drafter.model.blueprint import Passage, Wording
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Name, Negation, Prose, Toggle
from drafter.model.value import Gap


def find(tree: Tree, options: Options) -> Iterator[Finding]:
    """The slots whose values nothing asks for."""
    used = _Used(tree.tongue)
    for found in tree.blueprint.derive.values():
        used.by(found, tree.names, whole=True)
    for wordings in tree.blueprint.front.values():
        used.by_wordings(wordings, tree.names)
    for standing in tree.nodes:
        if standing.node.each is not None:
            used.by(standing.node.each, standing.outer)
        if standing.node.when is not None:
            used.by(standing.node.when, standing.names)
        if isinstance(standing.node, Passage) and standing.node.of is not None:
            used.by(standing.node.of, standing.names, whole=True)
    for said in tree.said:
        used.by_wordings(said.fitting, said.by.names)
    for slot, _, names in tree.slots:
        if slot.default is not None:
            used.by_prose(slot.default, names)
    unused = [slot for slot, shape, _ in tree.slots if id(shape) not in used.shapes]
    told = {id(field) for slot in unused for field in slot.fields}  # with their list
    return (Finding(slot.place, {"name": slot.name}) for slot in unused if id(slot) not in told)


class _Used:
    """Remembers the shapes that expressions ask for; the fields of an item that is printed are all asked for."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.shapes: set[int] = set()
        self.wholes: set[int] = set()

    def by_wordings(self, wordings: tuple[Wording, ...], names: Names) -> None:
        for one in wordings:
            self.by_prose(one.prose, names)
            for condition in (one.only, one.when):
                if condition is not None:
                    self.by(condition, names)

    def by_prose(self, prose: Prose, names: Names) -> None:
        for piece in prose.pieces:
            if not isinstance(piece, str | Toggle | Gap):
                self.by(piece, names, whole=True)

    def by(self, expression: Expression, names: Names, *, whole: bool = False) -> Shape | None:
        """Mark what an expression asks for; returns the shape of a name or a field."""
        match expression:
            case Name(name):
                return self._mark(names.get(name), whole)
            case Field(of, name):
                item = self.by(of, names)
                return self._mark(item.fields.get(name) if item else None, whole)
            case Filtered(of, name, arguments):
                what = self.tongue.filters.get(name)
                self.by(of, names, whole=not (isinstance(what, Mapper) and what.takes == "list"))
                for argument in arguments:
                    self.by(argument, names, whole=True)
            case Compare(left, _, right) | Both(left, right) | Either(left, right):
                self.by(left, names, whole=whole)
                self.by(right, names, whole=whole)
            case Negation(of):
                self.by(of, names)
            case _:
                pass
        return None

    def _mark(self, shape: Shape | None, whole: bool) -> Shape | None:
        if shape is not None:
            self.shapes.add(id(shape))
            if whole and id(shape) not in self.wholes:
                self.wholes.add(id(shape))
                for inner in (shape.item, *shape.fields.values()):
                    self._mark(inner, whole)
        return shape


RULE = Rule(
    name="unused-slot",
    page=__doc__,
    says=N_("nothing uses {name}"),
    mend=N_("use it in the speech, or remove it"),
    of_tree=find,
)
