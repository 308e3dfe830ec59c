"""Words that are out of place: what this speaker does not say on this occasion, and a season that no fact names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.model.expression import Prose
from drafter.model.outline import Outline, Planned, Unlike, under
from drafter.model.words import Knowledge, Shun, Words
from drafter.plan.met import Begins, by_first, met

FACT = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def in_place(prose: Prose, knows: Knowledge) -> bool:
    """Whether no word of a text is out of place; what its facts say is the writer's."""
    odd = _odd(knows.words, prose.text)
    return not odd or (odd.isdisjoint(knows.unnamed) and odd.isdisjoint([one.words for one in knows.shuns]))


@lru_cache(maxsize=8192)
def _odd(words: Words, text: str) -> frozenset[str]:
    """The words of a text that are out of place on some occasion."""
    return met(_begins(words), _frame(text))


@lru_cache(maxsize=8)
def _begins(words: Words) -> Begins:
    seasons = [word for season in words.seasons.values() for word in season.words]
    return by_first([*seasons, *(one for told in words.people.values() for shuns in told.values() for one in shuns)])


def shunned(prose: Prose, knows: Knowledge) -> tuple[Shun, ...]:
    """What of a text this speaker does not say."""
    words = _frame(prose.text) if knows.shuns else ""
    return tuple(one for one in knows.shuns if one.words in words)


def unnamed(prose: Prose, knows: Knowledge) -> str:
    """The season that a text names and no fact does; empty if there is none."""
    words = _frame(prose.text) if knows.unnamed else ""
    return next((one for one in knows.unnamed if one in words), "")


def unlike(outline: Outline) -> Iterator[Unlike]:
    """What a speech says though its speaker does not speak so: there was no other wording."""
    said = _said((*outline.opening, *outline.emphases, *outline.closing)) if outline.knows.shuns else ()
    for key, prose in (*outline.front.items(), *said):
        yield from (Unlike(key, prose.text, one) for one in shunned(prose, outline.knows))


def _said(every: Iterable[Planned]) -> Iterator[tuple[str, Prose]]:
    for one in every:
        if prose := one.override or one.said:
            yield one.key, prose
        yield from _said(under(one))


@lru_cache(maxsize=8192)
def _frame(text: str) -> str:
    """A text with … for every fact."""
    return FACT.sub("…", text).replace("**", "")
