"""Several speeches → one Blueprint, and what each one's brief says to get it back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.distil.align import Row, aligned
from drafter.distil.blueprint import RESERVED, numbered, promised, sentence
from drafter.distil.choose import chosen
from drafter.distil.facts import Eagerness, Fact, Value
from drafter.distil.frames import MOST_HOLES, Frame, Hole, Token, folded
from drafter.distil.gather import NOWHERE, facts_of, reads_as
from drafter.distil.words import heading, points, run_together
from drafter.expression.parse import parse_expression, parse_prose
from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint, Enumeration, Layout, Node, Passage, Section, Slot
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, plain

Part = tuple[int, str]
"""A part of a speech: the speech's number and the node's id in it; `#id` for the number of a heading alone."""


@dataclass(slots=True)
class Source:
    """What the brief of one speech says."""

    values: dict[str, Value] = field(default_factory=dict)
    """Facts and flags, by slot."""
    pick: dict[str, int] = field(default_factory=dict)
    """The wording that it uses, by node."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Several speeches in one blueprint."""

    blueprint: Blueprint
    """What they share, and what only some have."""
    sources: tuple[Source, ...]
    """For each speech, what its brief says."""
    origins: dict[str, tuple[Part, ...]]
    """For each node, the parts of the speeches that it was made of."""
    rows: dict[str, tuple[Row, ...]]
    """The speeches side by side."""
    facts: tuple[Fact, ...]
    """The slots, with what the speeches have in each."""


def merge(speeches: Sequence[Speech], name: str, eager: Eagerness, apart: Collection[Part] = ()) -> Merged:
    """One blueprint of several speeches; the parts in `apart` share nothing and keep their words."""
    table = aligned(speeches)
    merger = _Merger(speeches, eager, frozenset(apart))
    everyone = frozenset(range(len(speeches)))
    front = dict(merger.front())
    zones = {zone: tuple(merger.nodes(rows, everyone, 0)) for zone, rows in table.items()}
    blueprint = Blueprint(
        name=name,
        title=name,
        language=speeches[0].language,
        slots=merger.typed_slots(),
        asked=tuple(merger.slots),
        front=front,
        opening=zones["opening"],
        emphases=zones["emphases"],
        closing=zones["closing"],
        place=NOWHERE,
    )
    names = merger.names()
    called, given = chosen(blueprint, [source.values for source in merger.sources], names)
    sources = tuple(Source(dict(told), source.pick) for told, source in zip(given, merger.sources, strict=True))
    return Merged(called, sources, merger.origins, table, tuple(merger.table(called, given)))


OWN = re.compile(r"__\d+$|(?<=^内容)\d+_\d+$")
"""What tells apart slots that may yet turn out to be one."""


