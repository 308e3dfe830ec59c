"""The words of a speech's parts, as a blueprint says them: a point without its number, a heading with the mark that calls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.enumerators import show
from drafter.model.enumerator import Enumerator
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain


def front(speech: Speech) -> dict[str, str]:
    """The lines before the first sentence, by their keys; those that say nothing are left out."""
    lines = {"title": speech.title, "byline": speech.byline, "date": speech.date, "salutation": speech.salutation}
    return {key: plain(words) for key, words in lines.items() if words}


def parts(speech: Speech) -> Iterator[Block]:
    """Every part of a speech, from its first to its last, what stands below a heading after it."""

    for zone in (speech.opening, speech.emphases, speech.closing):
        yield from _below(zone)


def _below(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Headed):
            yield from _below(block.blocks)


def sections(speech: Speech) -> dict[str, tuple[str, str]]:
    """The heading of the first level under which each part stands, and the nearest one, by its id."""

    def under(blocks: Sequence[Block], top: str, near: str) -> Iterator[tuple[str, tuple[str, str]]]:
        for block in blocks:
            words = plain(block.heading) if isinstance(block, Headed) else near
            title = top or (block.label + words if isinstance(block, Headed) else "")
            yield block.id, (title, words)
            if isinstance(block, Headed):
                yield from under(block.blocks, title, words)

    return dict(under(speech.emphases, "", ""))


def heading(block: Headed, tongue: Tongue) -> str:
    """A heading without its number."""
    return plain(block.heading) + (block.stop if block.stop in (*tongue.marks.strong, tongue.heading_colon) else "")


def points(block: Listed, tongue: Tongue) -> tuple[str, ...]:
    """The points of an enumeration without their numbers; none if their form would print other numbers."""
    if block.scheme not in tongue.schemes or len(block.items) < 2:
        return ()
    words = bool(tongue.schemes[block.scheme].words)
    texts: list[str] = []
    for n, item in enumerate(block.items, 1):
        label = show(Enumerator(block.scheme, n, words and n == len(block.items)), tongue)
        text = plain(item)
        if not text.startswith(label) or len(text) == len(label):
            return ()
        texts.append(text.removeprefix(label))
    return tuple(texts)


def run_together(block: Listed) -> str:
    """An enumeration as one text."""
    return ("\n\n" if block.apart else "").join(map(plain, block.items))


def whole(block: Block) -> str:
    """All that a part says, its number too; of a headed one, its heading."""
    match block:
        case Said(inlines=inlines):
            return plain(inlines)
        case Listed():
            return run_together(block)
        case Headed(label=label, heading=words, stop=stop):
            return label + plain(words) + stop


class Run(Struct, frozen=True):
    """Items in a passage that nothing tells off but the marks between them."""

    lead: str
    """What is said before them."""
    items: tuple[str, ...]
    """Each with its mark."""
    tail: str
    """What is said after them."""


def runs(text: str, tongue: Tongue) -> Iterator[Run]:
    """The sentences of a passage whose parts are parted as points are."""
    between, end = tongue.points.separator.strip(), tongue.points.end
    start = 0
    for stop in re.finditer(f"[{re.escape(end + ''.join(tongue.marks.strong))}]", text):
        first, start = start, stop.end()
        parts = text[first : stop.start()].split(between)
        if stop[0] != end or len(parts) < 2:
            continue
        colon = parts[0].rfind(tongue.heading_colon) + 1
        lead, parts[0] = text[:first] + parts[0][:colon], parts[0][colon:]
        marks = [between] * (len(parts) - 1) + [end]
        yield Run(lead, tuple(part + mark for part, mark in zip(parts, marks, strict=True)), text[start:])


def paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[Said, ...]]:
    """Passages that stand together, each a paragraph of its own."""
    for alone, run in groupby(blocks, lambda block: isinstance(block, Said) and not block.run_on):
        said = tuple(block for block in run if isinstance(block, Said))
        if alone and len(said) > 1:
            yield said


class Row(Struct, frozen=True):
    """Headings that are numbered alike and stand together, each with nothing or one passage below it."""

    heads: tuple[Headed, ...] = ()
    """The headings; none if blocks hold no such row."""
    rest: tuple[Block, ...] = ()
    """What is said after them, though it was read as part of the last."""


def row(blocks: Sequence[Block]) -> Row:
    """The headings among blocks, if all of them make a row."""
    heads = [block for block in blocks if isinstance(block, Headed)]
    if len(heads) < 2:
        return Row()
    first, last, size = heads[0], heads[-1], len(heads[0].blocks)
    rest = last.blocks[size:]
    heads[-1] = replace(last, blocks=last.blocks[:size])
    shapes = {(one.enumerator and one.enumerator.scheme, one.run_in, tuple(map(type, one.blocks))) for one in heads}
    at = next(n for n, block in enumerate(blocks) if block is first)
    together = all(isinstance(block, Headed) for block in blocks[at:])
    if len(shapes) > 1 or not together or first.enumerator is None or [*map(type, first.blocks)] not in ([], [Said]):
        return Row()
    return Row(tuple(heads), rest) if not rest or (not isinstance(rest[0], Headed) and not rest[0].run_on) else Row()


def texts(block: Block, tongue: Tongue) -> tuple[str, ...]:
    """What a part says, text by text; of a headed one, its heading."""
    match block:
        case Said(inlines=inlines):
            return (plain(inlines),)
        case Listed():
            return points(block, tongue) or (run_together(block),)
        case Headed():
            return (heading(block, tongue),)


def said(block: Block, tongue: Tongue) -> tuple[str, ...]:
    """The same, with what stands directly below a heading that belongs to a row."""
    below = block.blocks if isinstance(block, Headed) else ()
    return (*texts(block, tongue), *(text for inner in below for text in texts(inner, tongue)))
