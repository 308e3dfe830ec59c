"""Well-formed expressions, read without Jinja2: importing it takes as long as all else that a draft does."""

from __future__ import annotations

import re

from drafter.model.expression import Both, Compare, Either, Expression, Field, Filtered, Literal, Name, Negation

TOKEN = re.compile(
    r"""\s*(?:([^\W\d]\w*)|([0-9]+\.[0-9]+|0|[1-9][0-9]*)(?![\w.])|("[^"\\\r\n]*"|'[^'\\\r\n]*')|([=!<>]=|[<>|.,()[\]]))\s*""",
    re.VERBOSE,
)
"""A name, a number, a text without escapes, or a sign."""
WORDS = frozenset("and or not in is if else true false none True False None self loop recursive".split())
"""Names that mean something to Jinja2."""
TRUTH = {"true": True, "True": True, "false": False, "False": False}
SIGNS = frozenset(("==", "!=", "<", "<=", ">", ">=", "in"))


def read(text: str) -> Expression | None:
    """The expression in a text; None where it is not sure to be one, and the grammar must say what it is."""
    tokens, at = [], 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            return None
        tokens.append(found[found.lastindex or 0])
        at = found.end()
    reader = _Reader(tokens)
    try:
        expression = reader.either()
    except _Odd:
        return None
    return expression if reader.at == len(tokens) else None


class _Odd(Exception):
    """Nothing that is read here."""


class _Reader:
    """Descends through tokens, a method for each level at which operators bind."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = [*tokens, ""]
        self.at = 0

    def take(self, token: str) -> bool:
        """Step over a token, if it is the next."""
        found = self.tokens[self.at] == token
        self.at += found
        return found

    def next(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def name(self) -> str:
        """The next token, which must be a name."""
        name = self.next()
        if not name.isidentifier() or name in WORDS:
            raise _Odd
        return name

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
        if self.tokens[self.at] in SIGNS:
            return Compare(left, self.next(), self.operand())  # type: ignore[arg-type]
        if self.take("not"):
            if not self.take("in"):
                raise _Odd
            return Compare(left, "not in", self.operand())
        return left

    def operand(self) -> Expression:
        """A value with its fields and filters."""
        of = self.value()
        while self.take("."):
            of = Field(of, self.name())
        while self.take("|"):
            of = Filtered(of, self.name())
        return of

    def value(self) -> Expression:
        if self.take("("):
            inside = self.either()
            if not self.take(")"):
                raise _Odd
            return inside
        if self.take("["):
            values = [self.constant()]
            while self.take(","):
                values.append(self.constant())
            if not self.take("]"):
                raise _Odd
            return Literal(tuple(values))
        if self.tokens[self.at].isidentifier() and self.tokens[self.at] not in TRUTH:
            return Name(self.name())
        return Literal(self.constant())

    def constant(self) -> str | int | float | bool:
        token = self.next()
        if token in TRUTH:
            return TRUTH[token]
        if token[:1] in ("'", '"'):
            return token[1:-1]
        if not token[:1].isdigit():
            raise _Odd
        return float(token) if "." in token else int(token)
