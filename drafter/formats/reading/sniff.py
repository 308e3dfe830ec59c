"""What a file really is, whatever its name says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from drafter.problem import Place, Problem

OLD = "other-format"
"""The rule for what Word or WPS can save anew."""
PDF, NO_SPEECH = "pdf", "no-speech-file"
MAGIC = (
    (b"%PDF-", PDF, "a PDF file"),
    (b"{\\rtf", OLD, "a Rich Text file"),
    (b"MIME-Version:", OLD, "a web archive (.mht)"),
    (b"\x89PNG\r\n", NO_SPEECH, "a picture"),
    (b"\xff\xd8\xff", NO_SPEECH, "a picture"),
    (b"GIF8", NO_SPEECH, "a picture"),
    (b"II*\0", NO_SPEECH, "a picture"),
    (b"MM\0*", NO_SPEECH, "a picture"),
    (b"Rar!\x1a", NO_SPEECH, "an archive"),
    (b"7z\xbc\xaf\x27\x1c", NO_SPEECH, "an archive"),
    (b"\x1f\x8b\x08", NO_SPEECH, "an archive"),
    (b"\x7fELF", NO_SPEECH, "a program"),
    (b"MZ\x90", NO_SPEECH, "a program"),
)
"""First bytes, the rule that they break, and what they tell."""
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = (
    ("EncryptedPackage", "encrypted", ""),
    ("WordDocument", OLD, "a Word 97–2003 document (.doc)"),
    ("Workbook", NO_SPEECH, "an Excel workbook"),
    ("PowerPoint Document", NO_SPEECH, "a PowerPoint presentation"),
)
"""What an OLE file holds; an encrypted .docx is one too."""
MEMBERS = (
    ("xl/workbook.", NO_SPEECH, "an Excel workbook"),
    ("ppt/presentation.", NO_SPEECH, "a PowerPoint presentation"),
    ("ofd.xml", PDF, "an OFD file"),
    ("meta-inf/container.xml", PDF, "an EPUB book"),
    ("content.xml", OLD, "an OpenDocument text (.odt)"),
    ("index/document.iwa", PDF, "a Pages document"),
)
"""What a ZIP archive that is no Word file may hold."""
HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
XML = re.compile(
    rb"<(?:\w+:)?(?:wordDocument|package)\b[^>]*schemas\.microsoft\.com/office/(?:word/2003|2006/xmlPackage)"
)
"""Word 2003's XML, and a package written out as one XML file."""
LOOKED_AT = 4096
HEADING = re.compile(rb"^#{2,5} +[^\x00-\x7f]", re.MULTILINE)
FEWEST_HEADINGS = 2
"""Lines that begin as headings of Markdown do, so that a text is taken for it."""


def kind(data: bytes, ending: str = "") -> str:
    """The ending that the bytes themselves ask for, or nothing where they say nothing; a .txt may hold Markdown."""
    if data.startswith(ZIP):
        return "docx"
    if ending == "txt" and len(HEADING.findall(data)) >= FEWEST_HEADINGS:
        return "md"
    return "html" if HTML.match(_head(data)) else ""


def refusal(data: bytes, file: str, ending: str) -> Problem | None:
    """Why the file cannot be read, if it is something else."""
    found = next(((rule, what) for magic, rule, what in MAGIC if data.startswith(magic)), None)
    if not data:
        found = NO_SPEECH, "an empty file"
    if data.startswith(OLE):
        found = _first((name.encode("utf-16-le") in data, rule, what) for name, rule, what in STREAMS)
        found = found or (OLD, "an old Office file")
        if ending == "wps" and found[0] == OLD:
            found = OLD, "a WPS document (.wps)"
    elif data.startswith(ZIP):
        names = _names(data)
        if names and not any(name.startswith("word/") for name in names):
            held = "\n".join(["", *names])
            found = _first((f"\n{name}" in held, rule, what) for name, rule, what in MEMBERS)
            found = found or (NO_SPEECH, "an archive without a Word document")
    elif XML.search(_head(data)):
        found = OLD, "a Word document as one XML file"
    return Problem(found[0], Place(file), {"what": found[1]}) if found else None


def _first(found: Iterable[tuple[bool, str, str]]) -> tuple[str, str] | None:
    return next(((rule, what) for holds, rule, what in found if holds), None)


def _names(data: bytes) -> list[str]:
    """The names in an archive; none, if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [name.replace("\\", "/").strip("/").lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []


def _head(data: bytes) -> bytes:
    """The beginning of a file, of UTF-16 and with a mark too."""
    return (
        data[:LOOKED_AT]
        .replace(b"\0", b"")
        .removeprefix(b"\xef\xbb\xbf")
        .removeprefix(b"\xff\xfe")
        .removeprefix(b"\xfe\xff")
    )
