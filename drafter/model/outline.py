"""An outline: the plan of one speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from drafter.model.blueprint import Layout, Node, Passage, Section
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Expression, Prose
from drafter.model.value import Value
from drafter.model.words import Knowledge, Shun

Scope = Mapping[str, Value]
Added = Literal["", "before", "after", "on"]
"""How an added text stands to a paragraph: before it, behind it, or going on in it; with `run_on`, one before it begins it."""


class Fit(Struct, frozen=True):
    """A wording that could be said."""

    prose: Prose
    """Its words."""
    scope: Scope
    """The values that they may name."""
    number: int = 0
    """Which of the node's wordings it is, from 1; 0 for one of a stock."""
    weight: int = 0
    """How many conditions speak for it."""
    facts: int = 0
    """How many facts it names."""
    maxim: bool = False
    """It is a maxim."""


class Silent(Struct, frozen=True):
    """A node that says nothing for want of something."""

    key: str
    """Its id, with its occurrence."""
    slots: tuple[str, ...]
    """The slots that would have it said; none where a condition does not hold."""


class Unlike(Struct, frozen=True):
    """A text that is said although its speaker does not speak so."""

    key: str
    """The node that says it, with its occurrence."""
    text: str
    """The text as its author wrote it."""
    shun: Shun
    """What the speaker does not say."""


class Term(Struct, frozen=True, kw_only=True):
    """A condition that was looked at."""

    key: str
    """The key of the node or the wording that it stands under; `omit`; `body`, all silent; `said`, all before; `maxim`, too many."""
    expression: Expression | None = None
    """The condition."""
    names: tuple[str, ...] = ()
    """The classes of work, the nodes or the stock that it names."""
    holds: bool
    """Whether it holds."""
    facts: tuple[tuple[str, Value], ...] = ()
    """What the condition asks for, with what that was."""


class Weighed(Struct, frozen=True, kw_only=True):
    """A wording that was looked at."""

    number: int
    """Which of the node's it is, from 1; 0 for one of a stock."""
    prose: Prose
    """Its words."""
    terms: tuple[Term, ...] = ()
    """Its conditions."""
    wants: tuple[str, ...] = ()
    """The slots, or else the expressions, that have no value."""
    fits: bool
    """Whether it could be said."""
    weight: int = 0
    """How many conditions speak for it."""
    facts: int = 0
    """How many facts it names."""


class Why(Struct, frozen=True, kw_only=True):
    """How it was decided what a node says, or that it says nothing."""

    key: str
    """Its id, with its occurrence; title, byline, date or salutation for a line of the front."""
    stands: bool
    """Whether it stands in the speech."""
    terms: tuple[Term, ...] = ()
    """What it hangs on itself."""
    wordings: tuple[Weighed, ...] = ()
    """The wordings that were looked at."""
    said: Prose | None = None
    """The one that is said."""
    override: bool = False
    """A person put another text in its place."""


class Item(Struct, frozen=True):
    """The item of a list that a sentence stands for."""

    node: Passage | Section
    """The node that stands once for each of them."""
    key: str
    """The list's key: the node's id, with the occurrence of what it stands in."""
    number: int
    """Which item it is, from 1."""
    scope: Scope
    """The values that hold around the list."""


class Planned(Struct, frozen=True):
    """A node that stands in this speech."""

    node: Node
    """The blueprint's node; a section always has a heading."""
    key: str
    """Its id, with its occurrence where an `each` repeats it: `task[2]`."""
    scope: Scope
    """The values that its prose may name."""
    said: Prose | None = None
    """The wording that is said, or the heading."""
    fits: tuple[Fit, ...] = ()
    """The wordings of which it is chosen, until one is."""
    override: Prose | None = None
    """The text that a person put in its place."""
    enumerator: Enumerator | None = None
    """The number of a section."""
    children: tuple[Planned, ...] = ()
    """What stands under a section."""
    points: tuple[Planned, ...] = ()
    """The points of an enumeration."""
    inside: tuple[str, ...] = ()
    """The unheaded groups that gave way to it, outermost first, with their occurrences."""
    passage: tuple[str, Layout] | None = None
    """The passage of several sentences that it belongs to, and how that begins."""
    item: Item | None = None
    """The item that it stands for, if its list is told without headings."""
    maxim: bool = False
    """It says a maxim."""
    weight: int = 0
    """How many conditions speak for the wording that is said."""
    filled: bool = False
    """A person's own text stands under it, whatever else does."""
    added: Added = ""
    """It is a text that a person added, and how it stands to the paragraph of its node."""


def under(planned: Planned) -> tuple[Planned, ...]:
    """What is said under a node: nothing, where a person's own words take the place of all of it."""
    if planned.override is not None and not isinstance(planned.node, Section):
        return ()
    return (*planned.children, *planned.points)


def below(several: Iterable[Planned]) -> Iterator[Planned]:
    """Nodes, and all that is said under them."""
    for planned in several:
        yield planned
        yield from below(under(planned))


class Outline(Struct, frozen=True, kw_only=True):
    """The plan of one speech: which nodes stand, in which wording, under which number."""

    language: str
    """The tongue of the prose."""
    knows: Knowledge
    """What facts are read with."""
    front: Mapping[str, Prose]
    """Title, byline, date and salutation."""
    own: frozenset[str] = frozenset()
    """The lines of the front that a person wrote."""
    scope: Scope
    """The values of all slots."""
    opening: tuple[Planned, ...]
    """Before the first emphasis."""
    emphases: tuple[Planned, ...]
    """The points of the speech."""
    closing: tuple[Planned, ...]
    """After the last emphasis."""
    rate: float | None = None
    """How much is said in a minute; None for the language's own."""
    seed: int
    """By which wordings are chosen: that of the brief, or the one drawn."""
    wordings: Mapping[str, int]
    """The wording chosen for every node that has several, from 1."""
    shapes: Mapping[str, str]
    """The shape of every list that has several."""
    silent: tuple[Silent, ...] = ()
    """What is not said for want of a fact."""
    why: tuple[Why, ...] = ()
    """How everything was decided, in the order of the speech; only where that was asked for."""
