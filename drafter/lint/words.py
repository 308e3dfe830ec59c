"""A text with its expressions masked, so that what its author wrote out can be looked at where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from drafter.expression.check import joins
from drafter.expression.parse import cut
from drafter.language import Tongue
from drafter.language.marks import units
from drafter.model.expression import Expression, Prose, Toggle
from drafter.model.value import Gap

HOLE = "\ufffc"
"""Stands for a character of an expression, or of a `**`."""
LIST = "\ufffd"
"""Stands for a character of an expression that joins a list: the items have marks of their own."""


class Words(Struct, frozen=True):
    """One text of a blueprint, or one fact of a brief."""

    prose: Prose
    """The text."""
    masked: str
    """The same, as long, with HOLE and LIST where no words are written out."""
    tongue: Tongue
    """The tongue that it is in."""


def words(prose: Prose, tongue: Tongue) -> Words:
    """A text, masked."""
    if prose.pieces == (prose.text,):
        return Words(prose, prose.text, tongue)
    done = []
    braces = ((start, end) for start, end, inside in cut(prose.text) if inside)
    for piece in prose.pieces:
        match piece:
            case str():
                done.append(piece)
            case Toggle():
                done.append(HOLE * 2)
            case Gap(label=label):
                done.append(label)
            case _:
                start, end = next(braces)
                done.append((LIST if any(joins(piece, tongue)) else HOLE) * (end - start + 4))
    return Words(prose, "".join(done), tongue)


def holes(prose: Prose) -> Iterator[tuple[int, int, str, Expression]]:
    """The expressions of a text that stand right behind words: where in the text each begins and ends, these words, and it."""
    spots = ((start - 2, end + 2) for start, end, inside in cut(prose.text) if inside)
    before: object = ""
    for piece in prose.pieces:
        if isinstance(piece, Expression):
            start, end = next(spots)
            if isinstance(before, str) and before:
                yield start, end, before, piece
        before = piece


def stretches(text: str, ends: str) -> Iterator[tuple[int, str]]:
    """The parts of a masked text between marks, lists and the ends of paragraphs, each with its offset."""
    for found in _between(ends).finditer(text):
        part = found[0].strip()
        if part:
            yield found.start() + len(found[0]) - len(found[0].lstrip()), part


@lru_cache
def _between(ends: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:[^{re.escape(ends)}{LIST}\n]++|\n(?![ \t\u3000]*\n))++"
    )  # never gone back on: a text is long


def size(text: str, tongue: Tongue) -> int:
    """How much of a masked text is written out, in what the tongue's speaking rate counts."""
    return units(text.replace(HOLE, "").replace(LIST, ""), tongue)
