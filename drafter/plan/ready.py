"""Wordings as they are looked at for every brief: what hangs on no brief is worked out once."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from drafter.expression.evaluate import meaning_of
from drafter.expression.names import Meaning
from drafter.language.once import MOST, once
from drafter.model.blueprint import Wording
from drafter.model.expression import Expression, Prose

Asked = tuple[tuple[Expression, Meaning], ...]


class Ready(Struct, frozen=True, eq=False):
    """A wording, and what its expressions mean."""

    number: int
    """Which of the node's it is, from 1."""
    prose: Prose
    """Its words."""
    asked: Asked
    """The expressions in them."""
    subjects: frozenset[str]
    """The classes of work that it is for; any, if there are none."""
    conditions: tuple[Meaning, ...]
    """What has to hold."""
    weight: int
    """How many conditions speak for it."""
    maxim: bool
    """It is a maxim."""


@once
def ready(wordings: tuple[Wording, ...]) -> tuple[Ready, ...]:
    """The wordings of a node."""
    return tuple(
        Ready(
            number,
            one.prose,
            asked(one.prose),
            frozenset(one.subjects),
            tuple(meaning_of(each) for each in (one.only, one.when) if each is not None),
            (one.when is not None) + bool(one.subjects),
            one.maxim,
        )
        for number, one in enumerate(wordings, 1)
    )


@once
def asked(prose: Prose) -> Asked:
    """The expressions in a text, each with what it means."""
    return tuple((piece, meaning_of(piece)) for piece in prose.pieces if isinstance(piece, Expression))


@lru_cache(maxsize=MOST)
def facts(wording: Ready, common: frozenset[str]) -> int:
    """How many facts a wording names, those that are everywhere left out."""
    return sum([not meaning.names <= common for _, meaning in wording.asked])
