"""An outline: the plan of one speech."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from drafter.model.blueprint import Node
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.value import Value

Scope = Mapping[str, Value]


class Planned(Struct, frozen=True):
    """A node that stands in this speech."""

    node: Node
    """The blueprint's node; a section always has a heading."""
    key: str
    """Its id, with its occurrence where an `each` repeats it: `task[2]`."""
    scope: Scope
    """The values that its prose may name."""
    wording: int = 0
    """Which of its wordings is said, from 0."""
    override: Prose | None = None
    """The text that a person put in its place."""
    enumerator: Enumerator | None = None
    """The number of a section."""
    children: tuple[Planned, ...] = ()
    """What stands under a section."""
    points: tuple[tuple[Prose, Scope], ...] = ()
    """The points of an enumeration."""


class Outline(Struct, frozen=True, kw_only=True):
    """The plan of one speech: which nodes stand, in which wording, under which number."""

    language: str
    """The tongue of the prose."""
    front: Mapping[str, Prose]
    """Title, byline, date and salutation."""
    scope: Scope
    """The values of all slots."""
    opening: tuple[Planned, ...]
    """Before the first emphasis."""
    emphases: tuple[Planned, ...]
    """The points of the speech."""
    closing: tuple[Planned, ...]
    """After the last emphasis."""
    wordings: Mapping[str, int]
    """The wording chosen for every node that has several, from 1."""
