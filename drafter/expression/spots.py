"""Where the names that an expression asks for stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.expression.parse import parse_expression
from drafter.expression.walk import names_in

TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\W\d]\w*|\d[\w.]*|\S", re.DOTALL)
WORDS = frozenset("and or not in is if else true false none True False None".split())
"""Words of the language, which are no names."""


def in_expression(text: str, name: str) -> tuple[int, ...]:
    """Where a name stands in an expression; raises ValueError where that cannot be told."""
    found = list(_names(text))
    expression, fault = parse_expression(text)
    if expression is None or fault or [word for _, word in found] != [one.name for one in names_in(expression)]:
        raise ValueError(text)
    return tuple(at for at, word in found if word == name)


def in_prose(text: str, name: str) -> tuple[int, ...]:
    """Where a name stands between the braces of a text."""
    spots: list[int] = []
    at = 0
    while (start := text.find("{{", at)) >= 0 and (end := text.find("}}", start + 2)) >= 0:
        spots += [start + 2 + spot for spot in in_expression(text[start + 2 : end], name)]
        at = end + 2
    return tuple(spots)


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Words that are neither fields, nor filters, nor words of the language."""
    before = ""
    for token in TOKEN.finditer(text):
        word = token[0]
        if re.match(r"[^\W\d]", word) and before not in (".", "|") and word not in WORDS:
            yield token.start(), word
        before = word
