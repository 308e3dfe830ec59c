"""What a person decides about a distilled blueprint: each choice gives another one, or the Problem that forbids it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.distil import distil_speeches, made_again
from drafter.desk.distilled import Basis, Returned, line_of
from drafter.distillation import Fact as Fact
from drafter.distillation import choices as decide
from drafter.distillation.blueprint import RESERVED
from drafter.distillation.choices import Choices, Text
from drafter.distillation.facts import Span
from drafter.distillation.gather import asked, fact_at, reads_as
from drafter.distillation.lists import Rows as Rows
from drafter.distillation.lists import rows_of
from drafter.distillation.words import parts, whole
from drafter.facts.hit import Hit
from drafter.model.blueprint import SlotType
from drafter.model.sheet import Recognised
from drafter.problem import Place, Problem, near_miss

Made = Returned | Problem
OF_PARTS = ("list", "flag")
"""Types of slots that stand in no sentence."""
OPEN_TYPES = tuple(one for one in get_args(SlotType) if one not in (*OF_PARTS, "choice"))
"""Types that a value by itself can be read as."""


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
    return tuple(_sentence(made, text, span) for text, span in decide.places(made.choices, slot))


def found(made: Returned, words: str) -> tuple[Sentence, ...]:
    """Every sentence in which words stand outside of slots."""
    return tuple(_sentence(made, text, span) for text, span in _free(made, words))


def refused(made: Returned, slot: str, name: str) -> Problem | None:
    """Why a slot, or a new one if it is empty, cannot be called so."""
    if not name.isidentifier():
        return _problem("odd-slot-name", name=name)
    if name in RESERVED:
        return _problem("taken-slot-name", name=name)
    if name not in made.choices.facts or name == slot:
        return None
    if not slot:
        return _problem("slot-taken", name=name)
    return None if name in may_join(made, slot) else _problem("slots-differ", name=name)


def may_join(made: Returned, slot: str) -> tuple[str, ...]:
    """The other slots that say the same of the same kind in every speech."""
    facts, one = made.choices.facts, made.choices.facts[slot]

    def alike(name: str, other: Fact) -> bool:
        same = (other.slot.type, other.slot.fields) == (one.slot.type, one.slot.fields) and other.unit == one.unit
        return same and all(told.get(slot) == told.get(name) for told in made.given)

    return tuple(name for name, other in facts.items() if name != slot and alike(name, other))


def may_drop(made: Returned, slot: str) -> bool:
    """Whether a slot's words can stand in the sentence itself: all speeches that have it say the same."""
    fact = made.choices.facts[slot]
    told = [given[slot] for given in made.given if slot in given]
    return (
        fact.slot.type != "flag" and fact.slot.missing != "omit" and bool(told) and all(one == told[0] for one in told)
    )


def types(made: Returned, slot: str) -> tuple[SlotType, ...]:
    """The types that all values of a slot read as, its own first."""
    return (made.choices.facts[slot].slot.type, *(one for one in OPEN_TYPES if _reads(made, slot, one) is None))


def may_list(made: Returned) -> tuple[Rows, ...]:
    """The rows of parts that are no list and can be one."""
    basis = _basis(made)
    listed = {part for part, one in made.choices.patterns.items() if one}
    return tuple(one for one in rows_of(basis.speeches, basis.look, basis.apart) if listed.isdisjoint(one.patterns))


def renamed(made: Returned, slot: str, name: str) -> Made:
    """A slot called otherwise, or a field as LIST.FIELD; if that is the name of another that says the same, they are one."""
    if "." in slot:
        return _refielded(made, *slot.split(".", 1), name)
    if (one := _known(made, slot)) is not None:
        return one
    if (wrong := refused(made, slot, name)) is not None:
        return wrong
    return _proved(made, decide.renamed(made.choices, slot, name), {name})


