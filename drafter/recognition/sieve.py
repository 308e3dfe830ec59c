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
REPEAT = re.compile(r"(?:[?*+]|\{\d*(?:,\d*)?\})[?+]?")
Keys = frozenset[str] | None
Candidate = tuple[int, str, re.Pattern[str]]
Hit = tuple[int, str]


class Sieve:
    """Patterns in order, the surest first."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.patterns: list[Candidate] = []
        """The number of the pattern that each alternative comes from, letters without which it finds nothing, and itself."""
        always: list[int] = []
        table: dict[str, list[int]] = {}
        for n, pattern in enumerate(patterns):
            for one in dict.fromkeys(_alternatives(pattern)):
                found = keys(one)
                if found is None:
                    always.append(len(self.patterns))
                for char in found or ():
                    table.setdefault(char, []).append(len(self.patterns))
                self.patterns.append((n, _letters(one), re.compile(one)))
        self.always = frozenset(always)
        self.table = {char: tuple(numbers) for char, numbers in table.items()}
        self.keys = re.compile(f"[{re.escape(''.join(sorted(table)))}]" if table else "(?!)")

    def among(self, text: str) -> list[Candidate]:
        """The alternatives that may find something in a text or in a part of it."""
        chars, patterns = self.keys.findall(text), self.patterns
        if not chars and not self.always:
            return []
        numbers = {n for char in set(chars) for n in self.table[char] if patterns[n][1] in text}
        numbers.update(self.always)
        return [patterns[n] for n in sorted(numbers)]

    def first(self, text: str) -> Hit | None:
        """The number of the first pattern that finds something, and what it finds."""
        candidates = self.among(text)
        return first(candidates, text) if candidates else None


def first(candidates: Sequence[Candidate], text: str) -> Hit | None:
    """The number of the first pattern that finds something, and what it finds."""
    for n, letters, pattern in candidates:
        if letters in text:
            if letters == pattern.pattern:
                return n, letters
            found = pattern.search(text)
            if found:
                return n, found[0]
    return None


def _alternatives(pattern: str) -> list[str]:
    """The patterns of which a pattern is one or the other; a group of them at its beginning is multiplied out."""
    found: list[str] = []
    at = start = 0
    while at < len(pattern):
        if pattern[at] == "|":
            found += _multiplied(pattern[start:at])
            start = at + 1
        at = _item(pattern, at)[1] if pattern[at] != "|" else at + 1
    return found + _multiplied(pattern[start:])


def _multiplied(pattern: str) -> list[str]:
    """A pattern that begins with a group, once for each alternative of the group."""
    if not pattern.startswith("(?:"):
        return [pattern]
    end = _item(pattern, 0)[1]
    if REPEAT.match(pattern, end):
        return [pattern]
    inside = _alternatives(pattern[3 : end - 1])
    return [one + rest for one in inside for rest in ([pattern[end:]] if one else _alternatives(pattern[end:]))]


def _letters(pattern: str) -> str:
    """The longest run of plain characters that every match of a pattern has; the pattern is one without alternatives."""
    runs, at = [""], 0
    while at < len(pattern):
        char, end = pattern[at], _item(pattern, at)[1]
        repeat = REPEAT.match(pattern, end)
        if end == at + 1 and char not in ".^$|" and not repeat:
            runs[-1] += char
        else:
            runs.append("")
        at = repeat.end() if repeat else end
    return max(runs, key=len)


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
        repeat = REPEAT.match(pattern, at)
        if repeat:
            at = repeat.end()
            if repeat[0].startswith(("?", "*", "{0", "{,")):
                one = None
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
        inside = re.sub(r"\\(\W)", r"\1", pattern[at + 1 : whole.end() - 1]) if whole else ""
        plain = not inside.startswith("^") and "\\" not in inside and "-" not in inside[1:-1]
        return (frozenset(inside) if plain and inside else None), (whole.end() if whole else len(pattern))
    if char == "\\":
        letter = pattern[at + 1 : at + 2]
        return (None if letter.isalnum() else frozenset(letter)), at + (6 if letter == "u" else 2)
    return (None if char in ".^$" else frozenset(char)), at + 1


def _cost(found: frozenset[str]) -> float:
    """How often a text is likely to have one of them."""
    return sum(160 / (COMMON.index(char) + 10) if char in COMMON else 0.5 for char in found)
