"""Two versions of a line word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

WORD = re.compile(
    r"【[^【】]*】|\[[^\[\]]*\]|[0-9０-９]+(?:[.,．][0-9０-９]+|，[0-9０-９]{3}(?![0-9０-９]))*[%％]?|[A-Za-z]+(?:[-'’][A-Za-z]+)*|\s+|.",
    re.S,
)
"""What a gap prints, a figure, a word of letters, blanks, or a single character."""
ISLAND = 2
"""Characters that are the same between two changes: so few are taken for chance."""
MARKS = frozenset("，。；：、！？,.;:!?“”（）()")


class Piece(Struct, frozen=True):
    """A stretch of a line."""

    before: str
    """As it was; nothing where it came."""
    after: str
    """As it is; nothing where it went."""

    @property
    def same(self) -> bool:
        """Whether it stayed."""
        return self.before == self.after


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The stretches of a line that stayed and that did not, in turn; they make up both versions."""
    from rapidfuzz.distance import Indel

    one, other = WORD.findall(before), WORD.findall(after)
    rows = [
        (one[code.src_start : code.src_end], other[code.dest_start : code.dest_end])
        for code in Indel.opcodes(one, other)
    ]
    return tuple(Piece("".join(old), "".join(new)) for old, new in _without_islands(rows))


Row = tuple[list[str], list[str]]


def _without_islands(rows: Sequence[Row]) -> Iterator[Row]:
    """Stretches in turn: what is the same by chance between two changes belongs to both."""
    open: Row | None = None
    for n, (old, new) in enumerate(rows):
        same = old == new
        lone = 0 < n < len(rows) - 1 and sum(map(len, old)) <= ISLAND and MARKS.isdisjoint("".join(old))
        if same and not (lone and open is not None):
            if open is not None:
                yield from _trimmed(*open)
            open = None
            yield old, new
        else:
            open = (old, new) if open is None else (open[0] + old, open[1] + new)
    if open is not None:
        yield from _trimmed(*open)


def _trimmed(old: list[str], new: list[str]) -> Iterator[Row]:
    """A change, and what is the same at its beginning and at its end, which an island left there."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    if first:
        yield old[:first], new[:first]
        old, new = old[first:], new[first:]
    size, least = 0, min(len(old), len(new))
    while size < least and old[-1 - size] == new[-1 - size]:
        size += 1
    if len(old) > size or len(new) > size:
        yield old[: len(old) - size], new[: len(new) - size]
    if size:
        yield old[len(old) - size :], new[len(new) - size :]


def redone(text: str, before: str, after: str) -> str | None:
    """A text with what was changed between two versions of it in other words; None where it cannot be told where that stands."""
    words = WORD.findall(text)
    for piece in pieces(before, after):
        if piece.same:
            continue
        old = WORD.findall(piece.before)
        places = [n for n in range(len(words)) if words[n : n + len(old)] == old]
        if not old or len(places) != 1:
            return None
        words[places[0] : places[0] + len(old)] = WORD.findall(piece.after)
    return "".join(words)
