"""What the headings of a page claim to be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.model.sheet import Raw


def titled(lines: Sequence[Raw]) -> tuple[Raw, ...]:
    """The lines; a heading that stands above all others, and comes first, is the title, and the levels count below it."""
    headings = [line for line in lines if line.claim == "heading"]
    top = min((line.level for line in headings), default=0)
    if sum(line.level == top for line in headings) != 1 or headings[0].level != top:
        return tuple(lines)
    return one_line_titles([_below(line, top) if line.claim == "heading" else line for line in lines])


def one_line_titles(lines: Sequence[Raw]) -> tuple[Raw, ...]:
    """The lines; what is called the title over several of them claims nothing, as the speaker and the date may stand in it."""
    spoken = [n for n, line in enumerate(lines) if line.text.strip()]
    titles = [(a, b) for a, b in pairwise(spoken) if lines[a].claim == lines[b].claim == "title"]
    broken = {n for pair in titles for n in pair}
    broken |= {n for n, line in enumerate(lines) if line.claim == "title" and "\n" in line.text}
    return tuple(replace(line, claim="") if n in broken else line for n, line in enumerate(lines))


def _below(line: Raw, top: int) -> Raw:
    return replace(line, claim="title", level=0) if line.level == top else replace(line, level=line.level - top)
