"""A text with its expressions masked, so that what its author wrote out can be looked at where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.language import Joiner, Tongue
from drafter.language.marks import units
from drafter.model.expression import Expression, Filtered, Prose, Toggle
from drafter.model.value import Gap

HOLE = "\ufffc"
"""Stands for a character of an expression, or of a `**`."""
LIST = "\ufffd"
"""Stands for a character of an expression that joins a list: the items have marks of their own."""


@dataclass(frozen=True, slots=True)
class Words:
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
    done, at = [], 0
    for piece in prose.pieces:
        match piece:
            case str():
                at += len(piece)
                done.append(piece)
            case Toggle():
                at += 2
                done.append(HOLE * 2)
            case Gap(label=label):
                at += len(label)
                done.append(label)
            case _:
                end = prose.text.index("}}", at) + 2
                done.append((LIST if _joins(piece, tongue) else HOLE) * (end - at))
                at = end
    return Words(prose, "".join(done), tongue)


def stretches(text: str, ends: str) -> Iterator[tuple[int, str]]:
    """The parts of a masked text between marks, lists and the ends of paragraphs, each with its offset."""
    for found in _between(ends).finditer(text):
        part = found[0].strip()
        if part:
            yield found.start() + len(found[0]) - len(found[0].lstrip()), part


@lru_cache
def _between(ends: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[^{re.escape(ends)}{LIST}\n]|\n(?![ \t\u3000]*\n))+")


def size(text: str, tongue: Tongue) -> int:
    """How much of a masked text is written out, in what the tongue's speaking rate counts."""
    return units(text.replace(HOLE, "").replace(LIST, ""), tongue)


def _joins(expression: Expression, tongue: Tongue) -> bool:
    match expression:
        case Filtered(of, name):
            return isinstance(tongue.filters.get(name), Joiner) or _joins(of, tongue)
        case _:
            return False
