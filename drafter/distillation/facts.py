"""The facts of old speeches: what each is called, what it says, where it stands, and why it is taken for one."""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from drafter.distillation.frames import Token
from drafter.facts.hit import Kind
from drafter.model.blueprint import Slot
from drafter.problem import Place

NOWHERE = Place("")
Value = str | tuple[Mapping[str, str], ...]
"""What a brief says for a slot: words, or records."""


def unused(wish: str, taken: Container[str], between: str = "") -> str:
    """A name, or else the first of those with a number behind it, that nothing has."""
    names = chain((wish,), (f"{wish}{between}{n}" for n in count(2)))
    return next(name for name in names if name not in taken)


class Span(Struct, frozen=True):
    """Where a slot stands in a text."""

    start: int
    """Where the fact begins."""
    end: int
    """Where it ends."""
    key: int
    """The slot, whatever it is called."""
    place: int = -1
    """The place in the blueprint where it is said, the same in every speech that says it there."""


class Fact(Struct, frozen=True):
    """One fact of old speeches."""

    slot: Slot
    """The slot that it fills; while a blueprint is made, with the name that it wishes for."""
    value: Value
    """What states it."""
    kind: Kind
    """What it was taken for."""
    count: int = 1
    """How often it stands."""
    unit: str = ""
    """The measure word that stays in the sentence behind a figure."""
    section: str = ""
    """The heading of the first level under which it first stands; of what stands before the first, or behind the last, nothing."""

    @property
    def name(self) -> str:
        """The slot's name."""
        return self.slot.name


class Pattern(Struct, frozen=True):
    """One sentence for several items of a speech."""

    key: int
    """The list that the items are, as a slot."""
    texts: tuple[tuple[Token, ...], ...]
    """What every item says, with a hole for each field: a point; or a heading, and the passage below it if there is one."""
    records: tuple[Mapping[str, str], ...]
    """What each item has in the holes, by field."""
    lead: str = ""
    """What is said before the first item, in its paragraph."""
    tail: str = ""
    """What is said after the last item, in its paragraph."""
    ids: tuple[str, ...] = ()
    """The parts of the speech that it stands for: the headings and what is below each, the passages, or the one that holds all items."""
    apart: bool = False
    """Every item is a paragraph of its own, which nothing tells off."""


def called(fact: Fact, name: str) -> Fact:
    """A fact under another name."""
    return replace(fact, slot=replace(fact.slot, name=name, ask=fact.slot.ask.replace(fact.name, name, 1)))
