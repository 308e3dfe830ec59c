"""The rows of parts that are lists of records, in one speech or in several that lie side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from drafter.distillation import words
from drafter.distillation.align import Row
from drafter.distillation.choices import Part
from drafter.distillation.facts import Pattern
from drafter.distillation.records import bare, shared
from drafter.facts.hit import Hit
from drafter.facts.look import Look
from drafter.language import Tongue
from drafter.model.speech import Block, Headed, Listed, Said, plain

Seen = Callable[[str], tuple[Hit, ...]]
"""The facts in a text."""
FEWEST_ALONE = 3
"""Items that make a list where nothing tells them off."""
MOST_BEGINNINGS = 3
"""Passages of a row, at one of which its pattern begins: the first may lead to the others."""
LONGEST_SAMPLE = 24
"""Characters of an item that tell which it is."""


class Rows(Struct, frozen=True):
    """Parts that stand together as a list of records, in every speech that has them."""

    name: str
    """What the list would be called."""
    patterns: Mapping[Part, Pattern]
    """The sentence for all of them, by the first part in each speech."""

    @property
    def id(self) -> str:
        """The first part of the first speech that has them."""
        return next(id for _, id in self.patterns)

    @property
    def records(self) -> tuple[Mapping[str, str], ...]:
        """What the list would hold."""
        return tuple(record for one in self.patterns.values() for record in one.records)

    @property
    def words(self) -> tuple[str, ...]:
        """How each item tells itself apart."""
        return tuple(" ".join(record.values())[:LONGEST_SAMPLE] for record in self.records)


class _Items(Struct, frozen=True):
    """What may be the items of a list."""

    ids: tuple[str, ...]
    """The parts that they are."""
    columns: tuple[tuple[str, ...], ...]
    """Their texts, and if they are headings with passages below, those of the passages."""
    before: str = ""
    """The passage before them."""
    lead: str = ""
    """What is said before them in their own."""
    tail: str = ""
    """What is said after them."""
    apart: bool = False
    """Each is a paragraph of its own."""


def lists(
    rows: Sequence[Row], seen: Sequence[Seen], look: Look, but: Collection[Part], lax: bool = False
) -> Iterator[Rows]:
    """The rows that are lists, of those without the parts in `but`; with `lax`, those that can be made one."""
    offers: dict[Part, list[_Items]] = {}
    for n in range(len(seen)):
        for items in _offers([part for row in rows if (part := row.parts[n]) is not None], look.tongue, lax):
            if not any((n, id) in but for id in items.ids):
                offers.setdefault((n, items.ids[0]), []).append(items)
    at = 0
    while at < len(rows):
        there = [(n, part.id) for n, part in enumerate(rows[at].parts) if part is not None]
        ways = zip(*(offers.get(part, ()) for part in there), strict=False)
        found = next((one for way in ways if (one := _found(there, way, seen, look, lax))), None)
        size = covered(rows, at, found.patterns) if found else 0
        if found and size:
            yield found
        if found and size and not lax:
            at += size
            yield from lists(rest(rows[at - 1], found.patterns), seen, look, but)
        else:
            yield from lists(rows[at].below, seen, look, but, lax)
            at += 1


def rest(last: Row, patterns: Mapping[Part, Pattern]) -> Sequence[Row]:
    """What stands below the last heading of a list that is no part of it."""
    return last.below[len(next(iter(patterns.values())).texts) - 1 :]


def covered(rows: Sequence[Row], at: int, patterns: Mapping[Part, Pattern]) -> int:
    """How many rows patterns take, which begin in one; 0 if something else stands among them."""
    ids = {(n, id) for (n, _), one in patterns.items() for id in one.ids}
    below = len(next(iter(patterns.values())).texts) - 1
    left = {part for row in rows[at:] for part in _parts(row)} & ids
    size = 0
    while left:
        there = _parts(rows[at + size])
        if not there <= left or (left - there and len(rows[at + size].below) > below):
            return 0
        left -= there
        size += 1
    return size


def _parts(row: Row) -> set[Part]:
    return {(n, part.id) for n, part in enumerate(row.parts) if part is not None}


def _found(there: Sequence[Part], way: Sequence[_Items], seen: Sequence[Seen], look: Look, lax: bool) -> Rows | None:
    """The list that the items of several speeches make together."""
    if len({(len(one.columns), one.apart, bool(one.lead), bool(one.tail)) for one in way}) > 1:
        return None
    columns = [[text for one in way for text in one.columns[k]] for k in range(len(way[0].columns))]
    hits = [
        [seen[n](text) for (n, _), one in zip(there, way, strict=True) for text in one.columns[k]]
        for k in range(len(columns))
    ]
    made = shared(columns, hits, way[0].before or way[0].lead, look, lax)
    if made is None:
        return None
    patterns, at = {}, 0
    for part, one in zip(there, way, strict=True):
        records = made.records[at : at + len(one.columns[0])]
        at += len(records)
        patterns[part] = Pattern(-1, made.texts, records, one.lead, one.tail, one.ids, one.apart)
    return Rows(made.name, patterns)


def _offers(blocks: Sequence[Block], tongue: Tongue, lax: bool) -> Iterator[_Items]:
    """What in the parts of a speech may be the items of a list, best first."""
    fewest = 2 if lax else FEWEST_ALONE
    if heads := words.row(blocks):
        columns = tuple(zip(*(_texts(head, tongue) for head in heads), strict=True))
        ids = tuple(one.id for head in heads for one in (head, *head.blocks))
        yield _Items(ids, columns, _before(blocks, heads[0].id))
    for row in words.paragraphs(blocks):
        for first in range(min(MOST_BEGINNINGS, len(row) - fewest + 1)):
            items, tail = bare([plain(block.inlines) for block in row[first:]], True)
            if items and not tail:
                yield _Items(tuple(block.id for block in row[first:]), (items,), apart=True)
    for block in blocks:
        if isinstance(block, Listed) and (points := words.points(block, tongue)):
            items, tail = bare(points, block.apart)
            if items:
                yield _Items((block.id,), (items,), _before(blocks, block.id), tail=tail)
        elif isinstance(block, Said):
            for lead, parts, after in sorted(words.runs(plain(block.inlines), tongue), key=lambda one: -len(one[1])):
                items, tail = bare(parts, False)
                if len(items) >= fewest and not tail:
                    yield _Items((block.id,), (items,), lead=lead, tail=after)


def _before(blocks: Sequence[Block], id: str) -> str:
    """The passage that stands before a part."""
    at = next(n for n, block in enumerate(blocks) if block.id == id)
    before = blocks[at - 1] if at else None
    return plain(before.inlines) if isinstance(before, Said) else ""


def _texts(head: Headed, tongue: Tongue) -> list[str]:
    """A heading, and the passage below it if there is one."""
    return [text.words for block in (head, *head.blocks) for text in words.texts(0, block, tongue)]
