"""Many patterns looked for at once: only those are tried of which the text has a character that they cannot do without."""

from __future__ import annotations

import re
from collections.abc import Sequence

COMMON = (
    "，。的、要一工作不；治问保改责题是和到区实市整任全理年月个成有上态会在同前各部度了好进对下督推制重面级管人务点出大政建办"
    "动项用我位发业中开查目把强处来完力现关标能落以地加方单就察设每法行公定三期省群次日抓决明合组事坚：高确提先后发展量严领们名"
)
"""The usual characters of speeches, the most usual first."""
MOST_KEYS = 24
Keys = frozenset[str] | None


class Sieve:
    """Patterns in order, the surest first."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns: list[tuple[int, re.Pattern[str]]] = []
        self.always: list[int] = []
        table: dict[str, list[int]] = {}
        for n, pattern in enumerate(patterns):
            for one in _alternatives(pattern):
                found = keys(one)
                if found is None:
                    self.always.append(len(self.patterns))
                for char in found or ():
                    table.setdefault(char, []).append(len(self.patterns))
                self.patterns.append((n, re.compile(one)))
        self.table = {char: tuple(numbers) for char, numbers in table.items()}
        self.keys = re.compile(f"[{re.escape(''.join(sorted(table)))}]" if table else "(?!)")

    def first(self, text: str) -> tuple[int, re.Match[str]] | None:
        """The number of the first pattern that finds something, and what it finds."""
        chars = self.keys.findall(text)
        if not chars and not self.always:
            return None
        numbers = {*self.always}
        for char in set(chars):
            numbers.update(self.table[char])
        for at in sorted(numbers):
            n, pattern = self.patterns[at]
            found = pattern.search(text)
            if found:
                return n, found
        return None


def _alternatives(pattern: str) -> list[str]:
    """The patterns of which a pattern is one or the other."""
    found: list[str] = []
    at = start = 0
    while at < len(pattern):
        if pattern[at] == "|":
            found.append(pattern[start:at])
            start = at + 1
        at = _item(pattern, at)[1] if pattern[at] != "|" else at + 1
    return [*found, pattern[start:]]


def keys(pattern: str) -> Keys:
    """Characters of which every match of a pattern has at least one; None if there is no saying."""
    found, at = _either(pattern, 0)
    return found if at == len(pattern) else None


def _either(pattern: str, at: int) -> tuple[Keys, int]:
    """The keys of alternatives: those of all of them."""
    found: set[str] | None = set()
    while True:
        one, at = _sequence(pattern, at)
        found = None if found is None or one is None else found | one
        if at >= len(pattern) or pattern[at] == ")":
            return (frozenset(found) if found is not None and len(found) <= MOST_KEYS else None), at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[Keys, int]:
    """The keys of what stands side by side: the best of them."""
    best: Keys = None
    while at < len(pattern) and pattern[at] not in "|)":
        one, at = _item(pattern, at)
        repeat = re.compile(r"\?|\*|\{0?,\d*\}|\{0\}|\+|\{\d+(?:,\d*)?\}").match(pattern, at)
        if repeat:
            at = repeat.end()
            if repeat[0][0] in "?*" or repeat[0].startswith(("{0", "{,")):
                one = None
            at += pattern[at : at + 1] in ("?", "+")
        if one is not None and (best is None or _cost(one) < _cost(best)):
            best = one
    return best, at


def _item(pattern: str, at: int) -> tuple[Keys, int]:
    """The keys of one character, class or group, and where the next begins."""
    char = pattern[at]
    if char == "(":
        head = re.compile(r"\((?:\?(?:P<\w+>|[:=!]|<[=!]))?").match(pattern, at)
        assert head is not None
        found, end = _either(pattern, head.end())
        return (None if head[0].endswith(("=", "!")) else found), end + 1
    if char == "[":
        whole = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]").match(pattern, at)
        inside = pattern[at + 1 : whole.end() - 1] if whole else ""
        plain = not inside.startswith("^") and "\\" not in inside and "-" not in inside
        return (frozenset(inside) if plain and inside else None), (whole.end() if whole else len(pattern))
    if char == "\\":
        letter = pattern[at + 1 : at + 2]
        return (None if letter.isalnum() else frozenset(letter)), at + (6 if letter == "u" else 2)
    return (None if char in ".^$" else frozenset(char)), at + 1


def _cost(found: frozenset[str]) -> float:
    """How often a text is likely to have one of them."""
    return sum(160 / (COMMON.index(char) + 10) if char in COMMON else 0.5 for char in found)
