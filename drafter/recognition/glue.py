"""Headings glued to the sentence before them, and points parted from the paragraph that tells them off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.language import TONGUES
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.numbers import HAN, numbered
from drafter.recognition.points import FORMS, Series, series
from drafter.recognition.trace import Para, piece, run_together

LEAST_GLUED = 40
"""Characters of a paragraph in which a glued heading is looked for."""
BEFORE = "。！？；：”…!?;: \u3000"
GLUED = re.compile(rf"[{BEFORE}（(](?=[（({HAN}][{HAN}]{{0,3}}[、.．)）]|[1-9]\d?[、.．](?![\d年月日]))")
"""What stands before a number inside a text; a bracket may be the first half of the number."""
SECOND = re.compile(r"[。！？；：]2[、.．](?!\d)")
"""A second Arabic number, without which a first one inside a paragraph is no heading."""
FIRST_BELOW = re.compile("[（(]一[）)](?![、，。；）)])")
LEAST_RUN_ON = 6
"""Characters of a sentence that is glued to a heading without a mark."""
LONGEST_GLUED = 40
"""Characters of a heading before a number that is glued to it."""
LEVELS = TONGUES["zh"].ladder[:3]
BELOW = {scheme: LEVELS[n:] for n, scheme in enumerate(LEVELS, 1)}
"""The schemes that begin anew below each."""
STOP = re.compile(r"[。！？]”?")
HALVES = re.compile(r"[ \u3000]+(?<=[\u4e00-\u9fff”] )(?=[\u4e00-\u9fff“])")
LONGEST_HEADING = 60
LAST_WORDS = 40
"""Characters before points in which they are announced."""


def unglued(paras: Sequence[Para]) -> list[Para]:
    """Paragraphs parted before a heading that is glued to the sentence before it, where its number is the next one."""
    done: list[Para] = []
    last = dict.fromkeys(LEVELS, 0)
    for para in paras:
        _count(para.text, 0, last)
        at = 0
        for start in _glued(para.text) if len(para.text) >= LEAST_GLUED else ():
            if start <= at or not (para.text[start - 1] in BEFORE or _first_below(para.text, at, start)):
                continue
            number = numbered(para.text, start)
            if number and last.get(number[0].scheme) == number[0].ordinal - 1:
                done += _halves(piece(para, at, start))
                at = start
                _count(para.text, at, last)
        done += _halves(piece(para, at) if at else para)
    return [para for para in done if para.text]


def _glued(text: str) -> Iterator[int]:
    """Where numbers stand inside a text: behind a mark, or in brackets."""
    row: bool | None = None
    for found in GLUED.finditer(text):
        start = found.start() if found[0] in "（(" else found.end()
        if text[start].isascii() and text[start].isdecimal():
            row = bool(SECOND.search(text)) if row is None else row
            if not row:
                continue
        yield start


def told_apart(paras: Sequence[Para], lexicon: Lexicon) -> Sequence[Para]:
    """Paragraphs parted before the points that one tells off, where these are the emphases: announced, of several sentences."""
    if any(numbered(para.text) for para in paras):
        return paras
    for n, para in enumerate(paras):
        told = series(para.text)
        if told is None or len(told.starts) < 2 or not _are_emphases(para.text, told, lexicon):
            continue
        ends = (*told.starts[1:], told.end)
        points = [piece(para, a, b) for a, b in zip(told.starts, ends, strict=True)]
        rest = [piece(para, 0, told.start), *points, piece(para, told.end)]
        return [*paras[:n], *(one for one in rest if one.text), *paras[n + 1 :]]
    return paras


def _are_emphases(text: str, told: Series, lexicon: Lexicon) -> bool:
    """Whether points are announced by the sentence before them, and each goes on after its first sentence."""
    before = text[: told.start]
    announced = lexicon.announced.search(before[-LAST_WORDS:])
    points = [text[a:b] for a, b in zip(told.starts, (*told.starts[1:], told.end), strict=True)]
    return announced is not None and all(len(STOP.findall(one)) > 1 and one[-1] in "。！？" for one in points)


def _count(text: str, at: int, last: dict[str, int]) -> None:
    number = numbered(text, at)
    if number and last.get(number[0].scheme) == number[0].ordinal - 1:
        last[number[0].scheme] = number[0].ordinal
        for below in BELOW[number[0].scheme]:
            last[below] = 0


def _first_below(text: str, at: int, start: int) -> bool:
    """Whether a bracketed first number stands right behind a heading that has no mark at its end."""
    above = numbered(text, at) if FIRST_BELOW.match(text, start) else None
    if above is None or above[0].scheme != "一、" or not 2 <= start - above[1] <= LONGEST_GLUED:
        return False
    return STOP.search(text, at, start) is None and text[start - 1] not in "，、："


def _halves(para: Para) -> Iterator[Para]:
    """A numbered heading and the sentence that is glued to it after a blank."""
    found = HALVES.search(para.text, 0, LONGEST_HEADING + 8) if " " in para.text and numbered(para.text) else None
    if found and not STOP.search(para.text, 0, found.start()) and len(para.text) > 2 * found.start() + 8:
        yield piece(para, 0, found.start())
        yield piece(para, found.end())
    else:
        yield para


def parted_as_brothers(paras: Sequence[Para]) -> Sequence[Para]:
    """Paragraphs parted behind a heading without a mark, where its brothers end, if it has the letters that they share."""
    starts = {
        n: number[1]
        for n, para in enumerate(paras)
        if para.text[0] in HAN and (number := numbered(para.text)) and number[0].scheme == "一、"
    }
    heads = {n: STOP.split(paras[n].text[start:], 1)[0] for n, start in starts.items()}
    sizes = Counter(len(head) for head in heads.values())
    size = sizes.most_common(1)[0][0] if sizes else 0
    odd = next(
        (n for n, head in heads.items() if size + LEAST_RUN_ON <= len(head) < len(paras[n].text) - starts[n]), None
    )
    if odd is None or len(heads) < 3 or sizes[size] < len(heads) - 1:
        return paras
    if sum(len(set(chars)) == 1 for chars in zip(*heads.values(), strict=False)) < 2:
        return paras
    at = starts[odd] + size
    return [*paras[:odd], piece(paras[odd], 0, at), piece(paras[odd], at), *paras[odd + 1 :]]


def told_together(paras: Sequence[Para]) -> list[Para]:
    """Paragraphs joined where points that are told off in one go on in the next: …一是…； 二是…"""
    done: list[Para] = []
    row: list[Para] = []
    for para in paras:
        if row and not _goes_on(row, para):
            done.append(run_together(row))
            row = []
        row.append(para)
    return [*done, run_together(row)] if row else done


def _goes_on(row: Sequence[Para], para: Para) -> bool:
    number = numbered(para.text)
    if number is None or number[0].ordinal < 2 or number[0].scheme not in FORMS or number[0].scheme == "（1）":
        return False
    scheme, ordinal = number[0].scheme, number[0].ordinal
    for before in reversed(row):
        own = numbered(before.text)
        if own and own[0].scheme == scheme:
            if own[0].ordinal != ordinal - 1:
                return False
            ordinal -= 1
            continue
        return _tells(before.text, scheme, ordinal - 1)
    return False


def _tells(text: str, scheme: str, ordinal: int) -> bool:
    """Whether the last point that is told off inside a text is the one with this ordinal."""
    last = 0
    for found in FORMS[scheme][1].finditer(text):
        if found.start() and text[found.start() - 1] in "。；，：！？、”）":
            number = numbered(text, found.start())
            if number and number[0].scheme == scheme and number[0].ordinal == last + 1:
                last += 1
    return last == ordinal > 0
