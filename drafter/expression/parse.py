"""Text → Prose and Expression. The only room that knows Jinja2, and of Jinja2 only its parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.expression.plain import read
from drafter.model.expression import Expression, Prose, Toggle
from drafter.problem import Place

WIDE_BRACES = r"｛｛|｝｝|\{｛|｛\{|\}｝|｝\}"
WIDE_MARKS = frozenset("｜＝（）＂“”‘’")
LONGEST = 500
"""Characters in one expression; a person's is under fifty."""
DEEPEST = 30
"""Brackets and operators in one expression."""
MOST_FAULTS = 20
"""Faults told of one text in one run."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a text, and at which of its characters."""

    rule: str
    at: int
    facts: tuple[tuple[str, str], ...] = ()


def parse_prose(text: str, place: Place) -> tuple[Prose, tuple[Fault, ...]]:
    """A text with `{{ expressions }}` and `**strong**` words taken apart, and all its faults."""
    faults: list[Fault] = []
    pieces: list[str | Expression | Toggle] = []
    toggles = 0

    def plain(start: int, end: int) -> None:
        nonlocal toggles
        part = text[start:end]
        faults.extend(_stray(part, start))
        for n, words in enumerate(part.split("**")):
            if n:
                pieces.append(Toggle())
                toggles += 1
            if words:
                pieces.append(words)

    at = 0
    while (start := text.find("{{", at)) >= 0 and (end := text.find("}}", start + 2)) >= 0:
        plain(at, start)
        expression, fault = parse_expression(text[start + 2 : end])
        if fault:
            faults.append(Fault(fault.rule, start + 2 + fault.at, fault.facts))
        elif expression is not None:
            pieces.append(expression)
        at = end + 2
    plain(at, len(text))
    if toggles % 2:
        faults.append(Fault("unclosed-strong", text.rfind("**")))
    return Prose(text, tuple(pieces), place), tuple(sorted(faults, key=lambda fault: fault.at)[:MOST_FAULTS])


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> tuple[Expression | None, Fault | None]:
    """One expression, or the fault that forbids it."""
    if len(text) > DEEPEST and _too_long(text):
        return None, Fault("expression-too-long", 0, (("most", str(LONGEST)),))
    if not WIDE_MARKS.isdisjoint(text):
        at, mark = next((at, mark) for at, mark in enumerate(text) if mark in WIDE_MARKS)
        return None, Fault("wide-mark-in-expression", at, (("mark", mark),))
    plain = read(text)
    if plain is not None:
        return plain, None
    from drafter.expression.grammar import Refused, Unreadable, parsed

    try:
        return parsed(text), None
    except Refused as refused:
        return None, Fault("not-allowed-in-expression", 0, (("what", str(refused)),))
    except Unreadable as error:
        return None, Fault("expression-syntax", 0, (("reason", str(error)),))


def _too_long(text: str) -> bool:
    return len(text) > LONGEST or len(re.findall(r"[\[({]|\b(?:not|and|or)\b|[-+~|.]", text)) > DEEPEST


def _stray(part: str, start: int) -> list[Fault]:
    """Marks in plain text that were meant as template marks."""
    if not ("{" in part or "}" in part or "｛" in part or "｝" in part):
        return []
    faults = [Fault("wide-braces", start + found.start()) for found in re.finditer(WIDE_BRACES, part)]
    for mark, rule in (
        ("{{", "unclosed-braces"),
        ("}}", "unopened-braces"),
        ("{%", "no-statements"),
        ("{#", "no-statements"),
    ):
        faults += [Fault(rule, start + found.start()) for found in re.finditer(re.escape(mark), part)]
    return faults
