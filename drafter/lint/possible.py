"""Whether conditions can hold together, for any brief: tried with every kind of value that could make a difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, product

from drafter.expression.check import Names, Shape
from drafter.expression.evaluate import evaluate, holds
from drafter.expression.walk import names_in
from drafter.language import Mapper, Tongue
from drafter.lint.tree import Tree
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.model.value import NOTHING, Fact, Gap, Listing, Record, Value

MOST = 2_000
"""Combinations of values tried for one node; what needs more is taken to be possible."""
OTHER = Fact("\0", "\0")
"""A text that no condition names."""
OPEN = Gap("", "")
"""A fact that is not given and is to be."""


class Patience:
    """So much work is done for one rule and one blueprint; then everything is taken to be possible."""

    def __init__(self, left: int = 30_000) -> None:
        self.left = left

    def spend(self, amount: int) -> bool:
        """Do so much work, if there is patience for it."""
        self.left -= amount
        return self.left >= 0


def possible(
    conditions: Sequence[Expression], names: Names, empty: frozenset[str], tongue: Tongue, patience: Patience
) -> bool:
    """Whether all `conditions` can hold at once; `empty` names slots whose default may come out empty."""
    parts = [part for condition in conditions for part in _parts(condition)]
    if not patience.spend(len(parts) // 10):
        return True
    if not any(isinstance(part, Negation | Compare | Literal) for part in parts):
        return True
    if not all(_plain(part, names, tongue) for part in parts):
        return True
    literals = [literal for part in parts if isinstance(part, Literal) for literal in _values(part)]
    asked = sorted({name.name for condition in conditions for name in names_in(condition)})
    fields = {part.name for part in parts if isinstance(part, Field)}
    choices = [tuple(islice(_domain(name, names[name], literals, fields, empty), MOST + 1)) for name in asked]
    if not patience.spend(sum(map(len, choices)) // 10):
        return True
    for n, values in enumerate(product(*choices)):
        if n == MOST or not patience.spend(len(conditions)):
            return True
        scope = dict(zip(asked, values, strict=True))
        if all(holds(evaluate(condition, scope, tongue)) for condition in conditions):
            return True
    return False


def may_be_empty(tree: Tree) -> frozenset[str]:
    """The slots and fields whose default may come out empty."""
    return frozenset(slot.name for slot, _, _ in tree.slots if slot.default is not None)


def _parts(expression: Expression) -> Iterator[Expression]:
    """The expression and all that it is made of."""
    yield expression
    match expression:
        case Field(of, _) | Negation(of) | Filtered(of, _):
            yield from _parts(of)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from _parts(left)
            yield from _parts(right)
        case _:
            return


def _plain(part: Expression, names: Names, tongue: Tongue) -> bool:
    """Whether a few values stand for all others: lists are counted, texts asked for, nothing else is done with them."""
    match part:
        case Name(name):
            return name in names
        case Field(of, field):  # a reading may find anything
            return isinstance(of, Name) and of.name in names and field in names[of.name].fields
        case Filtered(of, name):
            what = tongue.filters.get(name)
            return isinstance(what, Mapper) and what.takes == "list" and isinstance(of, Name | Field)
        case Compare(left, sign, Literal(value)) if not isinstance(left, Literal):
            return sign in ("==", "!=", "in", "not in") or not isinstance(value, str)
        case Compare():
            return False
        case _:
            return True


def _values(literal: Literal) -> tuple[str | int | float | bool, ...]:
    return literal.value if isinstance(literal.value, tuple) else (literal.value,)


def _domain(
    name: str,
    shape: Shape,
    literals: Sequence[str | int | float | bool],
    fields: set[str],
    empty: frozenset[str],
) -> Iterator[Value]:
    """The values of a slot that could make a difference."""
    numbers = sorted({value for value in literals if isinstance(value, int | float) and not isinstance(value, bool)})
    match shape.kind:
        case "flag":
            yield from (Fact(True), Fact(False))
            return
        case "list":
            counts = {0, 1, *(int(n) + step for n in numbers for step in (-1, 0, 1) if 0 <= n < 100)}
            least = 0 if shape.omitted or name in empty else 1
            yield from (Listing((OTHER,) * count) for count in sorted(counts) if count >= least)
            return
        case "record":
            held = {key: inner for key, inner in shape.fields.items() if key in fields}
            columns = [tuple(_domain(key, inner, literals, fields, empty)) for key, inner in held.items()]
            yield from (Record(_row(held, values)) for values in product(*columns))
            return
        case "text" if shape.choices:
            yield from (Fact(choice, choice) for choice in shape.choices)
        case "text":
            yield from (*(Fact(value, value) for value in literals if isinstance(value, str) and value), OTHER)
        case "number":
            yield from (Fact(value) for n in numbers for value in (n - 0.5, n, n + 0.5))
            yield from (Fact(0), Fact(1))
        case "date":
            yield Fact(date(2026, 3, 18), "2026-03-18")
    yield NOTHING if shape.omitted else OPEN
    if name in empty:
        yield NOTHING


def _row(held: Mapping[str, Shape], values: Sequence[Value]) -> dict[str, Value]:
    return dict(zip(held, values, strict=True))
