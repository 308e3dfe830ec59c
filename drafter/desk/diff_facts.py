"""Two briefs of one blueprint → the facts that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.desk.draft import Draft
from drafter.review.align import aligned
from drafter.review.differences import compared
from drafter.review.words import Piece
from drafter.yamltext.data import Data, data


class Fact(Struct, frozen=True):
    """A value that two briefs of one blueprint do not share."""

    before: str
    """Its path in the first, as messages write it; nothing where it came."""
    after: str
    """Likewise in the second; nothing where it went."""
    old: str
    """As it is in the first."""
    new: str
    """As it is in the second."""

    @property
    def name(self) -> str:
        """Its path, or both where they differ."""
        both = self.before and self.after and self.before != self.after
        return f"{self.before} → {self.after}" if both else self.before or self.after

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What of it went and what came."""
        return compared(self.old, self.new)


def facts(one: Draft, other: Draft) -> tuple[Fact, ...]:
    """The values that two briefs of one blueprint do not share; items of a list are told apart by what they say."""
    if one.blueprint.name != other.blueprint.name or not one.document or not other.document:
        return ()
    return tuple(_values(data(one.document.root), data(other.document.root), "", ""))


def _values(old: Data, new: Data, at: str, to: str) -> Iterator[Fact]:
    match old, new:
        case dict(), dict():
            for key in dict.fromkeys((*old, *new)):
                yield from _values(old.get(key), new.get(key), _under(at, key), _under(to, key))
        case list(), list():
            for pair in aligned([_plain(item) for item in old], [_plain(item) for item in new]):
                yield from _items(old, new, pair.before, pair.after, at, to)
        case _ if _plain(old) != _plain(new):
            yield Fact(at if old is not None else "", to if new is not None else "", _plain(old), _plain(new))


def _items(
    old: Sequence[Data], new: Sequence[Data], before: Sequence[int], after: Sequence[int], at: str, to: str
) -> Iterator[Fact]:
    """Items of a list that are one another, came or went."""
    if len(before) == len(after) == 1:
        yield from _values(old[before[0]], new[after[0]], f"{at}[{before[0] + 1}]", f"{to}[{after[0] + 1}]")
        return
    yield from (Fact(f"{at}[{n + 1}]", "", _plain(old[n]), "") for n in before)
    yield from (Fact("", f"{to}[{m + 1}]", "", _plain(new[m])) for m in after)


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _plain(value: Data) -> str:
    """A value in one line."""
    match value:
        case dict():
            return "；".join(_plain(one) for one in value.values() if one is not None)
        case list():
            return "，".join(_plain(one) for one in value if one is not None)
    return str(value if value is not None else "")
