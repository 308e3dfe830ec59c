"""The words of several speeches as frames: slots are one where they stand in one place, apart elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from drafter.distillation.choices import Part
from drafter.distillation.facts import NOWHERE, Fact, Span
from drafter.distillation.frames import SLOT, UNIT, Filled, Frame, Hole, Token, folded
from drafter.distillation.slots import AROUND, Slots, asked
from drafter.distillation.words import Text, ending
from drafter.expression.parse import readings
from drafter.expression.spell import source
from drafter.facts.look import Look
from drafter.facts.names import hole
from drafter.language import Tongue
from drafter.language.tongue import Mapper
from drafter.model.blueprint import Slot
from drafter.model.expression import Filtered
from drafter.model.speech import Headed, Speech

Wording = tuple[tuple[Token, ...], tuple[int, ...]]
"""A text with its slots, and the speeches that say it."""


class Wordings:
    """What the speeches say, sentence by sentence, while they are laid together."""

    def __init__(
        self,
        speeches: Sequence[Speech],
        found: Mapping[Text, tuple[Span, ...]],
        slots: Slots,
        look: Look,
        apart: Collection[Part],
    ) -> None:
        self.found, self.slots, self.look, self.apart = found, slots, look, apart
        self.counts = [_numbered(speech, look.tongue) for speech in speeches]
        self.spans: dict[Text, tuple[Span, ...]] = {}
        """Where the slots of the blueprint stand."""

    def frames(self, texts: Sequence[Text]) -> list[Frame]:
        """The fewest frames that hold the texts."""
        frames: list[Frame] = []
        for text in texts:
            one = self._frame(text)
            for k, frame in enumerate(frames):
                if more := folded(frame, text.speech, one, self.slots.settled.keys()):
                    frames[k] = more
                    break
            else:
                frames.append(one)
        return frames

    def kept(self, texts: Sequence[Text]) -> list[Wording]:
        """The same with their slots: they stand in the blueprint."""
        done = [
            (self._tokens(frame, {text.speech: text for text in texts}), tuple(frame.filled))
            for frame in self.frames(texts)
        ]
        for tokens, _ in done[1:]:
            self._alike(done[0][0], tokens)
        return done

    def whole(self, name: str, texts: Sequence[Text], omit: bool) -> Hole:
        """The slot that some lines are as a whole, without the marks in which they end."""
        sizes = {text: len(text.words) - len(ending(text.words, self.look.tongue)) for text in texts}
        spans = [span for text in texts for span in self.found.get(text, ()) if span.end - span.start == sizes[text]]
        settled = next((span.key for span in spans if span.key in self.slots.settled), -1)
        slot = Slot(name=name, ask=name, missing="omit" if omit else "gap", place=NOWHERE)
        told = {text.speech: text.words[:size] for text, size in sizes.items()}
        key = self.slots.use(Fact(slot, "", "differs"), told, settled)
        self.spans |= {text: (Span(0, size, key, key),) for text, size in sizes.items()}
        return Hole(key)

    def _silent(self, text: Text) -> bool:
        """Whether the facts of a text stay words."""
        return (text.speech, text.part) in self.apart

    def _frame(self, text: Text) -> Frame:
        """A text by itself."""
        words, n = text.words, text.speech
        spans, count = ((), 0) if self._silent(text) else (self.found.get(text, ()), self.counts[n])
        tokens: list[Token] = []
        filled: list[Filled] = []
        at = 0
        for start, end, of in _holes(words, spans, count, self.look.tongue):
            tokens += [*UNIT.findall(words[at:start]), Hole(of) if isinstance(of, str) else SLOT]
            filled.append(Filled(words[start:end], of if isinstance(of, int) else -1))
            at = end
        return Frame((*tokens, *UNIT.findall(words[at:])), {n: tuple(filled)})

    def _tokens(self, frame: Frame, texts: Mapping[int, Text]) -> tuple[Token, ...]:
        """The words of a frame with a slot for each hole, joined with the facts that were found there."""
        tokens: list[Token] = []
        columns = iter([*zip(*frame.filled.values(), strict=True)])
        at, spans = dict.fromkeys(texts, 0), {n: list[Span]() for n in frame.filled}
        for number, token in enumerate(frame.tokens):
            column = next(columns) if isinstance(token, Hole) else (Filled(token),) * len(spans)
            if token == SLOT:
                found = sorted(
                    {one.key: None for one in column if one.key >= 0}, key=lambda one: one not in self.slots.settled
                )
                fact = self.slots.facts[found[0]] if found else self._differing(frame, number)
                key = self.slots.use(fact, {n: one.words for n, one in zip(spans, column, strict=True)})
                for one in found:
                    self.slots.join(key, one)
                token = Hole(key)
            for n, cell in zip(spans, column, strict=True):
                end = at[n] + len(cell.words)
                if isinstance(token, Hole) and isinstance(token.of, int):
                    spans[n].append(Span(at[n], end, token.of, token.of))
                at[n] = end
            tokens.append(token)
        self.spans |= {texts[n]: tuple(one) for n, one in spans.items() if not self._silent(texts[n])}
        return tuple(tokens)

    def _differing(self, frame: Frame, at: int) -> Fact:
        """What the speeches have in one place of a sentence, where it is no fact that was found, by what a person would call it."""
        before = "".join(one for one in frame.tokens[max(0, at - AROUND) : at] if isinstance(one, str))
        after = "".join(one for one in frame.tokens[at + 1 : at + 1 + AROUND] if isinstance(one, str))
        name = hole(f"{before}×{after}", len(before), len(before) + 1, self.look)
        name = self.look.fixed("content") if name == self.look.fixed("open") else name
        ask = asked(f"{name}，各稿不同", before + after, len(before), len(before))
        return Fact(Slot(name=name, ask=ask, place=NOWHERE), "", "differs")

    def _alike(self, one: Sequence[Token], other: Sequence[Token]) -> None:
        """Two wordings of one node ask for the same fact where they call it the same."""
        facts = self.slots.facts
        keys = [token.of for token in one if isinstance(token, Hole) and isinstance(token.of, int)]
        for token in other:
            if isinstance(token, Hole) and isinstance(token.of, int):
                same = (key for key in keys if facts[key].name == facts[token.of].name and facts[key].kind != "differs")
                if (first := next(same, None)) is not None:
                    keys.remove(first)
                    self.slots.join(first, token.of)

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
