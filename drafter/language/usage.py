"""What a tongue knows of what reads and sounds right: the shape of the tables that lint looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field

SlipKind = Literal["date", "figures", "marks", "blanks"]


class Slip(NamedTuple):
    """A way in which people mistype a mark, a figure or a date."""

    kind: SlipKind
    """What is mistyped."""
    pattern: str
    """What is typed."""
    due: str | Callable[[re.Match[str]], str]
    """What is meant."""
    signs: frozenset[str]
    """Characters of which a text must have one for the pattern to find anything."""
    sure: bool = True
    """Nothing else can be meant."""


class Usage(Struct, frozen=True, kw_only=True):
    """What reads and sounds right, as far as lint looks at it; what is left empty is not looked at."""

    letters: str = ""
    """What marks stand beside, as the inside of a character class."""
    pairs: tuple[tuple[str, str, str, str], ...] = ()
    """Brackets at half width, and those that should stand there; quotes are paired by `language/quotes.py`."""
    doubled: tuple[tuple[str, str | None], ...] = ()
    """Patterns of marks and words typed twice, and what was meant where that is sure."""
    slips: tuple[Slip, ...] = ()
    """What is mistyped, and what is meant."""
    promises: tuple[str, ...] = ()
    """Patterns in which a speaker says how many points follow; the group `number` is the number."""
    loose_promises: tuple[str, ...] = ()
    """The same, for transitions only."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The numbers in such a promise."""
    promise: str = ""
    """The expression that keeps it."""
    clause_ends: str = ""
    """Marks at which a speaker breathes."""
    longest_clause: int = 0
    """Units between two such marks."""
    longest_sentence: int = 0
    """Units between two marks that end a sentence."""
    heading_tolerance: int | None = None
    """Units by which clauses of headings beside each other may differ; none: headings need not be parallel."""
    anchors: tuple[str, ...] = ()
    """Small words on which headings beside each other hang together."""
    verb: str = ""
    """The pattern of the verb that heads a clause, once an anchor is taken away."""
    shortest_repeat: int = 0
    """Units of a sentence that is not to be said twice."""
    pointing: str = ""
    """The pattern of words with which a sentence begins that points to the one before."""
    pointing_back: str = ""
    """The pattern of words with which a passage begins that points to the passage before."""
    pointing_far: str = ""
    """The pattern of what a passage begins with that calls back what was said before, right before it or not; the group `name` does."""
    amounts: str = ""
    """The pattern of words that tell an amount and no number."""
    frames: tuple[str, ...] = ()
    """Words behind which a fact has to be of one form."""
    forming: tuple[str, ...] = ()
    """Filters and readings that give a fact the form, or tell it."""
    several: str = ""
    """The pattern of words that are true of two things or more."""
    announced: str = ""
    """The pattern of words that announce, or call back, what is said elsewhere."""
    subject_words: tuple[str, ...] = ()
    """Words of one class of work that packs do not have, as they are too short to tell it."""
    common_words: tuple[str, ...] = ()
    """Words by which packs tell a class of work, and that are used of any."""
    longest_single: int = 0
    """Units of a sentence that is said in the same words in every speech."""
    list_mark: str = ""
    """The mark behind which a list is read out."""
    list_filter: str = ""
    """The filter by which it is."""
