"""A blueprint: the rhetorical structure of a kind of speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from drafter.model.expression import Expression, Prose
from drafter.problem import Place

SlotType = Literal["text", "number", "date", "choice", "flag", "list", "due", "quantity"]
Missing = Literal["gap", "omit", "error"]
Layout = Literal["run_on", "paragraph", "paragraphs"]
SHAPES = (SENTENCES, JOINED) = ("sentences", "joined")
"""A sentence for every item of a list, or one for all of them; any other shape is an enumerator scheme."""
NONE = "none"
"""In place of an enumerator scheme: nothing tells the points off."""


LAST, LAST_OF_ALL = "last", -1
"""What stands under `optional` of a node that goes when nothing else can, and the number that it is."""
REST = "余项"
"""The name that the items of a list have which are not told."""


class Slot(Struct, frozen=True, kw_only=True):
    """A named fact that a blueprint asks for."""

    name: str
    """The slot's name, as prose and briefs use it."""
    type: SlotType = "text"
    """How a value is read: text, number, date, choice, flag, list, due (a deadline in words) or quantity (67个, 3.6亿元)."""
    ask: str = ""
    """The question put to the writer."""
    example: str = ""
    """An answer that could be given."""
    default: Prose | None = None
    """What stands if nothing is given; may name other slots."""
    missing: Missing = "gap"
    """What happens if nothing is given: a marked gap, silence, or an error."""
    min: float | None = None
    """The least: characters of a text, items of a list, or a number itself."""
    max: float | None = None
    """The most, counted as for `min`."""
    choices: tuple[str, ...] = ()
    """The answers a choice allows."""
    item: Slot | None = None
    """What a list holds, if its items are plain values."""
    fields: tuple[Slot, ...] = ()
    """What a list's items hold, if they are records."""
    form: tuple[str, ...] = ()
    """The form of a text, or of a list's texts, that its sentence needs: 动宾, 时限+动宾, 分句, 名词, 的字; one or several."""
    total: str = ""
    """The slot that says what the quantities of a list's items add up to."""
    place: Place
    """Where it is defined."""


class Wording(Struct, frozen=True, kw_only=True):
    """One way to say something, and when it fits."""

    prose: Prose
    """The words."""
    only: Expression | None = None
    """It may be said only if this holds, else it would not be true."""
    when: Expression | None = None
    """The same; and if it holds, this wording is preferred."""
    subjects: tuple[str, ...] = ()
    """The classes of work that it is for, and preferred in: `for`; any, if none is named."""
    maxim: bool = False
    """It is a maxim: none stands next to another, and all together are a small part of a speech."""


class NodeBase(Struct, frozen=True, kw_only=True):
    """What every node has."""

    id: str
    """The name that never changes: choices, overrides and reviews hang on it."""
    move: str = ""
    """The rhetorical work that the node does."""
    when: Expression | None = None
    """The node stands only if this holds."""
    each: Expression | None = None
    """A list: the node stands once for each of its items."""
    each_as: str = ""
    """A name for the item, beside `item`."""
    shapes: tuple[str, ...] = ()
    """The shapes in which the list may be told, of which one is drawn: `sentences`, `joined`, or an enumerator scheme."""
    optional: int = 0
    """It may go where a speech is to be shorter, the higher the number the sooner; `true` is 1, `last` when nothing else can."""
    deepen: bool = False
    """It stands only where a length is wished for that has room for it."""
    share: float | None = None
    """Its part of the speaking time, in per cent: what takes more than that is shortened first."""
    needs: tuple[str, ...] = ()
    """The nodes without which it falls, whatever kind of node it is."""
    keep: int = 0
    """How few items of its list suffice where a speech is to be shorter; what counts them counts those that are told."""
    rest: tuple[Wording, ...] = ()
    """What is said of the items of its list that are not told: `余项` has them. Without it they go unmentioned."""
    place: Place
    """Where it is written."""


class Passage(NodeBase, frozen=True, kw_only=True):
    """Sentences."""

    wordings: tuple[Wording, ...]
    """`say`, then every `or`."""
    short: tuple[Wording, ...] = ()
    """Shorter wordings of the same, for a speech that is to be shorter; `pick` counts them behind the others."""
    layout: Layout = "paragraph"
    """`run_on` continues the paragraph before; otherwise a paragraph of its own."""
    must: bool = True
    """A fact that is not given is a gap in it; else what lacks a fact is not said."""
    beside: tuple[str, ...] = ()
    """The nodes without which it is not said: `with`."""
    without: tuple[str, ...] = ()
    """The nodes beside which it is not said."""
    join: str = ""
    """The mark by which it goes on in the sentence before."""
    most: int | None = None
    """How often it stands in one speech, where it could stand once for every item."""
    stock: str = ""
    """The stock of the pack's words from which its sentence is taken."""
    of: Expression | None = None
    """The fact or the list that the sentence of the stock is about."""


class Section(NodeBase, frozen=True, kw_only=True):
    """A heading and what stands under it, or an unheaded group."""

    headings: tuple[Wording, ...] = ()
    """`heading`, then every `or`; none for an unheaded group."""
    must: bool = True
    """A fact that is not given is a gap in its heading; else the section falls with it."""
    layout: Layout | None = None
    """Of a passage in several sentences: `run_on` continues the paragraph before, otherwise it is one of its own."""
    body: tuple[Node, ...]
    """The nodes under the heading."""
    run_in: bool = False
    """The heading is the first sentence of its paragraph."""
    number: str = ""
    """An enumerator scheme in place of the ladder's, for it and its brothers; `none` for no number."""
    number_place: Place | None = None
    """Where that is written: a child may write it for its parent's section."""


