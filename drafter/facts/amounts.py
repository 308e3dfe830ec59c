"""What figures are called by their units, and nouns as the names of figures."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts.look import Look


def measure(words: str, look: Look) -> str:
    """The unit of a figure."""
    found = look.made("unit", "{}$").search(words)
    return found[0] if found else ""


def amount(values: Sequence[str], look: Look) -> str:
    """A name for figures of different things."""
    kinds = {kind_of(measure(value, look), look) for value in values}
    return kinds.pop() if len(kinds) == 1 else look.fixed("amount")


def kind_of(unit: str, look: Look) -> str:
    """What a figure is called by its unit."""
    bare = look["scale"].sub("", unit)
    named = look.named("measures", unit, "=") or look.named("measures", bare, "=")
    return named or (bare + look.fixed("number") if bare.isidentifier() else look.fixed("amount"))


def with_kind(noun: str, kind: str, look: Look) -> str:
    """A noun as the name of a figure: what is a figure by itself stays as it is."""
    if look["whole"].search(noun):
        return noun
    if look["people"].search(noun) and not look["kept"].fullmatch(kind):
        return noun + look.fixed("persons")
    if look["measured"].fullmatch(kind) or look["kept"].fullmatch(kind):
        kind = look.fixed("money") if look["paid"].search(noun) and kind == look.fixed("sum") else kind
        return (noun.removesuffix(kind[0]) if kind[1:] == look.fixed("number") else noun) + kind
    return noun + look.fixed("number")