def _refielded(made: Returned, slot: str, field: str, name: str) -> Made:
    if (wrong := _known(made, slot)) is not None:
        return wrong
    fields = [one.name for one in made.choices.facts[slot].slot.fields]
    if field not in fields:
        return _problem("no-slot-yet", name=f"{slot}.{field}", near=near_miss(field, fields))
    if not name.isidentifier():
        return _problem("odd-slot-name", name=name)
    if name in fields and name != field:
        return _problem("slot-taken", name=name)
    return _proved(made, decide.refielded(made.choices, slot, field, name))


def joined(made: Returned, slot: str, other: str) -> Made:
    """A slot's places ask for another that says the same."""
    if (wrong := _known(made, slot) or _known(made, other)) is not None:
        return wrong
    return renamed(made, slot, other)


def dropped(made: Returned, slot: str) -> Made:
    """The words of a slot in their sentences; those of a list in its items."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    if not may_drop(made, slot):
        return _problem("slot-is-needed", name=slot)
    if made.choices.facts[slot].slot.type != "list":
        return _proved(made, decide.dropped(made.choices, slot))
    apart = unlisted(made, slot)
    if isinstance(apart, Problem):
        return apart
    fresh = apart.choices.facts.keys() - made.choices.facts.keys()
    choices = apart.choices
    for text in apart.choices.spans.keys() - made.choices.spans.keys():
        for name in fresh:
            choices = decide.dropped(choices, name, {text})
    return _proved(apart, choices)


def split(made: Returned, slot: str, which: int, name: str) -> Made:
    """One place of a slot that asks for a slot of its own, in every speech that says it there."""
    if (wrong := _known(made, slot) or refused(made, slot, name)) is not None:
        return wrong
    places = tuple(decide.places(made.choices, slot))
    if not 0 <= which < len(places) or len({span.place for _, span in places}) < 2 or name == slot:
        return _problem("stands-once", name=slot)
    (_, text), span = places[which]
    old = made.choices.facts[slot]
    fact = made.choices.facts.get(name) or replace(
        old, slot=replace(old.slot, name=name, ask=asked(name, text, span.start, span.end))
    )
    return _proved(made, decide.split(made.choices, span, fact), {name, slot})


def added(made: Returned, words: str, name: str, which: int | None = None) -> Made:
    """A new slot wherever words stand outside of slots, or in one of these places."""
    if (wrong := refused(made, "", name)) is not None:
        return wrong
    free = _free(made, words)
    chosen = free if which is None else free[which : which + 1]
    if not chosen:
        return _not_there(made, words)
    (_, text), span = chosen[0]
    fact = fact_at(name, text, Hit(span.start, span.end, "added"), _basis(made).look)
    where = [(text, Span(span.start, span.end - len(fact.unit), name)) for text, span in chosen]
    return _proved(made, decide.added(made.choices, where, fact), {name})


def retyped(made: Returned, slot: str, type: SlotType) -> Made:
    """A slot that is read as another type."""
    if (wrong := _known(made, slot) or _reads(made, slot, type)) is not None:
        return wrong
    fact = made.choices.facts[slot]
    return _proved(made, decide.restated(made.choices, replace(fact, slot=replace(fact.slot, type=type))))


def reasked(made: Returned, slot: str, ask: str) -> Made:
    """A slot with another question."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    fact = made.choices.facts[slot]
    asks = " ".join(ask.split()) or slot
    return _proved(made, decide.restated(made.choices, replace(fact, slot=replace(fact.slot, ask=asks))))


def listed(made: Returned, id: str, name: str = "") -> Made:
    """A row of parts as a list of records."""
    row = next((one for one in may_list(made) if one.id == id), None)
    if row is None:
        return _problem("no-such-row", name=id)
    if name and (wrong := refused(made, "", name)) is not None:
        return wrong
    taken = {*made.choices.facts, *RESERVED}
    called = name or next(one for one in _numbered(row.name) if one not in taken)
    patterns = {part: replace(one, name=called) for part, one in row.patterns.items()}
    return _proved(made, decide.listed(made.choices, patterns), {called})


def unlisted(made: Returned, slot: str) -> Made:
    """The items of a list one by one, with their facts as slots."""
    if (wrong := _known(made, slot)) is not None:
        return wrong
    if made.choices.facts[slot].slot.type != "list":
        return _problem("is-no-list", name=slot)
    return _proved(made, decide.unlisted(made.choices, slot))