class Enumeration(NodeBase, frozen=True, kw_only=True):
    """Points told off inside a passage: 一是 … 二是 …"""

    scheme: str
    """The enumeration form: how the points are told off; `none` tells them one after the other, with no more than marks between."""
    points: tuple[Passage | Section, ...]
    """The points written out, one of several sentences as a group; with `each`, the one that is said for every item."""
    layout: Layout = "run_on"
    """`run_on` continues the paragraph before, `paragraph` makes one, `paragraphs` one a point."""


Node = Passage | Section | Enumeration


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node of a tree, in order."""
    for node in nodes:
        yield node
        if isinstance(node, Section):
            yield from every(node.body)
        elif isinstance(node, Enumeration) and node.each is None:
            yield from every(node.points)


class Check(Struct, frozen=True, kw_only=True):
    """What a blueprint or a brief wants of a rule."""

    severity: str = ""
    """`off`, `warning` or `error` as typed; empty for what the rule itself says."""
    options: Mapping[str, tuple[str, ...]]
    """The rule's own options, as typed."""
    places: Mapping[str, Place]
    """Where each option stands, and `severity`."""
    place: Place
    """Where the rule is named."""


class Occasion(Struct, frozen=True, kw_only=True):
    """When a kind of speech is given, in the words of its own language; where several are named, any of them."""

    event: tuple[str, ...] = ()
    """At what it is given; lists group blueprints by the first."""
    speaker: tuple[str, ...] = ()
    """Who speaks."""
    audience: tuple[str, ...] = ()
    """To whom."""
    turn: tuple[str, ...] = ()
    """When: before others, after them, between them."""
    purpose: tuple[str, ...] = ()
    """What for."""


class Blueprint(Struct, frozen=True, kw_only=True):
    """The rhetorical structure of a kind of speech."""

    name: str
    """The name by which briefs call it."""
    title: str
    """What it is called in lists."""
    summary: str = ""
    """What occasion it serves, in a sentence or two."""
    occasion: Occasion = Occasion()
    """When it is given: by this `drafter new` finds it, and lists group it."""
    language: str = "zh"
    """The tongue of its prose: numerals, forms, dates, speaking rate."""
    numbering: tuple[str, ...] = ()
    """The ladder of enumerator schemes, outermost first; empty for the language's own."""
    minutes: float | None = None
    """The usual length of the speech, in minutes: what a brief wishes that wishes for none."""
    style: str = ""
    """The look of its documents, where the brief names none."""
    style_place: Place | None = None
    """Where that is named, in this file or in a parent's: a path is seen from the folder of that file."""
    slots: Mapping[str, Slot]
    """Every fact it knows, by name."""
    asked: tuple[str, ...] = ()
    """The slots that it asks for: those that its prose and logic name."""
    derive: Mapping[str, Expression] = field(default_factory=dict)
    """Names for what is found in facts: computed once; they may use one another."""
    front: Mapping[str, tuple[Wording, ...]]
    """Title, byline, date and salutation, each in one wording or several."""
    opening: tuple[Node, ...] = ()
    """What is said before the first emphasis."""
    emphases: tuple[Node, ...] = ()
    """The numbered points of the speech."""
    closing: tuple[Node, ...] = ()
    """What is said after the last emphasis."""
    checks: Mapping[str, Check] = field(default_factory=dict)
    """The rules that it tightens or loosens, for itself and for its briefs, by name."""
    common: frozenset[str] = frozenset()
    """The names that so many of its texts have that they speak for no wording."""
    looks: bool = False
    """Something in it hangs on what facts say, for which the words of packs are needed."""
    place: Place
    """Its file."""


def worded(*proses: Prose) -> tuple[Wording, ...]:
    """Texts as wordings that always fit."""
    return tuple(Wording(prose=prose) for prose in proses)


def pointed(id: str, *proses: Prose) -> tuple[Passage, ...]:
    """Texts as the points of an enumeration."""
    return tuple(
        Passage(id=f"{id}.{n}", wordings=worded(prose), place=prose.place) for n, prose in enumerate(proses, 1)
    )


def wordings(node: Node) -> tuple[Prose, ...]:
    """What a node may say, in the order of its numbers: its wordings and its shorter ones, its headings, or its points in other words."""
    match node:
        case Passage(wordings=said, short=short):
            return tuple(one.prose for one in (*said, *short))
        case Section(headings=said):
            return tuple(one.prose for one in said)
        case Enumeration(points=points):
            return tuple(one.prose for point in points[:1] if isinstance(point, Passage) for one in point.wordings)


def subjects_of(blueprint: Blueprint) -> tuple[str, ...]:
    """The classes of work that it has wordings for, in order."""
    front = (one for wordings in blueprint.front.values() for one in wordings)
    nodes = every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))
    said = (one for node in nodes for one in _fitting(node))
    return tuple(dict.fromkeys(name for one in (*front, *said) for name in one.subjects))


def _fitting(node: Node) -> tuple[Wording, ...]:
    match node:
        case Passage(wordings=said) | Section(headings=said):
            return said
        case Enumeration(points=points):
            return tuple(one for point in points for one in _fitting(point))
