"""What facts are read with: the day of the speech, the packs' words, and what the speech is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    text = text_of(brief) if blueprint.looks or words.subjects else ""
    found = met(_begins(words), text)
    subjects = brief.subjects or _most_told(_telling(found, words))
    facts, named = (text, found) if blueprint.looks else ("", frozenset())
    return Knowledge(
        today(blueprint, values), words, subjects, facts, tuple(_shuns(values, words)), tuple(_unnamed(named, words))
    )


def _shuns(values: Mapping[str, Value], words: Words) -> Iterator[Shun]:
    """What is not said by whoever speaks, on such an occasion."""
    for slot, answers in words.people.items():
        answer = values.get(slot)
        if isinstance(answer, Fact):
            for shunned, instead in answers.get(str(answer.value), {}).items():
                yield Shun(shunned, instead, slot, str(answer.value))


def _unnamed(named: frozenset[str], words: Words) -> Iterator[str]:
    """The words of the seasons of which no fact has one."""
    for season in words.seasons.values():
        if named.isdisjoint(season.words):
            yield from season.words


def today(blueprint: Blueprint, values: Mapping[str, Value]) -> date | None:
    """The day of the speech: the date that its front names."""
    names = [name.name for wording in blueprint.front.get("date", ()) for name in names_of(wording.prose)]
    days = [value.value for name in names if isinstance(value := values.get(name), Fact)]
    return next((day for day in days if isinstance(day, date)), None)


def subject_of(brief: Brief, words: Words) -> tuple[str, ...]:
    """The class of work that most different words of the facts tell; none if too few do, or two classes as many."""
    return _most_told(telling(brief, words))


def _most_told(telling: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    counts = {name: len(found) for name, found in telling.items()}
    most = max(counts.values(), default=0)
    best = tuple(name for name, count in counts.items() if count == most)
    return best if most >= LEAST and len(best) == 1 else ()


def telling(brief: Brief, words: Words) -> dict[str, tuple[str, ...]]:
    """For each class of work the words that the facts have of it."""
    return _telling(met(_begins(words), text_of(brief)), words)


def _telling(found: frozenset[str], words: Words) -> dict[str, tuple[str, ...]]:
    return {name: tuple([word for word in told if word in found]) for name, told in words.subjects.items()}


@lru_cache(maxsize=8)
def _begins(words: Words) -> Begins:
    """The words that tell a class of work, and those of the seasons."""
    seasons = (season.words for season in words.seasons.values())
    return by_first(word for told in (*words.subjects.values(), *seasons) for word in told)


def text_of(brief: Brief) -> str:
    """All texts of a brief."""
    return "\n".join(_texts(brief.values.values()))


def _texts(values: Iterable[Value]) -> list[str]:
    found: list[str] = []
    for value in values:
        match value:
            case Fact(value=plain):
                if isinstance(plain, str):
                    found.append(plain)
            case Record(fields):
                found += _texts(fields.values())
            case Listing(items):
                found += _texts(items)
            case _:
                pass
    return found
