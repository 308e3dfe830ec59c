"""A speech → the table of its facts, each under one name."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation import words
from drafter.distillation.choices import NOTHING, Choices
from drafter.distillation.facts import Fact, Facts, Pattern, Span
from drafter.distillation.lists import rows
from drafter.facts import names
from drafter.facts.amounts import measure
from drafter.facts.find import hits, signed
from drafter.facts.hit import Eagerness, Hit, Kind
from drafter.facts.look import Look
from drafter.facts.themes import known
from drafter.language import Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Slot, SlotType
from drafter.model.speech import Speech
from drafter.model.value import Fact as Value
from drafter.problem import Place

NOWHERE = Place("")
MOST = 500
"""Facts that become slots; nobody fills in a brief that asks for more."""
LONGEST_TOPIC = 6
"""Characters of a heading that can tell two facts under it apart."""
AROUND = 10
"""Characters of the sentence that a question shows on either side."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WHOLE_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
NEAR = 1_000
"""Characters before and behind a fact that can tell its name."""
SURE = 3
"""Figures of a number that is hardly the same by chance: the same one is the same fact, whatever it is called."""


def facts_of(
    speech: Speech,
    eager: Eagerness,
    look: Look,
    reserved: Collection[str] = (),
    *,
    n: int = 0,
    lists: bool = True,
    choices: Choices = NOTHING,
) -> Facts:
    """The facts of a speech, the n-th; the same words for the same thing are one, a placeholder is one each time.

    With `lists`, points of one pattern are one fact; without, their facts are told, and the pattern beside them.
    """
    tongue = look.tongue
    lines = words.front(speech)
    whole = [*lines.values(), *(text for block in words.parts(speech) for text in words.texts(block, tongue))]
    all = known(whole, lines.get("title", ""), look) if eager == "facts" else {}
    kinds = {found[0][-1] for text in whole for found in look["own"].finditer(text)} | {
        *look.signs.patterns.get("above", ())
    }
    own = {kind + look.fixed("place") for kind in kinds}
    seen = functools.cache(functools.partial(hits, eager=eager, look=look, known=all))
    settled = {id: one for (k, id), one in choices.patterns.items() if k == n}
    found = list(rows(speech, look, seen, eager == "facts", settled))
    said = [text for block, shared in found if shared is None for text in words.texts(block, tongue)]
    reserved = frozenset((*reserved, *choices.facts, *choices.flags.values()))
    gatherer = _Gatherer(look, reserved, frozenset(own), _names_of_offices(said, seen, look), choices, n)
    for key, text in lines.items():
        named = signed(text, look) if key == "byline" and eager == "facts" else ()
        gatherer.take(text, named or seen(text), look.fixed("speaker") if named else "")
    under = words.sections(speech)
    for block, shared in found if lists else rows(speech, look, seen, False, {}):
        gatherer.section, gatherer.topic = under.get(block.id, ("", ""))
        if shared is None:
            for text in words.texts(block, tongue):
                gatherer.take(text, seen(text))
        else:
            gatherer.take(shared.lead, seen(shared.lead))
            gatherer.listed(block.id, shared)
            gatherer.take(shared.tail, seen(shared.tail))
    done = gatherer.done()
    return done if lists else replace(done, patterns={block.id: shared for block, shared in found if shared})