def redone(made: Returned, read: tuple[Recognised, ...]) -> Returned:
    """The same choices where speeches were read in another way."""
    basis = _basis(made)
    return distil_speeches(read, made.sources, made.blueprint.name, basis.eager, look=basis.look, choices=made.choices)


def _proved(made: Returned, choices: Choices, kept: Collection[str] = ()) -> Made:
    """What choices give, if each speech comes back of it and every slot that is to stand does."""
    again = made_again(made, choices)
    if again is None or not again.choices.facts.keys() >= set(kept):
        return _problem("comes-out-otherwise")
    return again


def _basis(made: Returned) -> Basis:
    if made.basis is None:
        raise TypeError("choices are made on what distil gave back")
    return made.basis


def _problem(rule: str, **facts: str) -> Problem:
    return Problem(rule, Place(""), facts)


def _known(made: Returned, slot: str) -> Problem | None:
    """That there is no such slot, if there is none."""
    if slot in made.choices.facts:
        return None
    return _problem("no-slot-yet", name=slot, near=near_miss(slot, made.choices.facts))


def _reads(made: Returned, slot: str, type: SlotType) -> Problem | None:
    """Why a slot cannot be read as a type."""
    one, look = made.choices.facts[slot].slot, _basis(made).look
    if one.type in OF_PARTS or type not in OPEN_TYPES:
        return _problem("type-is-fixed", name=slot, what=type)
    wish = replace(one, type=type)
    told = (str(given[slot]) for given in made.given if slot in given)
    wrong = next((value for value in told if not reads_as(value, wish, look.tongue)), None)
    return None if wrong is None else _problem("not-of-type", name=slot, value=wrong, what=type)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def _free(made: Returned, words: str) -> tuple[tuple[Text, Span], ...]:
    """Where words stand outside of slots, speech by speech; a figure is not cut."""
    return tuple((text, span) for text, span in _standing(made, words) if not _slots_at(made, text, span))


def _standing(made: Returned, words: str) -> Iterator[tuple[Text, Span]]:
    for n in range(len(made.recognised)):
        for text in (one for one in made.choices.spans if one[0] == n):
            at = text[1].find(words) if words and words == words.strip() else -1
            while at >= 0:
                end = at + len(words)
                around = (text[1][max(0, at - 1) : at + 1], text[1][end - 1 : end + 1])
                if not any(pair.isdecimal() and len(pair) > 1 for pair in around):
                    yield text, Span(at, end, "")
                at = text[1].find(words, end)


def _slots_at(made: Returned, text: Text, span: Span) -> tuple[str, ...]:
    return tuple(one.name for one in made.choices.spans[text] if one.start < span.end and span.start < one.end)


def _not_there(made: Returned, words: str) -> Problem:
    """Why words cannot become a slot: a slot holds them or a part of them, or nobody says them."""
    for text, span in _standing(made, words):
        return _problem("words-in-slot", name=words, of=_slots_at(made, text, span)[0])
    windows = (
        text[at : at + len(words)]
        for _, text in made.choices.spans
        for at in range(len(text) - len(words) + 1)
        if words and (text[at] == words[0] or text[at + len(words) - 1] == words[-1])
    )
    return _problem("words-not-said", name=words, near=near_miss(words, dict.fromkeys(windows)))


def _sentence(made: Returned, text: Text, span: Span) -> Sentence:
    n, words = text
    marks = (*_basis(made).look.tongue.marks.strong, "\n")
    start = max(words.rfind(mark, 0, span.start) + 1 for mark in marks)
    ends = [at for mark in marks if (at := words.find(mark, span.end)) >= 0]
    end = min(ends) + 1 if ends else len(words)
    return Sentence(n, words[start:end].rstrip("\n"), span.start - start, span.end - start, _line(made, text))


def _line(made: Returned, text: Text) -> str:
    n, words = text
    places = made.recognised[n].places
    for block in parts(_basis(made).speeches[n]):
        if block.id in places and words in whole(block):
            return line_of(made.recognised[n], block.id)
    return ""
