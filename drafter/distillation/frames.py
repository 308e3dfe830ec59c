"""Texts that say the same with other facts, folded into one frame with slots."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from difflib import SequenceMatcher

from msgspec import Struct

LEAST = 0.7
"""How much of two frames must be the same."""
MOST_HOLES = 5
LONGEST = 36
"""Characters that a slot may stand for."""
UNIT = re.compile(r"\d[\d.·]*|.", re.DOTALL)
"""What two texts have alike or not, as a whole: a figure is not cut."""
SENTENCE = re.compile("[。！？；]")


class Hole(Struct, frozen=True):
    """A place in a text where something else is put in."""

    of: int | str
    """The slot; or the field of a record, or an expression, as it is written."""


SLOT = Hole(-1)
"""A slot that is not known yet."""
Token = str | Hole
"""A character or a figure of the frame, or a hole."""


class Filled(Struct, frozen=True):
    """What stands in a hole."""

    words: str
    """The words."""
    key: int = -1
    """The fact that they were found to be; -1 for none."""


class Frame(Struct, frozen=True):
    """Words that several texts share, and what each has in the holes between them."""

    tokens: tuple[Token, ...]
    """The words, character by character, and the holes."""
    filled: Mapping[int, tuple[Filled, ...]]
    """For each text that fits, by its number, what stands in each hole."""


def folded(frame: Frame, number: int, one: Frame, settled: Set[int]) -> Frame | None:
    """The frame with one more text in it, or None if they differ too much, or two settled facts would stand in one place."""
    matcher = SequenceMatcher(None, [*map(_kind, frame.tokens)], [*map(_kind, one.tokens)], autojunk=False)
    if matcher.ratio() < LEAST:
        return None
    cells = {n: _cells(frame, n) for n in frame.filled} | {number: _cells(one, number)}
    tokens: list[Token] = []
    filled: dict[int, list[Filled]] = {n: [] for n in cells}
    holes = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        stretch = {n: cells[n][c:d] if n == number else cells[n][a:b] for n in cells}
        if kind == "equal":
            tokens += frame.tokens[a:b]
            for n, some in stretch.items():
                filled[n] += [
                    cell for cell, token in zip(some, frame.tokens[a:b], strict=True) if isinstance(token, Hole)
                ]
            continue
        holes += 1
        if kind != "replace" or holes > MOST_HOLES:
            return None
        tokens.append(SLOT)
        for n, some in stretch.items():
            words = "".join(cell.words for cell in some)
            if len(words) > LONGEST or SENTENCE.search(words) or words != words.strip():
                return None
            filled[n].append(some[0] if len(some) == 1 and some[0].key in settled else Filled(words))
    if any(len({one.key for one in column} & settled) > 1 for column in zip(*filled.values(), strict=True)):
        return None
    return Frame(tuple(tokens), {n: tuple(one) for n, one in filled.items()})


def _kind(token: Token) -> str:
    """What a token meets: of holes, one its like."""
    return token if isinstance(token, str) else f"\0{token.of}"


def _cells(frame: Frame, n: int) -> list[Filled]:
    """What one text has for each token."""
    filled = iter(frame.filled[n])
    return [Filled(token) if isinstance(token, str) else next(filled) for token in frame.tokens]
