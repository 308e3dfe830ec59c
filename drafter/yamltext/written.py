"""Data → YAML that reads back as exactly that data: every text is tried before it is used."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from drafter.yamltext.data import Data, data
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Mapping, Node, Sequence


class Manner(Struct, frozen=True):
    """How a file is indented."""

    step: int = 2
    """Columns from a key to the keys below it."""
    dash: int = 2
    """Columns from a key to the dashes below it."""
    blocks: bool = True
    """Texts of several lines go under a `|`, not in quotes."""


class Unwritable(ValueError):
    """A text that YAML cannot give back as it is."""


def manner_of(root: Node | None) -> Manner:
    """How a file is indented, as its first list and its first map within a map show."""
    found: dict[type, int] = {}
    _manner(root, found)
    return Manner(found.get(Mapping, 2), found.get(Sequence, 2))


def _manner(node: Node | None, found: dict[type, int]) -> None:
    match node:
        case Mapping(entries=entries):
            for key, value in entries:
                if isinstance(value, Mapping | Sequence) and not value.flow and value.place.line > key.place.line:
                    found.setdefault(type(value), value.place.column - key.place.column)
                _manner(value, found)
        case Sequence(items=items):
            for item in items:
                _manner(item, found)


MOST_KNOWN = 1_000
"""Texts whose spelling is remembered: a file is written, proved and written again."""
PLAIN = re.compile(
    "(?!null$)[A-Za-z0-9\u4e00-\u9fff《（]"
    "(?:[A-Za-z0-9_\u4e00-\u9fff，。、；！？“”（）《》％%·—…．.+/×-]| (?=[A-Za-z0-9\u4e00-\u9fff]))*"
)
"""Texts that YAML cannot read otherwise, as trying each takes longer than all the rest."""
LONGEST_KEY = 100


def scalar(text: str | None, *, flow: bool, like: str = "") -> str:
    """A text in one line: plain where that is safe, else in quotes; in the quotes `like`, if it was in such before."""
    if text is None:
        return "~" if flow else ""
    return text if not like and PLAIN.fullmatch(text) else _tried(text, flow, like)


@lru_cache(maxsize=MOST_KNOWN)
def _tried(text: str, flow: bool, like: str) -> str:
    """The first spelling of a text that YAML reads back as it is."""
    quoted = {'"': f'"{text}"', "'": "'" + text.replace("'", "''") + "'"}
    before = [quoted[like]] if like in quoted else []
    for written in [*before, text, *quoted.values(), json.dumps(text, ensure_ascii=False)]:
        if "\n" not in written and _reads(written, text, flow):
            return written
    raise Unwritable(text)


@lru_cache(maxsize=MOST_KNOWN)
def key(text: str, *, flow: bool) -> str:
    """A key in one line."""
    if len(text) <= LONGEST_KEY and PLAIN.fullmatch(text):
        return text
    for written in (text, f'"{text}"', json.dumps(text, ensure_ascii=False)):
        source = f"{{{written}: v}}" if flow else f"{written}: v\n"
        if "\n" not in written and _holds(source, {text: "v"}):
            return written
    raise Unwritable(text)


def block(text: str, column: int) -> tuple[str, list[str]] | None:
    """A text of several lines as a `|` block, its mark and its lines at a column; None where YAML would read it otherwise."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    mark = "|" + ("-", "", "+")[min(ends, 2)]
    lines = [" " * column + line if line else "" for line in body.split("\n")] + [""] * (ends - 1)
    if "\n" not in body or not _holds(f"k: {mark}\n" + "".join(f"{line}\n" for line in lines), {"k": text}):
        return None
    return mark, lines


def in_brackets(value: Data) -> str:
    """A value in one line, its lists and maps in brackets."""
    match value:
        case list():
            return "[" + ", ".join(map(in_brackets, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{key(name, flow=True)}: {in_brackets(item)}" for name, item in value.items()) + "}"
        case _:
            return scalar(value, flow=True)


def after_colon(value: Data, column: int, manner: Manner, like: str = "") -> tuple[str, list[str]]:
    """What stands after the colon of a key at a column, and the lines that follow."""
    match value:
        case list() if value:
            return "", list(lines(value, column + manner.dash, manner))
        case dict() if value:
            return "", list(lines(value, column + manner.step, manner))
        case list() | dict():
            return in_brackets(value), []
        case _:
            several = block(value, column + manner.step) if value and "\n" in value and manner.blocks else None
            return several or (scalar(value, flow=False, like=like), [])


def after_dash(value: Data, column: int, manner: Manner, like: str = "") -> tuple[str, list[str]]:
    """What stands after the dash of an item whose text is at a column, and the lines that follow."""
    if isinstance(value, list | dict) and value:
        first, *more = lines(value, column, manner)
        return first[column:], more
    several = block(value, column) if isinstance(value, str) and "\n" in value and manner.blocks else None
    return several or after_colon(value, column, manner, like)


def lines(value: Data, column: int, manner: Manner) -> Iterator[str]:
    """A list or a map on lines of its own, from a column on."""
    assert isinstance(value, list | dict)
    for name, item in value.items() if isinstance(value, dict) else ((None, item) for item in value):
        if name is None:
            mark, (head, more) = "-", after_dash(item, column + 2, manner)
        else:
            mark, (head, more) = key(name, flow=False) + ":", after_colon(item, column, manner)
        yield " " * column + (f"{mark} {head}" if head else mark)
        yield from more


def _reads(written: str, text: str, flow: bool) -> bool:
    """Whether YAML gives the text back, as a value and as an item."""
    if not written.startswith(('"', "'")) and (written != written.strip() or not written):
        return False
    sources = (f"{{k: {written}}}", f"[{written}]") if flow else (f"k: {written}\n", f"- {written}\n")
    return _holds(sources[0], {"k": text}) and _holds(sources[1], [text])


def _holds(source: str, value: Data) -> bool:
    doc = parse(source, "")
    return not doc.problems and data(doc.root) == value
