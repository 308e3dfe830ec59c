""".docx → what a draft remembers of itself; guarded, as the file may come from anyone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from drafter.formats.docx.gate import Events, Package, opened, parse, pieces
from drafter.formats.record import digest
from drafter.problem import InputError

LARGEST = 2_000_000
"""Bytes of a record; it holds a brief, which has no more than a million, and some words for each line."""

SEED, FIGURE = re.compile(r"-?[0-9]{1,18}"), re.compile(r"[0-9]{1,9}(\.[0-9]{1,12})?")
"""Numbers as a record of ours has them."""


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
    seed: int | None = None
    """By which its wordings were chosen."""
    minutes: float | None = None
    """The length that was asked for instead of that of the brief."""
    rate: float | None = None
    """How much is said in a minute, where the length hangs on another rate than the brief says."""


class Record(Events):
    """What a draft of ours says of itself."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.said: Mapping[str, str] | None = None
        self.hashes: set[str] = set()
        self.brief: list[str] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "record:record" and not self.path:
            self.said = dict(attributes)
        elif name in ("record:lines", "record:line") and self.said is not None:  # 0.1.0 hashed every line
            self.hashes.add(attributes.get("hash", ""))

    def data(self, text: str) -> None:
        if self.path == ["record:record", "record:brief"]:
            self.brief.append(text)


def origin(data: bytes) -> Origin | None:
    """The origin that a Word file records, or None: not a draft, or not readable as one."""
    try:
        package = opened(data, "")
        record = recorded(package)
        if record.said is None:
            return None
        document, comments = (whole(package, name) for name in (package.main, "word/comments.xml"))
    except InputError:
        return None
    same = record.said.get("document") == digest(document) and record.said.get("comments") == digest(comments)
    seed = record.said.get("seed", "")
    return Origin(
        record.said.get("source", ""),
        same,
        record.said.get("line", ""),
        "".join(record.brief),
        int(seed) if SEED.fullmatch(seed) else None,
        _figure(record.said.get("minutes", "")),
        _figure(record.said.get("rate", "")),
    )


def _figure(text: str) -> float | None:
    """A number of our own writing; None for anything else that stands there."""
    return float(text) if FIGURE.fullmatch(text) and float(text) > 0 else None


def recorded(package: Package) -> Record:
    """The record in a package; one that says nothing, where there is none."""
    for part in package.related.get("customXml", ()):
        if package.parts[part].file_size > LARGEST:
            continue
        record = Record(package.file)
        parse(package, part, record)
        if record.said is not None:
            return record
    return Record(package.file)


def whole(package: Package, name: str) -> bytes:
    """All bytes of a part; none, if it is missing."""
    return b"".join(pieces(package, name)) if name in package.parts else b""
