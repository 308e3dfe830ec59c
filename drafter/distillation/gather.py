"""A speech → the table of its facts, each under one name."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation import words
from drafter.distillation.facts import Fact, Facts, Pattern, Span
from drafter.distillation.records import of_headings, of_points
from drafter.facts import names
from drafter.facts.amounts import measure
from drafter.facts.find import hits, signed
from drafter.facts.hit import Eagerness, Hit, Kind
from drafter.facts.look import Look
from drafter.facts.themes import known
from drafter.language import Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Slot, SlotType
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain
from drafter.model.value import Fact as Value
from drafter.problem import Place

NOWHERE = Place("")
MOST = 500
"""Facts that become slots; nobody fills in a brief that asks for more."""
FEWEST_ALONE = 3
"""Items that make a list where nothing tells them off."""
MOST_BEGINNINGS = 3
"""Passages of a row, at one of which its pattern begins: the first may lead to the others."""
LONGEST_TOPIC = 6
"""Characters of a heading that can tell two facts under it apart."""
FEWEST_AROUND, AROUND = 2, 16
"""Characters of the sentence that a question shows on either side."""
CLAUSE_ENDS = re.compile("[，。；：！？]")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WHOLE_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
NEAR = 1_000
"""Characters before and behind a fact that can tell its name."""
SURE = 3
"""Figures of a number that is hardly the same by chance: the same one is the same fact, whatever it is called."""


def facts_of(
    speech: Speech, eager: Eagerness, look: Look, reserved: Collection[str] = (), *, lists: bool = True
) -> Facts:
    """The facts of a speech; the same words for the same thing are one, a placeholder is one each time.

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
    rows = list(_rows(speech, look, seen, eager == "facts"))
    said = [text for block, shared in rows if shared is None for text in words.texts(block, tongue)]
    gatherer = _Gatherer(look, frozenset(reserved), frozenset(own), _names_of_offices(said, seen, look))
    for key, text in lines.items():
        named = signed(text, look) if key == "byline" and eager == "facts" else ()
        gatherer.take(text, named or seen(text), look.fixed("speaker") if named else "")
    under = words.sections(speech)
    for block, shared in rows if lists else _rows(speech, look, seen, lists=False):
        gatherer.section, gatherer.topic = under.get(block.id, ("", ""))
        if shared is None:
            for text in words.texts(block, tongue):
                gatherer.take(text, seen(text))
        else:
            gatherer.take(shared.lead, seen(shared.lead))
            gatherer.listed(block.id, shared)
            gatherer.take(shared.tail, seen(shared.tail))
    found = gatherer.done()
    return found if lists else replace(found, patterns={block.id: shared for block, shared in rows if shared})


