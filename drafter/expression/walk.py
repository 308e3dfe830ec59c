"""What an expression is made of."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.expression import (
    Both,
    Compare,
    Either,
    Expression,
    Field,
    Filtered,
    Literal,
    Name,
    Negation,
    Prose,
    Toggle,
)
from drafter.model.value import Gap


def words_in(piece: Expression | Toggle | Gap) -> Iterator[Name | Field | Filtered | Literal]:
    """The names, fields, filters and values of an expression, in the order in which they stand in it."""
    match piece:
        case Name():
            yield piece
        case Field(of, _):
            yield from words_in(of)
            yield piece
        case Filtered(of, _, arguments):
            yield from words_in(of)
            yield piece
            for argument in arguments:
                yield from words_in(argument)
        case Literal(tuple(values)):
            yield from map(Literal, values)
        case Literal():
            yield piece
        case Negation(of):
            yield from words_in(of)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from words_in(left)
            yield from words_in(right)
        case _:
            return


def names_in(piece: Expression | Toggle | Gap) -> Iterator[Name]:
    """Every name that the expression asks for."""
    return (word for word in words_in(piece) if isinstance(word, Name))


def names_of(prose: Prose) -> Iterator[Name]:
    """Every name that a text asks for."""
    for piece in prose.pieces:
        if not isinstance(piece, str):
            yield from names_in(piece)


def parts_of(expression: Expression) -> Iterator[Expression]:
    """An expression and those that it is made of, apart from what stands in the brackets of filters: it speaks of items."""
    yield expression
    match expression:
        case Field(of, _) | Filtered(of, _) | Negation(of):
            yield from parts_of(of)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from parts_of(left)
            yield from parts_of(right)
        case _:
            return


def asked_in(expression: Expression) -> Iterator[Name | Field]:
    """The facts that an expression asks for: its names, each with the fields and readings behind it."""
    match expression:
        case Name():
            yield expression
        case Field(of, _):
            parts = list(asked_in(of))
            yield from [expression] if parts == [of] else parts
        case Filtered(of, _, arguments):
            for one in (of, *arguments):
                yield from asked_in(one)
        case Compare(left, _, right) | Both(left, right) | Either(left, right):
            yield from asked_in(left)
            yield from asked_in(right)
        case Negation(of):
            yield from asked_in(of)
        case _:
            return
