"""Facts that nobody hears because the brief leaves out the nodes that say them, and remarks that no sentence takes up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from msgspec.structs import replace

from drafter.compose import compose
from drafter.desk.sums import marked
from drafter.expression.evaluate import given
from drafter.language.computed import figures_of, slots_of
from drafter.language.measure import lines_of, slots_said, slots_shown
from drafter.language.remarks import UNPRINTED
from drafter.model.blueprint import Blueprint, every
from drafter.model.brief import Brief
from drafter.model.speech import Speech, plain
from drafter.model.value import Fact, Listing, Record, Value
from drafter.model.words import Words
from drafter.plan import plan
from drafter.problem import Place, Problem
from drafter.sentences.facts import BY_MANY, FOR_LENGTH, FOR_LENGTH_MORE, UNSAID
from drafter.yamltext.data import path_of

LONGEST_NAME = 12
"""Characters of a text that may be a name only, which some sentences use and others do not."""
MOST_NODES, MOST_FACTS = 5, 12
"""Nodes, and facts, that one warning names; the others are counted."""
Find = Callable[[str], Place]
"""Where the brief has the fact of a slot."""


def left_out(
    brief: Brief, blueprint: Blueprint, speech: Speech, words: Words, place: Find, cut: Set[str] = frozenset()
) -> Iterator[Problem]:
    """A warning for every fact that the speech would say if nothing were left out, and for every remark that it does not say.

    What the brief leaves out for its length's sake is one warning; `cut` are the facts that are told elsewhere.
    """
    fuller = _of_any_length(brief, blueprint)
    longer = speech if fuller == brief else compose(plan(blueprint, fuller, words))
    if fuller.omit:
        whole = compose(plan(blueprint, replace(fuller, omit=()), words))
        yield from _left_by_hand(fuller, slots_said(whole) - slots_said(longer))
    elif not brief.omit:
        yield from _unsaid(brief, blueprint, speech)
    if longer is not speech:
        yield from _left_for_length(brief, slots_shown(longer), slots_shown(speech) | cut)
    yield from _remarks_left_out(brief, speech, place)


def in_short(lost: Iterable[str], said: Iterable[str], order: Iterable[str]) -> tuple[str, ...]:
    """Facts that are not said, those of the slots named in their order: a list or an item of which nothing is said by its name alone."""
    heads = {name: n for n, name in enumerate(order)}
    kept = {name for slot in said for name in _around(slot)}
    found = (next((name for name in _around(slot) if name not in kept), "") for slot in lost)
    paths = {name: path_of(name) for name in found if name}
    known = [name for name, path in paths.items() if path[0] in heads]
    return tuple(
        sorted(known, key=lambda name: [step if isinstance(step, int) else heads.get(step, 0) for step in paths[name]])
    )


def _around(slot: str) -> Iterator[str]:
    """The names of what a fact lies in, and its own: 任务, 任务[2], 任务[2].时限."""
    return (slot[: end.start()] for end in re.finditer(r"(?<!^)(?=[.\[])|$", slot))


def _of_any_length(brief: Brief, blueprint: Blueprint) -> Brief:
    """The brief without what it leaves out for the sake of the length that it wishes, as `drafter fit --write` writes it."""
    if brief.minutes is None:
        return brief
    zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    may_go = {node.id for node in every(zones) if node.optional or node.deepen}
    return replace(brief, omit=tuple(key for key in brief.omit if key.partition("[")[0] not in may_go), keep={})


def _left_by_hand(brief: Brief, lost: Set[str]) -> Iterator[Problem]:
    """A warning for every fact that the nodes would say which the brief leaves out."""
    nodes, more = ", ".join(brief.omit[:MOST_NODES]), len(brief.omit) - MOST_NODES
    for name in (one for one in brief.values if one in lost):
        facts, at = {"name": name, "of": nodes}, brief.places.get(name, brief.place)
        if more > 0:
            yield Problem("fact-left-out", at, {**facts, "count": str(more)}, "warning", says=BY_MANY)
        else:
            yield Problem("fact-left-out", at, facts, "warning")


def _left_for_length(brief: Brief, whole: Set[str], said: Set[str]) -> Iterator[Problem]:
    """One warning for all facts that are not said for the length's sake."""
    lost = in_short(whole - said, said, brief.values)
    if lost:
        facts = {
            "name": ", ".join(lost[:MOST_FACTS]),
            "size": f"{brief.minutes:g}",
            "count": str(len(lost) - MOST_FACTS),
        }
        says = FOR_LENGTH_MORE if len(lost) > MOST_FACTS else FOR_LENGTH
        yield Problem("fact-left-out", brief.places.get("minutes", brief.place), facts, "warning", says=says)


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
