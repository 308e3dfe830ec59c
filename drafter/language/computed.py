"""Computed figures of a speech, and how each was computed, for whoever checks them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language.measure import lines_of
from drafter.model.speech import Speech, Text, leaves
from drafter.model.value import Figure, Operand


def figures_of(speech: Speech) -> tuple[Figure, ...]:
    """Every figure that was computed, once, in the speech's order."""
    return tuple(dict.fromkeys(marked_figures(speech)))


def marked_figures(speech: Speech) -> Iterator[Figure]:
    """The same as often as they stand in the speech."""
    for words in lines_of(speech):
        yield from (leaf.figure for leaf in leaves(words) if isinstance(leaf, Text) and leaf.figure)


def equation(figure: Figure) -> str:
    """A figure with its computation: 42天 = 距(6月底, 2026-05-19)."""
    return f"{figure.words} = {_formula(figure)}"


def slots_of(figure: Figure) -> tuple[str, ...]:
    """The slots that its operands stand in, in their order, each once."""
    return tuple(dict.fromkeys(operand.slot for operand in given_operands(figure) if operand.slot))


def given_operands(figure: Figure) -> Iterator[Operand]:
    """The operands that are not computed themselves."""
    for operand in figure.operands:
        if operand.figure:
            yield from given_operands(operand.figure)
        else:
            yield operand


def _formula(figure: Figure) -> str:
    years = {one.day.year for one in figure.operands if one.day}
    parts = (_formula(one.figure) if one.figure else _shown(one, len(years) > 1) for one in figure.operands)
    return f"{figure.operation}({', '.join(parts)})"


def _shown(operand: Operand, years: bool) -> str:
    """Its words; the day that they were read as, too, where they name no month, or days are of several years."""
    if not operand.day or str(operand.day) in operand.words or ("月" in operand.words and not years):
        return operand.words
    return f"{operand.words} {operand.day}"
