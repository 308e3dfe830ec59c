"""What may stand between `{{` and `}}`, and the prose around it."""

from __future__ import annotations

from typing import Literal as Only

from msgspec import Struct

from drafter.model.value import Gap
from drafter.problem import Place

Operator = Only["==", "!=", "<", "<=", ">", ">=", "in", "not in"]


class Name(Struct, frozen=True, tag=True):
    """A slot, or a name that an `each` brought into scope."""

    name: str
    """The name as written."""


class Field(Struct, frozen=True, tag=True):
    """A field of an item."""

    of: Expression
    """The item."""
    name: str
    """The field's name."""


class Literal(Struct, frozen=True, tag=True):
    """A text, a number or a truth value written out, or several after `in`."""

    value: str | int | float | bool | tuple[str | int | float | bool, ...]
    """The value."""


class Compare(Struct, frozen=True, tag=True):
    """A comparison of two values."""

    left: Expression
    """What is compared."""
    operator: Operator
    """How."""
    right: Expression
    """With what."""


class Both(Struct, frozen=True, tag=True):
    """`and`."""

    left: Expression
    """One side."""
    right: Expression
    """The other."""


class Either(Struct, frozen=True, tag=True):
    """`or`: the first value that holds."""

    left: Expression
    """One side."""
    right: Expression
    """The other."""


class Negation(Struct, frozen=True, tag=True):
    """`not`."""

    of: Expression
    """What must not hold."""


class Filtered(Struct, frozen=True, tag=True):
    """A value passed through one of the language's filters."""

    of: Expression
    """What goes in."""
    name: str
    """The filter's name: 顿号, 汉字 …"""
    arguments: tuple[Expression, ...] = ()
    """What stands in brackets behind it: 距(日期)."""


Expression = Name | Field | Literal | Compare | Both | Either | Negation | Filtered


class Toggle(Struct, frozen=True, tag=True):
    """A `**`: strong text begins or ends."""


class Prose(Struct, frozen=True):
    """A text with expressions in it."""

    text: str
    """As the author wrote it."""
    pieces: tuple[str | Expression | Toggle | Gap, ...]
    """The same, taken apart; a placeholder that a person left in it is a gap."""
    place: Place
    """Where it begins."""
