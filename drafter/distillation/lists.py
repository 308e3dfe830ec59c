"""The rows of a speech's parts that are lists of records, and those that can be made one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.distillation import words
from drafter.distillation.choices import Part
from drafter.distillation.facts import Pattern
from drafter.distillation.records import of_headings, of_points
from drafter.facts.find import hits
from drafter.facts.hit import Hit
from drafter.facts.look import Look
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain

Seen = Callable[[str], tuple[Hit, ...]]
"""The facts in a text."""
FEWEST_ALONE = 3
"""Items that make a list where nothing tells them off."""
MOST_WORDS = 24
"""Characters of an item that tell which it is."""
MOST_BEGINNINGS = 3
"""Passages of a row, at one of which its pattern begins: the first may lead to the others."""


class Rows(Struct, frozen=True):
    """Parts that stand together and can be a list of records."""

    id: str
    """The first of them."""
    words: tuple[str, ...]
    """How each begins."""
    name: str
    """What the list would be called."""
    patterns: Mapping[Part, Pattern]
    """The sentence for all of them, by the first part in each speech."""

    @property
    def records(self) -> tuple[Mapping[str, str], ...]:
        """What the list would hold."""
        return tuple(record for one in self.patterns.values() for record in one.records)


def rows_of(speeches: Sequence[Speech], look: Look, apart: Collection[Part]) -> Iterator[Rows]:
    """The rows of a speech that can be made a list, by whatever its items have in common."""

    def seen(text: str) -> tuple[Hit, ...]:
        return hits(text, "facts", look, {})

    def below(blocks: Sequence[Block]) -> Iterator[Rows]:
        for id, found in _patterns(blocks, look, seen, lax=True):
            if not any((0, one) in apart for one in (id, *found.ids)):
                told = tuple(" ".join(record.values())[:MOST_WORDS] for record in found.records)
                yield Rows(id, told, found.name, {(0, id): found})
        for block in blocks:
            if isinstance(block, Headed):
                yield from below(block.blocks)

    for speech in speeches if len(speeches) == 1 else ():
        for zone in (speech.opening, speech.emphases, speech.closing):
            yield from below(zone)


def rows(
    speech: Speech,
    look: Look,
    seen: Seen,
    lists: bool,
    settled: Mapping[str, Pattern | None],
) -> Iterator[tuple[Block, Pattern | None]]:
    """Every part with the pattern of its points, if they have one; of several that share one, the first."""

    def below(blocks: Sequence[Block]) -> Iterator[tuple[Block, Pattern | None]]:
        shared = {block.id: one for block in blocks if (one := settled.get(block.id))} if lists else {}
        for id, found in _patterns(blocks, look, seen) if lists else ():
            if settled.keys().isdisjoint((id, *found.ids)):
                shared[id] = found
        within = {id: one for first, one in shared.items() for id in (one.ids or (first,))}
        for block in blocks:
            if block.id in shared or block.id not in within:
                yield block, shared.get(block.id)
            if isinstance(block, Headed):
                told = within.get(block.id)
                yield from below(block.blocks[len(told.texts) - 1 if told else 0 :])

    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from below(zone)


def _patterns(blocks: Sequence[Block], look: Look, seen: Seen, lax: bool = False) -> Iterator[tuple[str, Pattern]]:
    """The patterns of parts that stand together, by the first part of each."""
    tongue = look.tongue
    if heads := words.row(blocks).heads:
        columns = list(zip(*(words.said(block, tongue) for block in heads), strict=True))
        lead = _before(blocks, heads[0].id)
        if found := of_headings([(texts, list(map(seen, texts))) for texts in columns], lead, look, lax):
            yield heads[0].id, replace(found, ids=tuple(head.id for head in heads))
    alone = dict(_paragraphs(blocks, look, seen, lax))
    yield from alone.items()
    taken = {id for found in alone.values() for id in found.ids}
    for block in blocks:
        if isinstance(block, Said) and block.id not in taken:
            if found := _run(plain(block.inlines), look, seen, lax):
                yield block.id, found
        elif isinstance(block, Listed) and (points := words.points(block, tongue)):
            lead = _before(blocks, block.id)
            if found := of_points(points, list(map(seen, points)), lead, block.apart, look, lax):
                yield block.id, found


def _run(text: str, look: Look, seen: Seen, lax: bool) -> Pattern | None:
    """The pattern of the items of a passage, of the sentence that has most of them."""
    for run in sorted(words.runs(text, look.tongue), key=lambda one: -len(one.items)):
        found = of_points(run.items, list(map(seen, run.items)), run.lead, False, look, lax)
        if found and len(found.records) >= (2 if lax else FEWEST_ALONE) and not found.tail:
            return replace(found, lead=run.lead, tail=run.tail)
    return None


def _paragraphs(blocks: Sequence[Block], look: Look, seen: Seen, lax: bool) -> Iterator[tuple[str, Pattern]]:
    """Passages in a row that share a pattern, by the first of them."""
    for said in words.paragraphs(blocks):
        texts = [plain(block.inlines) for block in said]
        for first in range(min(MOST_BEGINNINGS, len(texts) - (2 if lax else FEWEST_ALONE) + 1)):
            rest = texts[first:]
            found = of_points(rest, list(map(seen, rest)), "", True, look, lax)
            if found and not found.tail:
                yield said[first].id, replace(found, apart=True, ids=tuple(block.id for block in said[first:]))
                break


def _before(blocks: Sequence[Block], id: str) -> str:
    """The passage that stands before a part."""
    at = next(n for n, block in enumerate(blocks) if block.id == id)
    before = blocks[at - 1] if at else None
    return plain(before.inlines) if isinstance(before, Said) else ""
