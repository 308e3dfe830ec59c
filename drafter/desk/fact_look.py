"""What facts are looked for with in old speeches: the signs and the verbs of packs."""

from __future__ import annotations

from functools import cache

from drafter.desk.library import Library
from drafter.facts.look import Look
from drafter.language import TONGUES


def looked_for(language: str, library: Library | None = None) -> Look:
    """What facts are looked for with in a tongue; raises InputError."""
    return (
        _ours(language)
        if library is None
        else Look(library.signs()[0], TONGUES[language], library.words(language).by_verb)
    )


@cache
def _ours(language: str) -> Look:
    return looked_for(language, Library())
