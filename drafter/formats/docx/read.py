""".docx → what a draft remembers of itself; guarded, as the file may come from anyone."""

from __future__ import annotations

import io
import zipfile

from drafter.formats.docx.write import RECORD
from drafter.formats.record import digest
from drafter.frozen import dataclass

MOST_PART = 20_000_000
"""Bytes of one part when inflated; a long speech has some hundred thousand."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft came from."""

    source: str
    """The brief's path as seen from the draft."""
    untouched: bool
    """Nobody has saved the document since it was drafted."""


def origin(data: bytes) -> Origin | None:
    """The origin that a Word file records, or None: not a draft, or not readable as one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if not {"customXml/item1.xml", "word/document.xml"} <= names:
                return None
            record = _part(package, "customXml/item1.xml")
            document = _part(package, "word/document.xml")
            comments = _part(package, "word/comments.xml") if "word/comments.xml" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    root = _parsed(record)
    if root is None or root.tag != f"{{{RECORD}}}record":
        return None
    same = root.get("document") == digest(document) and root.get("comments") == digest(comments)
    return Origin(root.get("source") or "", same)


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        data = part.read(MOST_PART + 1)
    if len(data) > MOST_PART:
        raise ValueError(name)
    return data


def _parsed(data: bytes):  # type: ignore[no-untyped-def]
    from lxml import etree

    if b"<!DOCTYPE" in data:
        return None
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return None
