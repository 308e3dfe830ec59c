"""A brief: the user's facts for one speech."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from drafter.model.blueprint import Check
from drafter.model.expression import Prose
from drafter.model.value import Value
from drafter.problem import Place


class Brief(Struct, frozen=True, kw_only=True):
    """The user's facts for one speech, typed by the slots of its blueprint."""

    blueprint: str
    """The blueprint's name on the shelf, or its path beside the brief."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """What is given, by slot; open slots are absent."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where each slot and each setting that is named stands, given or open."""
    minutes: float | None = None
    """The length wished for, in minutes."""
    rate: float | None = None
    """How much the speaker says in a minute, in what the language counts: 160 to 200 characters of Chinese."""
    style: str = ""
    """The look of the document, by the name of a style: standard, podium, or one of a pack."""
    seed: int | None = None
    """Which set of wordings is chosen: any whole number; drawn from title and date where it is not given."""
    subjects: tuple[str, ...] = ()
    """The classes of work that the speech is about; told by its facts where they are not given."""
    pick: Mapping[str, int] = field(default_factory=dict)
    """Wordings fixed by node, counted from 1."""
    omit: tuple[str, ...] = ()
    """Nodes left out, by id."""
    keep: Mapping[str, int] = field(default_factory=dict)
    """How many items of a list are told, by slot; the rest is summed up."""
    overrides: Mapping[str, Prose] = field(default_factory=dict)
    """The text of a node as a person left it, by id."""
    checks: Mapping[str, Check] = field(default_factory=dict)
    """The rules that it tightens or loosens, by name."""
    text: str = ""
    """The file as it was read."""
    place: Place
    """Its file."""


SETTINGS = ("blueprint", "minutes", "rate", "style", "seed", "subject", "pick", "omit", "keep", "overrides", "checks")
"""Top-level keys of a brief that are not slots."""
