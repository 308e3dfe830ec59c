"""Facts that nobody hears because the brief leaves out the nodes that say them, and remarks that no sentence takes up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from drafter.compose import compose
from drafter.desk.sums import marked
from drafter.expression.evaluate import given
from drafter.language.computed import figures_of, slots_of
from drafter.language.measure import lines_of, slots_said, slots_shown
from drafter.language.remarks import UNPRINTED
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.speech import Speech, plain
from drafter.model.value import Fact, Listing, Record, Value
from drafter.model.words import Words
from drafter.plan import plan
from drafter.problem import Place, Problem
from drafter.sentences.facts import UNSAID
from drafter.yamltext.data import path_of

LONGEST_NAME = 12
"""Characters of a text that may be a name only, which some sentences use and others do not."""
Find = Callable[[str], Place]
"""Where the brief has the fact of a slot."""


def left_out(brief: Brief, blueprint: Blueprint, speech: Speech, words: Words, place: Find) -> Iterator[Problem]:
    """A warning for every fact that the speech would say if nothing were left out, and for every remark that it does not say."""
    if brief.omit:
        said = slots_said(speech)
        whole = slots_said(compose(plan(blueprint, replace(brief, omit=()), words)))
        nodes = ", ".join(brief.omit)
        for name in brief.values:
            if name in whole and name not in said:
                yield Problem(
                    "fact-left-out", brief.places.get(name, brief.place), {"name": name, "of": nodes}, "warning"
                )
    else:
        yield from _unsaid(brief, blueprint, speech)
    yield from _remarks_left_out(brief, speech, place)


def _unsaid(brief: Brief, blueprint: Blueprint, speech: Speech) -> Iterator[Problem]:
    """The facts of some length that are asked for and given, and of which no sentence that stands says anything."""
    said = slots_said(speech) | {path_of(slot)[0] for figure in figures_of(speech) for slot in slots_of(figure)}
    for name in blueprint.asked:
        value = brief.values.get(name)
        if name not in said and value is not None and (isinstance(value, Listing) or _long(value)) and given(value):
            yield Problem("fact-not-said", brief.places.get(name, brief.place), {"name": name}, "warning", says=UNSAID)
    yield from _half_given(brief, blueprint, speech)


def _half_given(brief: Brief, blueprint: Blueprint, speech: Speech) -> Iterator[Problem]:
    """The items of lists of which nothing is said, as they lack a field without which nothing can be."""
    said: set[str] | None = None
    for name in blueprint.asked:
        due = [one.name for one in blueprint.slots[name].fields if one.missing == "gap"]
        value = brief.values.get(name)
        for item in value.items if due and isinstance(value, Listing) else ():
            lacking = [field for field in due if isinstance(item, Record) and not _has(item, field)]
            if not lacking or not isinstance(item, Record):
                continue
            if said is None:
                said = {_of_item(slot) for slot in slots_shown(speech)}
            if item.slot not in said:
                facts = {"name": item.slot, "what": " ".join(lacking)}
                yield Problem("item-not-said", item.place or brief.place, facts, "warning")


def _has(item: Record, field: str) -> bool:
    return field in item.fields and given(item.fields[field])


def _of_item(slot: str) -> str:
    """The item that a field belongs to: 任务[2] of 任务[2].时限."""
    head, mark, _ = slot.partition("]")
    return head + mark


def _long(value: Value) -> bool:
    """Whether a text is more than a name."""
    return isinstance(value, Fact) and isinstance(value.value, str) and len(value.text) > LONGEST_NAME


def _remarks_left_out(brief: Brief, speech: Speech, place: Find) -> Iterator[Problem]:
    """The remarks with words that are neither printed nor reckoned with."""
    facts = [fact for fact in marked(brief.values.values()) if any(words for _, words in fact.remarks)]
    if not facts:
        return
    said = "\n".join(plain(line) for line in lines_of(speech))
    for fact in facts:
        for mark, words in fact.remarks:
            if words and mark not in UNPRINTED and words not in said:
                told = {"name": fact.slot, "what": mark, "text": words}
                yield Problem("remark-not-said", place(fact.slot), told, "warning")
