"""How long a speech is, how much of it is fact, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.language import TONGUES
from drafter.language.marks import characters, units
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, Text, directs, leaves, plain
from drafter.model.value import Gap, Unconfirmed


class Measure(Struct, frozen=True):
    """The sizes of a speech."""

    characters: int
    """Characters spoken, marks counted, blanks not."""
    minutes: float
    """At the language's speaking rate."""
    emphases: int
    """Headed points of the first level."""
    facts: int
    """Characters that come from the brief."""
    gaps: tuple[Gap, ...]
    """Every open slot, and every placeholder in a fact, once."""
    marks: int
    """Places in the speech that are marked as open."""


def measure(speech: Speech) -> Measure:
    """The sizes of a speech: the salutation and all that follows it."""
    tongue = TONGUES[speech.language]
    spoken = list(spoken_inlines(speech))
    text = " ".join(plain(words) for words in spoken)
    facts = sum(
        characters(leaf.text) for words in spoken for leaf in leaves(words) if isinstance(leaf, Text) and leaf.slot
    )
    return Measure(
        characters=characters(text),
        minutes=round(units(text, tongue) / rate_of(speech), 1),
        emphases=sum(isinstance(block, Headed) for block in speech.emphases),
        facts=facts,
        gaps=gaps_of(speech),
        marks=len(marks_of(speech)),
    )


def rate_of(speech: Speech) -> float:
    """How much of a speech is said in a minute."""
    return speech.rate or TONGUES[speech.language].rate


def length(speech: Speech) -> float:
    """The minutes that a speech takes, unrounded."""
    text = " ".join(plain(words) for words in spoken_inlines(speech))
    return units(text, TONGUES[speech.language]) / rate_of(speech)


def spoken_inlines(speech: Speech) -> Iterator[Inlines]:
    """What is said aloud, in order."""
    yield from _below_the_front(speech, directions=False)


def lines_of(speech: Speech) -> Iterator[Inlines]:
    """What stands on the page or is said aloud, in order."""
    yield from (speech.title, speech.byline, speech.date)
    yield from _below_the_front(speech, directions=True)


def _below_the_front(speech: Speech, *, directions: bool) -> Iterator[Inlines]:
    yield speech.salutation
    for block in (*speech.opening, *speech.emphases, *speech.closing):
        yield from block_inlines(block, directions=directions)


def block_inlines(block: Block, *, directions: bool = False) -> Iterator[Inlines]:
    """The words of one block and of all that stands under it, with the directions if they are wanted."""
    match block:
        case Said(inlines=inlines):
            if directions or not directs(block):
                yield inlines
        case Listed(items=items):
            yield from items
        case Headed(label=label, heading=heading, stop=stop, blocks=blocks):
            yield (Text(label), *heading, Text(stop))
            for inner in blocks:
                yield from block_inlines(inner, directions=directions)


def gaps_of(speech: Speech) -> tuple[Gap, ...]:
    """Every open slot, and every placeholder in a fact, once."""
    gaps: dict[object, Gap] = {}
    for gap in marks_of(speech):
        gaps.setdefault((gap.slot, gap.place), gap)
    return tuple(gaps.values())


def marks_of(speech: Speech) -> tuple[Gap, ...]:
    """Every gap, as often as it stands in the speech."""
    open = (inline for words in lines_of(speech) for inline in words if not isinstance(inline, Text))
    return tuple(leaf for inline in open for leaf in leaves((inline,)) if isinstance(leaf, Gap))


def unconfirmed_of(speech: Speech) -> tuple[Unconfirmed, ...]:
    """The values in it that may be last year's, each once."""
    every = (leaf for words in lines_of(speech) for leaf in leaves(words) if isinstance(leaf, Text))
    return tuple({leaf.unconfirmed.slot: leaf.unconfirmed for leaf in every if leaf.unconfirmed}.values())


def slots_said(speech: Speech) -> frozenset[str]:
    """The slots of which something is said, on the page or aloud."""
    slots = {leaf.slot for words in lines_of(speech) for leaf in leaves(words) if isinstance(leaf, Text) and leaf.slot}
    return frozenset(slot.partition("[")[0].partition(".")[0] for slot in slots)


def slots_shown(speech: Speech) -> frozenset[str]:
    """The same with items and fields, 任务[2].时限, and with those whose gap shows."""
    every = (leaf for words in lines_of(speech) for leaf in leaves(words))
    return frozenset(leaf.slot for leaf in every if isinstance(leaf, Text | Gap) and leaf.slot)
