"""What is looked for in Chinese facts, as a table; the patterns of each are read when it is first asked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from drafter.language.claims import Claim
from drafter.language.doubts import Doubts, Late, Twice, Wrong
from drafter.model.value import Fact, Listing
from drafter.model.words import Knowledge, Words


def _weekdays(text: str, year: int | None) -> tuple[Wrong, ...]:
    from drafter.language.zh_impossible import wrong_weekdays

    return wrong_weekdays(text, year)


def _days(text: str, year: int | None) -> tuple[Wrong, ...]:
    from drafter.language.zh_impossible import no_such_dates

    return no_such_dates(text, year)


def _level_of(name: str) -> str:
    from drafter.language.zh_levels import level_of

    return level_of(name)


def _levels(text: str, meeting: str) -> tuple[Wrong, ...]:
    from drafter.language.zh_levels import levels

    return levels(text, meeting)


def _names(texts: Sequence[str], words: Words) -> tuple[Twice, ...]:
    from drafter.language.zh_names import two_names

    return two_names(texts, words)


def _figures(texts: Sequence[str], groups: Sequence[Hashable] = ()) -> tuple[Twice, ...]:
    from drafter.language.zh_counts import two_figures

    return two_figures(texts, groups)


def _later(facts: Sequence[Fact], knows: Knowledge) -> tuple[Late, ...]:
    from drafter.language.zh_whole import later_than_whole

    return later_than_whole(facts, knows)


def _whole(items: Listing, others: Sequence[Fact]) -> Fact | None:
    from drafter.language.zh_counts import whole_of

    return whole_of(items, others)


def _claims(text: str) -> tuple[Claim, ...]:
    from drafter.language.zh_claims import claims

    return claims(text)


def _held(claim: Claim, keys: frozenset[str], text: str) -> bool:
    from drafter.language.zh_claims import held

    return held(claim, keys, text)


DOUBTS = Doubts(
    claims=_claims,
    held=_held,
    wrong_weekdays=_weekdays,
    no_such_dates=_days,
    level_of=_level_of,
    levels=_levels,
    two_names=_names,
    two_figures=_figures,
    later_than_whole=_later,
    whole_of=_whole,
)
