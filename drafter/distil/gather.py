"""A speech → the table of its facts, each under one name."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.distil import names, words
from drafter.distil.facts import Eagerness, Fact, Facts, Hit, Kind, Pattern, Renames, Span
from drafter.distil.find import hits, known, signed
from drafter.distil.kinds import WHOLE_DATE
from drafter.distil.records import of_headings, of_points
from drafter.language import Tongue
from drafter.language.typed import typed
from drafter.model.blueprint import Slot, SlotType
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain
from drafter.model.value import Fact as Value
from drafter.problem import Place

NOWHERE = Place("")
AROUND = 10
"""Characters of the sentence that a question shows on either side."""
SURE = 3
"""Figures of a number that is hardly the same by chance: the same one is the same fact, whatever it is called."""


def facts_of(
    speech: Speech,
    eager: Eagerness,
    tongue: Tongue,
    reserved: Collection[str] = (),
    renames: Renames | None = None,
    lists: bool = True,
) -> Facts:
    """The facts of a speech; the same words for the same thing are one, a placeholder is one each time.

    `renames` holds what a person chose to call them, by the names they have without it; `lists` asks for records too.
    """
    lines = words.front(speech)
    whole = [*lines.values(), *(text for block in words.parts(speech) for text in words.texts(block, tongue))]
    all = known(whole, lines.get("title", ""), tongue) if eager == "facts" else {}
    own = {"省名", "市名"} | {
        f"{one}名" for one in "区县" if any(f"我{one}" in text or f"全{one}" in text for text in whole)
    }
    look = functools.partial(hits, eager=eager, tongue=tongue, known=all)
    gatherer = _Gatherer(tongue, frozenset(reserved), frozenset(own))
    for key, text in lines.items():
        named = signed(text) if key == "byline" and eager == "facts" else ()
        gatherer.take(text, named or look(text), "讲话人" if named else "")
    late: list[str] = []  # of lists that a person dropped: no other name moves on for them
    for blocks, shared in _rows(speech, tongue, look, lists and eager == "facts"):
        texts = [text for block in blocks for text in (words.said if shared else words.texts)(block, tongue)]
        if shared is None:
            for text in texts:
                gatherer.take(text, look(text))
            continue
        if (renames or {}).get(gatherer.listed(blocks[0].id, shared)) == "":
            late += texts
        gatherer.take(shared.tail, look(shared.tail))
    for text in late:
        gatherer.take(text, look(text))
    return renamed(gatherer.done(), renames or {})


def _rows(
    speech: Speech, tongue: Tongue, look: Callable[[str], tuple[Hit, ...]], lists: bool
) -> Iterator[tuple[tuple[Block, ...], Pattern | None]]:
    """Every part with the pattern of its points, if they have one; headings in a row that share one, together."""

    def below(blocks: Sequence[Block]) -> Iterator[tuple[tuple[Block, ...], Pattern | None]]:
        row = words.row(blocks) if lists else words.Row()
        columns = list(zip(*(words.said(block, tongue) for block in row.heads), strict=True))
        lead = _before(blocks, row.heads[0].id) if columns else ""
        shared = of_headings([(texts, list(map(look, texts))) for texts in columns], lead) if columns else None
        for block in blocks:
            if shared and isinstance(block, Headed):  # all headings of a place are in its row
                if block.id == row.heads[0].id:
                    yield row.heads, shared
                    yield from below(row.rest)
                continue
            points = words.points(block, tongue) if lists and isinstance(block, Listed) else ()
            yield (block,), of_points(points, list(map(look, points)), _before(blocks, block.id)) if points else None
            if isinstance(block, Headed):
                yield from below(block.blocks)

    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from below(zone)


def _before(blocks: Sequence[Block], id: str) -> str:
    """The passage that stands before a part."""
    at = next(n for n, block in enumerate(blocks) if block.id == id)
    before = blocks[at - 1] if at else None
    return plain(before.inlines) if isinstance(before, Said) else ""


def renamed(facts: Facts, renames: Renames) -> Facts:
    """The facts under the names that a person chose; those without a name stay words, those of one name are one."""
    if not renames:
        return facts
    table: dict[str, Fact] = {}
    for fact in facts.table:
        name = renames.get(fact.name, fact.name)
        if name and name in table:
            table[name] = replace(table[name], count=table[name].count + fact.count)
        elif name:
            ask = fact.slot.ask.replace(fact.name, name, 1)
            table[name] = replace(fact, slot=replace(fact.slot, name=name, ask=ask))
    spans = {
        text: tuple(Span(one.start, one.end, name) for one in found if (name := renames.get(one.name, one.name)))
        for text, found in facts.spans.items()
    }
    patterns = {
        id: replace(one, name=name) for id, one in facts.patterns.items() if (name := renames.get(one.name, one.name))
    }
    return Facts(tuple(table.values()), spans, patterns)


@dataclass(slots=True)
class _Gatherer:
    """Takes the facts text by text, and gives each its name."""

    tongue: Tongue
    reserved: frozenset[str]
    own: frozenset[str]
    """Placeholders of these names all stand for one: a speech is about its own province."""
    table: dict[str, Fact] = field(default_factory=dict)
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    taken: dict[tuple[Kind, str, str], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    patterns: dict[str, Pattern] = field(default_factory=dict)

    def done(self) -> Facts:
        """What was taken."""
        return Facts(tuple(self.table.values()), self.spans, self.patterns)

    def listed(self, id: str, shared: Pattern) -> str:
        """One more list of records; its name."""
        name = self._unused(shared.name)
        fields = tuple(
            Slot(name=one, ask=one, example=shared.records[0][one], place=NOWHERE) for one in shared.records[0]
        )
        slot = Slot(name=name, type="list", ask=f"{name}，一项一条", min=2, fields=fields, place=NOWHERE)
        rows = "；".join("，".join(record.values()) for record in shared.records)
        self.table[name] = Fact(slot, rows, "records", len(shared.records), shared.records)
        self.patterns[id] = replace(shared, name=name)
        return name

    def take(self, text: str, found: Sequence[Hit], who: str = "") -> None:
        """The facts of one more text; `who` is what the person in it is called."""
        if text in self.spans:
            return
        spans = []
        for hit in found:
            fact = text[hit.start : hit.end]
            value = fact.removesuffix(names.unit_of(fact) if hit.kind == "figure" else "")
            name = self._name(hit, text, fact, who)
            if name not in self.table:
                self.table[name] = Fact(self._slot(name, hit, text, value), value, hit.kind)
            else:
                self.table[name] = replace(self.table[name], count=self.table[name].count + 1)
            spans.append(Span(hit.start, hit.start + len(value), name))
        self.spans[text] = tuple(spans)

    def _slot(self, name: str, hit: Hit, text: str, value: str) -> Slot:
        kind: SlotType = "text"
        if hit.kind == "figure" and len(value) < hit.end - hit.start:
            kind = "number"
        elif hit.kind == "date" and WHOLE_DATE.fullmatch(value):
            kind = "date"
        slot = Slot(
            name=name,
            type=kind,
            ask=_question(name, hit, text),
            example=value if hit.kind != "placeholder" else "",
            place=NOWHERE,
        )
        read = typed(value, slot, self.tongue)
        same = isinstance(read, Value) and (kind != "date" or self.tongue.date(read.value) == value)  # type: ignore[arg-type]
        return slot if same else replace(slot, type="text")

    def _name(self, hit: Hit, text: str, fact: str, who: str) -> str:
        name = f"{who}职务" if who and hit.kind == "office" else who or names.called(hit, text)
        if hit.kind == "placeholder" and name not in self.own:
            return self._unique(name, hit, text)
        same = (
            name if hit.kind == "placeholder" or (hit.kind == "figure" and sum(map(str.isdigit, fact)) < SURE) else ""
        )
        key = (hit.kind, fact, same)
        if key not in self.taken:
            self.taken[key] = self._unique(name, hit, text)
        return self.taken[key]

    def _unique(self, name: str, hit: Hit, text: str) -> str:
        name = name if name not in self.reserved else f"{name}内容"
        for other in (name, *names.apart(name, hit, text)):
            if other not in self.table and other not in self.reserved:
                return other
        return self._unused(name)

    def _unused(self, name: str) -> str:
        if name not in self.table and name not in self.reserved:
            return name
        while True:
            number = self.numbers[name] = self.numbers.get(name, 1) + 1
            if (unique := f"{name}{number}") not in self.table:
                return unique


def _question(name: str, hit: Hit, text: str) -> str:
    """The name, and the sentence in which the fact stood."""
    before, after = text[max(0, hit.start - AROUND) : hit.start], text[hit.end : hit.end + AROUND]
    return f"{name}，原句“{before}〔 〕{after}”"
