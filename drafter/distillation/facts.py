"""The facts of an old speech: what each is called, what it says, where it stands, and why it is taken for one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from drafter.distillation.frames import Token
from drafter.facts.hit import Kind
from drafter.model.blueprint import Slot

Value = str | tuple[Mapping[str, str], ...]
"""What a brief says for a slot: words, or records."""


class Span(Struct, frozen=True):
    """Where a slot stands in a text."""

    start: int
    """Where the fact begins."""
    end: int
    """Where it ends."""
    name: str
    """The slot's name."""
    place: int = -1
    """The place in the blueprint where it is said, the same in every speech that says it there."""


class Fact(Struct, frozen=True):
    """One fact of a speech."""

    slot: Slot
    """The slot that it fills."""
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
    """One sentence for several numbered items."""

    name: str
    """The list that the items are, as a slot."""
    texts: tuple[tuple[Token, ...], ...]
    """What every item says, with a hole for each field: a point; or a heading, and the passage below it if there is one."""
    records: tuple[Mapping[str, str], ...]
    """What each item has in the holes, by field."""
    tail: str = ""
    """What is said after the last item, in its paragraph."""
    lead: str = ""
    """What is said before the first item, where nothing tells the items off."""
    ids: tuple[str, ...] = ()
    """The parts of the speech that it stands for: the headings, the passages, or the one that holds all items."""
    apart: bool = False
    """Every item is a paragraph of its own, which nothing tells off."""


class Facts(Struct, frozen=True):
    """The facts of one speech, and where they stand in its texts."""

    table: tuple[Fact, ...] = ()
    """In the order in which they stand."""
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    """The slots in a text, from left to right, by that text."""
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    """The enumerations and rows of headings that are lists of records, by the id of the enumeration or the first heading."""
    left: int = 0
    """How many more stay in their sentences, because there are too many."""
