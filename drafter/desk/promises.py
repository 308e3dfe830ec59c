"""What last year's speech promised, and what a blueprint says of last year in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from drafter.desk.draft import Draft
from drafter.desk.overdue import slotted
from drafter.expression.walk import names_in, names_of
from drafter.language import TONGUES, Tongue
from drafter.language.overdue import says_done
from drafter.model.blueprint import Blueprint, Node, every, wordings
from drafter.model.value import Fact
from drafter.yamltext.data import at, path_of
from drafter.yamltext.parse import parse
from drafter.yamltext.proof import Spot
from drafter.yamltext.splice import insert, put, remove
from drafter.yamltext.tree import Document

ACHIEVED = "achievements"
"""The move that tells what became of promises."""


def promises_of(draft: Draft, till: date | None) -> Iterator[str]:
    """What a speech promised: how much is to be done by a day that has come since, or what it set as a goal."""
    tongue, knows, words = TONGUES[draft.blueprint.language], draft.knows, TONGUES[draft.blueprint.language].next_year
    due = tongue.readings.get(tongue.due_reading)
    texts = [fact for _, fact in slotted(draft.brief, draft.blueprint)]
    until = {fact.slot.rpartition(".")[0]: fact.text for fact in texts if fact.due}
    for fact in texts:
        if not words.promises(fact.text) or says_done(tongue, fact, knows):
            continue
        day = due.find(fact, knows) if due else None
        term = next((until[one] for one in _around(fact.slot) if one in until), "")
        if isinstance(day, Fact) and isinstance(day.value, date):
            if (knows.today is None or day.value > knows.today) and (till is None or day.value <= till):
                yield fact.text
        elif term:
            yield words.by.format(what=fact.text, term=term)
        elif words.goals.search(_named_as(draft.blueprint, fact.slot)):
            yield fact.text


def _named_as(blueprint: Blueprint, slot: str) -> str:
    """The name of a slot and its question."""
    name = str(path_of(slot)[0])
    return f"{name} {blueprint.slots[name].ask}"


def _around(slot: str) -> Iterator[str]:
    """The items that a value stands in, innermost first."""
    while "." in slot:
        slot = slot.rpartition(".")[0]
        yield slot


def with_promises(doc: Document, promised: Sequence[str], blueprint: Blueprint, tongue: Tongue) -> Document:
    """The brief with what was promised, behind the slot for what was achieved."""
    if not promised:
        return doc
    achieved, words = achieved_in(blueprint), tongue.next_year
    if at(doc.root, ("promised",)) is not None:
        doc = remove(doc, ("promised",))
    if achieved and at(doc.root, (achieved,)) is not None:
        doc = insert(doc, Spot("after", (achieved,)), [*promised], "promised")
    else:
        doc = put(doc, ("promised",), [*promised])
    says = words.promised.format(slot=achieved) if achieved else words.promised_alone
    node = at(doc.root, ("promised",))
    assert node is not None
    line = doc.text.rfind("\n", 0, doc.text.rindex("promised", 0, node.start)) + 1
    return parse(f"{doc.text[:line]}# {says}\n{doc.text[line:]}", doc.file)


def still_last_years(blueprint: Blueprint) -> Iterator[str]:
    """The sentences of a blueprint whose own words name a year, a day or a quantity, which no brief can make this year's."""
    tongue = TONGUES[blueprint.language]
    words = tongue.next_year
    nodes = every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))
    for prose in (
        *(one.prose for front in blueprint.front.values() for one in front),
        *(p for n in nodes for p in wordings(n)),
    ):
        own = [piece for piece in prose.pieces if isinstance(piece, str)]
        if any([*words.counted(one), *tongue.dates(one)] or words.promises(one) for one in own):
            yield " ".join(prose.text.split())


def achieved_in(blueprint: Blueprint) -> str:
    """The slot that tells what was achieved; nothing where no sentence does."""
    nodes = every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))
    names = (name for node in nodes if node.move == ACHIEVED for name in _named_in(node))
    return next((name for name in names if name in blueprint.asked and blueprint.slots[name].type == "list"), "")


def _named_in(node: Node) -> Iterator[str]:
    """The slots that a node goes through or names."""
    if node.each is not None:
        yield from (one.name for one in names_in(node.each))
    for prose in wordings(node):
        yield from (one.name for one in names_of(prose))
