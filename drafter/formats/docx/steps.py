"""What is done to the lines of a Word file to make it another text, step by step."""

from __future__ import annotations

from msgspec import Struct

FIRST = -1
"""The place before the first line."""


class Told(Struct, frozen=True):
    """A line of the file as its reader tells it."""

    number: int
    """The number of its paragraph."""
    text: str
    """Its words."""
    kind: str = ""
    """What it is: `heading1`, `title`; nothing for any other."""
    label: str = ""
    """The number that Word generates before it."""


class Words(Struct, frozen=True):
    """Words of a line go, and others come in their place."""

    line: int
    """Which line, from 0."""
    start: int
    """Where they begin."""
    end: int
    """Where they end."""
    text: str
    """What comes."""


class Parts(Struct, frozen=True):
    """A line is parted."""

    line: int
    """Which line, from 0."""
    at: int
    """Where."""
    label: str = ""
    """The number that Word is to generate before what stands behind that."""


class Joins(Struct, frozen=True):
    """A line goes on in the next one."""

    line: int
    """Which line, from 0."""


class Unnumbered(Struct, frozen=True):
    """A line is to have no number that Word generates."""

    line: int
    """Which line, from 0."""


class Goes(Struct, frozen=True):
    """A line goes."""

    line: int
    """Which line, from 0."""


class Comes(Struct, frozen=True):
    """A line comes, or comes from elsewhere."""

    after: int
    """Behind which line; -1 at the beginning."""
    text: str
    """Its words."""
    kind: str = ""
    """What it is."""
    label: str = ""
    """The number that stands before it: it is written out where its paragraph generates none."""
    line: int = -1
    """The line that it was, if it is the same elsewhere."""


Within = Words | Parts | Joins | Unnumbered
Step = Within | Goes | Comes
