"""What norms find in a text: rules that are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from drafter.catalogue import N_
from drafter.lint.texts.reading import Fault, Reading, fault
from drafter.model.norm import Norm, NormKind

MOST_UNDATED = 2
"""What a text that names no year says oftener than so is how one said it in its time."""
INSIDE = "{inside}"
"""In what should stand instead: the words that were found, without the first and the last character."""


def faults(norm: Norm, reading: Reading) -> Iterator[Fault]:
    """All that a norm finds; one that holds only since a year, nothing in a text of before."""
    if not norm.since or (reading.year or norm.since) >= norm.since:
        found = tuple(FINDERS[norm.kind](norm, reading))
        if not norm.since or reading.year or len(found) <= MOST_UNDATED:
            yield from found


def _met(norm: Norm, reading: Reading, patterns: tuple[str, ...]) -> Iterator[tuple[int, re.Match[str], int]]:
    """What patterns match, with the number of each pattern."""
    where = "open" if norm.open else "all" if norm.headings else "running"
    for number, pattern in enumerate(patterns):
        for n, found in reading.find(compiled(pattern), where):
            yield n, found, number


def _exists(norm: Norm, reading: Reading) -> Iterator[Fault]:
    for n, found, _ in _met(norm, reading, norm.match):
        yield fault(n, found)


def _replace(norm: Norm, reading: Reading) -> Iterator[Fault]:
    for n, found, number in _met(norm, reading, norm.match):
        due = norm.due[number].replace(INSIDE, found[0][1:-1])
        yield Fault(n, *found.span(), {"text": found[0], "due": due}, due if norm.fix else None)


def _clash(norm: Norm, reading: Reading) -> Iterator[Fault]:
    """The first of two that exclude one another, with the second one beside it."""
    offsets = [one.start for one in reading.paragraphs]
    second = [(offsets[n] + found.start(), n, found) for n, found, _ in _met(norm, reading, norm.then)]
    for n, found, _ in _met(norm, reading, norm.match):
        at = offsets[n] + found.end()
        near = next(((m, other) for start, m, other in second if at <= start <= at + norm.within), None)
        if near:
            facts = {"text": found[0], "other": near[1][0]}
            yield Fault(n, *found.span(), facts, related=((near[0], *near[1].span()),))


def _agree(norm: Norm, reading: Reading) -> Iterator[Fault]:
    """The rarer of several forms, each time; of forms used as often the later one."""
    found = [(n, one, number) for n, one, number in _met(norm, reading, norm.match)]
    counts = {number: sum(one == number for *_, one in found) for number in {one for *_, one in found}}
    if len(counts) < 2:
        return
    first = min((n, one.start(), number) for n, one, number in found)[2]
    kept = max(counts, key=lambda number: (counts[number], number == first))
    other = next((n, one) for n, one, number in found if number == kept)
    for n, one, number in found:
        if number != kept:
            facts = {"text": one[0], "due": other[1][0]}
            yield Fault(n, *one.span(), facts, other[1][0] if norm.fix else None, ((other[0], *other[1].span()),))


def _count(norm: Norm, reading: Reading) -> Iterator[Fault]:
    """The first of too many."""
    found = [(n, one) for n, one, _ in _met(norm, reading, norm.match)]
    length = sum(len(reading.plain[n]) for n in reading.running)
    if len(found) > 1 and len(found) * norm.per > norm.above * max(length, norm.per):
        n, one = found[0]
        yield Fault(
            n,
            *one.span(),
            {"text": one[0], "count": str(len(found))},
            related=tuple((m, *x.span()) for m, x in found[1:6]),
        )


def _order(norm: Norm, reading: Reading) -> Iterator[Fault]:
    """A name that stands before one that goes before it, in one sentence."""
    names = compiled("|".join(map(re.escape, sorted(norm.match, key=len, reverse=True))))
    rank = {name: n for n, name in enumerate(norm.match)}
    for piece in reading.sentences:
        for one, other in pairwise(names.finditer(piece.text)):
            if rank[one[0]] > rank[other[0]]:
                facts = {"text": one[0], "other": other[0]}
                yield Fault(piece.paragraph, piece.start + one.start(), piece.start + other.end(), facts)


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern; the same ones are asked for of every text."""
    return re.compile(pattern)


FINDERS: Mapping[NormKind, Callable[[Norm, Reading], Iterator[Fault]]] = {
    "exists": _exists,
    "replace": _replace,
    "clash": _clash,
    "agree": _agree,
    "count": _count,
    "order": _order,
}
SAYS: Mapping[NormKind, tuple[str, str]] = {
    "exists": (N_("{text} should not stand here"), N_("write it otherwise")),
    "replace": (N_("{text} is not what is written here"), N_("write {due}")),
    "clash": (N_("{text} does not go with {other}, which follows"), N_("keep one of them")),
    "agree": (N_("{text} is called {due} elsewhere in this text"), N_("call it the same everywhere")),
    "count": (N_("{text} and its like stand here {count} times"), N_("use fewer of them")),
    "order": (N_("{text} stands before {other}, and the list has them the other way round"), N_("put {other} first")),
}
"""What is wrong and what to do, for norms without a sentence of their own, by their kind."""
