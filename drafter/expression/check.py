"""What is wrong with an expression before any brief is seen: unknown names, wrong kinds, choices that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import assert_never, cast

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.expression.grammar import Fault, Reading
from drafter.expression.parse import MOST_FAULTS, parsed, readings
from drafter.expression.spell import source
from drafter.expression.walk import words_in
from drafter.language import Finder, Joiner, Kind, Tongue
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation, Prose
from drafter.problem import listed, near_miss


class Shape(Struct, frozen=True):
    """The kind of a value that is not there yet."""

    kind: Kind
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    choices: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    """The forms that its slot asks of a text."""
    day: bool = False
    """A text that is only a deadline, and stands for its day where one is wanted."""
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
        case "due" | "quantity" as kind:
            return Shape("text", day=kind == "due", omitted=omitted)
        case "text" | "number" | "date" | "flag" as kind:
            return Shape(kind, form=slot.form, omitted="" if kind == "flag" else omitted)


Names = Mapping[str, Shape]


def shapes_of(blueprint: Blueprint, tongue: Tongue) -> dict[str, Shape]:
    """The shapes of a blueprint's slots, and of what it finds in them."""
    names = {name: shape_of(slot) for name, slot in blueprint.slots.items()}
    for name, found in blueprint.derive.items():
        names[name] = replace(Checker(tongue).value(found, names)[0] or Shape("text"), omitted=name)
    return names


