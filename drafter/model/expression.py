"""What may stand between `{{` and `}}`, and the prose around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Only

from drafter.model.value import Gap
from drafter.problem import Place

Operator = Only["==", "!=", "<", "<=", ">", ">=", "in", "not in"]


@dataclass(frozen=True, slots=True)
class Name:
    """A slot, or a name that an `each` brought into scope."""

    name: str
    """The name as written."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an item."""

    of: Expression
    """The item."""
    name: str
    """The field's name."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, a number or a truth value written out, or several after `in`."""

    value: str | int | float | bool | tuple[str | int | float | bool, ...]
    """The value."""


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two values."""

    left: Expression
    """What is compared."""
    operator: Operator
    """How."""
    right: Expression
    """With what."""


@dataclass(frozen=True, slots=True)
class Both:
    """`and`."""

    left: Expression
    """One side."""
    right: Expression
    """The other."""


@dataclass(frozen=True, slots=True)
class Either:
    """`or`: the first value that holds."""

    left: Expression
    """One side."""
    right: Expression
    """The other."""


@dataclass(frozen=True, slots=True)
class Negation:
    """`not`."""

    of: Expression
    """What must not hold."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """A value passed through one of the language's filters."""

    of: Expression
    """What goes in."""
    name: str
    """The filter's name: 顿号, 汉字 …"""


Expression = Name | Field | Literal | Compare | Both | Either | Negation | Filtered


@dataclass(frozen=True, slots=True)
class Toggle:
    """A `**`: strong text begins or ends."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with expressions in it."""

    text: str
    """As the author wrote it."""
    pieces: tuple[str | Expression | Toggle | Gap, ...]
    """The same, taken apart; a placeholder that a person left in it is a gap."""
    place: Place
    """Where it begins."""
