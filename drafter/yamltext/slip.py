"""A slip of somebody who types YAML, and the marks that are typed for others."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

BLANKS = " \t\u3000\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\ufeff"
"""Blanks of every width, and what is not seen at all."""
COLONS = "：︰﹕∶꞉"
DASHES = "－–—−‐‑‒―﹣•·‧・●○◦▪■◆＊＋★☆►➢"
FIRST = frozenset((*"—*+-", *DASHES))
"""What an item may begin with."""
BRACKETS = {"【": "】", "［": "］", "〔": "〕", "｛": "｝"}
SLIPS = (
    "odd-dash", "wide-colon", "odd-blank", "no-blank", "wide-hash", "unclosed-quotes", "quote-text", "quote-braces",
    "wide-quotes", "behind-quotes", "item-behind-key", "wide-brackets", "wide-comma-in-map", "colon-in-text", "outside-block",
    "odd-step", "cut-at-hash",
)  # fmt: skip


class Slip(Struct, frozen=True):
    """One slip; lines and columns from 0."""

    rule: str
    line: int
    column: int
    facts: Mapping[str, str] = field(default_factory=dict)
    start: int = 0
    """The stretch of the line that goes, up to `end`."""
    end: int = -1
    """-1: there is no mend that is sure."""
    text: str = ""
    """What stands there instead."""
