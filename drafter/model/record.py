"""What a draft remembers of how it was made."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from drafter.model.value import Figure


class Group(Struct, frozen=True):
    """Some lines of a draft that have a hash together."""

    hash: str
    """That of their texts, as printed."""
    nodes: tuple[tuple[str, ...], ...]
    """For each line the nodes that say it, with their occurrences: `task[2]`."""


class Source(Struct, frozen=True):
    """A file that a blueprint was read from."""

    name: str
    """As the file that asks for it calls it; that of the blueprint is its own name."""
    kind: str
    """What it was sought as: `speeches` or `fragments`."""
    file: str
    """What it is called in messages."""
    asker: str
    """The file that asks for it, by what it is called here; nothing for the blueprint itself."""
    hash: str
    """The hash of its text."""
    text: str = ""
    """Its text; nothing for one that comes with drafter."""


class Record(Struct, frozen=True, kw_only=True):
    """Blueprint, brief, seed, wordings and computed figures of a draft; embedded in its Word file, left out by `--final`."""

    version: str
    """The version of drafter."""
    blueprint: str
    """The blueprint's name."""
    source: str
    """The brief's path, as seen from the draft."""
    brief: str = ""
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
    style: str = ""
    """The look's name."""
    made: str = ""
    """The hash of all that the blueprint was read from."""
    sources: tuple[Source, ...] = ()
    """What the blueprint was read from, unless all of it comes with drafter."""
    line: str = ""
    """Of a batch: what its report says of the draft, as JSON, with the digest of what it was made of."""
    groups: tuple[Group, ...] = ()
    """Its lines, as they are read back."""

    @property
    def nodes(self) -> tuple[tuple[str, ...], ...]:
        """For each line of the draft, in order, the nodes that say it."""
        return tuple(line for group in self.groups for line in group.nodes)
