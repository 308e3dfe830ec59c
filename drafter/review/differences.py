"""Two texts: paragraph by paragraph, then sentence by sentence, then by the words inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import Literal

from msgspec import Struct

from drafter.review.align import Pair, aligned, matched
from drafter.review.words import Piece, pieces

Kind = Literal["same", "changed", "added", "deleted", "moved", "parted", "joined"]
"""What became of paragraphs: one became several, several became one."""
BREAK = "\u2029"
"""Where a paragraph ends, among the pieces of several."""
SENTENCE = re.compile(r".+?(?:[。！？；!?;\n]+[”’」』）)]*|\.(?=\s)\s*|$)", re.S)
GAIN = 0.7
"""Words inside are told across sentences only where so much less is then told as changed."""


class Difference(Struct, frozen=True):
    """What became of a paragraph, or of some that were parted or joined."""

    kind: Kind
    """What."""
    before: tuple[int, ...]
    """Their numbers in the first text, from 0."""
    after: tuple[int, ...]
    """Likewise in the second."""
    pieces: tuple[Piece, ...]
    """The stretches in turn; they make up both versions."""


def differences(before: Sequence[str], after: Sequence[str], marks: Mapping[int, int] = {}) -> tuple[Difference, ...]:
    """What became of every paragraph, in the order of the second text, what went before what came in its place; also
    of those that are the same."""
    found = (_difference(pair, before, after) for pair in aligned(before, after, marks))
    groups = (list(group) for _, group in groupby(found, lambda one: one.kind in ("added", "deleted")))
    return tuple(one for group in groups for one in sorted(group, key=lambda one: one.kind == "added"))


def _difference(pair: Pair, before: Sequence[str], after: Sequence[str]) -> Difference:
    old, new = [before[n] for n in pair.before], [after[m] for m in pair.after]
    return Difference(_kind(pair, old == new), pair.before, pair.after, tuple(_whole(old, new)))


def _kind(pair: Pair, same: bool) -> Kind:
    match len(pair.before), len(pair.after):
        case 0, _:
            return "added"
        case _, 0:
            return "deleted"
        case 1, 1:
            return "moved" if pair.moved else "same" if same else "changed"
        case n, m:
            return "parted" if m > n else "joined"


def _whole(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """The stretches of paragraphs, with the breaks between them."""
    found = compared("".join(old), "".join(new))
    return iter(found) if len(old) < 2 and len(new) < 2 else _with_breaks(found, old, new)


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """The stretches of two versions that stayed and that did not, in turn: whole sentences, and words inside those that go on."""
    if before == after or not before or not after:
        return (Piece(before, after),) if before or after else ()
    one, other = SENTENCE.findall(before), SENTENCE.findall(after)
    found = matched(one, other)
    ends = [(n, m) for n, m in sorted(found.items()) if one[n] == other[m]]
    done: list[Piece] = []
    at, to = 0, 0
    for n, m in [*ends, (len(one), len(other))]:
        inside = {i: j for i, j in found.items() if at <= i < n}
        done += _stretch(one, other, range(at, n), range(to, m), inside)
        if n < len(one):
            done.append(Piece(one[n], other[m]))
        at, to = n + 1, m + 1
    return tuple(_together(done))


def _stretch(
    one: Sequence[str], other: Sequence[str], rows: range, columns: range, found: Mapping[int, int]
) -> list[Piece]:
    """Sentences between two that are the same: each by itself, or by words across them where far less differs then."""
    if not rows and not columns:
        return []
    done: list[Piece] = []
    at, to = rows.start, columns.start
    for n, m in [*sorted(found.items()), (rows.stop, columns.stop)]:
        done.append(Piece("".join(one[at:n]), "".join(other[to:m])))
        if n < rows.stop:
            done += pieces(one[n], other[m])
        at, to = n + 1, m + 1
    across = list(pieces("".join(one[n] for n in rows), "".join(other[m] for m in columns)))
    return across if _cost(across) < GAIN * _cost(done) and found else done


def _cost(found: Sequence[Piece]) -> int:
    return sum(len(piece.before) + len(piece.after) for piece in found if not piece.same)


def _together(found: Sequence[Piece]) -> Iterator[Piece]:
    """The stretches in turn, those side by side that stayed, or that did not, in one."""
    for _, group in groupby((piece for piece in found if piece.before or piece.after), lambda piece: piece.same):
        own = list(group)
        yield Piece("".join(piece.before for piece in own), "".join(piece.after for piece in own))


def _with_breaks(found: Sequence[Piece], old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """The same with the breaks between paragraphs: each stayed, went or came."""
    went, came = (list(accumulate(map(len, texts)))[:-1] for texts in (old, new))
    done: list[Piece] = []
    b = a = 0
    for piece in found:
        if piece.same:
            done += _cut(piece.before, _inside(went, b, piece.before), _inside(came, a, piece.after))
        else:
            done += _cut(piece.before, _inside(went, b, piece.before), [], came=False)
            done += _cut(piece.after, [], _inside(came, a, piece.after), went=False)
        b, a = b + len(piece.before), a + len(piece.after)
    return iter(_settled(done))


def _inside(breaks: Sequence[int], at: int, text: str) -> list[int]:
    """Where breaks stand in a stretch, or at its end."""
    return [one - at for one in breaks if at < one <= at + len(text)]


def _cut(text: str, gone: Sequence[int], new: Sequence[int], *, went: bool = True, came: bool = True) -> list[Piece]:
    """A stretch in pieces, with breaks."""
    done: list[Piece] = []
    at = 0
    for one in sorted({*gone, *new}):
        done.append(Piece(text[at:one] if went else "", text[at:one] if came else ""))
        done.append(Piece(BREAK if one in gone else "", BREAK if one in new else ""))
        at = one
    done.append(Piece(text[at:] if went else "", text[at:] if came else ""))
    return [piece for piece in done if piece.before or piece.after]


def _settled(found: Sequence[Piece]) -> list[Piece]:
    """A break that goes and one that comes with nothing between them that stayed are one that stayed."""
    done: list[Piece] = []
    for piece in found:
        done.append(piece)
        for size in (2, 3):
            tail = done[-size:]
            if len(tail) == size and {(tail[0].before, tail[0].after), (piece.before, piece.after)} == {
                (BREAK, ""),
                ("", BREAK),
            }:
                inner = tail[1:-1]
                if inner and (inner[0].same or (inner[0].before and inner[0].after)):
                    continue
                first = bool(inner) and bool(inner[0].before) == bool(tail[0].before)
                kept = Piece(BREAK, BREAK)
                done[-size:] = [kept, *inner] if first else [*inner, kept]
                break
    return done
