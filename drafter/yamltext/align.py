"""Which characters of a file stand for each character of a text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.problem import Place, Span
from drafter.yamltext.hints import folds, unfolded
from drafter.yamltext.tree import CELL, Scalar

Spelled = tuple[str, int, int]
"""A character, and the stretch of the file that spells it."""
FOLDING = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", " ": " ", '"': '"',
    "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
ESCAPE = re.compile(r"\\(?:(\n[ \t]*)|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")


def alignment(text: str, scalar: Scalar) -> list[Span] | None:
    """For each character of the scalar's text the stretch of the file that spells it; None where this cannot be told for sure."""
    found = aligned(text[scalar.start : scalar.end], scalar)
    return found and [(scalar.start + start, scalar.start + end) for start, end in found]


def place_in(scalar: Scalar, offset: int) -> Place:
    """Where the character of a text at `offset` stands in the file."""
    if scalar.style == CELL:
        return scalar.place
    if scalar.source:
        spots = aligned(scalar.source, scalar) or [(0, 0)]
        spot = spots[offset][0] if offset < len(spots) else spots[-1][1]
        line, column = scalar.source.count("\n", 0, spot), spot - scalar.source.rfind("\n", 0, spot)
        return Place(scalar.place.file, scalar.place.line + line, column if line else scalar.place.column + spot)
    line = scalar.text.count("\n", 0, offset)
    column = offset - (scalar.text.rfind("\n", 0, offset) + 1)
    if scalar.style in ("|", ">"):
        return Place(scalar.place.file, scalar.starts + line, scalar.indent + column + 1)
    if line:
        return Place(scalar.place.file, scalar.place.line + line, 1)
    return Place(scalar.place.file, scalar.place.line, scalar.place.column + column + (scalar.style in ("'", '"')))


def aligned(source: str, scalar: Scalar) -> list[Span] | None:
    """The same within the scalar as it is typed."""
    spelled = _spelled(source, scalar)
    if "\n" in source and scalar.style != "|":
        dropped = _dropped(source, spelled)
        spelled = [one for n, one in enumerate(spelled) if n not in dropped]
    size = len(scalar.text)
    if "".join(char for char, _, _ in spelled[:size]) != scalar.text:
        return None
    return [(start, end) for _, start, end in spelled[:size]]


def unfolded_as_typed(source: str, scalar: Scalar) -> str:
    """A text of several lines joined without a blank where Chinese has none; a blank that is typed within a line stays."""
    spelled = _spelled(source, scalar)
    if not "".join(char for char, _, _ in spelled).startswith(scalar.text):
        return unfolded(scalar.text)
    dropped = _dropped(source, spelled)
    return "".join(char for n, char in enumerate(scalar.text) if n not in dropped)


def spelling(text: str, scalar: Scalar) -> str | None:
    """A text as it is typed inside a scalar of that style; None where the style cannot hold it."""
    match scalar.style:
        case "|":
            return re.sub(r"\n(?=[^\n])", "\n" + " " * scalar.indent, text)
        case '"':
            import json  # no draft needs it

            return json.dumps(text, ensure_ascii=False)[1:-1]
        case style:
            return None if "\n" in text else text.replace("'", "''") if style == "'" else text


def _spelled(source: str, scalar: Scalar) -> list[Spelled]:
    """The characters that YAML reads in a scalar."""
    match scalar.style:
        case "|":
            return list(_literal(source, scalar.indent))
        case ">":
            return list(_folded(source, scalar.indent))
        case quote:
            size = len(quote)
            return list(_flowing(source[size : len(source) - size], quote, size))


def _dropped(source: str, spelled: list[Spelled]) -> set[int]:
    """Which characters are blanks that stand for the end of a line and are not wanted."""
    joined = "".join(char for char, _, _ in spelled)
    return {n for n in folds(joined) if "\n" in source[slice(*spelled[n][1:])]}


def _flowing(source: str, quote: str, at: int) -> Iterator[Spelled]:
    """Plain and quoted texts: lines are joined, quotes and escapes read."""
    here = 0
    while here < len(source):
        start = here
        if found := FOLDING.match(source, here):
            here = found.end()
            breaks = found[0].count("\n")
            yield from _breaks(" " if breaks == 1 else "\n" * (breaks - 1), at + start, at + here)
        elif quote == '"' and (found := ESCAPE.match(source, here)):
            here = found.end()
            if not found[1]:
                code = found[2] or found[3] or found[4]
                yield chr(int(code, 16)) if code else ESCAPES.get(found[5], ""), at + start, at + here
        else:
            here += 2 if quote == "'" and source.startswith("''", here) else 1
            yield source[start], at + start, at + here


def _literal(source: str, indent: int) -> Iterator[Spelled]:
    """A text under `|`: its lines as they stand."""
    at = source.find("\n") + 1
    for line in source[at:].split("\n"):
        yield from ((char, at + n, at + n + 1) for n, char in enumerate(line) if n >= indent)
        at += len(line) + 1
        yield "\n", at - 1, at


def _folded(source: str, indent: int) -> Iterator[Spelled]:
    """A text under `>`: neighbouring lines are joined, but not those that are indented more."""
    at = source.find("\n") + 1
    before: tuple[bool, int, int] | None = (
        None  # whether the last line with text is indented more, its end, breaks since
    )
    for line in source[at:].split("\n"):
        words = line[indent:]
        if words:
            deep = words[0] in " \t"
            if before:
                _, end, breaks = before
                kept = breaks if deep or before[0] else breaks - 1
                yield from _breaks("\n" * kept or " ", end, at + indent)
            yield from ((char, at + n, at + n + 1) for n, char in enumerate(line) if n >= indent)
            before = (deep, at + len(line), 1)
        elif before:
            before = (before[0], before[1], before[2] + 1)
        else:
            yield "\n", at, at + len(line) + 1
        at += len(line) + 1
    if before:
        yield from _breaks("\n" * before[2], before[1], len(source))


def _breaks(chars: str, start: int, end: int) -> Iterator[Spelled]:
    """Characters that a stretch of blanks and line ends stands for; the first has it all."""
    for n, char in enumerate(chars):
        yield char, end if n else start, end
