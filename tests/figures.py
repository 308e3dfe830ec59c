"""Computed figures looked at again: do their operands stand in the brief, and do these give the figure once more?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from drafter.language import TONGUES, Finder
from drafter.language.computed import given_operands
from drafter.language.zh_readings import deadlines_of
from drafter.model.value import Fact, Figure, Listing, Operand, Record, Value
from drafter.model.words import Knowledge


def facts_in(values: Iterable[Value]) -> Iterator[Fact]:
    """Every fact of a brief."""
    for value in values:
        match value:
            case Fact():
                yield value
            case Listing(items):
                yield from facts_in(items)
            case Record(fields):
                yield from facts_in(fields.values())
            case _:
                pass


def astray(figure: Figure, values: Iterable[Value], knows: Knowledge) -> tuple[Operand, ...]:
    """The operands that do not stand in the slot that they name, or were read as a day that it does not say."""
    said: dict[str, list[Fact]] = {}
    for fact in facts_in(values):
        said.setdefault(fact.slot, []).append(fact)
    return tuple(
        one for one in given_operands(figure) if not any(_stands(one, fact, knows) for fact in said.get(one.slot, ()))
    )


def _stands(operand: Operand, fact: Fact, knows: Knowledge) -> bool:
    if operand.day is not None:
        found = [(one.words, one.day) for one in deadlines_of(fact.text, knows.today)]
        return operand.day in (fact.value, _written_out(fact.text)) or (operand.words, operand.day) in found
    return any(operand.words in text for text in (fact.text, *(words for _, words in fact.remarks)))


def _written_out(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def recomputed(figure: Figure, knows: Knowledge) -> str:
    """The figure that the operands' words give."""
    filter = next(tongue.filters[figure.operation] for tongue in TONGUES.values() if figure.operation in tongue.filters)
    assert isinstance(filter, Finder)
    values = [_value(one, knows) for one in figure.operands]
    found = (
        filter.find(Listing(tuple(values)), knows)
        if figure.operation == "和"
        else filter.find(values[0], knows, *values[1:])
    )
    assert isinstance(found, Fact)
    return found.figure.words if found.figure else ""


def _value(operand: Operand, knows: Knowledge) -> Value:
    if operand.figure:
        inner, days = operand.figure, operand.words.removesuffix("天")
        assert recomputed(inner, knows) == inner.words
        number = int(days) if inner.operation == "距" else operand.words
        return Fact(number, str(number), operand.slot, figure=inner)
    return Fact(operand.day or operand.words, operand.words, operand.slot)
