"""Figures of a brief that do not fit one another: a part larger than its whole, items that add up to other than their total."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.value import Fact, Listing, Record, Value
from drafter.problem import Place, Problem


def doubtful_sums(brief: Brief, blueprint: Blueprint, place: Callable[[str], Place]) -> Iterator[Problem]:
    """What does not fit; `place` knows where the brief has the fact of a slot."""
    tongue = TONGUES[blueprint.language]
    for fact in marked(brief.values.values()) if tongue.part_over else ():
        if tongue.part_over and (found := tongue.part_over(fact)):
            facts = {"name": fact.slot, "what": found[0], "of": found[1]}
            if found[0]:
                yield Problem("part-over-whole", place(fact.slot), facts, "warning")
            else:
                yield Problem("whole-without-figure", place(fact.slot), facts, "warning")
    for name, slot in blueprint.slots.items():
        items, total = brief.values.get(name), brief.values.get(slot.total) if slot.total else None
        if not tongue.summed or not isinstance(items, Listing) or not isinstance(total, Fact):
            continue
        wrong = tongue.summed(items, total)
        if not wrong:
            continue
        facts = {"name": name, "what": wrong.said, "of": slot.total, "total": wrong.total, "rest": wrong.rest}
        if wrong.over:
            yield Problem("sum-over-total", place(name), facts, "warning")
        else:
            yield Problem("sum-under-total", place(name), facts, "warning")


def marked(values: Iterable[Value]) -> Iterator[Fact]:
    """The facts of which their author says something behind a bar."""
    for value in values:
        match value:
            case Fact(remarks=remarks) if remarks:
                yield value
            case Listing(items):
                yield from marked(items)
            case Record(fields):
                yield from marked(fields.values())
            case _:
                pass
