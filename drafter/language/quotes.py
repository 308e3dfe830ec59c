"""Quotation marks and brackets by pairs and nesting: which way each turns, and which have no partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.language.late import late

HAN = "\u3400-\u9fff"
BESIDE = late(f"[{HAN}“”‘’（）《》，、。；：！？…\ufffc\ufffd]")
SIGN = late("[\"“”＂〝〞″‘’'＇]")
OPENS, CLOSES = frozenset("“‘〝"), frozenset("”’〞")
SINGLE = frozenset("‘’'＇")
STRAIGHT = frozenset("\"＂″'＇")
DUE = {"double": "“”", "single": "‘’"}
BEFORE_CLOSING, AFTER_OPENING = frozenset("，。；：、！？）》”’"), frozenset("（《“‘")
AFTER_NONE = BEFORE_CLOSING | {"", *" \t\n\u00a0\u3000"}
"""What does not stand behind an opening mark."""
OPENED = {"”": "“", "’": "‘"}
TURNED, NESTED, MIXED, HALF, ODDLY, LEFT = 3, 2, 6, 1, 2, 10
"""What it costs to turn a mark round, to take one within its like, to close by one of the other kind or by a straight one, to
stand where others do not, to have no partner: the cheapest reading is taken."""
MOST = 200
"""Quotation marks of one text that are paired."""
DEEPEST = 4
BRACKETS = {"）": "（", ")": "（", "》": "《", "〉": "〈", "】": "【", "〕": "〔", "」": "「", "』": "『"}
OPEN_BRACKETS = {"（": "（", "(": "（", "《": "《", "〈": "〈", "【": "【", "〔": "〔", "「": "「", "『": "『"}
BRACKET = late(f"[{re.escape(''.join((*BRACKETS, *OPEN_BRACKETS)))}]")
ENUMERATOR = late(r"(?:^|[\s。；：，、！？（(])[0-9０-９一二三四五六七八九十百A-Za-z①-⑳]{1,3}$")


class Turned(NamedTuple):
    """How the quotation marks of a text should stand."""

    pairs: tuple[tuple[int, int, str], ...]
    """Where each pair stands, and the two marks that are due there, the outermost first."""
    odd: tuple[int, ...]
    """Where a mark stands that has no partner."""


class _Path(NamedTuple):
    """One reading of the marks so far: what it costs, the marks that are open, the pairs and odd marks."""

    cost: int
    open: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    odd: tuple[int, ...]


def quotes(text: str) -> Turned:
    """The quotation marks of a text in pairs, read as cheaply as can be; apostrophes are none of them."""
    signs = [found.start() for found in SIGN.finditer(text) if not _is_apostrophe(text, found.start())]
    if not signs or len(signs) > MOST:
        return Turned((), ())
    if pairs := _as_they_stand(text, signs):
        return Turned(_due(text, pairs), ())
    paths: dict[tuple[bool, ...], _Path] = {(): _Path(0, (), (), ())}
    for at in signs:
        after: dict[tuple[bool, ...], _Path] = {}
        for path in paths.values():
            for one in _goes_on(text, at, path):
                kinds = tuple(text[n] in SINGLE for n in one.open)
                if kinds not in after or one.cost < after[kinds].cost:
                    after[kinds] = one
        paths = after
    best = min(paths.values(), key=lambda path: path.cost + LEFT * len(path.open))
    return Turned(_due(text, best.pairs), tuple(sorted((*best.odd, *best.open))))


def _as_they_stand(text: str, signs: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The pairs of marks that all stand as they should, which costs nothing; none if one does not."""
    open: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at in signs:
        char = text[at]
        if char in "“‘" and not (open and text[open[-1]] == char) and text[at + 1 : at + 2] not in AFTER_NONE:
            open.append(at)
        elif char in "”’" and open and text[open[-1]] == OPENED[char] and text[at - 1] not in AFTER_OPENING:
            pairs.append((open.pop(), at))
        else:
            return ()
    return () if open else tuple(pairs)


def unpaired(text: str) -> tuple[int, ...]:
    """Where a bracket stands that has no partner; the half of a number, 1）, needs none."""
    odd: list[int] = []
    open: dict[str, list[int]] = {}
    for found in BRACKET.finditer(text):
        at, char = found.start(), found[0]
        if char in OPEN_BRACKETS:
            open.setdefault(OPEN_BRACKETS[char], []).append(at)
        elif open.get(BRACKETS[char]):
            open[BRACKETS[char]].pop()
        elif not (char in "）)" and ENUMERATOR.search(text[max(0, at - 4) : at])):
            odd.append(at)
    odd += (at for left in open.values() for at in left)
    return tuple(sorted(at for at in odd if text[at] not in "()" or _beside(text, at)))


def _goes_on(text: str, at: int, path: _Path) -> list[_Path]:
    """The readings of one more mark: it opens, it closes, it stands alone."""
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in "'＇" and (_latin(before) or _latin(after)):  # it may be an apostrophe
        paths = [path._replace(cost=path.cost + TURNED)]
    else:
        paths = [path._replace(cost=path.cost + LEFT, odd=(*path.odd, at))]
    top = path.open[-1] if path.open else None
    like = top is not None and (text[top] in SINGLE) == (char in SINGLE)
    if len(path.open) < DEEPEST:
        oddly = ODDLY * (not after.strip() or after in BEFORE_CLOSING)
        cost = TURNED * (char in CLOSES) + NESTED * like + oddly
        paths.append(path._replace(cost=path.cost + cost, open=(*path.open, at)))
    if top is not None:
        half = HALF * ((text[top] in STRAIGHT) != (char in STRAIGHT))
        cost = TURNED * (char in OPENS) + MIXED * (not like) + half + ODDLY * (before in AFTER_OPENING)
        paths.append(path._replace(cost=path.cost + cost, open=path.open[:-1], pairs=(*path.pairs, (top, at))))
    return paths


def _due(text: str, pairs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int, str], ...]:
    """The pairs with the marks due: double ones outside and single ones within, but single ones that stand right may stay."""
    done: list[tuple[int, int, str]] = []
    within: list[tuple[int, str]] = []  # where the pairs end that a place lies in, and their kinds
    for start, end in sorted(pairs):
        while within and within[-1][0] < start:
            within.pop()
        if within:
            kind = "single" if within[-1][1] == "double" else "double"
        else:
            kind = "single" if text[start] in "‘’" and text[end] in "‘’" else "double"
        within.append((end, kind))
        done.append((start, end, DUE[kind]))
    return tuple(done)


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a sign is no quotation mark: within a Latin word, a straight single one among Latin words, inches behind a figure."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == "″":
        return before.isdecimal() or not _beside(text, at)
    if text[at] not in SINGLE:
        return False
    if _latin(before) and (_latin(after) or (text[at] not in "‘’" and not BESIDE.match(after or " "))):
        return True
    if before and text[at + 1 : at + 2] == "s" and not _latin(text[at + 2 : at + 3]):
        return True
    if text[at] == "’" and _latin(before) and "‘" not in text[:at]:
        return True
    return text[at] in "'＇" and not _beside(text, at)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _beside(text: str, at: int) -> bool:
    """Whether a Chinese character or mark stands beside an offset."""
    return bool(at and BESIDE.match(text, at - 1)) or bool(BESIDE.match(text, at + 1))
