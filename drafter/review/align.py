"""Two texts line by line: which lines are the same, which were changed, parted, joined, moved, added, deleted."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

ALIKE = 0.5
"""How like two lines are, from 0 to 1, that one is taken for the other as it was changed."""
MARKED = 0.3
"""The same where a mark in the file says so, too."""
MOVED = 0.75
"""The same for a line that stands elsewhere: of a short one much is the same by chance."""
SHORTEST = 6
"""Characters of a line that is sought elsewhere."""
SHORT = 24
"""Characters of a line, such as a salutation, that is taken for the only one in its place however unlike they are."""
MOST = 40_000
"""Pairs of lines that are compared in a stretch where neither side has a line of the other; beyond that only their order tells."""


class Pair(Struct, frozen=True):
    """Lines before, and what they became."""

    before: tuple[int, ...]
    """Their numbers, from 0; none for a line that was added, several that were joined."""
    after: tuple[int, ...]
    """Likewise; none for a line that was deleted, several for one that was parted."""
    moved: bool = False
    """It stands elsewhere among the others."""


def aligned(before: Sequence[str], after: Sequence[str], marks: Mapping[int, int] = {}) -> tuple[Pair, ...]:
    """The lines of two texts in pairs, in the order of the second, each deleted one behind the one it followed.

    `marks` tells of lines before which one after it is, where a file says so; one that is too unlike is not believed.
    """
    found = matched(before, after, marks)
    moved = _moved(before, after, found)
    taken = frozenset(found.values()) | frozenset(moved.values())
    lost = [n for n in range(len(before)) if n not in found and n not in moved]
    new = [n for n in range(len(after)) if n not in taken]
    joined, parted = _joined(before, after, found, lost), _parted(before, after, found, new)
    return tuple(_pairs(len(before), len(after), found, moved, joined, parted))


def matched(before: Sequence[str], after: Sequence[str], marks: Mapping[int, int] = {}) -> dict[int, int]:
    """The lines before that go on as lines after, in the same order."""
    fixed = _in_order(_sure(before, after, marks))
    found = dict(fixed)
    for rows, columns in _between(fixed, len(before), len(after)):
        alone = len(rows) == len(columns) == 1 and max(len(before[rows[0]]), len(after[columns[0]])) <= SHORT
        found |= {rows[0]: columns[0]} if alone else _likely(before, after, rows, columns)
    return found


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How like two texts are, from 0 to 1; 0 below the least."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other, score_cutoff=least or None)


def _sure(before: Sequence[str], after: Sequence[str], marks: Mapping[int, int]) -> dict[int, int]:
    """The pairs that cannot be doubted: marked ones, and lines that are the same and stand once on either side."""
    sure = {
        n: m
        for n, m in marks.items()
        if n < len(before) and m < len(after) and (before[n] == after[m] or likeness(before[n], after[m], MARKED))
    }
    once, twice = Counter(before), Counter(after)
    where = {text: m for m, text in enumerate(after)}
    taken = set(sure.values())
    for n, text in enumerate(before):
        if n not in sure and once[text] == twice[text] == 1 and where[text] not in taken:
            sure[n] = where[text]
    first: dict[int, int] = {}
    for n, m in sorted(sure.items()):  # two marks in one line: the line was joined of both, and goes on as the first
        first.setdefault(m, n)
    return {n: m for m, n in first.items()}


def _in_order(pairs: Mapping[int, int]) -> list[tuple[int, int]]:
    """The most pairs that keep the order on both sides (the longest increasing row)."""
    ends: list[int] = []
    last: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(pairs.items()):
        at = bisect_left(ends, pair[1])
        before[pair] = last[at - 1] if at else None
        ends[at : at + 1] = [pair[1]]
        last[at : at + 1] = [pair]
    row: list[tuple[int, int]] = []
    here = last[-1] if last else None
    while here:
        row.append(here)
        here = before[here]
    return row[::-1]


def _between(fixed: Sequence[tuple[int, int]], rows: int, columns: int) -> Iterator[tuple[range, range]]:
    """The stretches between pairs in which lines of both sides are left."""
    for (n, m), (to_n, to_m) in zip([(-1, -1), *fixed], [*fixed, (rows, columns)], strict=True):
        if to_n - n > 1 and to_m - m > 1:
            yield range(n + 1, to_n), range(m + 1, to_m)


def _likely(before: Sequence[str], after: Sequence[str], rows: range, columns: range) -> dict[int, int]:
    """The pairs of a stretch that are the likest in all, in order."""
    if len(rows) * len(columns) > MOST:
        near = [(n, m) for n, m in zip(rows, columns, strict=False) if likeness(before[n], after[m], ALIKE)]
        return dict(near)
    scores = [[likeness(before[n], after[m], ALIKE) for m in columns] for n in rows]
    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            with_both = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], with_both)
    found, i, j = dict[int, int](), 0, 0
    while i < len(rows) and j < len(columns):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            found[rows[i]] = columns[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _moved(before: Sequence[str], after: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    """The lines without a pair that stand elsewhere."""
    taken = set(found.values())
    lost = [n for n in range(len(before)) if n not in found and len(before[n]) >= SHORTEST]
    free = [m for m in range(len(after)) if m not in taken]
    moved: dict[int, int] = {}
    same: defaultdict[str, list[int]] = defaultdict(list)
    for m in reversed(free):
        same[after[m]].append(m)
    for n in lost:
        if same[before[n]]:
            moved[n] = same[before[n]].pop()
    gone = set(moved.values())
    rest = [n for n in lost if n not in moved]
    free = [m for m in free if m not in gone]
    if len(rest) * len(free) <= MOST:
        scores = ((likeness(before[n], after[m], MOVED), n, m) for n in rest for m in free)
        for score, n, m in sorted(scores, reverse=True):
            if score and n not in moved and m not in gone:
                moved[n] = m
                gone.add(m)
    return moved


def _joined(
    before: Sequence[str], after: Sequence[str], found: Mapping[int, int], lost: Iterable[int]
) -> dict[int, list[int]]:
    """The lines that are gone and stand at the end, or the beginning, of their neighbour's: by the neighbour."""
    made: dict[int, list[int]] = {}
    for n in lost:
        for beside, there in ((_head(made, n - 1), before[n]), (n + 1, before[n])):
            if beside in found and len(there) > 1 and there in after[found[beside]] and there not in before[beside]:
                made.setdefault(beside, []).append(n)
                break
    return made


