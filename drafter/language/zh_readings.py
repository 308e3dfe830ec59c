"""What Chinese facts say beside their words: readings behind a point."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from drafter.language.picks import texts as texts
from drafter.language.remarks import REMARKS
from drafter.language.zh_dates import time_at
from drafter.language.zh_deadlines import Deadline, deadlines
from drafter.language.zh_facts import body, core, form, state, thing
from drafter.language.zh_quantities import Quantity, quantities
from drafter.model.value import NOTHING, Fact, Value
from drafter.model.words import Knowledge, Words

OWN = "。；，、"
"""Marks that a fact may end in."""
LONGEST_VERB = 5
"""Characters of a verb that are looked at."""


def said(words: str, of: Value) -> Value:
    """Words that were found in a fact; nothing, if there are none."""
    return Fact(words, words, slot_of(of)) if words else NOTHING


def slot_of(value: Value) -> str:
    """The slot that a value fills."""
    return value.slot


def dues(value: Value, knows: Knowledge) -> list[tuple[Deadline, Fact]]:
    """Every deadline of a value, with the fact that it stands in; what merely begins on a day is none."""
    found = [(one, fact) for fact in texts(value) for one in _deadlines_of(fact, knows.today)]
    return [(one, fact) for one, fact in found if not one.begins]


def _deadlines_of(fact: Fact, today: date | None) -> tuple[Deadline, ...]:
    """The deadlines in a fact; a bare day is one where nothing else is asked for."""
    found = deadlines_of(fact.text, today)
    return found if found or not fact.due else deadlines_of(f"{fact.text.rstrip(OWN)}前", today)


@lru_cache(maxsize=1024)
def deadlines_of(text: str, today: date | None) -> tuple[Deadline, ...]:
    """The deadlines in a text; facts are asked again and again."""
    return deadlines(text, today)


@lru_cache(maxsize=1024)
def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities in a text."""
    return quantities(text)


def due(value: Value, knows: Knowledge) -> Value:
    """The earliest deadline that is still to come, in its writer's words; else the last of those that are past."""
    found = dues(value, knows)
    coming = [pair for pair in found if not pair[0].past]
    if not found:
        return NOTHING
    one, fact = min(coming, key=lambda pair: pair[0].day) if coming else max(found, key=lambda pair: pair[0].day)
    return Fact(one.day, one.words, fact.slot, exact=one.exact)


def amount(value: Value, knows: Knowledge) -> Value:
    """The first quantity, as a number and in its writer's words."""
    for fact in texts(value):
        for one in quantities_of(fact.text):
            number = one.number if isinstance(one.number, int) else float(one.number)
            return Fact(number, one.words, fact.slot)
    return NOTHING


def only_amount(value: Value, knows: Knowledge) -> Value:
    """The quantity of a fact that has only one."""
    found = [one for fact in texts(value) for one in quantities_of(fact.text)]
    return amount(value, knows) if len(found) == 1 else NOTHING


def shape(value: Value, knows: Knowledge) -> Value:
    """What a fact is made of."""
    return next((said(form_of(fact.text, knows.words), fact) for fact in texts(value)), NOTHING)


@lru_cache(maxsize=1024)
def form_of(text: str, words: Words) -> str:
    """The form of a text; what begins with a noun that looks like a verb does not begin with a verb."""
    named = text[time_of(text) :].startswith(words.nouns)
    return form(text, frozenset() if named else words.by_verb)


def kind(value: Value, knows: Knowledge) -> Value:
    """The class of measure that a fact is."""
    return next((said(name, fact) for fact in texts(value) if (name := class_of(fact.text, knows.words))), NOTHING)


@lru_cache(maxsize=1024)
def class_of(text: str, words: Words) -> str:
    """The class of measure that a text begins with, or else has words of; empty for none."""
    plain = text[time_of(text) :].removeprefix("，")
    if not plain.startswith(words.nouns):
        for size in range(LONGEST_VERB, 1, -1):
            if name := words.by_verb.get(plain[:size]):
                return name
    who = body(plain, words.by_verb)
    told = plain[len(who.name) :] if who else text  # 市粮食和物资储备局 stores nothing by its name
    return next((one.name for one in words.measures if any(word in told for word in one.matches)), "")


@lru_cache(maxsize=1024)
def time_of(text: str) -> int:
    """Where the time ends that a text begins with."""
    return time_at(text)


def of_text(find: Callable[[str, Knowledge], str]) -> Callable[[Value, Knowledge], Value]:
    """A reading of a text, and of an item by its first text that has it."""

    def found(value: Value, knows: Knowledge) -> Value:
        return next((said(words, fact) for fact in texts(value) if (words := find(fact.text, knows))), NOTHING)

    return found


def doc_kind(text: str, knows: Knowledge) -> str:
    """The kind of document that a text names: the longest that its name ends in."""
    title = re.split("[》，。（(]", text.removeprefix("《"), maxsplit=1)[0]
    kinds = [kind for kind in knows.words.documents if title.endswith(kind)]
    return max(kinds, key=len, default="")


def doc_verb(stage: str) -> Callable[[str, Knowledge], str]:
    """The verb by which a document of its kind is made, or passed."""

    def found(text: str, knows: Knowledge) -> str:
        verbs = knows.words.documents.get(doc_kind(text, knows), {}).get(stage, ())
        return verbs[0] if verbs else ""

    return found


def body_kind(text: str, knows: Knowledge) -> str:
    """The kind of the body that a text begins with."""
    found = body(text)
    return found.kind if found else ""


@lru_cache(maxsize=1024)
def relation(text: str, words: Words) -> str:
    """How a text stands to the others of its list; empty where words of two relations stand in it, or of none."""
    found = [name for name, told in words.relations.items() if any(word in text for word in told)]
    return found[0] if len(found) == 1 else ""


def ordinal(value: Value, knows: Knowledge) -> Value:
    """Which item of its list a value is."""
    found = re.findall(r"\[(\d+)\]", slot_of(value))
    return Fact(int(found[-1]), found[-1]) if found else NOTHING


def length(value: Value, knows: Knowledge) -> Value:
    """How many characters a fact has."""
    size = sum(len(fact.text) for fact in texts(value))
    return Fact(size, str(size))


def remark(mark: str) -> Callable[[Value, Knowledge], Value]:
    """What stands behind a mark of a fact, or of any field of an item."""

    def found(value: Value, knows: Knowledge) -> Value:
        for fact in texts(value):
            for name, words in fact.remarks:
                if name == mark:
                    return Fact(words, words, f"{fact.slot}") if REMARKS[mark] else Fact(True, "", fact.slot)
        return NOTHING if REMARKS[mark] else Fact(False)

    return found


state_of = of_text(lambda text, knows: state(text))
thing_of = of_text(lambda text, knows: thing(text, knows.words.by_verb))
body_of = of_text(lambda text, knows: found.name if (found := body(text, knows.words.by_verb)) else "")
body_kind_of = of_text(body_kind)
core_of = of_text(lambda text, knows: core(text, knows.today))
relation_of = of_text(lambda text, knows: relation(text, knows.words))
doc_kind_of = of_text(doc_kind)
made_by = of_text(doc_verb("make"))
passed_by = of_text(doc_verb("pass"))
