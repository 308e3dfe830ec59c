"""What a draft remembers of how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Blueprint, brief, seed and wordings of a draft; embedded in its Word file, left out by `--final`."""

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


def digest(data: bytes | str) -> str:
    """A short hash: 64 bits are plenty to tell an edit."""
    return sha256(data.encode() if isinstance(data, str) else data).hexdigest()[:16]


def line_digest(text: str) -> str:
    """The hash of a line's text as printed: 32 bits tell one line of a speech from the others."""
    return digest(text)[:8]
