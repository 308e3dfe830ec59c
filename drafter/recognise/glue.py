"""Headings glued to the sentence before them, and points parted from the paragraph that tells them off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.recognise.numbers import HAN, numbered
from drafter.recognise.points import FORMS
from drafter.recognise.trace import Para, piece, run_together

LEAST_GLUED = 40
"""Characters of a paragraph in which a glued heading is looked for."""
NUMBER = re.compile(rf"[（({HAN}][{HAN}]{{0,3}}[、.．)）]")
BEFORE = frozenset("。！？；：”…!?;: \u3000")
STOP = re.compile(r"[。！？]”?")
HALVES = re.compile(r"[ \u3000]+(?<=[\u4e00-\u9fff”] )(?=[\u4e00-\u9fff“])")
LONGEST_HEADING = 60


def unglued(paras: Sequence[Para]) -> list[Para]:
    """Paragraphs parted before a heading that is glued to the sentence before it, where its number is the next one."""
    done: list[Para] = []
    last = {"一、": 0, "（一）": 0}
    for para in paras:
        _count(para.text, 0, last)
        at = 0
        for found in NUMBER.finditer(para.text) if len(para.text) >= LEAST_GLUED else ():
            start = found.start()
            if not start or para.text[start - 1] not in BEFORE:
                continue
            number = numbered(para.text, start)
            if number and last.get(number[0].scheme) == number[0].ordinal - 1:
                done += _halves(piece(para, at, start))
                at = start
                _count(para.text, at, last)
        done += _halves(piece(para, at) if at else para)
    return [para for para in done if para.text]


def _count(text: str, at: int, last: dict[str, int]) -> None:
    number = numbered(text, at)
    if number and last.get(number[0].scheme) == number[0].ordinal - 1:
        last[number[0].scheme] = number[0].ordinal
        if number[0].scheme == "一、":
            last["（一）"] = 0


def _halves(para: Para) -> Iterator[Para]:
    """A numbered heading and the sentence that is glued to it after a blank."""
    found = HALVES.search(para.text, 0, LONGEST_HEADING + 8) if " " in para.text and numbered(para.text) else None
    if found and not STOP.search(para.text, 0, found.start()) and len(para.text) > 2 * found.start() + 8:
        yield piece(para, 0, found.start())
        yield piece(para, found.end())
    else:
        yield para


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
