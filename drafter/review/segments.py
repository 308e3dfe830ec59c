"""A line of a draft in its parts and the facts in them, and what each of these became in another version of the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from drafter.model.manuscript import Heading, Line, Point, Words, printed
from drafter.model.speech import Text, leaves
from drafter.review.words import pieces

STOPS = frozenset("。！？!?；：…”）)")
"""Where a sentence ends that something whole may follow."""


class Segment(Struct, frozen=True):
    """A stretch of a line: a fact, or words between facts."""

    part: int
    """The part of the line that it belongs to; -1 for a number or a mark that the plan sets."""
    text: str
    """Its words."""
    slot: str = ""
    """The fact that it is; empty for words."""
    computed: bool = False
    """It is a figure that no brief holds."""
    open: bool = False
    """It is a gap."""
    counted: bool = False
    """It is of a heading or a point: what comes behind it belongs to it."""


class Became(Struct, frozen=True):
    """What a segment became."""

    segment: Segment
    """As it was."""
    text: str
    """As it is."""


class Extra(Struct, frozen=True):
    """Whole sentences that came between two parts, or behind the last."""

    part: int
    """The part that they follow; -1 before the first."""
    text: str
    """What came."""


def segments(line: Line) -> tuple[Segment, ...]:
    """The segments of a line, in order; together they are what is printed."""
    found: list[Segment] = []
    for n, part in enumerate(line.parts):
        own = [
            Segment(n, leaf.text, leaf.slot, leaf.figure is not None)
            if isinstance(leaf, Text)
            else Segment(n, leaf.label, leaf.slot, open=True)
            for leaf in leaves(printed(part))
        ]
        if not isinstance(part, Words):
            own = [replace(one, counted=True) for one in own]
        if isinstance(part, Heading):
            own[: bool(part.label)] = [replace(one, part=-1) for one in own[: bool(part.label)]]
            own[len(own) - bool(part.stop) :] = [replace(one, part=-1) for one in own[len(own) - bool(part.stop) :]]
        elif isinstance(part, Point) and part.scheme and own:
            own[0] = replace(own[0], part=-1)
        found += (one for one in own if one.text)
    return tuple(found)


def numbered(line: Line) -> str:
    """The number with which a line begins, which the plan sets."""
    first = next(iter(segments(line)), None)
    return first.text if first is not None and first.part < 0 else ""


def became(every: Sequence[Segment], after: str) -> tuple[tuple[Became, ...], tuple[Extra, ...]]:
    """What each segment of a line became in another version of it, and the sentences that came between parts."""
    ends = list(accumulate(len(one.text) for one in every))
    starts = [0, *ends[:-1]]
    texts = [""] * len(every)
    extras: list[Extra] = []
    at = 0
    for piece in pieces("".join(one.text for one in every), after):
        end = at + len(piece.before)
        touched = [n for n in range(len(every)) if starts[n] < end and at < ends[n]]
        if piece.same:
            for n in touched:
                texts[n] += piece.before[max(0, starts[n] - at) : ends[n] - at]
        elif touched:
            texts[next((n for n in touched if every[n].part >= 0), touched[0])] += piece.after
        elif (extra := _extra(every, texts, ends, at, piece.after)) is not None:
            extras.append(extra)
        elif every:
            texts[_owner(every, starts, ends, at)] += piece.after
        at = end
    return tuple(map(Became, every, texts)), tuple(extras)


def _owner(every: Sequence[Segment], starts: Sequence[int], ends: Sequence[int], at: int) -> int:
    """Who gets words that came at a place: what they stand within; between two the words rather than a fact, a part rather
    than a number, else the one before."""
    left = max((n for n in range(len(every)) if starts[n] < at), default=0)
    if at < ends[left]:
        return left
    right = min(left + 1, len(every) - 1) if at else 0
    return min((left, right), key=lambda n: (every[n].part < 0, bool(every[n].slot), n))


def _extra(every: Sequence[Segment], texts: Sequence[str], ends: Sequence[int], at: int, came: str) -> Extra | None:
    """Whole sentences that came where one part ends and the next begins."""
    left = next((n for n in range(len(every) - 1, -1, -1) if ends[n] == at), None)
    if left is None or every[left].counted or came[-1:] not in STOPS or len(came) < 4:
        return None
    here = every[left].part
    following = every[left + 1].part if left + 1 < len(every) else None
    whole = texts[left][-1:] in STOPS or every[left].text[-1:] in STOPS
    return Extra(here, came) if here >= 0 and whole and following != here else None


def by_part(every: Sequence[Became]) -> Iterator[tuple[int, tuple[Became, ...]]]:
    """The segments of each part of a line."""
    for n in sorted({one.segment.part for one in every} - {-1}):
        yield n, tuple(one for one in every if one.segment.part == n)
