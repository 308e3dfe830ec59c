"""The texts that a brief gives, and those whose day has gone by when the speech is held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.desk.draft import Draft
from drafter.language import TONGUES
from drafter.language.overdue import gone_by, says_done
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.brief import Brief
from drafter.model.value import Fact, Listing, Record, Value
from drafter.problem import Place, Problem
from drafter.yamltext.align import place_in
from drafter.yamltext.data import at, path_of
from drafter.yamltext.tree import Scalar


def texts_of(brief: Brief, blueprint: Blueprint) -> Iterator[Fact]:
    """Every text, in the order of the slots; a date, a figure or a choice says no more than itself."""
    return (fact for _, fact in slotted(brief, blueprint))


def slotted(brief: Brief, blueprint: Blueprint) -> Iterator[tuple[Slot, Fact]]:
    """The same, each with its slot or field."""
    for name, slot in blueprint.slots.items():
        if name in brief.values:
            yield from _texts(slot, brief.values[name])


def _texts(slot: Slot, value: Value) -> Iterator[tuple[Slot, Fact]]:
    match value:
        case Listing(items):
            for item in items:
                yield from _texts(slot.item or slot, item)
        case Record(fields):
            for field in slot.fields:
                if field.name in fields:
                    yield from _texts(field, fields[field.name])
        case Fact(value=str()) if slot.type != "choice":
            yield slot, value
        case _:
            return


def overdue(draft: Draft) -> Iterator[Problem]:
    """A warning for every deadline before the day of the speech, unless something in its item says that it is done."""
    tongue, knows = TONGUES[draft.blueprint.language], draft.knows
    due = tongue.readings.get(tongue.due_reading)
    if due is None or knows.today is None:
        return
    texts = [*texts_of(draft.brief, draft.blueprint)]
    done = {_item(fact.slot) for fact in texts if says_done(tongue, fact, knows)}
    for fact in texts:
        found = due.find(fact, knows)
        if not isinstance(found, Fact) or not isinstance(found.value, date) or _item(fact.slot) in done:
            continue
        if gone_by(found.value, knows.today):
            facts = {"name": fact.slot, "what": found.text, "date": found.value.isoformat()}
            yield Problem("deadline-past", _place(draft, fact.slot, found.text), facts, "warning")


def out_of_season(draft: Draft) -> Iterator[Problem]:
    """A warning for every fact that speaks of a season as here or at hand when the speech is held, though it surely is not."""
    find = TONGUES[draft.blueprint.language].out_of_season
    for fact in texts_of(draft.brief, draft.blueprint) if find and draft.knows.today else ():
        found = find(fact.text, draft.knows) if find else None
        if found:
            facts = {"name": fact.slot, "what": found, "date": str(draft.knows.today)}
            yield Problem("out-of-season", _place(draft, fact.slot, found), facts, "warning")


def _item(slot: str) -> str:
    """The item that a field belongs to, or the text itself."""
    return slot.rpartition(".")[0] or slot


def _place(draft: Draft, slot: str, words: str) -> Place:
    """Where words of a fact stand in the brief."""
    node = at(draft.document.root, path_of(slot)) if draft.document else None
    return place_in(node, max(0, node.text.find(words))) if isinstance(node, Scalar) else draft.brief.place