def _names_of_offices(texts: Sequence[str], seen: Callable[[str], tuple[Hit, ...]], look: Look) -> dict[str, str]:
    """What offices are called that do not do the same wherever they stand: not by what they do, but by themselves."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for hit in seen(text):
            if hit.kind == "organisation":
                called[text[hit.start : hit.end]].add(names.called(hit, text, look))
    return {office: names.office(office, look) for office, one in called.items() if len(one) > 1}


class _Gatherer(Struct):
    """Takes the facts text by text, and gives each its name."""

    look: Look
    reserved: frozenset[str]
    own: frozenset[str]
    """Placeholders of these names all stand for one: a speech is about its own province."""
    roles: Mapping[str, str]
    """Names of facts that are not told from where they stand."""
    choices: Choices
    n: int
    table: dict[str, Fact] = field(default_factory=dict)
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    taken: dict[tuple[Kind, str, str], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)
    left: int = 0
    section: str = ""
    topic: str = ""
    """The nearest heading."""

    def done(self) -> Facts:
        """What was taken."""
        return Facts(tuple(self.table.values()), self.spans, self.patterns, self.left)

    def listed(self, id: str, shared: Pattern) -> None:
        """One more list of records."""
        settled = self.choices.patterns.get((self.n, id))
        name = settled.name if settled else self._unused(shared.name)
        slot = list_slot(name, shared, self.choices.facts)
        self.table[name] = Fact(slot, shared.records, "records", len(shared.records), section=self.section)
        self.patterns[id] = replace(shared, name=name)

    def take(self, text: str, found: Sequence[Hit], who: str = "") -> None:
        """The facts of one more text; `who` is what the person in it is called."""
        if text in self.spans:
            return
        if (settled := self.choices.spans.get((self.n, text))) is not None:
            self._settle(text, settled)
            return
        spans = []
        for hit in found:
            if len(self.table) >= MOST:
                self.left += 1
                continue
            name = self._name(*_beside(hit, text), text[hit.start : hit.end], who)
            fact = replace(fact_at(name, text, hit, self.look), section=self.section)
            if name in self.table:
                fact = replace(self.table[name], count=self.table[name].count + 1)
            self.table[name] = fact
            spans.append(Span(hit.start, hit.end - len(fact.unit), name))
        self.spans[text] = tuple(spans)

    def _settle(self, text: str, spans: tuple[Span, ...]) -> None:
        """A text that was gone through: its facts have their names."""
        for span in spans:
            fact, before = self.choices.facts[span.name], self.table.get(span.name)
            value = text[span.start : span.end]
            self.table[span.name] = (
                replace(before, count=before.count + 1)
                if before
                else replace(fact, value=value, count=1, section=self.section)
            )
        self.spans[text] = spans

    def _name(self, hit: Hit, text: str, fact: str, who: str) -> str:
        office = self.look.fixed("office") if who and hit.kind == "office" else ""
        name = f"{who}{office}" or self.roles.get(fact) or names.called(hit, text, self.look)
        if (hit.kind == "placeholder" and name not in self.own) or hit.kind == "deadline":
            return self._unique(name, hit, text)
        same = self._matter(name, hit, fact)
        key = (hit.kind, fact, same)
        if key not in self.taken:
            self.taken[key] = self._unique(name, hit, text)
        return self.taken[key]

    def _matter(self, name: str, hit: Hit, fact: str) -> str:
        """What must be alike, too, for the same words to be one fact."""
        if hit.kind == "placeholder" or (hit.kind == "figure" and sum(map(str.isdigit, fact)) < SURE):
            return name
        return ""

    def _unique(self, name: str, hit: Hit, text: str) -> str:
        name = name if name not in self.reserved else name + self.look.fixed("content")
        topic = self.topic if hit.kind != "place" and not self.look["weak"].match(self.topic) else ""
        told = (f"{topic}{name}",) if 0 < len(topic) <= LONGEST_TOPIC else ()
        wished: tuple[str, ...] = (name, *names.apart(name, hit, text, self.look), *told)
        for other in wished:
            if other not in self.table and other not in self.reserved and other.isidentifier():
                return other
        return self._unused(name)

    def _unused(self, name: str) -> str:
        if name not in self.table and name not in self.reserved:
            return name
        while True:
            number = self.numbers[name] = self.numbers.get(name, 1) + 1
            if (unique := f"{name}{number}") not in self.table:
                return unique


def fact_at(name: str, text: str, hit: Hit, look: Look) -> Fact:
    """What stands somewhere in a text as a fact."""
    words = text[hit.start : hit.end]
    unit = _unit_beside(words, look) if hit.kind in ("figure", "added") else ""
    value = words.removesuffix(unit)
    kind: SlotType = "number" if unit else "date" if WHOLE_DATE.fullmatch(value) else "text"
    slot = Slot(
        name=name,
        type=kind,
        ask=asked(name, text, hit.start, hit.start + len(value)),
        example=value if hit.kind != "placeholder" else "",
        place=NOWHERE,
    )
    slot = slot if reads_as(value, slot, look.tongue) else replace(slot, type="text")
    return Fact(slot, value, hit.kind, unit=unit)


def _unit_beside(words: str, look: Look) -> str:
    """The measure word that stays in the sentence when only the figure is asked for; empty if it goes with the figure."""
    unit = measure(words, look)
    return unit if NUMBER.fullmatch(words.removesuffix(unit)) and look["counted"].fullmatch(unit) else ""


def _beside(hit: Hit, text: str) -> tuple[Hit, str]:
    """A hit in what stands about it, which tells its name: a text may be long and full of facts."""
    first = max(0, hit.start - NEAR)
    return replace(hit, start=hit.start - first, end=hit.end - first), text[first : hit.end + NEAR]


def list_slot(name: str, shared: Pattern, settled: Mapping[str, Fact]) -> Slot:
    """A slot for the records of a pattern."""
    first = shared.records[0].items()
    fields = tuple(Slot(name=one, ask=one, example=words, place=NOWHERE) for one, words in first)
    ask = settled[shared.name].slot.ask if shared.name in settled else f"{name}，一项一条"
    return Slot(name=name, type="list", ask=ask, min=2, fields=fields, place=NOWHERE)


def reads_as(text: str, slot: Slot, tongue: Tongue) -> bool:
    """Whether a text is an answer of a slot's type, and prints as it was typed."""
    read = typed(text, slot, tongue)
    if not isinstance(read, Value):
        return slot.type == "flag"
    return tongue.date(read.value) == text if isinstance(read.value, date) else True


def asked(name: str, text: str, start: int, end: int) -> str:
    """The name, and the sentence in which the fact stood."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{name}，原句“{before}〔 〕{after}”"
