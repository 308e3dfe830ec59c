"""Enumerators, printed and read."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.tongue import Scheme, Tongue
from drafter.model.enumerator import Enumerator

MOST = 99
"""The largest ordinal that is printed."""


def show(enumerator: Enumerator, tongue: Tongue) -> str:
    """The enumerator as it is printed; one past the end of a scheme of words is printed in its `beyond` scheme."""
    scheme = tongue.schemes[enumerator.scheme]
    if scheme.words:
        if enumerator.last and enumerator.ordinal > 2:
            return scheme.words[-1] + scheme.after
        if enumerator.ordinal < len(scheme.words) or not scheme.beyond:
            return scheme.words[enumerator.ordinal - 1] + scheme.after
        scheme = tongue.schemes[scheme.beyond]
    assert scheme.numeral is not None
    return scheme.before + scheme.numeral(enumerator.ordinal) + scheme.after


def parse(text: str, tongue: Tongue, scheme: str = "") -> tuple[Enumerator, str] | None:
    """The enumerator that `text` begins with and the rest of it, or nothing; the longest one wins.

    Where two schemes print alike (the English I. is the first and the ninth), the one listed first in
    the tongue wins, unless `scheme` names the other.
    """
    schemes = (tongue.schemes[scheme],) if scheme else tuple(tongue.schemes.values())
    found = _pattern(schemes).match(text)
    return (_printed(schemes)[found[0]], text[found.end() :]) if found else None


def scheme_for(name: str, count: int, tongue: Tongue) -> str:
    """The scheme to use for `count` items: words that do not reach give way to numerals for all of them."""
    scheme = tongue.schemes[name]
    return scheme.beyond if scheme.words and scheme.beyond and count > len(scheme.words) else name


@lru_cache
def _printed(schemes: tuple[Scheme, ...]) -> dict[str, Enumerator]:
    """Every enumerator, by the way it is printed; where two print alike, the scheme listed first wins."""
    table: dict[str, Enumerator] = {}
    for scheme in schemes:
        if scheme.words:
            for n, word in enumerate(scheme.words, 1):
                table.setdefault(word + scheme.after, Enumerator(scheme.name, n, last=n == len(scheme.words)))
        else:
            assert scheme.numeral is not None
            for n in range(1, MOST + 1):
                table.setdefault(scheme.before + scheme.numeral(n) + scheme.after, Enumerator(scheme.name, n))
    return table


@lru_cache
def _pattern(schemes: tuple[Scheme, ...]) -> re.Pattern[str]:
    printed = sorted(_printed(schemes), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, printed)))
