"""What is mistyped in a text, and what is meant, by the tongue's table."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.language.tongue import Tongue
from drafter.language.usage import Slip, SlipKind


class Mend(NamedTuple):
    """A stretch of a text that stands for something else."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    due: str
    """What should stand there."""
    kind: SlipKind
    """What is mistyped."""
    sure: bool
    """Nothing else can be meant."""


def slips(text: str, tongue: Tongue, start: int = 0) -> tuple[Mend, ...]:
    """What is mistyped from an offset on, in the order of the text; none lies within another."""
    table, signs = _compiled(tongue.usage.slips)
    chars = set(signs.findall(text))
    taken: set[int] = set()
    found: list[Mend] = []
    for slip, pattern in table if chars else ():
        if slip.signs.isdisjoint(chars):
            continue
        for hit in pattern.finditer(text, start):
            spot = range(hit.start(), max(hit.end(), hit.start() + 1))
            due = hit.expand(slip.due) if isinstance(slip.due, str) else slip.due(hit)
            if due != hit[0] and taken.isdisjoint(spot):
                taken.update(spot)
                found.append(Mend(hit.start(), hit.end(), due, slip.kind, slip.sure))
    return tuple(sorted(found))


@lru_cache
def _compiled(table: tuple[Slip, ...]) -> tuple[tuple[tuple[Slip, re.Pattern[str]], ...], re.Pattern[str]]:
    """The patterns, and that of the characters of which a text must have one for any of them."""
    signs = "".join(map(re.escape, sorted(frozenset().union(*(slip.signs for slip in table)))))
    return tuple((slip, re.compile(slip.pattern)) for slip in table), re.compile(f"[{signs}]" if signs else "(?!)")
