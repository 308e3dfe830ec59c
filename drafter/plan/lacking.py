"""What an expression lacks: the facts that nobody gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.expression.evaluate import given
from drafter.language.once import once
from drafter.model.blueprint import Wording
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Name
from drafter.model.outline import Scope
from drafter.model.value import Fact, Gap, Listing, Record, Value


def lacking(expression: Expression, scope: Scope) -> list[str]:
    """The slots that an expression names and that are not given; of what it denies none, for that is no want."""
    found: list[str] = []
    for one in _wanted(expression):
        if isinstance(one, Name):
            value = scope.get(one.name)
            if value is not None and not given(value):
                found.append(_slot(one.name, value, scope))
            continue
        holder = scope.get(one.of.name) if isinstance(one.of, Name) else None
        value = holder.fields.get(one.name) if isinstance(holder, Record) and given(holder) else None
        if value is None:  # of what is not given as a whole, or a reading of a fact
            found += lacking(one.of, scope)
        elif not given(value):
            found.append(_slot(one.name, value, scope, holder))
    return found


@once
def _wanted(expression: Expression) -> tuple[Name | Field, ...]:
    """What an expression cannot do without."""
    return tuple(dict.fromkeys(_wants(expression)))


def _wants(expression: Expression) -> Iterator[Name | Field]:
    match expression:
        case Name() | Field():
            yield expression
        case Filtered(of, _, arguments):
            for one in (of, *arguments):
                yield from _wants(one)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from _wants(left)
            yield from _wants(right)
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
