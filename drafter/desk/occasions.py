"""Which blueprint is for an occasion: the questions by whose answers those on the shelf differ."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.desk.library import Library
from drafter.model.blueprint import Blueprint, Occasion

ASPECTS = ("language", *Occasion.__struct_fields__)
"""What is asked, in this order."""


class Kind(Struct, frozen=True):
    """A kind of speech that can be proposed."""

    name: str
    """The name by which a brief calls it."""
    blueprint: Blueprint
    """Its blueprint."""


def kinds(library: Library) -> tuple[Kind, ...]:
    """Every blueprint on the shelf that tells its occasion."""
    names = dict.fromkeys(name for name, _owner in library.shelf.names("speeches"))
    found = ((name, library.blueprint(name)[0]) for name in names)
    told = (Kind(name, one) for name, one in found if one and one.occasion != Occasion())
    return tuple(sorted(told, key=lambda kind: len(kind.blueprint.occasion.event)))  # what is for one event alone first


def question(kinds: Iterable[Kind], asked: Iterable[str] = ()) -> tuple[str, tuple[str, ...]] | None:
    """The first aspect, of those not yet asked, that parts these kinds, and the answers that they give."""
    for aspect in ASPECTS:
        said = [_said(kind, aspect) for kind in kinds]
        if aspect not in asked and len({frozenset(answers) for answers in said if answers}) > 1:
            return aspect, tuple(dict.fromkeys(answer for answers in said for answer in answers))
    return None


def fitting(kinds: Iterable[Kind], aspect: str, answer: str) -> tuple[Kind, ...]:
    """The kinds of which that is told; what a kind says nothing of does not matter to it."""
    return tuple(kind for kind in kinds if answer in (_said(kind, aspect) or (answer,)))


def _said(kind: Kind, aspect: str) -> tuple[str, ...]:
    if aspect == "language":
        return (kind.blueprint.language,)
    answers: tuple[str, ...] = getattr(kind.blueprint.occasion, aspect)
    return answers
