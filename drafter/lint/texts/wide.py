"""A reading with its marks at full width and its brackets closed, for rules that reckon: half-width marks are told by others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.zh_dates import marked_times
from drafter.language.zh_quantities import Quantity
from drafter.lint.texts.reading import MASK, Piece, Reading

HALF = re.compile("(?<=[\u4e00-\u9fff〓%”》）)])[,;:]|[,;:](?=[\u4e00-\u9fff])")
WIDE = {",": "，", ";": "；", ":": "："}
ASIDE = re.compile("[（(](?!其中)[^（）()]{1,60}[）)]")


MARKED = late(r"\d|[底末内前止]")
"""What every time has in which somebody says by when."""


@lru_cache(maxsize=512)
def wide(text: str) -> str:
    """A text with the marks beside its characters at full width; no place moves."""
    return HALF.sub(lambda found: WIDE[found[0]], text) if re.search("[,;:]", text) else text


def sentences(reading: Reading) -> Iterator[Piece]:
    """The sentences, their marks at full width, what stands aside in brackets masked."""
    for piece in reading.sentences:
        text = wide(piece.text)
        if "（" in text or "(" in text:
            text = ASIDE.sub(lambda found: MASK * len(found[0]), text)
        yield replace(piece, text=text) if text != piece.text else piece


def counted(reading: Reading, piece: Piece) -> list[Quantity]:
    """The quantities of a sentence, with places in it; those in brackets are none of its own."""
    return [
        replace(one, span=(one.span[0] - piece.start, one.span[1] - piece.start))
        for one in reading.quantities[piece.paragraph]
        if piece.start <= one.span[0] < piece.end and piece.text[one.span[0] - piece.start] != MASK
    ]


@lru_cache(maxsize=512)
def limits(text: str) -> tuple[tuple[int, int], ...]:
    """The times of a paragraph that say by when; several rules ask for them."""
    return tuple(marked_times(text)) if MARKED.search(text) else ()
