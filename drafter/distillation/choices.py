"""What stands where in old speeches and what it is called: as it was found, then as a person wants it; each choice gives others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.distillation.facts import Fact, Pattern, Span
from drafter.distillation.frames import Hole
from drafter.distillation.words import Text

Part = tuple[int, str]
"""A part of a speech: the speech's number and the node's id in it; `#id` for the number of a heading alone."""


class Choices(Struct, frozen=True):
    """What is settled; for what it does not name, facts and lists are looked for."""

    facts: Mapping[int, Fact] = field(default_factory=dict)
    """The slots, by their keys."""
    spans: Mapping[Text, tuple[Span, ...]] = field(default_factory=dict)
    """For each text that was gone through, where its slots stand."""
    lists: Mapping[Part, Pattern | None] = field(default_factory=dict)
    """The rows that are a list, by their first part, and those that are none."""
    flags: Mapping[Text, int] = field(default_factory=dict)
    """The flags under which parts stand, by the first text of each."""

    def key(self, name: str) -> int:
        """The slot of a name; -1 for none."""
        return next((key for key, fact in self.facts.items() if fact.name == name), -1)


NOTHING = Choices()


def places(choices: Choices, key: int) -> Iterator[tuple[Text, Span]]:
    """Where a slot stands, speech by speech."""
    for text, spans in sorted(choices.spans.items(), key=lambda one: one[0].speech):
        yield from ((text, span) for span in spans if span.key == key)


def stated(choices: Choices, key: int, fact: Fact) -> Choices:
    """A slot as something else says it: its name, question or type."""
    return replace(choices, facts={**choices.facts, key: fact})


def fresh(choices: Choices) -> int:
    """A key that no slot has."""
    return max(choices.facts, default=-1) + 1


def listed(choices: Choices, patterns: Mapping[Part, Pattern], fact: Fact) -> Choices:
    """Rows are a list."""
    key = fresh(choices)
    done = stated(choices, key, fact)
    return replace(done, lists={**done.lists, **{part: replace(one, key=key) for part, one in patterns.items()}})


def joined(choices: Choices, key: int, other: int) -> Choices:
    """The places of a slot are those of another."""
    done = _respanned(choices, lambda _, span: replace(span, key=other) if span.key == key else span)
    flags = {text: other if flag == key else flag for text, flag in choices.flags.items()}
    return _relisted(replace(done, flags=flags), key, lambda one: replace(one, key=other))


def dropped(choices: Choices, keys: Collection[int], within: Collection[Text]) -> Choices:
    """The words of slots stay in their sentences, in some texts."""
    return _respanned(choices, lambda text, span: None if span.key in keys and text in within else span)


def split(choices: Choices, place: int, key: int) -> Choices:
    """What stands in one place of the blueprint is another fact."""
    return _respanned(choices, lambda _, span: replace(span, key=key) if span.place == place else span)


def added(choices: Choices, where: Collection[tuple[Text, Span]]) -> Choices:
    """More stretches ask for facts."""
    spans = dict(choices.spans)
    for text, span in where:
        spans[text] = tuple(sorted((*spans.get(text, ()), span), key=lambda one: one.start))
    return replace(choices, spans=spans)


def refielded(choices: Choices, key: int, name: str, new: str) -> Choices:
    """A field of a list is called otherwise."""

    def said(one: Pattern) -> Pattern:
        texts = tuple(tuple(Hole(new) if token == Hole(name) else token for token in text) for text in one.texts)
        records = tuple({new if key == name else key: words for key, words in told.items()} for told in one.records)
        return replace(one, texts=texts, records=records)

    fact = choices.facts[key]
    fields = tuple(replace(one, name=new, ask=new) if one.name == name else one for one in fact.slot.fields)
    return _relisted(stated(choices, key, replace(fact, slot=replace(fact.slot, fields=fields))), key, said)


def unlisted(choices: Choices, key: int) -> Choices:
    """The rows of a list stand one by one."""
    gone = {(n, id): None for (n, _), one in choices.lists.items() if one and one.key == key for id in one.ids}
    return replace(choices, lists={**choices.lists, **gone})


def _relisted(choices: Choices, key: int, change: Callable[[Pattern], Pattern]) -> Choices:
    lists = {part: change(one) if one and one.key == key else one for part, one in choices.lists.items()}
    return replace(choices, lists=lists)


def _respanned(choices: Choices, change: Callable[[Text, Span], Span | None]) -> Choices:
    spans = {
        text: tuple(new for span in spans if (new := change(text, span)) is not None)
        for text, spans in choices.spans.items()
    }
    return replace(choices, spans=spans)
