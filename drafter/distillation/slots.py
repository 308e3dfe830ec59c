"""The slots of a blueprint while it is made: each is a key; what turns out to be one is joined, and names are given at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from msgspec.structs import replace

from drafter.distillation.choices import Choices
from drafter.distillation.facts import NOWHERE, Fact, Span, Value, called, unused
from drafter.distillation.words import Text
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
FEWEST_AROUND, AROUND = 2, 16
"""Characters of the sentence that a question shows on either side."""
CLAUSE_ENDS = re.compile("[，。；：！？]")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
KINDS: Mapping[Kind, SlotType] = {"deadline": "due", "figure": "quantity"}
"""The types of facts, where all that speeches say reads so."""
WHOLE_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class Slots:
    """What the speeches say in each slot, as far as they have been laid together."""

    def __init__(self, choices: Choices) -> None:
        self.settled = choices.facts
        self.facts: dict[int, Fact] = dict(choices.facts)
        self.fresh = count(max(choices.facts, default=-1) + 1)
        self.told: dict[int, dict[int, Value]] = {}
        """The slots that stand in the blueprint, in their order, with what the brief of each speech says."""
        self.same: dict[int, int] = {}
        """For slots that turned out to be one, another of them."""

    def new(self, fact: Fact) -> int:
        """The key of one more slot."""
        key = next(self.fresh)
        self.facts[key] = fact
        return key

    def use(self, fact: Fact, told: Mapping[int, Value], key: int = -1) -> int:
        """The key of a slot that stands in the blueprint, with what speeches say in it."""
        key = self.new(fact) if key < 0 else key
        self.told[key] = dict(told)
        return key

    def first(self, key: int) -> int:
        """The one that stands for all that are one with a slot."""
        while key in self.same:
            key = self.same[key]
        return key

    def join(self, one: int, other: int) -> None:
        """Two slots are one from now on, unless some speech has other words in each."""
        a, b = sorted((self.first(one), self.first(other)))
        mine, theirs = self.told.get(a, {}), self.told.get(b, {})
        if a != b and b not in self.settled and all(mine[n] == theirs[n] for n in mine.keys() & theirs.keys()):
            self.same[b] = a
            self.told.setdefault(a, {}).update(theirs)

    def named(self, spans: Mapping[Text, Sequence[Span]], tongue: Tongue) -> dict[int, Fact]:
        """The slots that stand in the blueprint under their names, with what the speeches have in each."""
        themes = [key for key in self.told if self.facts[key].kind in ("meeting", "subject")]
        for key in themes:  # every speech has one meeting and one subject, wherever it names them
            self.join(next(one for one in themes if self.facts[one].name == self.facts[key].name), key)
        times = Counter(self.first(span.key) for one in spans.values() for span in one)
        taken = {fact.name for fact in self.settled.values()}
        done: dict[int, Fact] = {}
        for key in dict.fromkeys(map(self.first, self.told)):
            fact = self.facts[key]
            name = fact.name if key in self.settled else unused(fact.name, taken)
            taken.add(name)
            told = [value for _, value in sorted(self.told[key].items())]
            done[key] = _with(replace(called(fact, name), count=times[key]), told, tongue)
        return done


def _with(fact: Fact, told: Sequence[Value], tongue: Tongue) -> Fact:
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
    """A question: the name, and the clause in which the fact stood; where it begins its clause, the one before, too."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    marks = [found.end() for found in CLAUSE_ENDS.finditer(before) if len(before) - found.end() >= FEWEST_AROUND]
    stop = CLAUSE_ENDS.search(after, FEWEST_AROUND)
    return f"{name}，原句“{before[marks[-1] if marks else 0 :]}〔 〕{after[: stop.start()] if stop else after}”"


def list_fact(name: str, records: Sequence[Mapping[str, str]], tongue: Tongue) -> Fact:
    """Records as a fact; a field is a deadline or an amount where all of it reads so."""

    def field(key: str) -> Slot:
        kinds = (Slot(name=key, type=kind, ask=key, example=records[0][key], place=NOWHERE) for kind in KINDS.values())
        read = (slot for slot in kinds if all(reads_as(record[key], slot, tongue) for record in records))
        return next(read, Slot(name=key, ask=key, example=records[0][key], place=NOWHERE))

    fields = tuple(map(field, records[0]))
    slot = Slot(name=name, type="list", ask=f"{name}，一项一条", min=2, fields=fields, place=NOWHERE)
    return Fact(slot, tuple(records), "records")


def reads_as(text: str, slot: Slot, tongue: Tongue) -> bool:
    """Whether a text is an answer of a slot's type, and prints as it was typed."""
    read = typed(text, slot, tongue)
    if not isinstance(read, Read):
        return slot.type == "flag"
    return tongue.date(read.value) == text if isinstance(read.value, date) else True
