"""Texts that say the same with other facts, folded into one frame with slots."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
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


Token = str | Hole
"""A character or a figure of the frame, or a hole."""
Values = Mapping[int | str, str]
"""The words in each hole."""


class Frame(Struct, frozen=True):
    """Words that several texts share, and what each has in the slots between them."""

    tokens: tuple[Token, ...]
    """The words, character by character, and the slots."""
    values: Mapping[int, Values]
    """For each text that fits, by its number, the words in each slot."""
    met: tuple[tuple[int, int], ...] = ()
    """Slots that stand in one place: the frame's, and that of a text which was folded into it."""


def folded(frame: Frame, number: int, one: Frame, fresh: Iterator[int], named: Collection[int]) -> Frame | None:
    """The frame with one more text in it, or None if they differ too much; slots that are new are taken from `fresh`.

    Slots that a person `named` stay, and two of them never stand in one place.
    """
    mine, theirs = [_kind(token) for token in frame.tokens], [_kind(token) for token in one.tokens]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < LEAST:
        return None
    done: list[Token] = []
    known = {n: dict(given) for n, given in (*frame.values.items(), (number, {}))}
    met = list(frame.met)
    holes = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        old, new = frame.tokens[a:b], one.tokens[c:d]
        if kind == "equal":
            for token, other in zip(old, new, strict=True):
                done.append(token)
                if isinstance(token, Hole) and isinstance(other, Hole):
                    known[number][token.of] = one.values[number][other.of]
                    if isinstance(token.of, int) and isinstance(other.of, int):
                        met.append((token.of, other.of))
            continue
        holes += 1
        hole = _named(old, named) or _named(new, named) or Hole(next(fresh))
        if kind != "replace" or holes > MOST_HOLES or hole in (*done, *frame.tokens[b:]):
            return None
        for n, given in known.items():
            words = _words(new, one.values[number]) if n == number else _words(old, given)
            if len(words) > LONGEST or SENTENCE.search(words) or words != words.strip():
                return None
            given[hole.of] = words
        done.append(hole)
    if any(a != b and a in named and b in named for a, b in met):
        return None
    used = {token.of for token in done if isinstance(token, Hole)}
    values = {n: {of: words for of, words in given.items() if of in used} for n, given in known.items()}
    return Frame(tuple(done), values, tuple(met))


def _named(tokens: Sequence[Token], named: Collection[int]) -> Hole | None:
    """The hole that some tokens are, if a person named it."""
    first = tokens[0] if len(tokens) == 1 else ""
    return first if isinstance(first, Hole) and first.of in named else None


def _kind(token: Token) -> str:
    """What a token meets: of holes, a slot another slot, an expression its like."""
    return token if isinstance(token, str) else "\0" if isinstance(token.of, int) else f"\0{token.of}"


def _words(tokens: Sequence[Token], values: Values) -> str:
    return "".join(values[token.of] if isinstance(token, Hole) else token for token in tokens)
