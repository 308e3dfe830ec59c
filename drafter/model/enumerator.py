"""A number before a heading or a point."""

from __future__ import annotations

from msgspec import Struct


class Enumerator(Struct, frozen=True):
    """A scheme and an ordinal: （二） is the second of the scheme （一）."""

    scheme: str
    """The scheme, named by its first number: 一、 （一） 1. 一是 首先 …"""
    ordinal: int
    """Which one, from 1."""
    last: bool = False
    """The last of several, for schemes that have a word for it: 最后."""
