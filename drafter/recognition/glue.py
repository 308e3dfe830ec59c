"""Headings glued to their text, with a blank between them or without a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.recognition.candidates import LONGEST_HEADING, STOP
from drafter.recognition.lexicon import Lexicon
from drafter.recognition.numbers import HAN, numbered
from drafter.recognition.trace import Para, parted

BEGINS = re.compile(rf"(?:^|[。！？；：”…!?;:])[ \u3000]*(?=[（(\d{HAN}])")
"""Where a numbered heading may begin."""
ABOUT = re.compile("关于[^，。]{2,20}?(?:工作|问题|责任|情况|任务|建设)(?=[^的和与、，及中上方].{5})")
LEAST_HEAD = 5
"""Characters of a heading that is glued to its text."""
LEAST_RUN_ON = 6
"""Characters of a sentence that is glued to a heading without a mark."""
SLACK, MOST_OF = 5, 0.6
"""How much headings of a row may differ in size, as a part of it; how many of them must fit, of those that may be glued."""
LONGEST_GLUED = 40
"""Characters of a heading before a number that is glued to it."""
HALVES = re.compile(r"(?<=[\u4e00-\u9fff”])[ \u3000]+(?=[\u4e00-\u9fff“《]|\d{4}年|\d{1,2}月)")
WIDE = re.compile("(?<=[\u4e00-\u9fff”])[ \u3000]{2,}(?=[\u4e00-\u9fff“《\\d])")


def halved(paras: Sequence[Para]) -> list[Para]:
    """Paragraphs parted behind numbered headings that only a blank parts from their text."""
    return [one for para in paras for one in (parted(para, _halves(para.text)) if " " in para.text else (para,))]


def _halves(text: str) -> Iterator[int]:
    """Where the texts of headings begin; a single blank may be one within a heading, if hardly more follows."""
    at = 0
    for start in (found.end() for found in BEGINS.finditer(text)):
        number = numbered(text, start) if start >= at else None
        if number is None:
            continue
        span = number[1], start + LONGEST_HEADING + 8
        wide = WIDE.search(text, *span)
        found = wide or HALVES.search(text, *span)
        if found is None or STOP.search(text, start, found.start()):
            continue
        left = len(text) - found.end()
        if wide or (not STOP.search(text, found.end(), found.end() + 8) and left > found.start() - start + 8):
            at = found.end()
            yield at


def head_ends(texts: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Where each of several headings ends that is glued to its text without a mark; 0 where nothing tells, all 0 if few do.

    Headings of a row are about as long as each other.
    """
    firsts = [STOP.split(text, maxsplit=1)[0] for text in texts]
    ends = [_ends(first, lexicon) if first != text else [] for first, text in zip(firsts, texts, strict=True)]
    glued = sum(len(first) > LEAST_HEAD + LEAST_RUN_ON for first in firsts)
    sizes = sorted({at for some in ends for at in some})
    near = {size: [min(some, key=lambda at: abs(at - size), default=0) for some in ends] for size in sizes}
    fits = {size: sum(bool(at) and abs(at - size) <= 1 + size // SLACK for at in near[size]) for size in sizes}
    best = max(sizes, key=lambda size: (fits[size], -size), default=0)
    if best and fits[best] >= max(2, glued * MOST_OF):
        return [at if abs(at - best) <= 1 + best // SLACK else 0 for at in near[best]]
    return _alike(texts, firsts)


def _alike(texts: Sequence[str], firsts: Sequence[str]) -> list[int]:
    """The ends of headings of one size that share characters in their places, where only some are glued."""
    usual, often = Counter(map(len, firsts)).most_common(1)[0]
    if len(texts) < 3 or often < len(texts) - 1 or sum(len(set(chars)) == 1 for chars in zip(*texts, strict=False)) < 2:
        return [0] * len(texts)
    return [usual if len(first) >= usual + LEAST_RUN_ON else 0 for first in firsts]


def _ends(first: str, lexicon: Lexicon) -> list[int]:
    """Where a new sentence may begin inside the first one of a text: by its words, or because a word comes again."""
    if about := ABOUT.match(first):
        return [about.end()]
    ends = [start for start, _ in lexicon.opens.spans(first, LEAST_HEAD, LONGEST_GLUED)]
    ends += [at for at in range(LEAST_HEAD, min(LONGEST_GLUED, len(first) - 2)) if first[at : at + 3] in first[:at]]
    return [at for at in ends if first[at - 1] not in "，、“《（的" and at < len(first) - LEAST_RUN_ON]
