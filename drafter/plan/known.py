"""What facts are read with: the day of the speech, the packs' words, and what the speech is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from drafter.expression.walk import names_of
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.value import Fact, Listing, Record, Value
from drafter.model.words import Knowledge, Shun, Words
from drafter.plan.met import Begins, by_first, met

LEAST = 2
"""Different words that tell a class of work; one alone may stand there by chance."""


def known(blueprint: Blueprint, brief: Brief, values: Mapping[str, Value], words: Words) -> Knowledge:
    """What the facts of a speech are read with."""
    subjects = brief.subjects or (subject_of(brief, words) if words.subjects else ())
    facts = "\n".join(_texts(brief.values.values())) if blueprint.looks else ""
    return Knowledge(
        today(blueprint, values), words, subjects, facts, tuple(_shuns(values, words)), tuple(_unnamed(facts, words))
    )


def _shuns(values: Mapping[str, Value], words: Words) -> Iterator[Shun]:
    """What is not said by whoever speaks, on such an occasion."""
    for slot, answers in words.people.items():
        answer = values.get(slot)
        if isinstance(answer, Fact):
            for shunned, instead in answers.get(str(answer.value), {}).items():
                yield Shun(shunned, instead, slot, str(answer.value))


def _unnamed(facts: str, words: Words) -> Iterator[str]:
    """The words of the seasons of which no fact has one."""
    for season in words.seasons.values():
        if not any(word in facts for word in season.words):
            yield from season.words


def today(blueprint: Blueprint, values: Mapping[str, Value]) -> date | None:
    """The day of the speech: the date that its front names."""
    names = [name.name for wording in blueprint.front.get("date", ()) for name in names_of(wording.prose)]
    days = [value.value for name in names if isinstance(value := values.get(name), Fact)]
    return next((day for day in days if isinstance(day, date)), None)


def subject_of(brief: Brief, words: Words) -> tuple[str, ...]:
    """The class of work that most different words of the facts tell; none if too few do, or two classes as many."""
    met = {name: len(found) for name, found in telling(brief, words).items()}
    most = max(met.values(), default=0)
    best = tuple(name for name, count in met.items() if count == most)
    return best if most >= LEAST and len(best) == 1 else ()


def telling(brief: Brief, words: Words) -> dict[str, tuple[str, ...]]:
    """For each class of work the words that the facts have of it."""
    text = "\n".join(_texts(brief.values.values()))
    found = met(_begins(words), text)
    return {name: tuple(word for word in told if word in found) for name, told in words.subjects.items()}


@lru_cache(maxsize=8)
def _begins(words: Words) -> Begins:
    return by_first(word for told in words.subjects.values() for word in told)


def _texts(values: object) -> Iterator[str]:
    match values:
        case Fact(value=str() as text):
            yield text
        case Record(fields):
            yield from _texts(fields.values())
        case Listing(items):
            yield from _texts(items)
        case Fact():
            return
        case _ if hasattr(values, "__iter__"):
            for value in values:
                yield from _texts(value)
