"""Points told off inside a paragraph: 一是…二是…, 首先…其次…"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model.cues import Cues
from drafter.recognise.numbers import han
from drafter.recognise.patterns import any_of

BEFORE = r"(?:(?<=^)|(?<=[。；，：！？、”）]))"
NUMERAL = "([一二三四五六七八九十]{1,3})"
FORMS = {
    "第一是": re.compile(f"{BEFORE}第{NUMERAL}是"),
    "第一，": re.compile(f"{BEFORE}第{NUMERAL}[，、]"),
    "一是": re.compile(f"{BEFORE}{NUMERAL}是"),
    "一要": re.compile(f"{BEFORE}{NUMERAL}要"),
    "首先": re.compile(f"{BEFORE}(首先|其次|再次|最后)，?"),
    "（1）": re.compile(f"{BEFORE}（(\\d{{1,2}})）"),
}
WORDS = ("首先", "其次", "再次", "最后")
QUICK = re.compile(r"[二两]是|二要|第二|其次|（2）|一要")


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


def series(text: str, cues: Cues | None = None) -> Series | None:
    """The first row of two or more points in a text."""
    if not QUICK.search(text):
        return None
    best: Series | None = None
    for scheme, pattern in FORMS.items():
        starts: list[int] = []
        words: list[int] = []
        for found in pattern.finditer(text):
            ordinal = _ordinal(found[1])
            due = len(starts) + 1
            if ordinal == due or (scheme == "首先" and ordinal == 4 and due >= 2):
                starts.append(found.start())
                words.append(found.end())
        if len(starts) >= 2 and (best is None or starts[0] < best.starts[0]):
            best = Series(scheme, tuple(starts), tuple(words), _end(text, starts[-1], cues))
    return best


def _end(text: str, last: int, cues: Cues | None) -> int:
    """Where the last point ends: before a sentence that sums up, else with the text."""
    if cues is None or not cues.summary:
        return len(text)
    found = any_of(cues.summary, "(?<=[。！？])").search(text, last)
    return found.start() if found else len(text)


def _ordinal(text: str) -> int:
    if text in WORDS:
        return WORDS.index(text) + 1
    return int(text) if text.isdigit() else han(text)
