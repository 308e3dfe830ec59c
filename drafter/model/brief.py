"""A brief: the user's facts for one speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from drafter.model.blueprint import Check
from drafter.model.expression import Prose
from drafter.model.value import Unconfirmed, Value
from drafter.problem import Place


class Insert(Struct, frozen=True, kw_only=True):
    """What a person says in addition, beside a node."""

    anchor: str
    """The node behind which it stands, with its occurrence: task-how[2]; behind `salutation` the speech begins."""
    before: bool = False
    """The node before which it stands, with its occurrence, instead of `after`."""
    heading: Prose | None = None
    """Its heading, at the level of the node and numbered with those beside it."""
    say: tuple[Prose, ...] = ()
    """A text, or a list of texts, each a paragraph; `{{ slot }}` names what may be named in that place."""
    run_on: bool = False
    """`run_on`: the text beside the node stands in its paragraph; otherwise in one of its own."""


class Promise(Struct, frozen=True):
    """What was promised last year."""

    text: str
    """In the words of last year's brief."""
    place: Place
    """Where it stands in this one."""


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
    shapes: Mapping[str, str] = field(default_factory=dict)
    """The shape in which a list is told, by node: sentences, joined, or a way of counting such as 一是."""
    omit: tuple[str, ...] = ()
    """Nodes left out, by id."""
    keep: Mapping[str, int] = field(default_factory=dict)
    """How many items of a list are told, by slot; the rest is summed up."""
    overrides: Mapping[str, Prose] = field(default_factory=dict)
    """The text of a node as a person left it, by id; an empty one is not heard, and what hangs on it stays."""
    insert: tuple[Insert, ...] = ()
    """What is said in addition: each text beside a node, which marks the place even where it says nothing."""
    promised: tuple[Promise, ...] = ()
    """What was promised last year, each until it is answered for: a line goes when the speech says what became of it."""
    checks: Mapping[str, Check] = field(default_factory=dict)
    """The rules that it tightens or loosens, by name."""
    unconfirmed: tuple[Unconfirmed, ...] = ()
    """The values that a comment calls unconfirmed, in their order."""
    text: str = ""
    """The file as it was read."""
    place: Place
    """Its file."""


SETTINGS = (
    "blueprint",
    "minutes",
    "rate",
    "style",
    "seed",
    "subject",
    "pick",
    "shapes",
    "omit",
    "keep",
    "overrides",
    "insert",
    "promised",
    "checks",
)
"""Top-level keys of a brief that are not slots."""
FRONT = ("title", "byline", "date", "salutation")
"""The lines before a speech, which a brief may override by these names; behind them the speech begins."""
LAYOUTS = ("run_on", "paragraph")
"""How an inserted text stands to the paragraph of its node."""


def own_texts(brief: Brief) -> Iterator[Prose]:
    """What a person wrote in place of nodes and beside them."""
    yield from brief.overrides.values()
    for one in brief.insert:
        yield from (one.heading,) if one.heading else ()
        yield from one.say
