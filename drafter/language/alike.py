"""Items that say the same thing twice, whatever the tongue."""

from __future__ import annotations

import re
from typing import Literal

from drafter.language.late import late

SHORTEST = 6
"""Characters of an item below which likeness says nothing."""
ENOUGH = 0.85
"""How much of two items has to be the same."""
MOST_COMPARED = 200
"""Characters of an item that are looked at."""
FIGURES = late(r"\d+(?:[.,]\d+)*|[零一二两三四五六七八九十百千万亿]+")
LIGHT = frozenset("的了要将应须必都均也再还已经全部面切实认真扎坚决进步继续加快着力大积极及时抓好做完成并和与对把推动")
"""Characters that may be more or fewer without another meaning."""


def alike(one: str, two: str) -> Literal["", "same", "nearly"]:
    """Whether two items are the same but for blanks and marks, or nearly the same but for words that weigh nothing."""
    first, second = (re.sub(r"[\W_]", "", text[:MOST_COMPARED]) for text in (one, two))
    if min(len(first), len(second)) < SHORTEST:
        return ""
    if first == second:
        return "same"
    bare = [FIGURES.sub("", text) for text in (first, second)]
    if min(map(len, bare)) < SHORTEST or _figures(first) != _figures(second) or not _close(*bare):
        return ""
    return "nearly"


def _figures(text: str) -> list[str]:
    return FIGURES.findall(text)


def _close(one: str, two: str) -> bool:
    """Whether so much is the same, and what is not is light: 东线 and 西线 are two lines, however long the rest is."""
    if 2 * min(len(one), len(two)) < ENOUGH * (len(one) + len(two)):
        return False
    from difflib import SequenceMatcher

    steps = SequenceMatcher(None, one, two, autojunk=False)
    if steps.quick_ratio() < ENOUGH or steps.ratio() < ENOUGH:
        return False
    other = [one[a:b] + two[c:d] for tag, a, b, c, d in steps.get_opcodes() if tag != "equal"]
    return all(char in LIGHT for part in other for char in part)
