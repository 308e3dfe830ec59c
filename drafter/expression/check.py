"""What is wrong with an expression before any brief is seen: unknown names, wrong kinds, choices that do not exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from drafter.expression.parse import MOST_FAULTS, Fault
from drafter.expression.spell import source
from drafter.language import Joiner, Kind, Tongue
from drafter.model.blueprint import Slot
from drafter.model.expression import (
    Both,
    Compare,
    Either,
    Expression,
    Field,
    Filtered,
    Literal,
    Name,
    Negation,
    Prose,
    Toggle,
)
from drafter.model.value import Gap
from drafter.problem import listed, near_miss


@dataclass(frozen=True, slots=True)
class Shape:
    """The kind of a value that is not there yet."""

    kind: Kind
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    omitted: str = ""
    """The slot's name, if the value may be silently empty."""


def shape_of(slot: Slot) -> Shape:
    """The shape of a slot's values."""
    omitted = slot.name if slot.missing == "omit" and slot.default is None else ""
    match slot.type:
        case "list":
            item = (
                shape_of(slot.item) if slot.item else Shape("record", {one.name: shape_of(one) for one in slot.fields})
            )
            return Shape("list", item=item, omitted=omitted)
        case "choice":
            return Shape("text", choices=slot.choices, omitted=omitted)
        case "text" | "number" | "date" | "flag" as kind:
            return Shape(kind, omitted="" if kind == "flag" else omitted)


Names = Mapping[str, Shape]


class Checker:
    """Collects the faults of expressions; one for a blueprint's tongue."""

    def __init__(self, tongue: Tongue, near: Callable[[str, Iterable[str]], str] = near_miss) -> None:
        self.tongue = tongue
        self.near = near
        self.faults: list[Fault] = []

    def prose(self, prose: Prose, names: Names, guarded: Container[str] = ()) -> list[Fault]:
        """The faults of a text, placed by its characters; `guarded` names slots that a `when` has made sure of."""
        found: list[Fault] = []
        for piece in prose.pieces:
            if isinstance(piece, str | Toggle | Gap):
                continue
            if len(found) >= MOST_FAULTS:
                break
            shape = self._fresh(piece, names)
            faults = self.faults
            if shape and shape.kind in ("list", "record", "flag"):
                faults.append(Fault("not-printable", 0, (("name", source(piece)), ("kind", shape.kind))))
            for name in sorted(possibly_empty(piece, names)):
                if name not in guarded:
                    faults.append(Fault("unguarded-omit", 0, (("name", name),)))
            found += [Fault(f.rule, _at(prose.text, f), f.facts) for f in faults]
        return found

    def condition(self, expression: Expression, names: Names) -> list[Fault]:
        """The faults of a `when`."""
        self._fresh(expression, names)
        for name in joins(expression, self.tongue):
            self._fault("join-in-logic", name=name)
        return self.faults

    def placed(self, text: str, faults: Iterable[Fault]) -> list[Fault]:
        """The faults of an expression, each at the name in its text that it tells of."""
        return [Fault(f.rule, _named(text, f), f.facts) for f in faults]

    def listing(self, expression: Expression, names: Names) -> tuple[Shape | None, list[Fault]]:
        """What an `each` goes through, and the faults."""
        shape = self._fresh(expression, names)
        if shape and shape.kind != "list":
            self.faults.append(Fault("each-needs-list", 0, (("name", source(expression)),)))
            return None, self.faults
        return (shape.item if shape else None), self.faults

    def _fresh(self, expression: Expression, names: Names) -> Shape | None:
        self.faults = []
        return self._shape(expression, names)

    def _fault(self, rule: str, **facts: str) -> None:
        self.faults.append(Fault(rule, 0, tuple(facts.items())))

    def _shape(self, expression: Expression, names: Names) -> Shape | None:
        match expression:
            case Name(name):
                if name not in names:
                    self._fault("unknown-name", name=name, near=self.near(name, names))
                return names.get(name)
            case Field(of, name):
                return self._field(self._shape(of, names), of, name)
            case Literal(value):
                if isinstance(value, tuple):
                    return Shape("list", item=Shape("text"))
                return Shape("flag" if isinstance(value, bool) else "text" if isinstance(value, str) else "number")
            case Compare():
                self._comparison(expression, names)
                return Shape("flag")
            case Both(left, right) | Either(left, right):
                first, second = self._shape(left, names), self._shape(right, names)
                return first if first == second else Shape("flag") if isinstance(expression, Both) else second
            case Negation(of):
                self._shape(of, names)
                return Shape("flag")
            case Filtered(of, name):
                return self._filtered(self._shape(of, names), of, name)
            case _:
                assert_never(expression)

    def _field(self, shape: Shape | None, of: Expression, name: str) -> Shape | None:
        if shape is None:
            return None
        if name not in shape.fields:
            self._fault("unknown-field", name=name, of=source(of), near=self.near(name, shape.fields))
        return shape.fields.get(name)

    def _comparison(self, compare: Compare, names: Names) -> None:
        left, right = self._shape(compare.left, names), self._shape(compare.right, names)
        if left is None or right is None:
            return
        if compare.operator in ("in", "not in"):
            if right.kind != "list":
                self._fault("compare-kinds", name=source(compare.left), left=left.kind, right=right.kind)
        elif left.kind != right.kind:
            self._fault("compare-kinds", name=source(compare.left), left=left.kind, right=right.kind)
        if left.choices and isinstance(compare.right, Literal):
            value = compare.right.value
            for choice in value if isinstance(value, tuple) else (value,):
                if choice not in left.choices:
                    near = self.near(str(choice), left.choices)
                    self._fault("unknown-choice", value=str(choice), near=near, choices=listed(left.choices))

    def _filtered(self, shape: Shape | None, of: Expression, name: str) -> Shape | None:
        what = self.tongue.filters.get(name)
        if what is None:
            self._fault("unknown-filter", name=name, near=self.near(name, self.tongue.filters))
            return None
        takes: Kind = "list" if isinstance(what, Joiner) else what.takes
        gives: Kind = "text" if isinstance(what, Joiner) else what.gives
        if shape and shape.kind != takes:
            self._fault("filter-kind", name=name, takes=takes, value=source(of), kind=shape.kind)
        return Shape(gives)


