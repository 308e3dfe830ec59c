"""Where slots and other words stand in the sentences of old speeches."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.desk.distilled import Returned, line_of
from drafter.distillation.choices import places
from drafter.distillation.facts import Span
from drafter.distillation.words import Text
from drafter.problem import Place, Problem, near_miss


class Sentence(Struct, frozen=True):
    """A sentence in which words stand."""

    speech: int
    """The number of the speech, from 0."""
    words: str
    """The sentence."""
    start: int
    """Where the words that are meant begin in it."""
    end: int
    """Where they end."""
    line: str
    """Where it stands in the old file; empty for the lines before the speech."""


def sentences(made: Returned, slot: str) -> tuple[Sentence, ...]:
    """Every sentence in which a slot stands, speech by speech; none of a list or a flag."""
    return tuple(_sentence(made, text, span) for text, span in places(made.choices, made.choices.key(slot)))


def found(made: Returned, words: str) -> tuple[Sentence, ...]:
    """Every sentence in which words stand outside of slots."""
    return tuple(_sentence(made, text, span) for text, span in free(made, words))


def free(made: Returned, words: str) -> tuple[tuple[Text, Span], ...]:
    """Where words stand outside of slots, speech by speech; a figure is not cut."""
    return tuple((text, span) for text, span in standing(made, words) if not _slots_at(made, text, span))


def standing(made: Returned, words: str) -> Iterator[tuple[Text, Span]]:
    """Where words stand, speech by speech; a figure is not cut."""
    for text in sorted(made.choices.spans, key=lambda one: one.speech):
        at = text.words.find(words) if words and words == words.strip() else -1
        while at >= 0:
            end = at + len(words)
            around = (text.words[max(0, at - 1) : at + 1], text.words[end - 1 : end + 1])
            if not any(pair.isdecimal() and len(pair) > 1 for pair in around):
                yield text, Span(at, end, -1)
            at = text.words.find(words, end)


def _slots_at(made: Returned, text: Text, span: Span) -> tuple[str, ...]:
    """The slots that stand in a stretch of a text."""
    facts, spans = made.choices.facts, made.choices.spans[text]
    return tuple(facts[one.key].name for one in spans if one.start < span.end and span.start < one.end)


def not_there(made: Returned, words: str) -> Problem:
    """Why words cannot become a slot: a slot holds them or a part of them, or nobody says them."""
    for text, span in standing(made, words):
        return Problem("words-in-slot", Place(""), {"name": words, "of": _slots_at(made, text, span)[0]})
    windows = (
        text.words[at : at + len(words)]
        for text in made.choices.spans
        for at in range(len(text.words) - len(words) + 1)
        if words and (text.words[at] == words[0] or text.words[at + len(words) - 1] == words[-1])
    )
    return Problem("words-not-said", Place(""), {"name": words, "near": near_miss(words, dict.fromkeys(windows))})


def _sentence(made: Returned, text: Text, span: Span) -> Sentence:
    words, old = text.words, made.recognised[text.speech]
    line = line_of(old, text.part) if text.part in old.places else ""
    marks = (*made.basis.look.tongue.marks.strong, "\n")
    start = max(words.rfind(mark, 0, span.start) + 1 for mark in marks)
    ends = [at for mark in marks if (at := words.find(mark, span.end)) >= 0]
    end = min(ends) + 1 if ends else len(words)
    return Sentence(text.speech, words[start:end].rstrip("\n"), span.start - start, span.end - start, line)
