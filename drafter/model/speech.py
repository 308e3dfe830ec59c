"""A speech: the composed tree, where meaning is handled."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.model.enumerator import Enumerator
from drafter.model.move import DIRECTION
from drafter.model.value import Figure, Gap, Unconfirmed


class Text(Struct, frozen=True):
    """Words."""

    text: str
    """The words."""
    slot: str = ""
    """The slot whose fact this is; empty for the blueprint's own words."""
    anew: bool = False
    """A sentence begins here: the stop before it gave way to a fact's ！ or ？."""
    figure: Figure | None = None
    """How it was computed, if it is a figure that no brief holds."""
    unconfirmed: Unconfirmed | None = None
    """The value that it is or was computed from, if nobody has confirmed that yet."""


class Strong(Struct, frozen=True):
    """Words to be stressed."""

    inlines: tuple[Inline, ...]
    """The words."""


Inline = Text | Strong | Gap
Inlines = tuple[Inline, ...]


class Said(Struct, frozen=True):
    """What one passage says, up to the end of a paragraph."""

    id: str
    """Its node, with its occurrence: `task-how[2]`."""
    move: str
    """Its rhetorical move."""
    inlines: Inlines
    """Its words."""
    run_on: bool = False
    """It continues the paragraph before."""


class Listed(Struct, frozen=True):
    """Points told off in the text."""

    id: str
    """Its node."""
    move: str
    """Its rhetorical move."""
    scheme: str
    """The enumeration form; empty if one point stands alone."""
    items: tuple[Inlines, ...]
    """The points with the enumerators printed before them."""
    run_on: bool = True
    """It continues the paragraph before."""
    apart: bool = False
    """Each point has a paragraph of its own."""
    keys: tuple[str, ...] = ()
    """The points' own nodes, with their occurrences; none in an old speech."""


class Headed(Struct, frozen=True):
    """A heading and what stands under it."""

    id: str
    """Its node."""
    move: str
    """Its rhetorical move."""
    enumerator: Enumerator | None
    """Its number."""
    label: str
    """Its number as printed."""
    heading: Inlines
    """The heading's words."""
    run_in: bool
    """The heading is the first sentence of its paragraph."""
    stop: str
    """The mark that ends a heading which runs in."""
    blocks: tuple[Block, ...]
    """What stands under it."""


Block = Said | Listed | Headed


def directs(block: Block) -> bool:
    """Whether a block is a direction, which nobody says aloud."""
    return isinstance(block, Said) and block.move == DIRECTION


class Speech(Struct, frozen=True, kw_only=True):
    """A composed speech."""

    language: str = "zh"
    """The tongue it is in."""
    title: Inlines = ()
    """What it is called."""
    byline: Inlines = ()
    """Who speaks."""
    date: Inlines = ()
    """When."""
    salutation: Inlines = ()
    """Who is addressed."""
    opening: tuple[Block, ...] = ()
    """Before the first emphasis."""
    emphases: tuple[Block, ...] = ()
    """The numbered points; plain blocks stand among them where a section has no heading."""
    closing: tuple[Block, ...] = ()
    """After the last emphasis."""
    rate: float | None = None
    """How much of it is said in a minute; None for the language's own."""


def plain(inlines: Inlines) -> str:
    """The words as they are printed."""
    words = [
        inline.text if isinstance(inline, Text) else inline.label if isinstance(inline, Gap) else plain(inline.inlines)
        for inline in inlines
    ]
    return "".join(words)


def leaves(inlines: Inlines) -> Iterator[Text | Gap]:
    """The texts and gaps, in order, without their emphasis."""
    for inline in inlines:
        if isinstance(inline, Strong):
            yield from leaves(inline.inlines)
        else:
            yield inline