def joins(expression: Expression, tongue: Tongue) -> Iterator[str]:
    """The filters in an expression that join a list to one phrase."""
    match expression:
        case Filtered(of, name):
            if isinstance(tongue.filters.get(name), Joiner):
                yield name
            yield from joins(of, tongue)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from joins(left, tongue)
            yield from joins(right, tongue)
        case Field(of, _) | Negation(of):
            yield from joins(of, tongue)
        case _:
            return


def possibly_empty(expression: Expression, names: Names) -> set[str]:
    """The slots in an expression that print nothing if they are not given."""
    match expression:
        case Name(name):
            return {name} if name in names and names[name].omitted else set()
        case Field(of, _):
            return possibly_empty(of, names)
        case Filtered(of, _):
            return possibly_empty(of, names)
        case Either(left, right):
            return possibly_empty(left, names) & possibly_empty(right, names) or possibly_empty(right, names)
        case _:
            return set()


def guards(expression: Expression) -> set[str]:
    """The names that are sure to be given where the expression holds."""
    match expression:
        case Name(name):
            return {name}
        case Field(of, name):
            return guards(of) | {name}
        case Filtered(of, _):
            return guards(of)
        case Both(left, right):
            return guards(left) | guards(right)
        case Either(left, right):
            return guards(left) & guards(right)
        case Compare(left, _, right):
            return guards(left) | guards(right)
        case _:
            return set()


def _at(text: str, fault: Fault) -> int:
    """Where in its text the name that a fault tells of stands."""
    for braces in re.finditer(r"\{\{(.*?)\}\}", text, re.DOTALL):
        found = _named(braces[1], fault, -1)
        if found >= 0:
            return braces.start(1) + found
    return 0


def _named(text: str, fault: Fault, none: int = 0) -> int:
    """Where in an expression the first word of the fault's name, or else of its value, stands."""
    facts = dict(fault.facts)
    name = re.search(r"\w+", facts.get("name") or facts.get("value") or facts.get("left", ""))
    found = re.search(rf"(?<!\w){name[0]}(?!\w)", text) if name else None
    return found.start() if found else none
