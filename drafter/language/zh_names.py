"""Bodies that Chinese texts call by two names: 市住建局 here, 市住房和城乡建设局 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from drafter.language.doubts import Twice
from drafter.language.late import late
from drafter.model.words import Words

QUOTED = late("《[^》]*》")
"""Papers keep the names that they were given."""
LEVEL = "省市州县区旗"
NO_PLACE = "由和与及同请向对在把被让给从是找归经到会并按即为报经往送"
"""Characters before 市, 县 … that are no part of a place's name: 由市水务局."""
GOES_ON = "(?![理事好结实法案学公不到])"
"""What makes 政府办 no name: 政府办理."""
EXPLAINED = late(r"[（(](?:以下)?(?:简称)?[“\"]?[省市州县区旗]?$")
"""Before a short name that a text gives to a body itself."""


class _Named(Struct, frozen=True):
    """A body where it stands."""

    name: str
    """Its name, without its level."""
    words: str
    """The same as it is written."""
    level: str
    """市, 县 …, of one that names it: a namesake that names none is of the same where all the others agree."""
    full: str
    """Its name in full."""
    span: tuple[int, int]
    """Where it stands."""
    explained: bool
    """It is the short name that the text gives in brackets."""


def two_names(texts: Sequence[str], words: Words) -> tuple[Twice, ...]:
    """Every body that texts call otherwise than where they first name it, once for each other name.

    The short name that a text gives in brackets may stand: 市河长制办公室（市河长办）.
    """
    pattern, full = _known(words)
    if pattern is None:
        return ()
    every = [(n, one) for n, text in enumerate(texts) for one in _named(text, pattern, full)]
    levels: dict[str, set[str]] = {}
    for _, one in every:
        levels.setdefault(one.full, set()).update({one.level} - {""})
    told: dict[tuple[str, str], tuple[int, _Named]] = {}
    done: dict[tuple[str, str, str], Twice | None] = {}
    for n, one in every:
        others = levels[one.full]
        key = (one.level or ("".join(others) if len(others) == 1 else ""), one.full)
        at, first = told.setdefault(key, (n, one))
        if one.name != first.name and (*key, one.name) not in done:
            done[*key, one.name] = None if one.explained else Twice(first.words, at, one.words, n, one.span, one.full)
    return tuple(one for one in done.values() if one is not None)


def _named(text: str, pattern: re.Pattern[str], full: dict[str, str]) -> Iterator[_Named]:
    """The bodies in a text that the packs know, each with its level; those of a place that is named are left alone."""
    plain = QUOTED.sub(lambda found: "\ufffc" * len(found[0]), text)
    for found in pattern.finditer(plain):
        start, level = found.start(), ""
        if start and plain[start - 1] in LEVEL:
            start, level = start - 1, plain[start - 1]
        before = plain[start - 1 : start]
        if "\u4e00" <= before <= "\u9fff" and before not in NO_PLACE:
            continue
        explained = EXPLAINED.search(plain[: found.start()]) is not None
        yield _Named(found[0], plain[start : found.end()], level, full[found[0]], (start, found.end()), explained)


@lru_cache(maxsize=4)
def _known(words: Words) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """A pattern of every name that the packs know, and the name in full of each."""
    full = {name: whole for whole, others in words.names.items() for name in (whole, *others)}
    names = sorted(full, key=len, reverse=True)
    said = "|".join(re.escape(name) + (GOES_ON if name.endswith("办") else "") for name in names)
    return (re.compile(said) if names else None), full
