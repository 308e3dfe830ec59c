"""Points told off inside a paragraph: 一是…二是…, 首先…其次…"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.recognition.lexicon import Pattern
from drafter.recognition.numbers import ORDINALS

BEFORE = "^。；，：！？、”）"
NUMERAL = "([一二三四五六七八九十]{1,3})"
FORMS = {
    "第一是": ("第二是", re.compile(f"第{NUMERAL}是")),
    "第一，": ("第二", re.compile(f"第{NUMERAL}(?:件事?|点|条|个?方面)?[，、]")),
    "一是": ("二是", re.compile(f"{NUMERAL}是")),
    "一要": ("二要", re.compile(f"{NUMERAL}要")),
    "首先": ("其次", re.compile("(首先|其次|再次|再者|最[后後])，?")),
    "（1）": ("（2）", re.compile(r"（(\d{1,2})）")),
}
"""For each form its second enumerator, without which there is no row, and how it is found."""


LONE = re.compile("[。；：，！](?=((?:一是|一要|第一是)))\\1(?![一个以求])")
"""The first point of a row that has no second."""


@dataclass(frozen=True, slots=True)
class Series:
    """Points told off in one text."""

    scheme: str
    """The enumeration form."""
    starts: tuple[int, ...]
    """Where each point begins, its enumerator included."""
    words: tuple[int, ...]
    """Where the words of each point begin."""
    end: int
    """Where the last point ends."""

    @property
    def start(self) -> int:
        """Where the first point begins."""
        return self.starts[0]


def series(text: str, summary: Pattern | None = None) -> Series | None:
    """The first row of points in a text; a single one only where nothing else can be meant."""
    best: Series | None = None
    for scheme, (second, pattern) in FORMS.items():
        if second not in text:
            continue
        starts: list[int] = []
        words: list[int] = []
        for found in pattern.finditer(text):
            if found.start() and text[found.start() - 1] not in BEFORE:
                continue
            ordinal = ORDINALS.get(found[1]) or (int(found[1]) if found[1].isdecimal() else 0)
            due = len(starts) + 1
            if ordinal == due or (scheme == "首先" and ordinal == 4 and due >= 2):
                starts.append(found.start())
                words.append(found.end())
        if len(starts) >= 2 and (best is None or starts[0] < best.starts[0]):
            best = Series(scheme, tuple(starts), tuple(words), _end(text, starts[-1], summary))
    return best or _lone(text, summary)


def _lone(text: str, summary: Pattern | None) -> Series | None:
    """A point that is told off, but no second one."""
    if not ("一是" in text or "一要" in text):
        return None
    found = LONE.search(text)
    return Series(found[1], (found.start(1),), (found.end(),), _end(text, found.start(1), summary)) if found else None


def _end(text: str, last: int, summary: Pattern | None) -> int:
    """Where the last point ends: before a sentence that sums up, else with the text."""
    found = summary.search(text, last) if summary else None
    return found.start() if found else len(text)
