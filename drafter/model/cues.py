"""Cues: the words by which a reader knows what a line or a sentence is."""

from __future__ import annotations

from msgspec import Struct


class MoveCue(Struct, frozen=True, kw_only=True):
    """How a rhetorical move is known."""

    move: str
    """The move."""
    zones: tuple[str, ...]
    """Where it is looked for: opening, body, headings, the lead to points, closing."""
    words: tuple[str, ...]
    """Patterns, any of which tells it."""


class Cues(Struct, frozen=True, kw_only=True):
    """The patterns of one language; each is a regular expression."""

    language: str = "zh"
    """The tongue that they belong to."""
    title: tuple[str, ...] = ()
    """How the title of a speech ends."""
    salutation: tuple[str, ...] = ()
    """Who may be addressed, without the mark that follows."""
    date: tuple[str, ...] = ()
    """A date below a title."""
    speaker: tuple[str, ...] = ()
    """What stands before the speaker's name."""
    office: tuple[str, ...] = ()
    """Offices that stand in a byline."""
    page: tuple[str, ...] = ()
    """What a page says of itself, in whole sentences too."""
    noise: tuple[str, ...] = ()
    """What stands in a line that is no part of the speech and no sentence."""
    after: tuple[str, ...] = ()
    """A line from which on nothing is part of the speech."""
    inside: tuple[str, ...] = ()
    """What stands inside a paragraph and is no part of it."""
    hole: tuple[str, ...] = ()
    """Signs that text is missing."""
    emptied: tuple[str, ...] = ()
    """Where a name was taken out and nothing put in; each finds the place only."""
    other: tuple[str, ...] = ()
    """Signs that a text is a letter, a notice or the like."""
    first: tuple[str, ...] = ()
    """A mark before the first of several speeches on a page."""
    next: tuple[str, ...] = ()
    """A mark before another speech on the same page."""
    announced: tuple[str, ...] = ()
    """How a speech says how many points follow; each ends with the numeral."""
    closing: tuple[str, ...] = ()
    """How the closing begins."""
    direction: tuple[str, ...] = ()
    """A paragraph that nobody says aloud: what happens meanwhile."""
    summary: tuple[str, ...] = ()
    """A sentence inside a paragraph that ends what was told off before it."""
    variants: tuple[str, ...] = ()
    """Characters as the patterns have them, each followed by its other form: 们們讲講"""
    moves: tuple[MoveCue, ...] = ()
    """The moves, those that are sure before those that are not."""
