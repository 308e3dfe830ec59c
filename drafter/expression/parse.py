"""Text → Prose and Expression, and all that is wrong with it; the one place that cuts a text at its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.expression.grammar import CLOSE, OPEN, STATEMENTS, STRONG, WIDE, Fault, Reading, read
from drafter.model.expression import Expression, Prose, Toggle
from drafter.problem import Place

Segment = tuple[int, int, bool]
"""A part of a text: its first character, the one after it, and whether it is an expression, without its braces."""
LONGEST = 500
"""Characters in one expression; a person's is under fifty."""
DEEPEST = 30
"""Brackets and operators in one expression."""
QUOTED = r"\"[^\"]*\"|'[^']*'"
"""A text in an expression: what stands in it makes nothing deeper."""
MOST_FAULTS = 20
"""Faults told of one text in one run."""
STRAY = {
    **dict.fromkeys(WIDE, "wide-braces"),
    OPEN: "unclosed-braces",
    CLOSE: "unopened-braces",
    **dict.fromkeys(STATEMENTS, "no-statements"),
}
"""Marks in plain text that were meant as template marks, and the rule that each breaks."""


def cut(text: str) -> Iterator[Segment]:
    """The expressions of a text and what stands between them; the first `}}` ends an expression, within quotes too."""
    at = 0
    while (start := text.find(OPEN, at)) >= 0 and (end := text.find(CLOSE, start + 2)) >= 0:
        if at < start:
            yield at, start, False
        yield start + 2, end, True
        at = end + 2
    if at < len(text):
        yield at, len(text), False


def parse_prose(text: str, place: Place) -> tuple[Prose, tuple[Fault, ...]]:
    """A text with `{{ expressions }}` and `**strong**` words taken apart, and all its faults."""
    faults: list[Fault] = []
    pieces: list[str | Expression | Toggle] = []
    toggles = 0
    for start, end, inside in cut(text):
        part = text[start:end]
        if inside:
            found = parsed(part)
            if isinstance(found, Reading):
                pieces.append(found.expression)
            else:
                faults.append(_moved(found, start) if OPEN not in part else Fault("unclosed-braces", start - 2))
            continue
        faults.extend(_stray(part, start))
        for n, words in enumerate(part.split(STRONG)):
            if n:
                pieces.append(Toggle())
                toggles += 1
            if words:
                pieces.append(words)
    if toggles % 2:
        faults.append(Fault("unclosed-strong", text.rfind(STRONG)))
    return Prose(text, tuple(pieces), place), tuple(sorted(faults, key=lambda fault: fault.at)[:MOST_FAULTS])


def parse_expression(text: str) -> tuple[Expression | None, Fault | None]:
    """One expression, or the fault that forbids it."""
    found = parsed(text)
    return (found.expression, None) if isinstance(found, Reading) else (None, found)


@lru_cache(maxsize=4096)
def parsed(text: str) -> Reading | Fault:
    """One expression with the places of its words, or the fault that forbids it."""
    if len(text) > DEEPEST and too_long(text):
        return Fault("expression-too-long", 0, (("most", str(LONGEST)),))
    found = read(text)
    if isinstance(found, Reading):
        return found
    from drafter.expression.explain import explained

    return explained(text, found)


def readings(text: str) -> Iterator[tuple[int, Reading]]:
    """The expressions of a text that can be read, each with its offset."""
    for start, end, inside in cut(text):
        found = parsed(text[start:end]) if inside else None
        if isinstance(found, Reading):
            yield start, found


def too_long(text: str) -> bool:
    """Whether an expression has more characters, or more brackets and operators, than are read."""
    if len(text) > LONGEST:
        return True
    return len(re.findall(r"[\[({]|\b(?:not|and|or)\b|[-+~|.]", re.sub(QUOTED, "", text))) > DEEPEST


def _moved(fault: Fault, by: int) -> Fault:
    return Fault(fault.rule, by + fault.at, fault.facts)


def _stray(part: str, start: int) -> list[Fault]:
    """Marks in plain text that were meant as template marks."""
    if not ("{" in part or "}" in part or "｛" in part or "｝" in part):
        return []
    found = re.finditer("|".join(map(re.escape, STRAY)), part)
    return [Fault(STRAY[mark[0]], start + mark.start()) for mark in found]
