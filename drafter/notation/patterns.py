"""The form that a pattern of cues may have: a closed grammar, in which nothing can take long on any text."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

LONGEST = 400
"""Characters of a pattern."""
DEEPEST = 6
"""Groups within groups."""
MOST_TIMES = 200
"""How often something may be counted."""
FEW = 3
"""For how many ways a repeat without end counts: what is repeated so is few characters, and met once."""
MOST_WAYS = 20_000
"""In how many ways a pattern may try to fit at one place."""
NARROW = 40
"""Characters of the sample that may be repeated without end."""
LEAF = re.compile(
    r"\\(?:[dDsSwW]|u[0-9A-Fa-f]{4}|[^\w\s])|\[\^?\]?(?:\\(?:[dDsSwW]|u[0-9A-Fa-f]{4}|[^\w\s])|[^\]\\])*\]|[^\\()\[\]|?*+{}^$]|[\]}]"
)
ANCHOR = re.compile(r"[\^$]|\\[bB]")
GROUP = re.compile(r"\(\?(?::|<?[=!])")
REPEAT = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})\??")
SAMPLE = (
    "".join(map(chr, (*range(32, 127), *range(0x4E00, 0x4E40))))
    + "\t\n\u3000、。，；：！？（）“”—…·年月日会省市县的们同志请谢"
)
"""Characters by which two sets are compared."""
ENDLESS = 1 << 30

LONG, DEEP, BRACKET, KIND, SIGN, COUNT, BARE, WIDE, NESTED, TWICE, MANY, BEHIND, NONE = FAULTS = (
    "pattern-long",
    "pattern-deep",
    "pattern-bracket",
    "pattern-group",
    "pattern-sign",
    "pattern-count",
    "pattern-bare-repeat",
    "pattern-wide-repeat",
    "pattern-nested-repeat",
    "pattern-repeats-meet",
    "pattern-many-repeats",
    "pattern-behind",
    "pattern-odd",
)
"""The rules that a pattern may break."""


class Fault(Exception):
    """The rule that a pattern breaks, and at which of its characters."""

    def __init__(self, rule: str, at: int = 0) -> None:
        super().__init__(rule)
        self.rule, self.at = rule, at


class Piece(Struct, frozen=True):
    """A character, a set or a group, and how often it stands."""

    at: int
    source: str = ""
    """A character or a set; nothing for a group or an anchor."""
    branches: tuple[tuple[Piece, ...], ...] = ()
    """The alternatives of a group."""
    looks: bool = False
    """A group that only looks ahead or behind."""
    least: int = 1
    most: int = 1


Branches = tuple[tuple[Piece, ...], ...]
NO_BRANCHES: Branches = ()
Open = tuple[frozenset[str], ...]
"""What is repeated without end before a place, and could go on there."""


@lru_cache(maxsize=2048)
def fault_of(pattern: str) -> Fault | None:
    """What is wrong with the form of a pattern; None if nothing is."""
    try:
        if len(pattern) > LONGEST:
            raise Fault(LONG, LONGEST)
        branches, end = _branches(pattern, 0, 0)
        if end < len(pattern):
            raise Fault(BRACKET, end)
        if _ways(branches) > MOST_WAYS:
            raise Fault(MANY)
        for branch in branches:
            _met(branch, ())
        re.compile(pattern)
    except Fault as fault:
        return fault
    except (re.error, OverflowError, RecursionError) as error:
        return Fault(BEHIND if "look-behind" in str(error) else NONE, getattr(error, "pos", 0) or 0)
    return None


def _branches(pattern: str, at: int, depth: int) -> tuple[Branches, int]:
    """The alternatives that begin at a place, and where they end."""
    if depth > DEEPEST:
        raise Fault(DEEP, at)
    done: list[tuple[Piece, ...]] = []
    while True:
        pieces: list[Piece] = []
        while at < len(pattern) and pattern[at] not in "|)":
            piece, at = _piece(pattern, at, depth)
            pieces.append(piece)
        done.append(tuple(pieces))
        if at >= len(pattern) or pattern[at] == ")":
            return tuple(done), at
        at += 1


def _piece(pattern: str, at: int, depth: int) -> tuple[Piece, int]:
    """One piece with its repeat, and where the next begins."""
    start, source, looks, branches = at, "", False, NO_BRANCHES
    if group := GROUP.match(pattern, at):
        branches, end = _branches(pattern, group.end(), depth + 1)
        if end >= len(pattern):
            raise Fault(BRACKET, start)
        at, looks = end + 1, group[0] != "(?:"
    elif anchor := ANCHOR.match(pattern, at):
        at = anchor.end()
    elif leaf := LEAF.match(pattern, at):
        source, at = leaf[0], leaf.end()
    else:
        raise Fault({"(": KIND, "[": BRACKET, "\\": SIGN}.get(pattern[at], BARE), at)
    repeat = REPEAT.match(pattern, at)
    if not repeat:
        return Piece(start, source, branches, looks), at
    if looks or (not source and not branches):
        raise Fault(BARE, at)
    least, most = _times(repeat[0], at)
    return Piece(start, source, branches, False, least, most), repeat.end()


def _times(repeat: str, at: int) -> tuple[int, int]:
    """How often something stands at least and at most."""
    if repeat[0] in "?*+":
        return int(repeat[0] == "+"), 1 if repeat[0] == "?" else ENDLESS
    low, comma, high = repeat.strip("{}?").partition(",")
    if len(low) > 4 or len(high) > 4 or int(low or 0) > MOST_TIMES or int(high or 0) > MOST_TIMES:
        raise Fault(COUNT, at)
    least = int(low or 0)
    return least, int(high) if high else ENDLESS if comma else least


def _ways(branches: Branches) -> int:
    """In how many ways alternatives may fit, one that is repeated without end counting for a few."""
    if _single(branches):
        return 1
    total = 0
    for branch in branches:
        ways = 1
        for piece in branch:
            inner = _ways(piece.branches) if piece.branches else 1
            if piece.most == ENDLESS:
                if piece.branches and not _single(piece.branches):
                    raise Fault(NESTED, piece.at)
                ways *= FEW
            else:
                ways *= inner**piece.most * (piece.most - piece.least + 1)
            ways = min(ways, MOST_WAYS + 1)
        total += ways
    return total


def _single(branches: Branches) -> bool:
    """Whether alternatives fit in one way at most: plain letters none of which is the beginning of another, no repeats."""
    for branch in branches:
        if any(piece.least != piece.most or (piece.branches and not _single(piece.branches)) for piece in branch):
            return False
    if len(branches) == 1:
        return bool(branches[0])
    texts = ["".join(piece.source for piece in branch) for branch in branches]
    plain = all(len(piece.source) == 1 and piece.source != "." for branch in branches for piece in branch)
    return plain and not any(
        one.startswith(other) for n, one in enumerate(texts) for m, other in enumerate(texts) if n != m
    )


def _met(branch: tuple[Piece, ...], opened: Open) -> Open:
    """What is open behind pieces in a row; a repeat without end that meets itself again tries too much."""
    for piece in branch:
        if piece.looks:
            for inner in piece.branches:
                _met(inner, ())
        elif piece.branches:
            after = tuple(one for inner in piece.branches for one in _met(inner, opened))
            if piece.most == ENDLESS:
                after = _repeated(piece, frozenset().union(*map(_chars, _sources(piece.branches))), opened)
            opened = tuple(dict.fromkeys((*after, *opened) if not piece.least else after))
        elif piece.source and (opened or piece.most == ENDLESS):
            chars = _chars(piece.source)
            if piece.most == ENDLESS:
                opened = _repeated(piece, chars, opened)
            elif piece.least:
                opened = tuple(one for one in opened if one & chars)
    return opened


def _repeated(piece: Piece, chars: frozenset[str], opened: Open) -> Open:
    """What is open behind a repeat without end."""
    if len(chars) > NARROW:
        raise Fault(WIDE, piece.at)
    if any(one & chars for one in opened):
        raise Fault(TWICE, piece.at)
    return (*(() if piece.least else opened), chars)


def _sources(branches: Branches) -> tuple[str, ...]:
    """The characters and sets in alternatives."""
    return tuple(
        one for branch in branches for piece in branch for one in (piece.source, *_sources(piece.branches)) if one
    )


@lru_cache(maxsize=512)
def _chars(source: str) -> frozenset[str]:
    """Which characters of the sample a character or a set finds; a character that is not in it finds itself."""
    found = re.compile(source)
    return frozenset(char for char in (*SAMPLE, *source) if found.fullmatch(char))
