"""The words of a speech's parts, as a blueprint says them: a point without its number, a heading with the mark that calls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.enumerators import show
from drafter.model.brief import FRONT
from drafter.model.enumerator import Enumerator
from drafter.model.speech import Block, Headed, Listed, Said, Speech, plain


class Text(Struct, frozen=True):
    """Words of a speech that are looked at as one."""

    speech: int
    """The number of the speech."""
    part: str
    """The part in which they stand, or the key of a line before the first part."""
    words: str
    """The words."""
    at: int = 0
    """The number of the point, or else of the text, in its part."""


ZONES = ("opening", "emphases", "closing")


def front(n: int, speech: Speech) -> dict[str, Text]:
    """The lines before the first sentence, by their keys; those that say nothing are left out."""
    lines = {key: plain(getattr(speech, key)) for key in FRONT}
    return {key: Text(n, key, words) for key, words in lines.items() if words}


def ending(words: str, tongue: Tongue) -> str:
    """The weak mark in which a line ends."""
    return words[-1:] if words[-1:] in tuple(tongue.marks.soft) else ""


def parts(speech: Speech) -> Iterator[Block]:
    """Every part of a speech, from its first to its last, what stands below a heading after it."""
    yield from (part for part, _, _ in under_headings(speech))


def under_headings(speech: Speech) -> Iterator[tuple[Block, str, str]]:
    """The same, each with the heading of the first level under which it stands, and with the nearest one."""

    def below(blocks: Sequence[Block], top: str, near: str) -> Iterator[tuple[Block, str, str]]:
        for block in blocks:
            words = plain(block.heading) if isinstance(block, Headed) else near
            title = top or (block.label + words if isinstance(block, Headed) else "")
            yield block, title, words
            if isinstance(block, Headed):
                yield from below(block.blocks, title, words)

    for zone in ZONES:
        yield from below(getattr(speech, zone), "", "")


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
    """All that a part says, the numbers of its points too; of a headed one, its heading."""
    match block:
        case Said(inlines=inlines):
            return plain(inlines)
        case Listed():
            return run_together(block)
        case Headed(heading=words, stop=stop):
            return plain(words) + stop


def runs(text: str, tongue: Tongue) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The sentences of a passage whose parts are parted as points are: what is said before the parts, these, and what is said after."""
    between, end = tongue.points.separator.strip(), tongue.points.end
    start = 0
    for stop in re.finditer(f"[{re.escape(end + ''.join(tongue.marks.strong))}]", text):
        first, start = start, stop.end()
        parts = text[first : stop.start()].split(between)
        if stop[0] == end and len(parts) > 1:
            colon = parts[0].rfind(tongue.heading_colon) + 1
            lead, parts[0] = text[:first] + parts[0][:colon], parts[0][colon:]
            yield lead, (*(part + between for part in parts[:-1]), parts[-1] + end), text[start:]


def paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[Said, ...]]:
    """Passages that stand together, each a paragraph of its own."""
    for alone, run in groupby(blocks, lambda block: isinstance(block, Said) and not block.run_on):
        said = tuple(block for block in run if isinstance(block, Said))
        if alone and len(said) > 1:
            yield said


def row(blocks: Sequence[Block]) -> tuple[Headed, ...]:
    """The headings among blocks, if they stand together, are numbered alike, and have each nothing or one passage below.

    What is said after that passage of the last was read as part of it, and is left out.
    """
    heads = [block for block in blocks if isinstance(block, Headed)]
    if len(heads) < 2:
        return ()
    first, last, size = heads[0], heads[-1], len(heads[0].blocks)
    heads[-1], rest = replace(last, blocks=last.blocks[:size]), last.blocks[size:]
    shapes = {(one.enumerator and one.enumerator.scheme, one.run_in, tuple(map(type, one.blocks))) for one in heads}
    together = all(isinstance(block, Headed) for block in blocks[blocks.index(first) :])
    if len(shapes) > 1 or not together or first.enumerator is None or [*map(type, first.blocks)] not in ([], [Said]):
        return ()
    goes_on = bool(rest) and (isinstance(rest[0], Headed) or rest[0].run_on)
    return () if goes_on else tuple(heads)


def texts(n: int, block: Block, tongue: Tongue) -> tuple[Text, ...]:
    """What a part says, text by text; of a headed one, its heading."""
    match block:
        case Said(inlines=inlines):
            said: tuple[str, ...] = (plain(inlines),)
        case Listed():
            said = points(block, tongue) or (run_together(block),)
        case Headed():
            said = (heading(block, tongue),)
    return tuple(Text(n, block.id, words, at) for at, words in enumerate(said))
