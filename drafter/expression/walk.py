"""What an expression is made of."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Name, Negation, Prose, Toggle
from drafter.model.value import Gap


def names_in(piece: Expression | Toggle | Gap) -> Iterator[Name]:
    """Every name that the expression asks for."""
    match piece:
        case Name():
            yield piece
        case Field(of, _) | Filtered(of, _) | Negation(of):
            yield from names_in(of)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from names_in(left)
            yield from names_in(right)
        case _:
            return


def names_of(prose: Prose) -> Iterator[Name]:
    """Every name that a text asks for."""
    for piece in prose.pieces:
        if not isinstance(piece, str):
            yield from names_in(piece)
