"""What a brief gives: values that know which slot they came from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from drafter.problem import Place

Plain = str | int | float | bool | date


class Operand(Struct, frozen=True):
    """What a figure was computed from."""

    words: str
    """The figure or the day as the brief has it."""
    slot: str
    """The slot in which it stands: `年度目标[2]`."""
    day: date | None = None
    """The day that it was read as."""
    figure: Figure | None = None
    """How it was itself computed."""


class Figure(Struct, frozen=True):
    """How a figure was computed that no brief holds."""

    words: str
    """The figure with its unit: 42天."""
    operation: str
    """The filter that computed it."""
    operands: tuple[Operand, ...]
    """What it was computed from, in the filter's order."""


class Fact(Struct, frozen=True):
    """One text, number, date, choice or flag."""

    value: Plain
    """The value, for comparing."""
    text: str = ""
    """The value as the author typed it, for printing; a date is printed by the language."""
    slot: str = ""
    """The slot it fills: `会议`, `任务[2].名称`; empty if it comes from the blueprint itself."""
    holes: tuple[Hole, ...] = ()
    """What is still open in its text."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What its author says of it behind a bar: the mark and its words."""
    exact: bool = True
    """A day that its author named; else the last that is meant: 8月底."""
    due: bool = False
    """Its slot holds only a deadline, so that a bare day is one: 6月30日."""
    figure: Figure | None = None
    """How it was computed, if no brief holds it."""


class Gap(Struct, frozen=True, tag=True):
    """A fact that the brief did not give; as a value and as it stands in the speech."""

    slot: str
    """The slot that is open."""
    ask: str
    """The question to be answered."""
    label: str = ""
    """The few words printed in its place."""
    place: Place | None = None
    """Where in the brief the answer belongs."""
    id: str = ""
    """The node it stands in, once it stands in one."""
    typed: bool = False
    """The label is a placeholder that the brief itself holds."""
    sought: str = ""
    """The expression that found nothing in the facts that are given."""


Hole = tuple[int, Gap]
"""Where in a text a placeholder begins, and the gap that it is."""


class Unconfirmed(Struct, frozen=True):
    """A value that may be last year's: nobody has said yet that it holds."""

    slot: str
    """Where it stands in the brief: `会议`, `任务[2].名称`, `overrides.lead`."""
    value: str
    """The value."""
    place: Place
    """Its line."""
    proposed: str = ""
    """What it may be this year."""
    meant: str = ""
    """What else is written beside it: which year its 今年 was."""
    comment: tuple[int, int] = (0, 0)
    """The stretch of the file in which the comment stands that says so."""


class Record(Struct, frozen=True):
    """One item with named fields."""

    fields: Mapping[str, Value]
    """The fields, in the order of the slot."""
    slot: str = ""
    """`任务[2]`."""
    place: Place | None = None
    """Where it stands in the brief."""


class Listing(Struct, frozen=True):
    """Several values or items."""

    items: tuple[Value, ...]
    """The items in the author's order."""
    slot: str = ""
    """The slot it fills."""
    place: Place | None = None
    """Where it stands in the brief."""
    beyond: tuple[Value, ...] = ()
    """The items behind them that are not told, where a speech is to be shorter."""


Value = Fact | Gap | Record | Listing
NOTHING = Fact("")
"""What an omitted slot reads as: an empty text."""
