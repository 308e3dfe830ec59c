"""The words of several speeches as frames: slots are one where they stand in one place, apart elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from drafter.distillation.choices import Part, Text
from drafter.distillation.facts import NOWHERE, Fact, Span
from drafter.distillation.frames import UNIT, Frame, Hole, Token, folded
from drafter.distillation.slots import AROUND, Slots, asked
from drafter.distillation.words import front, parts, texts
from drafter.expression.parse import readings
from drafter.expression.spell import source
from drafter.facts.look import Look
from drafter.facts.names import hole
from drafter.language import Tongue
from drafter.language.tongue import Mapper
from drafter.model.blueprint import Slot
from drafter.model.expression import Filtered
from drafter.model.speech import Headed, Speech


class Wordings:
    """What the speeches say, sentence by sentence, while they are laid together."""

    def __init__(
        self,
        speeches: Sequence[Speech],
        found: Sequence[Mapping[str, tuple[Span, ...]]],
        slots: Slots,
        look: Look,
        apart: Collection[Part],
    ) -> None:
        self.found, self.slots, self.look = found, slots, look
        self.counts = [_numbered(speech, look.tongue) for speech in speeches]
        self.silent = {
            (n, text)
            for n, speech in enumerate(speeches)
            for id, said in (
                *((key, (text,)) for key, text in front(speech).items()),
                *((block.id, texts(block, look.tongue)) for block in parts(speech)),
            )
            if (n, id) in apart
            for text in said
        }
        """Texts whose facts stay words."""
        self.spans: dict[Text, tuple[Span, ...]] = {}
        """Where the slots of the blueprint stand."""
        self.places = 0

    def frames(self, texts: Sequence[Text]) -> list[Frame]:
        """The fewest frames that hold the texts."""
        frames: list[Frame] = []
        for n, text in texts:
            one = self._frame(n, text)
            for k, frame in enumerate(frames):
                if more := folded(frame, n, one, self.slots.fresh, self.slots.settled):
                    frames[k] = more
                    break
            else:
                frames.append(one)
        return frames

    def kept(self, texts: Sequence[Text]) -> list[Frame]:
        """The same, with their values kept for the briefs: they stand in the blueprint."""
        frames = [self._parted(frame) for frame in self.frames(texts)]
        for frame in frames:
            for at, token in enumerate(frame.tokens):
                if isinstance(token, Hole) and isinstance(token.of, int):
                    if token.of not in self.slots.facts:
                        self.slots.new(self._differing(frame, at), token.of)
                    self.slots.use(token.of, {n: given[token.of] for n, given in frame.values.items()})
            for one, other in frame.met:
                self.slots.join(one, other)
            self._settle(frame, dict(texts))
        for frame in frames[1:]:
            self._alike(frames[0], frame)
        return frames

    def whole(self, name: str, texts: Sequence[Text], omit: bool) -> int:
        """The slot that some lines are as a whole."""
        settled = next(
            (span.key for n, text in texts for span in self.found[n].get(text, ()) if span.end == len(text)), -1
        )
        slot = Slot(name=name, ask=name, missing="omit" if omit else "gap", place=NOWHERE)
        key = self.slots.new(Fact(slot, "", "differs"), settled if settled in self.slots.settled else -1)
        for n, text in texts:
            self.spans[n, text] = (Span(0, len(text), key, self.places),)
        self.places += 1
        return self.slots.use(key, dict(texts))

    def _frame(self, n: int, text: str) -> Frame:
        """A text by itself."""
        spans = () if (n, text) in self.silent else self.found[n].get(text, ())
        count = 0 if (n, text) in self.silent else self.counts[n]
        tokens: list[Token] = []
        values: dict[int | str, str] = {}
        at = 0
        for start, end, of in _holes(text, spans, count, self.look.tongue):
            tokens += [*UNIT.findall(text[at:start]), Hole(of)]
            values[of] = text[start:end]
            at = end
        return Frame((*tokens, *UNIT.findall(text[at:])), {n: values})

    def _differing(self, frame: Frame, at: int) -> Fact:
        """What the speeches have in one place of a sentence, where it is no fact that was found, by what a person would call it."""
        before = "".join(one for one in frame.tokens[max(0, at - AROUND) : at] if isinstance(one, str))
        after = "".join(one for one in frame.tokens[at + 1 : at + 1 + AROUND] if isinstance(one, str))
        name = hole(f"{before}×{after}", len(before), len(before) + 1, self.look)
        name = self.look.fixed("content") if name == self.look.fixed("open") else name
        ask = asked(f"{name}，各稿不同", before + after, len(before), len(before))
        return Fact(Slot(name=name, ask=ask, place=NOWHERE), "", "differs")

    def _parted(self, frame: Frame) -> Frame:
        """The frame with new slots for those that say something else elsewhere: two places may be alike in one speech only."""
        told = self.slots.told
        odd = sorted(
            {of for n, given in frame.values.items() for of, words in given.items()
             if isinstance(of, int) and told[n].get(of, words) != words}
        )  # fmt: skip
        other: dict[int | str, int] = {}
        for key in odd:
            other[key] = self.slots.new(self.slots.facts[key])
        tokens = tuple(Hole(other.get(one.of, one.of)) if isinstance(one, Hole) else one for one in frame.tokens)
        values = {n: {other.get(of, of): words for of, words in given.items()} for n, given in frame.values.items()}
        return Frame(tokens, values, tuple((other.get(one, one), two) for one, two in frame.met))

    def _alike(self, one: Frame, other: Frame) -> None:
        """Two wordings of one node ask for the same fact where they call it the same."""
        facts = self.slots.facts
        keys = [token.of for token in one.tokens if isinstance(token, Hole) and isinstance(token.of, int)]
        for token in other.tokens:
            if isinstance(token, Hole) and isinstance(token.of, int):
                same = (key for key in keys if facts[key].name == facts[token.of].name and facts[key].kind != "differs")
                if (first := next(same, None)) is not None:
                    keys.remove(first)
                    self.slots.join(first, token.of)

    def _settle(self, frame: Frame, texts: Mapping[int, str]) -> None:
        """Where the slots of a frame stand in each of its texts."""
        for n, given in frame.values.items():
            at, spans = 0, []
            for place, token in enumerate(frame.tokens, self.places):
                size = len(given[token.of] if isinstance(token, Hole) else token)
                if isinstance(token, Hole) and isinstance(token.of, int):
                    spans.append(Span(at, at + size, token.of, place))
                at += size
            if (n, texts[n]) not in self.silent:
                self.spans[n, texts[n]] = tuple(spans)
        self.places += len(frame.tokens)

    def settled(self) -> dict[Text, tuple[Span, ...]]:
        """Where the slots of the blueprint stand in the end, those that are one as one."""
        first = self.slots.first
        return {text: tuple(replace(span, key=first(span.key)) for span in spans) for text, spans in self.spans.items()}


def _numbered(speech: Speech, tongue: Tongue) -> int:
    """How many points the speech numbers at its first level."""
    heads = [one.enumerator for one in speech.emphases if isinstance(one, Headed)]
    schemes = {one.scheme if one else "" for one in heads}
    return len(heads) if len(schemes) == 1 and schemes <= tongue.schemes.keys() else 0


def _holes(text: str, spans: Iterable[Span], count: int, tongue: Tongue) -> Iterator[tuple[int, int, int | str]]:
    """What is put into a text, from left to right and none within another: facts, and the number of points promised."""
    at = 0
    told: list[tuple[int, int, int | str]] = [(one.start, one.end, one.key) for one in spans]
    told += _promised(text, count, tongue)
    for start, end, of in sorted(told, key=lambda one: one[:2]):
        if start >= at:
            yield start, end, of
            at = end


def _promised(text: str, count: int, tongue: Tongue) -> Iterator[tuple[int, int, str]]:
    """Where a speaker says how many points follow, and the expression that says it; only if so many do."""
    [(_, reading)] = readings(tongue.usage.promise)
    wanted = reading.expression
    mapper = tongue.filters[wanted.name] if isinstance(wanted, Filtered) else None
    if count < 2 or not isinstance(mapper, Mapper):
        return
    for pattern in (*tongue.usage.promises, *tongue.usage.loose_promises):
        for found in re.finditer(pattern, text):
            if found["number"] == mapper.change(count):
                yield (*found.span("number"), source(wanted))
