"""The slots of a blueprint while it is made: each is a key; what turns out to be one is joined, and names are given at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from msgspec.structs import replace

from drafter.distillation.choices import Choices, Text
from drafter.distillation.facts import NOWHERE, Fact, Span, Value, called
from drafter.expression.grammar import WORDS
from drafter.facts.amounts import measure
from drafter.facts.hit import Hit, Kind
from drafter.facts.look import Look
from drafter.language import Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Slot, SlotType
from drafter.model.brief import SETTINGS
from drafter.model.value import Fact as Read

RESERVED = WORDS | {*SETTINGS, "emphases", "item"}
"""What no slot can be called."""
AROUND = 10
"""Characters of the sentence that a question shows on either side."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
KINDS: Mapping[Kind, SlotType] = {"deadline": "due", "figure": "quantity"}
"""The types of facts, where all that speeches say reads so."""
WHOLE_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class Slots:
    """What the speeches say in each slot, as far as they have been laid together."""

    def __init__(self, speeches: int, choices: Choices) -> None:
        self.settled = choices.facts
        self.facts: dict[int, Fact] = dict(choices.facts)
        self.fresh = count(max(choices.facts, default=-1) + 1)
        self.same: dict[int, int] = {}
        """For slots that turned out to be one, another of them."""
        self.found: list[dict[int, Value]] = [{} for _ in range(speeches)]
        """What each speech has in a slot, wherever that is."""
        self.told: list[dict[int, Value]] = [{} for _ in range(speeches)]
        """What the brief of each says: what stands in the blueprint."""
        self.used: dict[int, None] = {}
        """The slots that stand in the blueprint, in their order."""

    def new(self, fact: Fact, key: int = -1) -> int:
        """The key of one more slot."""
        key = next(self.fresh) if key < 0 else key
        self.facts.setdefault(key, fact)
        return key

    def use(self, key: int, told: Mapping[int, Value]) -> int:
        """A slot stands in the blueprint, with what some speeches say in it."""
        self.used.setdefault(key)
        for n, value in told.items():
            self.told[n][key] = value
        return key

    def first(self, key: int) -> int:
        """The one that stands for all that are one with a slot."""
        while key in self.same:
            key = self.same[key]
        return key

    def join(self, one: int, other: int) -> None:
        """Two slots stand in one place: from now on they are one, unless some speech has other words in each."""
        a, b = self.first(one), self.first(other)
        a, b = (b, a) if b in self.settled and a not in self.settled else (a, b)
        if a == b or b in self.settled:
            return
        members = [key for key in (*self.same, a, b) if self.first(key) in (a, b)]
        for said in zip(self.found, self.told, strict=True):
            values = [one[key] for one in said for key in members if key in one]
            if any(value != values[0] for value in values):
                return
        self.same[b] = a

    def names(self) -> dict[int, str]:
        """What every slot is called in the end: the slots that are one alike, all others apart."""
        themes = [key for key in self.used if self.facts[key].kind in ("meeting", "subject")]
        for key in themes:  # every speech has one meeting and one subject, wherever it names them
            self.join(next(one for one in themes if self.facts[one].name == self.facts[key].name), key)
        done: dict[int, str] = {key: fact.name for key, fact in self.settled.items()}
        taken, times = set(done.values()), Counter[str]()
        for key in self.used:
            first = self.first(key)
            name = wish = self.facts[first].name
            while first not in done:
                times[wish] += 1
                name = wish if times[wish] == 1 else f"{wish}{times[wish]}"
                if name not in taken:
                    done[first] = name
                    taken.add(name)
            done[key] = done[first]
        return done

    def table(self, spans: Mapping[Text, Sequence[Span]], tongue: Tongue) -> dict[int, Fact]:
        """The slots that stand in the blueprint under their names, with what the speeches have in each."""
        names = self.names()
        times = Counter(self.first(span.key) for one in spans.values() for span in one)
        done: dict[int, Fact] = {}
        for key in self.used:
            if (first := self.first(key)) not in done:
                told = [said for n in range(len(self.told)) if (said := self.said(n, first)) is not None]
                fact = _with(called(self.facts[first], names[first]), told, len(self.told), tongue)
                done[first] = replace(fact, count=times[first] or fact.count)
        return done

    def said(self, n: int, first: int) -> Value | None:
        """What the brief of a speech says for a slot."""
        return next((value for key, value in self.told[n].items() if self.first(key) == first), None)


def _with(fact: Fact, told: Sequence[Value], speeches: int, tongue: Tongue) -> Fact:
    """A fact with what speeches say, typed where all of that reads so."""
    if fact.slot.type == "flag":
        return replace(fact, count=len(told))
    if fact.slot.type == "list":
        records = tuple(record for value in told for record in value if not isinstance(record, str))
        return replace(fact, value=records, count=len(records))
    words = [str(value) for value in told]
    slot = replace(fact.slot, example=words[0])
    if not all(reads_as(one, slot, tongue) for one in words):
        slot = replace(slot, type="text")
    return replace(fact, slot=slot, value=" / ".join(dict.fromkeys(words)))


def fact_at(name: str, text: str, hit: Hit, look: Look) -> Fact:
    """What stands somewhere in a text as a fact."""
    words = text[hit.start : hit.end]
    unit = _unit_beside(words, look) if hit.kind in ("figure", "added") else ""
    value = words.removesuffix(unit)
    kind: SlotType = "number" if unit else "date" if WHOLE_DATE.fullmatch(value) else KINDS.get(hit.kind, "text")
    ask = asked(name, text, hit.start, hit.end - len(unit))
    return Fact(Slot(name=name, type=kind, ask=ask, place=NOWHERE), value, hit.kind, unit=unit)


def _unit_beside(words: str, look: Look) -> str:
    """The measure word that stays in the sentence when only the figure is asked for; empty if it goes with the figure."""
    unit = measure(words, look)
    return unit if NUMBER.fullmatch(words.removesuffix(unit)) and look["counted"].fullmatch(unit) else ""


def asked(name: str, text: str, start: int, end: int) -> str:
    """A question: the name, and the sentence in which the fact stood."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{name}，原句“{before}〔 〕{after}”"


def reads_as(text: str, slot: Slot, tongue: Tongue) -> bool:
    """Whether a text is an answer of a slot's type, and prints as it was typed."""
    read = typed(text, slot, tongue)
    if not isinstance(read, Read):
        return slot.type == "flag"
    return tongue.date(read.value) == text if isinstance(read.value, date) else True
