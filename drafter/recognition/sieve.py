"""Many patterns looked for at once: only those are tried of which the text has what they cannot do without."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence

COMMON = (
    "，。的、要一工作不；治问保改责题是和到区实市整任全理年月个成有上态会在同前各部度了好进对下督推制重面级管人务点出大政建办"
    "动项用我位发业中开查目把强处来完力现关标能落以地加方单就察设每法行公定三期省群次日抓决明合组事坚：高确提先后发展量严领们名"
)
"""The usual characters of speeches, the most usual first."""
MOST_KEYS = 24
LEAF = re.compile(
    r"\((?:\?(?::|<?[=!]))?|\\(?:u....|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<repeat>(?:[?*+]|\{\d*(?:,\d*)?\})\??)|."
)
"""What a pattern is put together of: the beginnings of groups, signs, sets, repeats, characters."""
Find = Callable[[str], re.Match[str] | None]
Candidate = tuple[int, str, str, Find | None]
"""The place of an alternative in the order, what it tells, letters without which it finds nothing, what finds it if it is more
than these."""
Item = tuple[str, str]
"""A character, a set or a group of a pattern, and its repeat."""
Hit = tuple[str, str]


class Sieve:
    """Patterns in order, the surest first, in groups that tell something."""

    def __init__(self, *groups: tuple[str, Sequence[str]]) -> None:
        self.always: list[Candidate] = []
        self.table: dict[str, list[Candidate]] = {}
        """The alternatives that cannot do without a character, or without one of a few."""
        patterns = [(what, pattern) for what, words in groups for pattern in words]
        alternatives = ((what, one) for what, pattern in patterns for one in dict.fromkeys(_alternatives(pattern)))
        for order, (what, one) in enumerate(alternatives):
            made, letters, found = re.compile(one), _letters(one), keys(one)
            find = made.match if one.startswith("^") else made.search
            candidate = (order, what, letters, None if letters == one else find)
            self.always += () if found else (candidate,)
            for char in found:
                self.table.setdefault(char, []).append(candidate)
        self.any = re.compile(f"(?:{'|'.join(pattern for _, pattern in patterns) or '(?!)'})")
        self.keys = re.compile(f"[{re.escape(''.join(sorted(self.table)))}]" if self.table else "(?!)").findall

    def among(self, text: str) -> list[Candidate]:
        """The alternatives that may find something in a text or in a part of it, in order."""
        table = self.table
        found = {one for char in set(self.keys(text)) for one in table[char] if one[2] in text}
        return sorted((*self.always, *found)) if found else self.always

    def first(self, text: str) -> Hit | None:
        """What the first pattern that finds something tells, and what it finds."""
        return first(candidates, text) if (candidates := self.among(text)) else None

    def spans(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, int]]:
        """Where one or another of the patterns finds something in a stretch of a text."""
        return [found.span() for found in self.any.finditer(text, start, end)] if self.first(text[start:end]) else []


def first(candidates: Sequence[Candidate], text: str) -> Hit | None:
    """What the first pattern that finds something tells, and what it finds."""
    for _, what, letters, find in candidates:
        if letters in text:
            if find is None:
                return what, letters
            if found := find(text):
                return what, found[0]
    return None


def _branches(pattern: str) -> list[list[Item]]:
    """The items of each of the patterns of which a pattern is one or the other."""
    branches: list[list[Item]] = [[]]
    depth = 0
    for leaf in LEAF.finditer(pattern):
        sign, items = leaf[0], branches[-1]
        if depth:
            items[-1] = items[-1][0] + sign, ""
        elif sign == "|":
            branches.append([])
        elif leaf["repeat"]:
            items[-1] = items[-1][0], sign
        else:
            items.append((sign, ""))
        depth += (sign[0] == "(") - (sign == ")")
    return branches


def _alternatives(pattern: str) -> list[str]:
    """The patterns of which a pattern is one or the other; a group of them at its beginning is multiplied out."""
    found: list[str] = []
    for items in _branches(pattern):
        group, repeat = items[0] if items else ("", "")
        rest = "".join(map("".join, items[1:]))
        if not group.startswith("(?:") or repeat:
            found.append(group + repeat + rest)
            continue
        for one in _alternatives(group[3:-1]):
            found += [one + rest] if one else _alternatives(rest)
    return found


def _letters(pattern: str) -> str:
    """The longest run of plain characters that every match of a pattern has; the pattern is one without alternatives."""
    items = (item if _is_plain(item) and not repeat else "|" for item, repeat in _branches(pattern)[0])
    return max("".join(items).split("|"), key=len)


def _is_plain(item: str) -> bool:
    return len(item) == 1 and item not in ".^$"


def keys(pattern: str) -> frozenset[str]:
    """Characters of which every match of a pattern has at least one; none if there is no saying."""
    found: frozenset[str] = frozenset()
    for items in _branches(pattern):
        sets = [_keys_of(item) for item, repeat in items if not repeat.startswith(("?", "*", "{0", "{,"))]
        best = min(filter(None, sets), key=_cost, default=None)
        if best is None:
            return frozenset()
        found |= best
    return found if len(found) <= MOST_KEYS else frozenset()


def _keys_of(item: str) -> frozenset[str]:
    """The keys of a character, a set or a group."""
    if item.startswith("(?:"):
        return keys(item[3:-1])
    if item[0] == "[" and item[-1] == "]":
        inside = re.sub(r"\\(\W)", r"\1", item[1:-1])
        odd = inside.startswith("^") or "\\" in inside or "-" in inside[1:-1]
        return frozenset("" if odd else inside)
    if item[0] == "\\":
        return frozenset("" if item[1].isalnum() else item[1])
    return frozenset(item if _is_plain(item) else "")


def _cost(found: frozenset[str]) -> float:
    """How often a text is likely to have one of them."""
    return sum(160 / (COMMON.index(char) + 10) if char in COMMON else 0.5 for char in found)
