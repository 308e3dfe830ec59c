"""The hashes by which a draft is known again, and by which its lines are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from drafter.model.manuscript import Line
from drafter.model.record import Record as Record


def digest(data: bytes | str) -> str:
    """A short hash: 64 bits are plenty to tell an edit."""
    return sha256(data.encode() if isinstance(data, str) else data).hexdigest()[:16]


def lines_digest(texts: Iterable[str]) -> str:
    """The hash of some lines as printed: 32 bits tell them from the other lines of a speech."""
    return digest("\n".join(texts))[:8]


def bounds(lines: Sequence[Line]) -> list[int]:
    """Where the groups of lines begin that have a hash together, and where the last ends: the title by itself, as its
    breaks are layout, then what stands up to each heading of the first level."""
    starts = {0, len(lines)}
    for n, line in enumerate(lines):
        if line.role == "title":
            starts |= {n, n + 1}
        elif line.role == "heading" and line.depth == 1:
            starts.add(n)
    return sorted(starts)
