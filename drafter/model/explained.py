"""A Word draft explained: where its lines come from, and where a fact stands."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

State = Literal["as drafted", "edited", "not of the draft", "not known"]
"""Whether a paragraph says what was drafted; not known where the draft cannot be made again as it was."""


class Slotted(Struct, frozen=True):
    """A fact in a line."""

    slot: str
    """The slot."""
    words: tuple[str, ...]
    """What stands for it in the line."""
    value: str
    """What the brief has for it; nothing for a list."""
    place: str
    """Where the brief has it."""


class Share(Struct, frozen=True):
    """What one node says in a line."""

    node: str
    """The node, with its occurrence."""
    move: str = ""
    """Its rhetorical move."""
    text: str = ""
    """Its words as drafted."""
    number: int = 0
    """Which of its wordings is said; 0 where it has only one, or says one of a stock."""
    count: int = 0
    """How many there are."""
    place: str = ""
    """Where the blueprint has it."""
    facts: tuple[Slotted, ...] = ()
    """The facts in it."""
    sums: tuple[str, ...] = ()
    """The computed figures in it, with their equations."""


class Explained(Struct, frozen=True):
    """A paragraph of the file."""

    number: int
    """Its number in the file."""
    text: str
    """What it says now."""
    state: State
    """Whether that is what was drafted."""
    was: str = ""
    """What was drafted, where that is other."""
    minutes: float = 0
    """Its share of the time."""
    shares: tuple[Share, ...] = ()
    """What says it."""


class Explanation(Struct, frozen=True):
    """A Word draft explained."""

    file: str
    """Its name."""
    blueprint: str
    """The blueprint's name."""
    source: str
    """The brief's path, as seen from the file."""
    basis: Literal["shelf", "record", "changed", "none"]
    """The blueprint by which it is told: on the shelf, as it was; the copy in the file; that on the shelf, which is other; none."""
    lines: tuple[Explained, ...]
    """Its paragraphs that say something."""
    gone: tuple[str, ...] = ()
    """The drafted lines that are not in it any more."""


class Found(Struct, frozen=True):
    """A place where a text stands, or a fact that it is."""

    place: str
    """The paragraph of the file, or the line of the brief."""
    how: Literal["stands", "in other words", "computed", "brief"]
    """Whether it is the text itself, the same figure written otherwise, a figure computed of it, or the brief's own line."""
    words: str
    """The words there."""
    text: str
    """The line, or the equation of a computed figure."""
