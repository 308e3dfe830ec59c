""".docx → what a draft remembers of itself; guarded, as the file may come from anyone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace

from drafter.formats.docx.gate import Events, Package, number, opened, parse, pieces
from drafter.formats.record import digest
from drafter.model.record import Group, Record, Source
from drafter.model.value import Figure, Operand
from drafter.problem import InputError

LARGEST = 2_000_000
"""Bytes of a record; it holds a brief, which has no more than a million, and some words for each line."""
PARTS = ("brief", "wordings", "figures", "left", "groups", "sources")
"""What a record says in elements, not in attributes."""
NUMBERS, FIGURE = ("minutes", "rate"), re.compile(r"(?=.*[1-9])[0-9]{1,9}(\.[0-9]{1,12})?")
"""Lengths and rates, as a record of ours has them."""
COMPUTED = ("record:figure", "record:operand")
DEEPEST = 40
"""Figures and operands within one another that are read."""


class Origin(Struct, frozen=True):
    """Where a draft came from."""

    source: str
    """The brief's path as seen from the draft."""
    untouched: bool
    """Nobody has saved the document since it was drafted."""
    line: str = ""
    """What the report of a batch says of it, as JSON."""
    brief: str = ""
    """The brief that it holds."""


class Recorded(Events):
    """What a draft of ours says of itself, as it is heard."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.said: Mapping[str, str] | None = None
        self.hashes: set[str] = set()
        self._brief: list[str] = []
        self._wordings: dict[str, int] = {}
        self._groups: list[tuple[str, list[str]]] = []
        self._open: list[tuple[Mapping[str, str], list[Operand], list[Figure]]] = []
        self._figures: list[Figure] = []
        self._sources: list[tuple[Mapping[str, str], list[str]]] = []

    @property
    def brief(self) -> str:
        """The text of the brief."""
        return "".join(self._brief)

    @property
    def record(self) -> Record | None:
        """All of it; nothing where it does not say what a record must say."""
        said = self.said or {}
        plain = {
            key: text
            for key, text in said.items()
            if key not in PARTS and (key not in NUMBERS or FIGURE.fullmatch(text))
        }
        try:
            found = convert({**plain, "brief": self.brief}, Record, strict=False)
        except ValidationError:
            return None
        groups = tuple(Group(hash, tuple(map(_nodes, "".join(text).split("\n")))) for hash, text in self._groups)
        sources = tuple(_source(given, "".join(text)) for given, text in self._sources)
        figures = tuple(self._figures)
        return replace(found, wordings=self._wordings, figures=figures, groups=groups, sources=sources)

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "record:record" and not self.path:
            self.said = dict(attributes)
        if self.said is None:
            return
        if name in ("record:lines", "record:line"):  # 0.1.0 hashed every line
            self.hashes.add(attributes.get("hash", ""))
        if name == "record:lines":
            self._groups.append((attributes.get("hash", ""), []))
        elif name == "record:wording":
            self._wordings[attributes.get("node", "")] = number(attributes.get("number", ""))
        elif name == "record:source":
            self._sources.append((attributes, []))
        elif name in COMPUTED:
            self._open.append((attributes, [], []))

    def closed(self, name: str) -> None:
        if name not in COMPUTED or not self._open:
            return
        attributes, operands, figures = self._open.pop()
        if len(self._open) >= DEEPEST:
            return
        words = attributes.get("words", "")
        if name == "record:figure":
            figure = Figure(words, attributes.get("operation", ""), tuple(operands))
            (self._open[-1][2] if self._open else self._figures).append(figure)
        elif self._open:
            day, slot = _day(attributes.get("day", "")), attributes.get("slot", "")
            self._open[-1][1].append(Operand(words, slot, day, figures[0] if figures else None))

    def data(self, text: str) -> None:
        if self.path == ["record:record", "record:brief"]:
            self._brief.append(text)
        elif self.path == ["record:record", "record:lines"]:
            self._groups[-1][1].append(text)
        elif self.path == ["record:record", "record:source"]:
            self._sources[-1][1].append(text)


def _nodes(line: str) -> tuple[str, ...]:
    return tuple(line.split())


def _source(given: Mapping[str, str], text: str) -> Source:
    name, kind, file, asker, hash = (given.get(key, "") for key in ("name", "kind", "file", "asker", "hash"))
    return Source(name, kind, file, asker, hash, text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def origin(data: bytes) -> Origin | None:
    """The origin that a Word file records, or None: not a draft, or not readable as one."""
    try:
        package = opened(data, "")
        record = recorded(package)
        if record.said is None:
            return None
        same = is_untouched(package, record)
    except InputError:
        return None
    return Origin(record.said.get("source", ""), same, record.said.get("line", ""), record.brief)


def is_untouched(package: Package, record: Recorded) -> bool:
    """Whether nobody has saved a document since it was drafted."""
    said = record.said or {}
    document, comments = (whole(package, name) for name in (package.main, "word/comments.xml"))
    return said.get("document") == digest(document) and said.get("comments") == digest(comments)


def recorded(package: Package) -> Recorded:
    """The record in a package; one that says nothing, where there is none."""
    for part in package.related.get("customXml", ()):
        if package.parts[part].file_size > LARGEST:
            continue
        record = Recorded(package.file)
        parse(package, part, record)
        if record.said is not None:
            return record
    return Recorded(package.file)


def record_of(data: bytes) -> Record | None:
    """What a Word file remembers of how it was made; None for one that is no draft, or not readable as one."""
    try:
        return recorded(opened(data, "")).record
    except InputError:
        return None


def whole(package: Package, name: str) -> bytes:
    """All bytes of a part; none, if it is missing."""
    return b"".join(pieces(package, name)) if name in package.parts else b""
