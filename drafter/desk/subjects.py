"""The classes of work that there are, those of a brief that are none of them, and the one that its facts tell."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.desk.library import Library
from drafter.model.blueprint import Blueprint, subjects_of
from drafter.model.brief import Brief
from drafter.model.words import NO_WORDS, Words
from drafter.plan import subject_of
from drafter.problem import Misses, Place, Problem, listed
from drafter.yamltext.data import at
from drafter.yamltext.tree import Document


def words_for(blueprint: Blueprint, library: Library) -> Words:
    """The words that a blueprint's facts are read with: none, if it does not look into them."""
    return library.words(blueprint.language) if blueprint.looks else NO_WORDS


def subjects(blueprint: Blueprint, library: Library) -> tuple[str, ...]:
    """Those that the words of the packs tell, and those that a blueprint has wordings for."""
    return tuple(dict.fromkeys((*library.words(blueprint.language).subjects, *subjects_of(blueprint))))


def guessed(brief: Brief, blueprint: Blueprint, library: Library) -> str:
    """The class of work that the facts of a brief tell; nothing where they tell none for sure."""
    return "".join(subject_of(brief, library.words(blueprint.language))[:1])


def unknown_subjects(brief: Brief, blueprint: Blueprint, library: Library, doc: Document | None) -> Iterator[Problem]:
    """A warning for every class that a brief names and nobody knows."""
    known = subjects(blueprint, library) if brief.subjects else ()
    if not known:
        return
    misses = Misses()
    for n, name in enumerate(brief.subjects):
        if name not in known:
            root = doc.root if doc else None
            node = at(root, ("subject", n)) or at(root, ("subject",))
            place: Place = node.place if node else brief.place
            facts = {"name": name, "near": misses.near(name, known), "known": listed(known)}
            yield Problem("unknown-subject", place, facts, "warning")