def _names_of_offices(texts: Sequence[str], seen: Callable[[str], tuple[Hit, ...]], look: Look) -> dict[str, str]:
    """What offices are called that do not do the same wherever they stand: not by what they do, but by themselves."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for hit in seen(text):
            if hit.kind == "organisation":
                called[text[hit.start : hit.end]].add(names.called(hit, text, look))
    return {office: names.office(office, look) for office, one in called.items() if len(one) > 1}


def _rows(
    speech: Speech, look: Look, seen: Callable[[str], tuple[Hit, ...]], lists: bool
) -> Iterator[tuple[Block, Pattern | None]]:
    """Every part with the pattern of its points, if they have one; of headings in a row that share one, the first."""
    tongue = look.tongue

    def below(blocks: Sequence[Block]) -> Iterator[tuple[Block, Pattern | None]]:
        row = words.row(blocks) if lists else words.Row()
        columns = list(zip(*(words.said(block, tongue) for block in row.heads), strict=True))
        lead = _before(blocks, row.heads[0].id) if columns else ""
        shared = of_headings([(texts, list(map(seen, texts))) for texts in columns], lead, look) if columns else None
        alone = dict(_paragraphs(blocks, look, seen)) if lists else {}
        for block in blocks:
            if block.id in alone:
                if one := alone[block.id]:
                    yield block, one
                continue
            if shared and isinstance(block, Headed):  # all headings of a place are in its row
                if block.id == row.heads[0].id:
                    yield block, replace(shared, ids=tuple(head.id for head in row.heads))
                    yield from below(row.rest)
                continue
            if lists and isinstance(block, Said):
                yield block, _run(plain(block.inlines), look, seen)
                continue
            points = words.points(block, tongue) if lists and isinstance(block, Listed) else ()
            apart = isinstance(block, Listed) and block.apart
            lead = _before(blocks, block.id) if points else ""
            yield block, of_points(points, list(map(seen, points)), lead, apart, look) if points else None
            if isinstance(block, Headed):
                yield from below(block.blocks)

    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from below(zone)


def _run(text: str, look: Look, seen: Callable[[str], tuple[Hit, ...]]) -> Pattern | None:
    """The pattern of the items of a passage, of the sentence that has most of them."""
    for run in sorted(words.runs(text, look.tongue), key=lambda one: -len(one.items)):
        found = of_points(run.items, list(map(seen, run.items)), run.lead, False, look)
        if found and len(found.records) >= FEWEST_ALONE and not found.tail:
            return replace(found, lead=run.lead, tail=run.tail)
    return None


def _paragraphs(
    blocks: Sequence[Block], look: Look, seen: Callable[[str], tuple[Hit, ...]]
) -> Iterator[tuple[str, Pattern | None]]:
    """Passages in a row that share a pattern, by their ids, the first of them with it."""
    for said in words.paragraphs(blocks):
        texts = [plain(block.inlines) for block in said]
        for first in range(min(MOST_BEGINNINGS, len(texts) - FEWEST_ALONE + 1)):
            rest = texts[first:]
            found = of_points(rest, list(map(seen, rest)), "", True, look)
            if found and not found.tail:
                yield said[first].id, replace(found, apart=True, ids=tuple(block.id for block in said[first:]))
                yield from ((block.id, None) for block in said[first + 1 :])
                break


def _before(blocks: Sequence[Block], id: str) -> str:
    """The passage that stands before a part."""
    at = next(n for n, block in enumerate(blocks) if block.id == id)
    before = blocks[at - 1] if at else None
    return plain(before.inlines) if isinstance(before, Said) else ""


class _Gatherer(Struct):
    """Takes the facts text by text, and gives each its name."""

    look: Look
    reserved: frozenset[str]
    own: frozenset[str]
    """Placeholders of these names all stand for one: a speech is about its own province."""
    roles: Mapping[str, str]
    """Names of facts that are not told from where they stand."""
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
        name = self._unused(shared.name)
        self.table[name] = Fact(list_slot(name, shared), shared.records, "records", len(shared.records), self.section)
        self.patterns[id] = replace(shared, name=name)

    def take(self, text: str, found: Sequence[Hit], who: str = "") -> None:
        """The facts of one more text; `who` is what the person in it is called."""
        if text in self.spans:
            return
        spans = []
        for hit in found:
            fact = text[hit.start : hit.end]
            value = fact.removesuffix(_unit_beside(fact, self.look) if hit.kind == "figure" else "")
            if len(self.table) >= MOST:
                self.left += 1
                continue
            name = self._name(*_beside(hit, text), fact, who)
            if name not in self.table:
                self.table[name] = Fact(self._slot(name, hit, text, value), value, hit.kind, section=self.section)
            else:
                self.table[name] = replace(self.table[name], count=self.table[name].count + 1)
            spans.append(Span(hit.start, hit.start + len(value), name))
        self.spans[text] = tuple(spans)

    def _slot(self, name: str, hit: Hit, text: str, value: str) -> Slot:
        kind: SlotType = "text"
        if hit.kind == "figure" and len(value) < hit.end - hit.start:
            kind = "number"
        elif hit.kind in ("date", "deadline") and WHOLE_DATE.fullmatch(value):
            kind = "date"
        slot = Slot(
            name=name,
            type=kind,
            ask=_question(name, text, hit.start, hit.start + len(value)),
            example=value if hit.kind != "placeholder" else "",
            place=NOWHERE,
        )
        return slot if reads_as(value, slot, self.look.tongue) else replace(slot, type="text")

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


def _unit_beside(words: str, look: Look) -> str:
    """The measure word that stays in the sentence when only the figure is asked for; empty if it goes with the figure."""
    unit = measure(words, look)
    return unit if NUMBER.fullmatch(words.removesuffix(unit)) and look["counted"].fullmatch(unit) else ""


def _beside(hit: Hit, text: str) -> tuple[Hit, str]:
    """A hit in what stands about it, which tells its name: a text may be long and full of facts."""
    first = max(0, hit.start - NEAR)
    return replace(hit, start=hit.start - first, end=hit.end - first), text[first : hit.end + NEAR]


def list_slot(name: str, shared: Pattern) -> Slot:
    """A slot for the records of a pattern."""
    first = shared.records[0].items()
    fields = tuple(Slot(name=one, ask=one, example=words, place=NOWHERE) for one, words in first)
    return Slot(name=name, type="list", ask=f"{name}，一项一条", min=2, fields=fields, place=NOWHERE)


def reads_as(text: str, slot: Slot, tongue: Tongue) -> bool:
    """Whether a text is an answer of a slot's type, and prints as it was typed."""
    read = typed(text, slot, tongue)
    if not isinstance(read, Value):
        return slot.type == "flag"
    return tongue.date(read.value) == text if isinstance(read.value, date) else True


def _question(name: str, text: str, start: int, end: int) -> str:
    """The name, and the clause in which the fact stood; where it begins its clause, the one before, too."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    marks = [found.end() for found in CLAUSE_ENDS.finditer(before) if len(before) - found.end() >= FEWEST_AROUND]
    stop = CLAUSE_ENDS.search(after, FEWEST_AROUND)
    return f"{name}，原句“{before[marks[-1] if marks else 0 :]}〔 〕{after[: stop.start()] if stop else after}”"
