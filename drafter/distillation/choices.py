"""What stands where in old speeches and what it is called: found, and then as a person wants it; each choice gives others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation.facts import Fact, Pattern, Span
from drafter.distillation.frames import Hole

Part = tuple[int, str]
"""A part of a speech: the speech's number and the node's id in it; `#id` for the number of a heading alone."""
Text = tuple[int, str]
"""A text of a speech: the speech's number and the words."""


class Choices(Struct, frozen=True):
    """What is settled; for what it does not name, facts and lists are looked for."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    """What each name stands for."""
    spans: Mapping[Text, tuple[Span, ...]] = field(default_factory=dict)
    """For each text that was gone through, where its slots stand."""
    patterns: Mapping[Part, Pattern | None] = field(default_factory=dict)
    """The rows that are a list, by their first part, and those that are none."""
    flags: Mapping[Part, str] = field(default_factory=dict)
    """The flags under which parts stand."""


NOTHING = Choices()


def places(choices: Choices, name: str) -> Iterator[tuple[Text, Span]]:
    """Where a slot stands, speech by speech."""
    for n in sorted({n for n, _ in choices.spans}):
        for text, spans in choices.spans.items():
            yield from ((text, span) for span in spans if text[0] == n and span.name == name)


def renamed(choices: Choices, name: str, new: str) -> Choices:
    """One slot is called otherwise; if that is another's name, the two are one."""
    facts = {}
    for called, fact in choices.facts.items():
        if called != name:
            facts[called] = fact
        elif new == name or new not in choices.facts:
            facts[new] = replace(fact, slot=replace(fact.slot, name=new, ask=fact.slot.ask.replace(name, new, 1)))
    done = _respanned(choices, lambda _, span: replace(span, name=new) if span.name == name else span)
    patterns = {
        part: replace(one, name=new) if one and one.name == name else one for part, one in choices.patterns.items()
    }
    flags = {part: new if flag == name else flag for part, flag in choices.flags.items()}
    return replace(done, facts=facts, patterns=patterns, flags=flags)


def refielded(choices: Choices, name: str, field: str, new: str) -> Choices:
    """A field of a list is called otherwise."""

    def said(one: Pattern) -> Pattern:
        texts = tuple(
            tuple(Hole(new) if isinstance(token, Hole) and token.name == field else token for token in text)
            for text in one.texts
        )
        records = tuple({new if key == field else key: words for key, words in told.items()} for told in one.records)
        return replace(one, texts=texts, records=records)

    patterns = {part: said(one) if one and one.name == name else one for part, one in choices.patterns.items()}
    return replace(choices, patterns=patterns)


def dropped(choices: Choices, name: str, within: Collection[Text] | None = None) -> Choices:
    """The words of a slot stay in their sentences."""
    return _respanned(
        choices, lambda text, span: None if span.name == name and (within is None or text in within) else span
    )


def split(choices: Choices, chosen: Span, fact: Fact) -> Choices:
    """What stands in one place of the blueprint is another fact."""
    done = _respanned(choices, lambda _, span: replace(span, name=fact.name) if span.place == chosen.place else span)
    return replace(done, facts={**choices.facts, fact.name: fact})


def added(choices: Choices, where: Collection[tuple[Text, Span]], fact: Fact) -> Choices:
    """More stretches ask for a fact."""
    spans = dict(choices.spans)
    for text, span in where:
        spans[text] = tuple(sorted((*spans.get(text, ()), span), key=lambda one: one.start))
    return replace(choices, facts={**choices.facts, fact.name: fact}, spans=spans)


def restated(choices: Choices, fact: Fact) -> Choices:
    """The question or the type of a slot is another."""
    return replace(choices, facts={**choices.facts, fact.name: fact})


def listed(choices: Choices, patterns: Mapping[Part, Pattern]) -> Choices:
    """Rows are a list."""
    return replace(choices, patterns={**choices.patterns, **patterns})


def unlisted(choices: Choices, name: str) -> Choices:
    """The rows of a list stand one by one."""
    patterns = {part: None if one and one.name == name else one for part, one in choices.patterns.items()}
    return replace(choices, patterns=patterns)


def _respanned(choices: Choices, change: Callable[[Text, Span], Span | None]) -> Choices:
    spans = {
        text: tuple(new for span in spans if (new := change(text, span)) is not None)
        for text, spans in choices.spans.items()
    }
    return replace(choices, spans=spans)