class _Merger:
    def __init__(self, speeches: Sequence[Speech], eager: Eagerness, apart: frozenset[Part]) -> None:
        self.speeches = speeches
        self.tongue = TONGUES[speeches[0].language]
        self.apart = apart
        self.facts = [facts_of(speech, eager, self.tongue, RESERVED, lists=False) for speech in speeches]
        self.known = {_own(fact.name, n): fact for n, facts in enumerate(self.facts) for fact in facts.table}
        self.same: dict[str, str] = {}
        """For slots that turned out to be one, another of them."""
        self.sources = [Source() for _ in speeches]
        self.counts = [numbered(speech, self.tongue) for speech in speeches]
        self.promise = self.tongue.usage.promise.strip("{} ")
        self.slots: dict[str, Slot] = {}
        self.ids: set[str] = set()
        self.origins: dict[str, tuple[Part, ...]] = {}

    def front(self) -> Iterator[tuple[str, Prose]]:
        """Title, byline, date and salutation, with slots where they differ."""
        for key, slot in (("title", "标题"), ("byline", "讲话人"), ("date", "日期"), ("salutation", "称谓")):
            lines: list[Inlines] = [getattr(speech, key) for speech in self.speeches]
            texts = [(n, plain(words)) for n, words in enumerate(lines) if words]
            if not texts:
                if key == "title":
                    yield key, parse_prose('{{ "" }}', NOWHERE)[0]
                continue
            frames = self._frames(texts)
            if len(frames) == 1 and len(texts) == len(lines):
                yield key, sentence(self._frames(texts, keep=True)[0].tokens)
                continue
            self._slot(slot, slot, omit=len(texts) < len(lines))
            for n, text in texts:
                self.sources[n].values[slot] = text
            yield key, parse_prose("{{ " + slot + " }}", NOWHERE)[0]

    def nodes(self, rows: Sequence[Row], above: frozenset[int], depth: int) -> Iterator[Node]:
        """Rows as nodes; one that not all of those above have stands under a flag."""
        for row in rows:
            there = [(n, part) for n, part in enumerate(row.parts) if part is not None]
            alone = any((n, id) in self.apart for n, part in there for id in (part.id, f"#{part.id}"))
            if alone or not self._shares(there):
                for n, part in there:
                    yield self._node([(n, part)], _alone(row, n), above, depth)
            else:
                yield self._node(there, row.below, above, depth)

    def _shares(self, there: Sequence[tuple[int, Block]]) -> bool:
        """Whether parts may be one node: points only if there are as many, and each can be said in one frame."""
        first = there[0][1]
        if isinstance(first, Listed):
            said = {len(points(part, self.tongue)) for _, part in there if isinstance(part, Listed)}
            if len(said) > 1 or 0 in said:
                return False
            return all(len(self._frames(column)) == 1 for column in self._points(there))
        if isinstance(first, Headed):
            shape = {(p.run_in, p.enumerator.scheme if p.enumerator else "") for _, p in there if isinstance(p, Headed)}
            return len(shape) == 1
        return len({part.run_on for _, part in there if isinstance(part, Said)}) == 1

    def _node(
        self, there: Sequence[tuple[int, Block]], below: Sequence[Row], above: frozenset[int], depth: int
    ) -> Node:
        first = there[0][1]
        id, have = self._id(first.id), frozenset(n for n, _ in there)
        when = self._flag(first, have) if have != above else None
        self.origins[id] = tuple((n, part.id) for n, part in there)
        match first:
            case Said():
                texts = [(n, plain(part.inlines)) for n, part in there if isinstance(part, Said)]
                layout: Layout = "run_on" if first.run_on else "paragraph"
                return Passage(
                    id=id, move=first.move, when=when, wordings=self._wordings(id, texts), layout=layout, place=NOWHERE
                )
            case Listed():
                return self._enumeration(id, first, there, when)
            case Headed():
                return self._section(id, first, there, below, when, depth)

    def _enumeration(self, id: str, first: Listed, there: Sequence[tuple[int, Block]], when: Expression | None) -> Node:
        layout: Layout = "paragraphs" if first.apart else "run_on" if first.run_on else "paragraph"
        if not points(first, self.tongue) or any((n, part.id) in self.apart for n, part in there):
            texts = [(there[0][0], run_together(first))]
            return Passage(
                id=id, move=first.move, when=when, wordings=self._wordings(id, texts),
                layout="run_on" if layout == "run_on" else "paragraph", place=NOWHERE,
            )  # fmt: skip
        said = tuple(sentence(self._frames(column, keep=True)[0].tokens) for column in self._points(there))
        return Enumeration(
            id=id, move=first.move, when=when, scheme=first.scheme, points=said, layout=layout, place=NOWHERE
        )

    def _points(self, there: Sequence[tuple[int, Block]]) -> Iterator[list[tuple[int, str]]]:
        """The points of several enumerations, the first ones together, then the second ones."""
        said = [(n, points(part, self.tongue)) for n, part in there if isinstance(part, Listed)]
        for k in range(len(said[0][1])):
            yield [(n, texts[k]) for n, texts in said]

    def _section(
        self,
        id: str,
        first: Headed,
        there: Sequence[tuple[int, Block]],
        below: Sequence[Row],
        when: Expression | None,
        depth: int,
    ) -> Section:
        ladder = self.tongue.ladder
        scheme = first.enumerator.scheme if first.enumerator else ""
        usual = depth < len(ladder) and scheme == ladder[depth]
        written = (there[0][0], f"#{first.id}") in self.apart  # the engine would print none, or another
        label = first.label if written else ""
        texts = [(n, label + heading(part, self.tongue)) for n, part in there if isinstance(part, Headed)]
        return Section(
            id=id,
            move=first.move,
            when=when,
            headings=self._wordings(id, texts),
            body=tuple(self.nodes(below, frozenset(n for n, _ in there), depth + 1)),
            run_in=first.run_in,
            number="none" if written else "" if usual else scheme if scheme in self.tongue.schemes else "none",
            place=NOWHERE,
        )

    # words

    def _wordings(self, id: str, texts: Sequence[tuple[int, str]]) -> tuple[Prose, ...]:
        """The texts as wordings, each speech picking its own."""
        frames = self._frames(texts, keep=True)
        for k, frame in enumerate(frames, 1):
            for n, _ in frame.values if len(frames) > 1 else ():
                self.sources[n].pick[id] = k
        return tuple(sentence(frame.tokens) for frame in frames)

    def _frames(self, texts: Sequence[tuple[int, str]], keep: bool = False) -> list[Frame]:
        """The fewest frames that hold the texts; their values are kept for the briefs if they are to stand."""
        frames: list[Frame] = []
        for n, text in texts:
            tokens, values = self._tokens(n, text)
            for k, frame in enumerate(frames):
                fresh = [f"内容{len(self.slots)}_{one}" for one in range(len(frame.tokens))][:MOST_HOLES]
                more = folded(frame, n, tokens, values, fresh)
                if more is not None:
                    frames[k] = more
                    break
            else:
                frames.append(Frame(tuple(tokens), ((n, values),)))
        for frame in frames if keep else ():
            for n, values in frame.values:
                self.sources[n].values |= {name: words for name, words in values.items() if name != self.promise}
            for token in frame.tokens:
                if isinstance(token, Hole) and token.name != self.promise:
                    known = self.known.get(token.name)
                    asked = (
                        known.slot.ask.replace(known.name, token.name, 1) if known else f"{token.name}，各稿不同之处"
                    )
                    self._slot(token.name, asked)
            for one, other in frame.met:
                self._is_one(one, other)
        return frames

    def _tokens(self, n: int, text: str) -> tuple[list[Token], dict[str, str]]:
        if any(part == n for part, _ in self.apart):
            return list(text), {}
        tokens: list[Token] = []
        values: dict[str, str] = {}
        at = 0
        spans = [(span.start, span.end, _own(span.name, n)) for span in self.facts[n].spans.get(text, ())]
        counted = [(start, end, self.promise) for start, end, _ in promised(text, self.counts[n], self.tongue)]
        for start, end, name in sorted((*spans, *counted)):
            if start < at:
                continue
            tokens += [*text[at:start], Hole(name)]
            values[name] = text[start:end]
            at = end
        return [*tokens, *text[at:]], values

    def _is_one(self, one: str, other: str) -> None:
        """Two slots stand in one place: from now on they are one, unless some speech has other words in each."""
        a, b = self._first(one), self._first(other)
        if a == b or self.promise in (a, b):
            return
        members = [name for name in {*self.same, a, b, one, other} if self._first(name) in (a, b)]
        for source in self.sources:
            if len({source.values[name] for name in members if name in source.values}) > 1:
                return
        self.same[b] = a

    def _themes_are_one(self) -> None:
        """Every speech has one meeting and one subject, wherever it names them."""
        themes = [name for name in self.slots if name in self.known and self.known[name].kind in ("meeting", "subject")]
        for name in themes:
            self._is_one(next(one for one in themes if self.known[one].name == self.known[name].name), name)

    def _first(self, name: str) -> str:
        while name in self.same:
            name = self.same[name]
        return name

    def names(self) -> dict[str, str]:
        """What every slot is called in the end: the slots that are one alike, all others apart."""
        self._themes_are_one()
        done: dict[str, str] = {}
        taken = {name for name in self.slots if OWN.search(name) is None}
        numbers: dict[str, int] = {}
        for name in self.slots:
            first = self._first(name)
            if OWN.search(name) and first not in done:
                base = re.sub(r"\d+$", "", OWN.sub("", first)) or "内容"
                numbers[base] = numbers.get(base, 0) + 1
                while (new := base if numbers[base] == 1 else f"{base}{numbers[base]}") in taken:
                    numbers[base] += 1
                taken.add(new)
                done[first] = new
            if OWN.search(name):
                done[name] = done[first]
        return done

    def typed_slots(self) -> dict[str, Slot]:
        """The slots with an example each, typed where what every speech has in it reads so."""
        done = {}
        for name, slot in self.slots.items():
            told = [str(source.values[name]) for source in self.sources if name in source.values]
            known = self.known[name].slot if name in self.known else slot
            wish = replace(slot, type=known.type, example=told[0]) if slot.type == "text" and told else slot
            same = all(reads_as(one, wish, self.tongue) for one in told)
            done[name] = wish if same else replace(slot, example=told[0])
        return done

    def table(self, blueprint: Blueprint, given: Sequence[Mapping[str, Value]]) -> Iterator[Fact]:
        """The slots, with what each speech has in them."""
        kinds = {new: self.known[old].kind for old, new in self.names().items() if old in self.known}
        for name, slot in blueprint.slots.items():
            told = [str(one[name]) if name in one else "" for one in given]
            if slot.type == "flag":
                yield Fact(slot, "".join("●" if one else "○" for one in told), "flag", sum(map(bool, told)))
                continue
            different = list(dict.fromkeys(one for one in told if one))
            yield Fact(slot, " / ".join(different), kinds.get(name, "differs"), sum(map(bool, told)))

    # names

    def _slot(self, name: str, ask: str, *, omit: bool = False) -> None:
        self.slots.setdefault(name, Slot(name=name, ask=ask, missing="omit" if omit else "gap", place=NOWHERE))

    def _flag(self, part: Block, have: frozenset[int]) -> Expression | None:
        """A flag that says whether a part stands; those who have it say so."""
        words = plain(part.heading) if isinstance(part, Headed) else ""
        stem = "含" + (MOVES.get(part.move, "") or "段落")
        number, name = 1, stem
        while name in self.slots:
            number += 1
            name = f"{stem}{number}"
        about = f"“{words}”" if words else f"“{_beginning(part)}……”"
        self.slots[name] = Slot(name=name, type="flag", ask=f"是否讲 {about}", place=NOWHERE)
        for n in have:
            self.sources[n].values[name] = "是"
        return parse_expression(name)[0]

    def _id(self, wish: str) -> str:
        id, number = wish, 1
        while id in self.ids:
            number += 1
            id = f"{wish}-{number}"
        self.ids.add(id)
        return id


def _own(name: str, n: int) -> str:
    """The name of a speech's slot while it is not known whether another speech has the same."""
    return f"{name}__{n}"


def _alone(row: Row, n: int) -> tuple[Row, ...]:
    """What stands below one speech's part of a row."""
    width = len(row.parts)
    done = []
    for inner in row.below:
        part = inner.parts[n]
        if part is not None:
            done.append(Row(tuple(part if k == n else None for k in range(width)), _alone(inner, n)))
    return tuple(done)


def _beginning(part: Block) -> str:
    match part:
        case Said(inlines=inlines):
            return plain(inlines)[:12]
        case Listed(items=items):
            return plain(items[0])[:12]
        case Headed(heading=heading):
            return plain(heading)[:12]
