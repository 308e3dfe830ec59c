"""The numbers of a text, each with all that tells whether it heads a point: its form, where it stands, what announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from drafter.recognition.lexicon import Lexicon
from drafter.recognition.numbers import HAN, RANKS, TABLE, announced_number, numbered
from drafter.recognition.points import FORMS, series
from drafter.recognition.trace import Para

PARAGRAPH, SENTENCE, CLAUSE = 0, 1, 2
"""Where a number stands: at the beginning of a paragraph, behind a sentence, behind a clause."""
INLINE = re.compile(
    r"[。！？…”；：; \u3000](?:(?<=[。！？…”；：;])|(?<=[^。！？…”；：;，、 \u3000][ \u3000]))[ \u3000]*"
    rf"(?=[第其首再最问要任建意议话专故措关（(【\d{HAN}①-⒛㈠-㈩壹贰叁肆伍陆柒捌玖Ⅰ-Ⅻ])"
)
"""What stands before a number inside a paragraph."""
FIRST_BELOW = re.compile("[（(](?<=[^。！？…”；：;，、][（(])一[）)](?![、，。；）)])")
"""The first number below a heading may follow it without a mark."""
HEADING = re.compile("[^。！？；：]{2,40}")
STOP = re.compile("[。！？]”?")
"""The end of a sentence."""
BEFORE = "。！？…”；：;"
NEAR = 160
"""Characters before a number in which its row is announced."""
LONGEST_HEADING = 60
"""Characters of the heading of a section."""
COMMON = frozenset(TABLE)
START, END = re.Match.start, re.Match.end
BLANKS = " \u3000"
LONGEST_QUOTED = 12
"""Paragraphs of a quotation; a mark that is not closed within them has lost its partner."""
MOST = 2_000
"""Candidates of a text; of one with more, only paragraphs are looked at."""


class Number(Struct):
    """A number that may head a point."""

    para: int
    """Which paragraph it stands in."""
    at: int
    """Its offset in it."""
    end: int
    """Where its words begin."""
    scheme: str
    ordinal: int
    last: bool
    """It is a word that ends its row: 最后."""
    place: int
    claimed: bool
    """The file says that it is a heading."""
    level: int = 0
    """The level that the file gives to a heading; its scheme is empty if it has no number."""
    start: int = 0
    """Characters before it in the text."""
    said: int = 0
    """Sentences before it in the text."""
    followed: bool = False
    """Another of its scheme, with the next number, comes before its scheme begins anew."""
    announced: float = 0.0
    """How much speaks for it as the first of what the speaker has to say; 0 if nothing announces it."""
    count: int = 0
    """How many are announced, as far as it is said."""
    again: bool = False
    """The next number comes somewhere behind it, perhaps after another row of its scheme."""
    sure: bool = False
    """It is a heading, if it stands in a row: as headings are numbered, in a paragraph of its own."""
    turned: bool = False
    """Those who listen were addressed since the number before."""


def candidates(paras: Sequence[Para], lexicon: Lexicon) -> list[Number]:
    """The numbers of a text in order, its headings without numbers among them."""
    quoted = _quoted(paras)
    found = [one for n, para in enumerate(paras) if n not in quoted for one in _in_paragraph(n, para)]
    if len(found) > MOST:
        found = [one for one in found if one.place == PARAGRAPH]
    _usual(found)
    _placed(found, paras)
    _followed(found)
    _announced(found, paras, lexicon)
    return [one for one in found if one.followed or one.announced or one.ordinal != 1 or one.place == PARAGRAPH]


def _quoted(paras: Sequence[Para]) -> set[int]:
    """The paragraphs that begin inside a quotation: its numbers are those of somebody else."""
    inside: set[int] = set()
    since: list[int] = []
    open = 0
    for n, para in enumerate(paras):
        if open:
            since.append(n)
        open = max(0, open + para.text.count("“") - para.text.count("”"))
        if not open or len(since) > LONGEST_QUOTED:
            inside |= set(since) if not open else set()
            since, open = [], 0
    return inside


def _in_paragraph(n: int, para: Para) -> Iterator[Number]:
    text, claimed = para.text, para.claim == "heading"
    places = [0, *map(END, INLINE.finditer(text))]
    if "一）" in text or "一)" in text:
        places = sorted({*places, *map(START, FIRST_BELOW.finditer(text))})
    reads = [(at, *read) for at in places if (read := numbered(text, at))]
    if claimed and len(text) <= LONGEST_HEADING and not (reads and reads[0][0] == 0):
        yield Number(n, 0, 0, "", 0, False, PARAGRAPH, True, max(1, para.level))
        return
    if not reads:
        return
    told = series(text) if any(number.scheme in FORMS for _, number, _ in reads) else None
    starts = told.starts if told and len(told.starts) > 1 else ()
    listed = starts if not all(_stops(text[a:b]) > 1 for a, b in pairwise((*starts, len(text)))) else ()
    words = len(text)
    for at, number, end in reads:
        mark = text[max(0, at - 4) : at].rstrip(BLANKS)[-1:]
        parted = at and text[at - 1] in BLANKS and number.scheme in RANKS
        below = mark not in BEFORE and at > words and HEADING.fullmatch(text, words, at)  # behind a heading
        if at in listed or (at and not (parted or below or mark in BEFORE)):
            continue
        words = end if number.scheme == "一、" else len(text)
        place = PARAGRAPH if at == 0 or below else CLAUSE if mark in "；：;" else SENTENCE
        if at == 0 and at in starts and number.scheme not in RANKS:
            place = SENTENCE  # the others of its row stand in the same paragraph
        claim = (claimed, para.level) if at == 0 else (False, 0)
        yield Number(n, at, end, number.scheme, number.ordinal, number.last, place, *claim)


def _stops(text: str) -> int:
    return len(STOP.findall(text))


def _usual(found: Sequence[Number]) -> None:
    """Turn 壹、 and Ⅰ、 into 一、 where the text has none of that: else they stand above it; what is counted alike is one form."""
    used = {one.scheme for one in found}
    same: dict[str, str] = {}
    for one in found:
        if one.scheme and one.scheme not in COMMON:
            one.scheme = same.setdefault(one.scheme[:-1], one.scheme)
        usual = TABLE[one.scheme].usual if one.scheme else ""
        if usual and usual not in used:
            one.scheme = usual


def _placed(found: Sequence[Number], paras: Sequence[Para]) -> None:
    """Say how much of the text stands before each."""
    start = said = n = 0
    for one in found:
        while n < one.para:
            start, said, n = start + len(paras[n].text), said + max(1, _stops(paras[n].text)), n + 1
        one.start, one.said = start + one.at, said + _stops(paras[n].text[: one.at])


def _followed(found: Sequence[Number]) -> None:
    later: dict[str, set[int]] = {}
    twos: set[str] = set()
    for one in reversed(found):
        seen = later.setdefault(one.scheme, set())
        one.followed = one.ordinal + 1 in seen
        one.again = one.scheme in twos
        if one.ordinal == 2:
            twos.add(one.scheme)
        one.sure = one.place == PARAGRAPH and one.scheme in RANKS and (one.followed or one.ordinal > 1)
        if one.ordinal == 1:
            seen.clear()
        seen.add(one.ordinal)


def _announced(found: Sequence[Number], paras: Sequence[Para], lexicon: Lexicon) -> None:
    """Say of each first number how surely the speaker announces a row of points right before it."""
    before = (0, 0)
    for one in found:
        (since, at), before = before, (one.para, one.end)
        if one.ordinal != 1 or not (one.followed or one.again):
            continue
        text, n = "", one.para
        while n >= since and len(text) < NEAR:
            words = paras[n].text[at if n == since else 0 : one.at if n == one.para else None]
            text, n = words[-NEAR:] + text, n - 1
        text = text[-NEAR:]
        for told in lexicon.announces.finditer(text):
            distance = _stops(text[told.end() :].rstrip("。！？："))
            one.announced = max(0.0, 3 - distance / 2)
        for told in lexicon.announced.finditer(text):
            distance = _stops(text[told.end() :])
            one.announced = max(0.0, 3 - max(0, distance - 1) / 2)
            one.count = announced_number(told[0])
        heads = (paras[m].text for m in range(since + 1, one.para + (one.at > 0))) if one.announced else ()
        one.turned = any(lexicon.salutation.match(head) for head in heads)
