"""Last year's values in an interview: confirmed, or made this year's; and what was promised, answered for."""

from __future__ import annotations

from collections.abc import Container

from drafter.desk.answers import MOST_AROUND, REST
from drafter.desk.ask import Interview as Interview
from drafter.desk.ask import value, written
from drafter.desk.draft import composed
from drafter.desk.promises import achieved_in
from drafter.language import TONGUES
from drafter.language.asking import question as question
from drafter.language.measure import lines_of
from drafter.model.blueprint import Slot
from drafter.model.brief import SETTINGS
from drafter.model.speech import Inlines, Text
from drafter.model.speech import leaves as leaves_of
from drafter.model.value import Unconfirmed as Unconfirmed
from drafter.notation.brief import read_brief
from drafter.notation.unconfirmed import confirmed, leaves, unconfirmed
from drafter.problem import InputError
from drafter.yamltext.data import Path, path_of
from drafter.yamltext.splice import put, remove


def last_years(interview: Interview, only: tuple[str, ...] = ()) -> tuple[Unconfirmed, ...]:
    """The facts of last year that nobody has confirmed, in the order of the brief; own texts are no answers."""
    names = only or tuple(interview.slots)
    return tuple(one for one in unconfirmed(interview.doc) if path_of(one.slot)[0] in names)


def marked_in(interview: Interview) -> int:
    """How many values nobody has confirmed, own texts counted."""
    return len(unconfirmed(interview.doc))


def kept_as_it_is(interview: Interview, seen: Container[str]) -> Interview:
    """The interview without the comments at values all of which have been looked at; raises DrafterError."""
    doc = interview.doc
    while True:
        found = unconfirmed(doc)
        open = {one.comment for one in found if one.slot not in seen}
        done = next((one for one in found if one.comment not in open), None)
        if done is None:
            return written(interview, doc)
        doc = confirmed(doc, done)


def promises(interview: Interview) -> tuple[str, ...]:
    """What was promised last year and is not answered for."""
    found = value(interview, "promised")
    return tuple(one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str))


def achieved(interview: Interview) -> str:
    """The slot in which it is told what became of it; nothing where the blueprint has none."""
    return achieved_in(interview.blueprint)


def answered_for(interview: Interview, promise: str, words: str) -> Interview:
    """The interview with what became of a promise among the achievements, and without the promise; raises DrafterError."""
    slot = achieved(interview)
    there = value(interview, slot)
    doc = put(
        interview.doc,
        (slot,),
        [*(there if isinstance(there, list) else []), words],
        (*SETTINGS, *interview.blueprint.asked),
    )
    left = [one for one in promises(interview) if one != promise]
    return written(interview, put(doc, ("promised",), [*left]) if left else remove(doc, ("promised",)))


def way_to(one: Unconfirmed) -> Path:
    """The way to a value."""
    return path_of(one.slot)


def sentence_of(interview: Interview, one: Unconfirmed) -> str:
    """The first sentence of the speech that says a value, with the value in brackets; nothing where none does."""
    brief, blueprint, _ = read_brief(interview.doc, interview.library.find(interview.path))
    if brief is None or blueprint is None:
        return ""
    try:
        speech = composed(brief, blueprint, library=interview.library).speech
    except InputError:  # more than a speech may hold
        return ""
    marks = TONGUES[blueprint.language].marks.sentence
    said = (sentence for words in lines_of(speech) if (sentence := _sentence(words, one.slot, marks)))
    return next(said, "")


def _sentence(words: Inlines, slot: str, marks: str) -> str:
    """The sentence of a line in which the fact of a slot stands."""
    before = fact = after = ""
    for leaf in leaves_of(words):
        text = leaf.text if isinstance(leaf, Text) else leaf.label
        if isinstance(leaf, Text) and leaf.slot == slot and not after:
            fact += text
        elif fact:
            after += text
        else:
            before += text
    if not fact:
        return ""
    start = max((before.rfind(mark) for mark in marks), default=-1) + 1
    end = min((n + 1 for mark in marks if (n := after.find(mark)) >= 0), default=len(after))
    own = "" if fact[-1] in marks else after[:end]
    return " ".join(f"{_shortened(before[start:], -1)}[{fact}]{_shortened(own, 1)}".split())


def _shortened(words: str, side: int) -> str:
    """Words beside a fact, of which those next to it are enough."""
    if len(words) <= MOST_AROUND:
        return words
    return words[: MOST_AROUND - 1] + REST if side > 0 else REST + words[1 - MOST_AROUND :]


def slot_at(interview: Interview, way: Path) -> Slot:
    """The slot, or the field of one, that holds the value at a path."""
    slot = interview.slots[str(way[0])]
    for step in way[1:]:
        inner = slot.item if isinstance(step, int) else next((one for one in slot.fields if one.name == step), None)
        slot = inner or slot
    return slot


def names_the_old(interview: Interview, old: str, new: str) -> dict[str, str]:
    """The values that name the level or the place of a name that has become another, each as it would be."""
    renamed = interview.tongue.next_year.renamed
    every = ((leaf.slot, leaf.node.text) for leaf in leaves(interview.doc.root))
    return {slot: other for slot, text in every if text != new and (other := renamed(text, old, new)) != text}
