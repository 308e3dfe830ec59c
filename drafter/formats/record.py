"""What a draft remembers of how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct, field

from drafter.model.manuscript import Line
from drafter.model.value import Figure


class Record(Struct, frozen=True, kw_only=True):
    """Blueprint, brief, seed, wordings and computed figures of a draft; embedded in its Word file, left out by `--final`."""

    version: str
    """The version of drafter."""
    blueprint: str
    """The blueprint's name."""
    source: str
    """The brief's path, as seen from the draft."""
    brief: str
    """The brief's text."""
    seed: int = 0
    """The seed of the choice of wordings."""
    wordings: Mapping[str, int] = field(default_factory=dict)
    """The wording chosen for every node that has several."""
    figures: tuple[Figure, ...] = ()
    """The figures that no brief holds, with what each was computed from."""
    left: Mapping[str, str] = field(default_factory=dict)
    """For each part of the speech, what is told of what was left out of it to fit a length."""
    minutes: float | None = None
    """The length that was asked for instead of that of the brief."""
    rate: float | None = None
    """How much is said in a minute, of a speech that is fitted to a length by another rate than its brief says."""
    line: str = ""
    """Of a batch: what its report says of the draft, as JSON, with the digest of what it was made of."""


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
