"""What may be said of facts behind a bar, where the blueprint looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from drafter.desk.ask import Interview
from drafter.desk.library import Library
from drafter.desk.links import looked_at
from drafter.desk.overdue import slotted
from drafter.desk.subjects import words_for
from drafter.expression.evaluate import Scope, evaluate, given
from drafter.expression.walk import parts_of
from drafter.language import Finder, Tongue, knowing
from drafter.language.remarks import remark_of as remark_of
from drafter.language.remarks import with_remark as with_remark
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.expression import Expression, Field, Filtered
from drafter.model.value import Fact, Listing, Record
from drafter.notation.brief import read_brief
from drafter.plan import plan
from drafter.problem import InputError
from drafter.yamltext.data import Path, path_of


def remarked(interview: Interview, slots: Set[str]) -> Mapping[Path, tuple[str, ...]]:
    """The facts of some slots on which a remark would be looked at, in the order of the slots, each with those marks."""
    brief, blueprint, _ = read_brief(interview.doc, interview.library.find(interview.path))
    if brief is None or blueprint is None or not interview.tongue.remark_asks:
        return {}
    return remarks_wanted(brief, blueprint, interview.library, slots)


def remarks_wanted(
    brief: Brief, blueprint: Blueprint, library: Library, slots: Set[str]
) -> Mapping[Path, tuple[str, ...]]:
    """The same of a brief that has been read."""
    try:
        outline = plan(blueprint, brief, words_for(blueprint, library))
    except InputError:  # more than a speech may hold, which is told of the answer
        return {}
    tongue = knowing(blueprint.language, outline.knows)
    texts = [fact.slot for _, fact in slotted(brief, blueprint) if path_of(fact.slot)[0] in slots]
    wanted: dict[str, set[str]] = {text: set() for text in texts}
    for _, expression, scope in looked_at(blueprint, outline.scope, tongue):
        for slot, mark in _looked_for(expression, scope, tongue):
            first = next((text for text in texts if text == slot or text.startswith(f"{slot}.")), "")
            if first:
                wanted[first].add(mark)
    in_order = {slot: tuple(mark for mark in tongue.remark_asks if mark in marks) for slot, marks in wanted.items()}
    return {path_of(slot): marks for slot, marks in in_order.items() if marks}


def _looked_for(expression: Expression, scope: Scope, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """The facts and items that an expression asks for a remark, each with its mark."""
    for part in parts_of(expression):
        match part:
            case Field(of, mark) if mark in tongue.remark_asks:
                value = evaluate(of, scope, tongue)
                if isinstance(value, Fact | Record) and given(value) and not _has(value, mark):
                    yield value.slot, mark
            case Filtered(of, name, arguments) if isinstance(what := tongue.filters[name], Finder):
                for need, argument in zip(what.needs, arguments, strict=True):
                    for inner in _items(of, scope, tongue) if need == "condition" else (scope,):
                        yield from _looked_for(argument, inner, tongue)


def _has(value: Fact | Record, name: str) -> bool:
    """Whether a name is that of an item's own field."""
    return isinstance(value, Record) and name in value.fields


def _items(of: Expression, scope: Scope, tongue: Tongue) -> Iterator[Scope]:
    """The scope for each item of a list."""
    listing = evaluate(of, scope, tongue)
    for item in filter(given, listing.items if isinstance(listing, Listing) else ()):
        yield {**scope, "item": item, **(item.fields if isinstance(item, Record) else {})}
