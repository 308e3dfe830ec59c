"""The words of several speeches as frames, and the slots in them: one where they stand in one place, apart elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation.blueprint import RESERVED, holes, numbered, promise
from drafter.distillation.choices import Choices, Part, Text
from drafter.distillation.facts import Fact, Pattern, Span, Value
from drafter.distillation.frames import MOST_HOLES, UNIT, Frame, Hole, Token, folded
from drafter.distillation.gather import AROUND, NOWHERE, facts_of, list_slot, reads_as
from drafter.distillation.words import front, parts, texts
from drafter.facts.hit import Eagerness
from drafter.facts.look import Look
from drafter.facts.names import hole
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.speech import Speech

OWN = re.compile(r"__\d+$|(?<=^内容)\d+_\d+$")
"""What tells apart slots that may yet turn out to be one."""


class Source(Struct):
    """What the brief of one speech says."""

    values: dict[str, Value] = field(default_factory=dict)
    """Facts and flags, by slot."""
    pick: dict[str, int] = field(default_factory=dict)
    """The wording that it uses, by node."""


ALIASES = 1000
"""From which number on a slot is that of no speech."""


class Pool:
    """What the speeches say, sentence by sentence, while they are laid together."""

    def __init__(
        self, speeches: Sequence[Speech], eager: Eagerness, look: Look, apart: Collection[Part], choices: Choices
    ) -> None:
        self.choices = choices
        self.look = look
        self.tongue = tongue = look.tongue
        one = len(speeches) == 1
        self.facts = [
            facts_of(speech, eager, look, RESERVED, n=n, lists=one, choices=choices)
            for n, speech in enumerate(speeches)
        ]
        self.known = {_own(fact.name, n): fact for n, facts in enumerate(self.facts) for fact in facts.table}
        self.pins = {own: fact.name for own, fact in self.known.items() if fact.name in choices.facts}
        """What a person calls slots."""
        firsts = {name: own for own, name in reversed(self.pins.items())}
        self.same = {own: firsts[name] for own, name in self.pins.items() if firsts[name] != own}
        """For slots that turned out to be one, another of them."""
        self.spans: dict[Text, tuple[Span, ...]] = {}
        """Where slots stand, once they are settled."""
        self.places = 0
        self.sources = [Source() for _ in speeches]
        self.counts = [numbered(speech, tongue) for speech in speeches]
        self.promise = promise(tongue)
        self.slots: dict[str, Slot] = {}
        self.fresh = 0
        self.called: dict[str, str] = {}
        """What a person would call what the speeches have in one place, where it is no fact that was found."""
        self.silent = {
            (n, text)
            for n, speech in enumerate(speeches)
            for block in parts(speech)
            if (n, block.id) in apart
            for text in texts(block, tongue)
        } | {(n, text) for n, speech in enumerate(speeches) for key, text in front(speech).items() if (n, key) in apart}
        """Texts whose facts stay words."""

    def slot(self, name: str, ask: str, *, omit: bool = False) -> None:
        """One more slot, if it is not there."""
        self.slots.setdefault(name, Slot(name=name, ask=ask, missing="omit" if omit else "gap", place=NOWHERE))

    def listed(self, shared: Sequence[tuple[int, Pattern]]) -> str:
        """One more list of records, which several speeches have; its name."""
        n, first = shared[0]
        name = _own(f"{first.name}{len(self.slots)}", n)
        if first.name in self.choices.facts:
            self.pins[name] = first.name
        self.slots[name] = list_slot(name, first, self.choices.facts)
        for n, pattern in shared:
            self.sources[n].values[name] = pattern.records
        return name

    def frames(self, texts: Sequence[tuple[int, str]], keep: bool = False) -> list[Frame]:
        """The fewest frames that hold the texts; their values are kept for the briefs if they are to stand."""
        frames: list[Frame] = []
        for n, text in texts:
            tokens, values = self._tokens(n, text)
            for k, frame in enumerate(frames):
                fresh = [f"内容{self.fresh + one}_0" for one in range(MOST_HOLES)]
                self.fresh += MOST_HOLES
                more = folded(frame, n, tokens, values, fresh)
                if more is not None:
                    frames[k] = more
                    break
            else:
                frames.append(Frame(tuple(tokens), ((n, values),)))
        if keep:
            frames = [self._parted(frame) for frame in frames]
        for frame in frames if keep else ():
            for n, values in frame.values:
                self.sources[n].values |= {name: words for name, words in values.items() if name != self.promise}
            for at, token in enumerate(frame.tokens):
                if isinstance(token, Hole) and token.name != self.promise:
                    known = self.known.get(token.name)
                    asked = (
                        known.slot.ask.replace(known.name, token.name, 1) if known else self._asked(frame, at, token)
                    )
                    self.slot(token.name, asked)
            for one, other in frame.met:
                self._is_one(one, other)
            self._settle(frame, dict(texts))
        for frame in frames[1:] if keep else ():
            self._alike(frames[0], frame)
        return frames

    def _settle(self, frame: Frame, texts: Mapping[int, str]) -> None:
        """Where the slots of a frame stand in each of its texts."""
        for n, values in frame.values:
            at, spans = 0, []
            for place, token in enumerate(frame.tokens, self.places):
                words = values[token.name] if isinstance(token, Hole) else token
                if isinstance(token, Hole) and token.name != self.promise:
                    spans.append(Span(at, at + len(words), token.name, place))
                at += len(words)
            if (n, texts[n]) not in self.silent:
                self.spans[n, texts[n]] = tuple(spans)
        self.places += len(frame.tokens)

    def _asked(self, frame: Frame, at: int, token: Hole) -> str:
        """The question for what the speeches have in one place of a sentence; and what a person would call that."""
        before = "".join(one for one in frame.tokens[max(0, at - AROUND) : at] if isinstance(one, str))
        after = "".join(one for one in frame.tokens[at + 1 : at + 1 + AROUND] if isinstance(one, str))
        called = hole(f"{before}×{after}", len(before), len(before) + 1, self.look)
        self.called[token.name] = self.look.fixed("content") if called == self.look.fixed("open") else called
        return f"{token.name}，各稿不同，原句“{before}〔 〕{after}”"

    def _parted(self, frame: Frame) -> Frame:
        """The frame with new slots for those that say something else elsewhere: two places may be alike in one speech only."""
        odd = {
            name
            for n, given in frame.values
            for name, words in given.items()
            if self.sources[n].values.get(name, words) != words
        }
        aliases: dict[str, str] = {}
        for name in sorted(odd):
            aliases[name] = alias = f"{OWN.sub('', name)}__{ALIASES + self.fresh}"
            self.fresh += 1
            if name in self.known:
                self.known[alias] = self.known[name]
        tokens = tuple(
            Hole(aliases[one.name]) if isinstance(one, Hole) and one.name in aliases else one for one in frame.tokens
        )
        values = tuple(
            (n, {aliases.get(name, name): words for name, words in given.items()}) for n, given in frame.values
        )
        return Frame(tokens, values, tuple((aliases.get(one, one), other) for one, other in frame.met))

    def _alike(self, one: Frame, other: Frame) -> None:
        """Two wordings of one node ask for the same fact where they call it the same."""
        names = [token.name for token in one.tokens if isinstance(token, Hole) and token.name in self.known]
        for token in other.tokens:
            if isinstance(token, Hole) and token.name in self.known:
                called = _base(self.known[token.name].name)
                first = next((name for name in names if _base(self.known[name].name) == called), "")
                if first:
                    names.remove(first)
                    self._is_one(first, token.name)

    def _tokens(self, n: int, text: str) -> tuple[list[Token], dict[str, str]]:
        if (n, text) in self.silent:
            return UNIT.findall(text), {}
        tokens: list[Token] = []
        values: dict[str, str] = {}
        at = 0
        for start, end, called in holes(text, self.facts[n].spans.get(text, ()), self.counts[n], self.tongue):
            name = called if called == self.promise else _own(called, n)
            tokens += [*UNIT.findall(text[at:start]), Hole(name, self.pins.get(name, ""))]
            values[name] = text[start:end]
            at = end
        return [*tokens, *UNIT.findall(text[at:])], values

    def _is_one(self, one: str, other: str) -> None:
        """Two slots stand in one place: from now on they are one, unless some speech has other words in each."""
        a, b = self._first(one), self._first(other)
        if self.pins.get(b, "") and not self.pins.get(a):
            a, b = b, a
        if a == b or self.promise in (a, b) or self.pins.get(a, "") != self.pins.get(b, self.pins.get(a, "")):
            return
        members = [name for name in {*self.same, a, b, one, other} if self._first(name) in (a, b)]
        for n, source in enumerate(self.sources):
            told = [source.values[name] for name in members if name in source.values]
            told += [self.known[name].value for name in members if name in self.known and name.endswith(f"__{n}")]
            if any(one != told[0] for one in told):
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
        taken = {name for name in self.slots if OWN.search(name) is None} | {*self.choices.facts}
        numbers: dict[str, int] = {}
        for name in self.slots:
            first = self._first(name)
            if first in self.pins:
                done[name] = self.pins[first]
                continue
            if OWN.search(name) and first not in done:
                base = self.called.get(first) or _base(OWN.sub("", first))
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
            if slot.type == "list":
                done[name] = slot
                continue
            told = [str(source.values[name]) for source in self.sources if name in source.values]
            known = self.known[name].slot if name in self.known else slot
            wish = replace(slot, type=known.type, example=told[0]) if slot.type == "text" and told else slot
            same = all(reads_as(one, wish, self.tongue) for one in told)
            done[name] = wish if same else replace(slot, example=told[0])
        return done

    def table(self, blueprint: Blueprint, given: Sequence[Mapping[str, Value]]) -> Iterator[Fact]:
        """The slots, with what each speech has in them."""
        kinds = {new: self.known[old].kind for old, new in self.names().items() if old in self.known}
        units = {new: self.known[old].unit for old, new in self.names().items() if old in self.known}
        alone = {_own(fact.name, 0): fact for fact in self.facts[0].table} if len(self.facts) == 1 else {}
        only = {new: alone[old] for old, new in self.names().items() if old in alone}
        for name, slot in blueprint.slots.items():
            if name in only:
                yield replace(only[name], slot=slot)
                continue
            told = [str(one[name]) if name in one else "" for one in given]
            if slot.type == "list":
                records = [record for one in given for record in one.get(name, ()) if not isinstance(record, str)]
                yield Fact(slot, tuple(records), "records", len(records))
                continue
            if slot.type == "flag":
                yield Fact(slot, "".join("●" if one else "○" for one in told), "flag", sum(map(bool, told)))
                continue
            different = list(dict.fromkeys(one for one in told if one))
            count = sum(map(bool, told))
            yield Fact(slot, " / ".join(different), kinds.get(name, "differs"), count, units.get(name, ""))


def _base(name: str) -> str:
    return re.sub(r"\d+$", "", name)


def _own(name: str, n: int) -> str:
    """The name of a speech's slot while it is not known whether another speech has the same."""
    return f"{name}__{n}"