def _head(made: Mapping[int, list[int]], n: int) -> int:
    """The line that goes on, of one that was joined to another."""
    return next((head for head, rest in made.items() if n in rest), n)


def _parted(
    before: Sequence[str], after: Sequence[str], found: Mapping[int, int], new: Iterable[int]
) -> dict[int, list[int]]:
    """The lines that are new and hold the end, or the beginning, of a neighbour's as it was: by that one's number before."""
    made: dict[int, list[int]] = {}
    back = {m: n for n, m in found.items()}
    tail = dict(back)
    for m in new:
        for beside in (m - 1, m + 1):
            n = tail.get(beside)
            if n is not None and len(after[m]) > 1 and _of(after[m], before[n]) and not _of(after[m], after[found[n]]):
                made.setdefault(n, []).append(m)
                tail[m] = n
                break
    return made


def _of(part: str, whole: str) -> bool:
    """Whether most of a text stands in another in one piece or nearly."""
    if part in whole:
        return True
    from rapidfuzz import fuzz

    return len(part) >= SHORTEST and len(part) <= len(whole) and fuzz.partial_ratio(part, whole, score_cutoff=85) > 0


def _pairs(
    rows: int,
    columns: int,
    found: Mapping[int, int],
    moved: Mapping[int, int],
    joined: Mapping[int, list[int]],
    parted: Mapping[int, list[int]],
) -> Iterator[Pair]:
    """The pairs in the order of the second text."""
    back = {m: n for n, m in (*found.items(), *moved.items())}
    told = {n for rest in joined.values() for n in rest}
    parts = {m for rest in parted.values() for m in rest}
    gone = [n for n in range(rows) if n not in found and n not in moved and n not in told]
    shown = 0  # lines before, up to which deleted ones were told
    for m in range(columns):
        if m in parts and m not in back:
            continue
        n = back.get(m)
        if n is not None and n in found:
            yield from (Pair((one,), ()) for one in gone if shown <= one < n)
            shown = max(shown, n + 1)
        if n is None:
            yield Pair((), (m,))
        else:
            yield Pair(tuple(sorted((n, *joined.get(n, ())))), tuple(sorted((m, *parted.get(n, ())))), n in moved)
    yield from (Pair((one,), ()) for one in gone if one >= shown)
