"""The grammar of expressions, which docs/language.md writes out: what is read here is one, and nothing else is."""

from __future__ import annotations

import re
from typing import Never

from msgspec import Struct

from drafter.encoding import FORBIDDEN
from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation
from drafter.problem import Span

TOKEN = re.compile(
    r"""([^\W\d]\w*)|(\.?[0-9][\w.]*)|("[^"\\\r\n]*"|'[^'\\\r\n]*')|([=!<>]=|\S)""",
)
"""A name or a word of the language, a number, a text, or any other sign."""
NAME, NUMBER, TEXT = 1, 2, 3
"""The groups of a token."""
NUMERAL = re.compile(r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
"""A number as it is typed; more digits than these no machine holds for sure."""
TRUTH = {"true": True, "false": False}
WORDS = frozenset(("and", "or", "not", "in", "is", "if", "else", "none", "None", "True", "False", *TRUTH))
"""What is never a name: words of the language, and of the one that authors know from elsewhere."""
OPEN, CLOSE = "{{", "}}"
STATEMENTS = ("{%", "{#")
WIDE = ("｛｛", "｝｝", "{｛", "｛{", "}｝", "｝}")
"""Braces typed with a Chinese keyboard."""
STRONG = "**"
"""Before and after stressed words."""
SIGNS = frozenset(("==", "!=", "<", "<=", ">", ">=", "in"))


class Reading(Struct, frozen=True):
    """An expression, and where its words stand."""

    expression: Expression
    """What the text means."""
    spans: tuple[Span, ...]
    """Where its names, fields, filters and values stand in the text, in the order of `words_in`; quotes are left out."""


class Stop(Struct, frozen=True):
    """Where a text ceases to be an expression."""

    at: int
    """The first character of the token that does not fit; if more should follow, of the last."""
    token: str
    """The token; empty if more should follow."""
    before: str
    """The token before it."""


class Fault(Struct, frozen=True):
    """What is wrong in a text, and at which of its characters."""

    rule: str
    at: int
    facts: tuple[tuple[str, str], ...] = ()


def read(text: str) -> Reading | Stop:
    """The expression in a text, or where it ceases to be one."""
    reader = _Reader(text)
    try:
        expression = reader.either()
        if reader.at < len(reader.tokens) - 1:
            reader.stop()
    except _Stopped:
        at, found = reader.at, reader.found
        last = found[min(at, len(found) - 1)].start() if found else 0
        return Stop(last, reader.tokens[at], reader.tokens[at - 1] if at else "")
    return Reading(expression, tuple(reader.spans))


class _Stopped(Exception):
    """The next token does not fit."""


class _Reader:
    """Descends through tokens, a method for each level at which operators bind."""

    def __init__(self, text: str) -> None:
        self.found = list(TOKEN.finditer(text))
        self.tokens = [found[0] for found in self.found]
        self.tokens.append("")
        self.at = 0
        self.spans: list[Span] = []

    def stop(self) -> Never:
        """The next token does not fit."""
        raise _Stopped

    def take(self, token: str) -> bool:
        """Step over a token, if it is the next."""
        found = self.tokens[self.at] == token
        self.at += found
        return found

    def need(self, token: str) -> None:
        """Step over a token, which must be the next."""
        if not self.take(token):
            self.stop()

    def word(self, quotes: int = 0) -> str:
        """Step over the next token, and remember where what is between its quotes stands."""
        start, end = self.found[self.at].span()
        token = self.tokens[self.at]
        self.spans.append((start + quotes, end - quotes))
        self.at += 1
        return token[quotes:-quotes] if quotes else token

    def name(self) -> str:
        """The next token, which must be a name."""
        if self.kind() != NAME or self.tokens[self.at] in WORDS:
            self.stop()
        return self.word()

    def kind(self) -> int | None:
        """The group of the next token; nothing at the end."""
        return self.found[self.at].lastindex if self.at < len(self.found) else None

    def either(self) -> Expression:
        left = self.both()
        while self.take("or"):
            left = Either(left, self.both())
        return left

    def both(self) -> Expression:
        left = self.negation()
        while self.take("and"):
            left = Both(left, self.negation())
        return left

    def negation(self) -> Expression:
        return Negation(self.negation()) if self.take("not") else self.comparison()

    def comparison(self) -> Expression:
        left = self.operand()
        sign = self.tokens[self.at]
        if sign in SIGNS:
            self.at += 1
            return Compare(left, sign, self.operand())  # type: ignore[arg-type]
        if self.take("not"):
            self.need("in")
            return Compare(left, "not in", self.operand())
        return left

    def operand(self) -> Expression:
        """A value with its fields and filters."""
        of = self.value()
        while self.take("."):
            of = Field(of, self.name())
        while self.take("|"):
            of = Filtered(of, self.name(), self.arguments())
        return of

    def arguments(self) -> tuple[Expression, ...]:
        """What stands in brackets behind a filter."""
        if not self.take("("):
            return ()
        given = [self.either()]
        while self.take(","):
            given.append(self.either())
        self.need(")")
        return tuple(given)

    def value(self) -> Expression:
        if self.kind() == NAME and self.tokens[self.at] not in WORDS:
            return Name(self.word())
        if self.take("("):
            inside = self.either()
            self.need(")")
            return inside
        if self.take("["):
            values = [self.constant()]
            while self.take(","):
                values.append(self.constant())
            self.need("]")
            return Literal(tuple(values))
        return Literal(self.constant())

    def constant(self) -> str | int | float | bool:
        token, kind = self.tokens[self.at], self.kind()
        if kind == TEXT and not FORBIDDEN.search(token):
            return self.word(quotes=1)
        if kind == NUMBER and NUMERAL.fullmatch(token):
            return float(self.word()) if "." in token else int(self.word())
        if token not in TRUTH:
            self.stop()
        return TRUTH[self.word()]