class Checker:
    """Collects the faults of expressions; one for a blueprint's tongue."""

    def __init__(self, tongue: Tongue, near: Callable[[str, Iterable[str]], str] = near_miss) -> None:
        self.tongue = tongue
        self.near = near
        self.faults: list[Fault] = []
        self.word = 0
        """How many words of the expression have been looked at."""
        self.looks = False
        """Some expression looks into what facts say, for which words of packs are needed."""

    def prose(self, prose: Prose, names: Names, guarded: Container[str] = ()) -> list[Fault]:
        """The faults of a text, placed by its characters; `guarded` names slots that a `when` has made sure of."""
        found: list[Fault] = []
        for start, reading in readings(prose.text):
            if len(found) >= MOST_FAULTS:
                break
            piece = reading.expression
            shape = self._fresh(piece, names)
            if shape and shape.kind in ("list", "record", "flag"):
                self._fault("not-printable", 0, name=source(piece), kind=shape.kind)
            for name in sorted(possibly_empty(piece, names)):
                if name not in guarded:
                    self._fault("unguarded-omit", list(words_in(piece)).index(Name(name)), name=name)
            found += _placed(reading, self.faults, start)
        return found

    def condition(self, expression: Expression, names: Names) -> list[Fault]:
        """The faults of a `when`, placed by its words."""
        self._fresh(expression, names)
        for n, name in joins(expression, self.tongue):
            self._fault("join-in-logic", n, name=name)
        return self.faults

    def placed(self, text: str, faults: Iterable[Fault]) -> list[Fault]:
        """Faults placed by the words of an expression, placed by the characters of its text."""
        reading = parsed(text)
        return _placed(reading, faults) if isinstance(reading, Reading) else list(faults)

    def value(self, expression: Expression, names: Names) -> tuple[Shape | None, list[Fault]]:
        """The shape of a value, and the faults, placed by its words."""
        return self._fresh(expression, names), self.faults

    def listing(self, expression: Expression, names: Names) -> tuple[Shape | None, list[Fault]]:
        """What an `each` goes through, and the faults, placed by its words."""
        shape = self._fresh(expression, names)
        if shape and shape.kind != "list":
            self._fault("each-needs-list", 0, name=source(expression))
            return None, self.faults
        return (shape.item if shape else None), self.faults

    def _fresh(self, expression: Expression, names: Names) -> Shape | None:
        self.faults, self.word = [], 0
        return self._shape(expression, names)

    def _fault(self, rule: str, word: int, **facts: str) -> None:
        self.faults.append(Fault(rule, word, tuple(facts.items())))

    def _step(self) -> int:
        """The word that is looked at; the next one is its neighbour."""
        self.word += 1
        return self.word - 1

    def _shape(self, expression: Expression, names: Names) -> Shape | None:
        match expression:
            case Name(name):
                word = self._step()
                if name not in names:
                    self._fault("unknown-name", word, name=name, near=self.near(name, names))
                return names.get(name)
            case Field(of, name):
                return self._field(self._shape(of, names), of, name)
            case Literal(value):
                self.word += len(value) if isinstance(value, tuple) else 1
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
            case Filtered():
                return self._filtered(expression, names)
            case _:
                assert_never(expression)

    def _field(self, shape: Shape | None, of: Expression, name: str) -> Shape | None:
        word = self._step()
        if shape is None or name in shape.fields:
            return shape.fields[name] if shape else None
        if name in self.tongue.readings and shape.kind in ("text", "record"):
            self.looks = True
            return Shape(self.tongue.readings[name].gives)
        known = (*shape.fields, *(self.tongue.readings if shape.kind in ("text", "record") else ()))
        self._fault("unknown-field", word, name=name, of=source(of), near=self.near(name, known))
        return None

    def _comparison(self, compare: Compare, names: Names) -> None:
        start, left = self.word, self._shape(compare.left, names)
        middle, right = self.word, self._shape(compare.right, names)
        if left is None or right is None:
            return
        alike = right.kind == "list" if compare.operator in ("in", "not in") else left.kind == right.kind
        if not alike:
            self._fault("compare-kinds", start, name=source(compare.left), left=left.kind, right=right.kind)
        if left.choices and isinstance(compare.right, Literal):
            value = compare.right.value
            for n, choice in enumerate(value if isinstance(value, tuple) else (value,), middle):
                if choice not in left.choices:
                    near = self.near(str(choice), left.choices)
                    self._fault("unknown-choice", n, value=str(choice), near=near, choices=listed(left.choices))

    def _filtered(self, filtered: Filtered, names: Names) -> Shape | None:
        of, name = filtered.of, filtered.name
        shape, word = self._shape(of, names), self._step()
        what = self.tongue.filters.get(name)
        if what is None:
            self._fault("unknown-filter", word, name=name, near=self.near(name, self.tongue.filters))
        needs = what.needs if isinstance(what, Finder) else ()
        self.looks |= isinstance(what, Finder)
        if what is not None and len(needs) != len(filtered.arguments):
            rule = "filter-arguments" if needs else "no-filter-arguments"
            self._fault(rule, word, name=name, count=str(len(needs)))
        given = self._arguments(filtered, needs, shape, names)
        if what is None:
            return None
        takes = ("list",) if isinstance(what, Joiner) else what.takes if isinstance(what, Finder) else (what.takes,)
        one_by_one = isinstance(what, Finder) and shape is not None and shape.kind == "list" and "list" not in takes
        taken = shape.item if one_by_one and shape else shape
        if taken and taken.kind not in takes and not (taken.day and "date" in takes):
            self._fault("filter-kind", word, name=name, takes=takes[0], value=source(of), kind=taken.kind)
        if isinstance(what, Finder) and what.gives in ("item", "same", "chosen"):
            return given if what.gives == "chosen" else shape.item if shape and what.gives == "item" else shape
        gives = Shape("text" if isinstance(what, Joiner) else cast(Kind, what.gives))
        return Shape("list", item=gives) if one_by_one else gives

    def _arguments(self, filtered: Filtered, needs: Sequence[str], shape: Shape | None, names: Names) -> Shape | None:
        """What stands in a filter's brackets, a condition speaking of the items of the list; the items of a list there."""
        item = shape.item if shape else None
        inner = {**names, **item.fields, "item": item} if item else names
        items = None
        for n, argument in enumerate(filtered.arguments):
            need = needs[n] if n < len(needs) else "any"
            start, met = self.word, self._shape(argument, inner if need == "condition" else names)
            if met and need not in ("condition", "any", met.kind) and not (met.day and need == "date"):
                self._fault(
                    "argument-kind", start, name=filtered.name, takes=need, value=source(argument), kind=met.kind
                )
            items = met.item if met and met.item else items
        return items


def joins(expression: Expression, tongue: Tongue) -> Iterator[tuple[int, str]]:
    """The filters in an expression that join a list to one phrase, and which of its words they are."""
    for n, word in enumerate(words_in(expression)):
        if isinstance(word, Filtered) and isinstance(tongue.filters.get(word.name), Joiner):
            yield n, word.name


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


def _placed(reading: Reading, faults: Iterable[Fault], start: int = 0) -> list[Fault]:
    """Faults placed by words, placed by the characters of a text in which the expression begins at `start`."""
    return [Fault(fault.rule, start + reading.spans[fault.at][0], fault.facts) for fault in faults]
