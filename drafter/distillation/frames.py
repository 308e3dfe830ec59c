"""Texts that say the same with other facts, folded into one frame with slots."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    """A slot in a frame."""

    name: str
    """The slot's name."""
    called: str = ""
    """What a person calls it: holes that are called otherwise do not meet."""


Token = str | Hole
"""A character or a figure of the frame, or a slot."""


class Frame(Struct, frozen=True):
    """Words that several texts share, and what each has in the slots between them."""

    tokens: tuple[Token, ...]
    """The words, character by character, and the slots."""
    values: tuple[tuple[int, dict[str, str]], ...]
    """For each text that fits, by its number, the words in each slot."""
    met: tuple[tuple[str, str], ...] = ()
    """Slots that stand in one place: the frame's, and that of a text which was folded into it."""


def folded(
    frame: Frame, number: int, tokens: Sequence[Token], values: dict[str, str], fresh: Sequence[str]
) -> Frame | None:
    """The frame with one more text in it, or None if they differ too much; slots that are new get their names from `fresh`."""
    one, other = list(frame.tokens), [_kind(token) for token in tokens]
    matcher = SequenceMatcher(None, [_kind(token) for token in one], other, autojunk=False)
    if matcher.ratio() < LEAST:
        return None
    done: list[Token] = []
    known = {n: dict(given) for n, given in frame.values}
    mine: dict[str, str] = {}
    met = list(frame.met)
    names = iter(fresh)
    holes = 0
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for old, new in zip(one[a:b], tokens[c:d], strict=True):
                done.append(old)
                if isinstance(old, Hole) and isinstance(new, Hole):
                    if old.called and new.called and old.called != new.called:
                        return None
                    mine[old.name] = values[new.name]
                    met.append((old.name, new.name))
            continue
        if kind != "replace" or (holes := holes + 1) > MOST_HOLES:
            return None
        called = _called(one[a:b]) or _called(tokens[c:d]) or Hole(next(names))
        name = called.name
        if name in mine or any(token.name == name for token in (*done, *one[b:]) if isinstance(token, Hole)):
            return None
        for given in known.values():
            given[name] = _words(one[a:b], given)
        mine[name] = _words(tokens[c:d], values)
        if any(
            len(words) > LONGEST or SENTENCE.search(words) or words != words.strip()
            for words in (mine[name], *(g[name] for g in known.values()))
        ):
            return None
        done.append(called)
    used = {token.name for token in done if isinstance(token, Hole)}
    kept = tuple(
        (n, {key: words for key, words in given.items() if key in used})
        for n, given in (*known.items(), (number, mine))
    )
    return Frame(tuple(done), kept, tuple(met))


def _called(tokens: Sequence[Token]) -> Hole | None:
    """The hole that some tokens are, if a person called it."""
    first = tokens[0]
    return first if len(tokens) == 1 and isinstance(first, Hole) and first.called else None


def _kind(token: Token) -> str:
    if isinstance(token, str):
        return token
    return "\0" if token.name.isidentifier() else "\0\0"  # what is counted, not asked for, meets only its like


def _words(tokens: Sequence[Token], values: dict[str, str]) -> str:
    return "".join(values[token.name] if isinstance(token, Hole) else token for token in tokens)
