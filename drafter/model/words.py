"""The words of packs: what facts are told by, and sentences kept for many blueprints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from drafter.model.expression import Prose


class Measure(Struct, frozen=True, kw_only=True):
    """A class of measure."""

    name: str
    """What it is called: 安装, 拆除 …"""
    verbs: tuple[str, ...] = ()
    """The words that such a measure begins with."""
    matches: tuple[str, ...] = ()
    """Words that tell it anywhere in a fact; they are never said."""


class Stock(Struct, frozen=True, kw_only=True):
    """Sentences that may be said of some facts."""

    classes: tuple[str, ...] = ()
    """The classes of measure that they speak of."""
    match: tuple[str, ...] = ()
    """Words of which the fact has to hold one."""
    beside: tuple[tuple[str, ...], ...] = ()
    """Words of which, from each group, one has to stand in the fact, too, or in the record that it is a field of."""
    subjects: tuple[str, ...] = ()
    """The classes of work in which they may be said; any, if none is named."""
    says: tuple[Prose, ...]
    """The sentences, of which one is said."""
    maxim: bool = False
    """They are maxims."""


class Season(Struct, frozen=True, kw_only=True):
    """A time of the year that has a name."""

    words: tuple[str, ...]
    """What it is called: 汛期, 主汛期 …"""
    months: tuple[int, int]
    """The first and the last month in which it can lie, wherever that is."""


class Shun(Struct, frozen=True):
    """Words that somebody does not say."""

    words: str
    """The words; … stands for any fact among them."""
    instead: str
    """What is said instead; empty if nothing is."""
    slot: str
    """The slot that tells who speaks, or on what occasion."""
    answer: str
    """What it tells."""


class Words(Struct, frozen=True, kw_only=True, eq=False):
    """What packs bring beside blueprints; those of a pack that is asked first come first. One is like no other: it is kept."""

    measures: tuple[Measure, ...] = ()
    """The classes of measure."""
    by_verb: Mapping[str, str] = field(default_factory=dict)
    """The class of each verb that a measure begins with."""
    nouns: tuple[str, ...] = ()
    """What begins like a verb and is a noun."""
    subjects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The classes of work, each with the words that tell it."""
    stocks: Mapping[str, tuple[Stock, ...]] = field(default_factory=dict)
    """Stock sentences by the name of their file: problems, measures …"""
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The kinds of bodies, each with the endings of their names."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The full names of bodies, each with the short ones and the old ones, all without the level that stands before them."""
    documents: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """The kinds of documents, each with its verbs by stage: make, pass, issue, change, end, use; without a name those of any."""
    people: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    """For each slot that tells who speaks to whom, and each of its answers, the words that are not said, with those said instead."""
    seasons: Mapping[str, Season] = field(default_factory=dict)
    """The seasons, by name."""
    relations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How an item stands to the others of its list, each with the words that tell it."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Words and names that are easily misread, each with its syllables."""
    speakers: Mapping[str, float] = field(default_factory=dict)
    """Speakers by name, each with how much they say in a minute."""


NO_WORDS = Words()
"""Those of a house without packs."""


def both(first: Words, second: Words) -> Words:
    """The words of two packs, those of the first before those of the second."""
    return Words(
        measures=(*first.measures, *second.measures),
        by_verb={**second.by_verb, **first.by_verb},
        nouns=(*first.nouns, *second.nouns),
        subjects={**second.subjects, **first.subjects},
        stocks={
            name: (*first.stocks.get(name, ()), *second.stocks.get(name, ()))
            for name in {**first.stocks, **second.stocks}
        },
        bodies={**second.bodies, **first.bodies},
        names={**second.names, **first.names},
        documents={**second.documents, **first.documents},
        people={
            slot: {**second.people.get(slot, {}), **first.people.get(slot, {})}
            for slot in {**first.people, **second.people}
        },
        seasons={**second.seasons, **first.seasons},
        relations={**second.relations, **first.relations},
        readings={**second.readings, **first.readings},
        speakers={**second.speakers, **first.speakers},
    )


class Knowledge(Struct, frozen=True):
    """What facts are read with: nothing of it stands in them."""

    today: date | None = None
    """The day of the speech, from which deadlines are counted."""
    words: Words = NO_WORDS
    """The words of packs."""
    subjects: tuple[str, ...] = ()
    """The classes of work that the speech is about."""
    facts: str = ""
    """All texts of the brief, for what is said only where they speak of it."""
    shuns: tuple[Shun, ...] = ()
    """What this speaker does not say on this occasion."""
    unnamed: tuple[str, ...] = ()
    """The words of the seasons that no fact names."""
