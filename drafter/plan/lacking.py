"""What an expression lacks: the facts that nobody gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.expression.evaluate import given
from drafter.model.blueprint import Wording
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Name
from drafter.model.outline import Scope
from drafter.model.value import Fact, Gap, Listing, Record, Value


def lacking(expression: Expression, scope: Scope) -> Iterator[str]:
    """The slots that an expression names and that are not given; of what it denies none, for that is no want."""
    match expression:
        case Name(name):
            value = scope.get(name)
            if value is not None and not given(value):
                yield _slot(name, value, scope)
        case Field(of, name):
            holder = scope.get(of.name) if isinstance(of, Name) else None
            value = holder.fields.get(name) if isinstance(holder, Record) and given(holder) else None
            if value is None:  # of what is not given as a whole, or a reading of a fact
                yield from lacking(of, scope)
            elif not given(value):
                yield _slot(name, value, scope, holder)
        case Filtered(of, _, arguments):
            yield from lacking(of, scope)
            for one in arguments:
                yield from lacking(one, scope)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from lacking(left, scope)
            yield from lacking(right, scope)
        case _:
            return


def lacking_to_fit(wordings: Iterable[Wording], scope: Scope) -> Iterator[str]:
    """The slots for want of which none of the wordings is known to fit."""
    for wording in wordings:
        for condition in (wording.only, wording.when):
            if condition is not None:
                yield from lacking(condition, scope)


def _slot(name: str, value: Value, scope: Scope, holder: Value | None = None) -> str:
    """The slot of a value that is not given: its own, or that of the item whose field it is."""
    if isinstance(value, Gap | Listing | Record | Fact) and value.slot:
        return value.slot
    item = holder or scope.get("item")
    field = isinstance(item, Record) and item.slot and item.fields.get(name) is value
    return f"{item.slot}.{name}" if field and isinstance(item, Record) else name
