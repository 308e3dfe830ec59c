"""Facts that say again what stands beside them: 工作 before 工作, 7月底前 before 前."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.model.manuscript import Manuscript
from drafter.model.speech import Text, leaves

LONGEST = 8
"""Characters that are looked at on either side."""
ALONE = frozenset("前%％年月日号“”《》")
"""What is too much twice though it is one character; 市 before 市政府 is not."""


def repeats(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """The slot of each such fact, and the words that stand twice."""
    for line in manuscript.lines:
        words = [leaf for part in line.parts for leaf in leaves(part.inlines) if isinstance(leaf, Text) and leaf.text]
        for one, other in pairwise(words):
            if bool(one.slot) != bool(other.slot) and (twice := _twice(one.text, other.text)):
                yield one.slot or other.slot, twice


def _twice(one: str, other: str) -> str:
    """What ends one text and begins the next."""
    for size in range(min(LONGEST, len(one), len(other)), 0, -1):
        end = one[-size:]
        if other.startswith(end) and (end in ALONE if size == 1 else end.isalpha()):
            return end
    return ""
