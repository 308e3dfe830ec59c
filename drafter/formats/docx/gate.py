"""The one gate for Word packages that others made: what comes through has bounds, no DOCTYPE, and its parts by name."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.formats.reading.sniff import refusal
from drafter.problem import InputError, Place, Problem

MOST_FILE = 100_000_000
"""Bytes of the file; pictures make some large."""
MOST_PART = 30_000_000
"""Bytes of one part when inflated; a long speech has some hundred thousand."""
MOST_RATIO = 200
"""Inflated to deflated, for parts above a megabyte; text reaches about 20."""
MOST_PARTS = 10_000
MOST_TAGS = 500_000
"""Tags of one part; what takes two seconds. A speech has some ten thousand, a book of speeches two hundred thousand."""
MOST_TOGETHER = 50_000_000
"""Bytes of all parts inflated, where a library will hold all of them; pictures make some large."""
MOST_TREES = 5_000_000
"""Bytes of all XML, where a library will make trees of it, which take twenty times as much."""
TYPES = "[content_types].xml"
PIECE = 1 << 16
SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm:",
    "urn:schemas-microsoft-com:vml": "v:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
    "http://schemas.openxmlformats.org/package/2006/content-types": "type:",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x:",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x:",
    "urn:speech-drafter:record:1": "record:",
}
"""Namespaces that are read, transitional and strict alike, and how their names are written here."""


class Package(Struct, frozen=True):
    """The parts of a Word file."""

    file: str
    """The file's name."""
    zip: zipfile.ZipFile
    """Its archive."""
    parts: Mapping[str, zipfile.ZipInfo]
    """Where each part is, by its name in small letters."""
    main: str = ""
    """The part that holds the text."""
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The parts that the main part names, by their kind."""


class Events:
    """What is called for every tag of a part; names come without their namespace, and no DOCTYPE is taken."""

    def __init__(self, file: str, most: int = MOST_TAGS) -> None:
        self.file = file
        self.path: list[str] = []
        self._most = self._left = most
        self._names: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        """A tag begins; `path` has the names around it."""

    def closed(self, name: str) -> None:
        """A tag has ended."""

    def data(self, text: str) -> None:
        """Some text, in pieces of any length."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What lxml calls."""
        name = self._names.get(tag) or self._named(tag)
        self._left -= 1
        if self._left < 0:
            raise InputError([Problem("too-many-tags", Place(self.file), {"most": f"{self._most:,}"})])
        self.opened(name, attributes)
        self.path.append(name)

    def end(self, tag: str) -> None:
        """What lxml calls."""
        self.closed(self.path.pop())

    def doctype(self, *named: str | None) -> None:
        """What lxml calls before it reads any entity."""
        raise damaged(self.file, "it holds a DOCTYPE")

    def close(self) -> None:
        """What lxml calls at the end."""

    def _named(self, tag: str) -> str:
        space, _, local = tag[1:].rpartition("}")
        self._names[tag] = SPACES.get(space, "?") + local
        return self._names[tag]


def opened(data: bytes, file: str) -> Package:
    """The package; raises InputError if the file is none, or is not to be trusted. Its parts are bounded as they are read."""
    refused = refusal(data, file, "docx")
    if refused:
        raise InputError([refused])
    package = unzipped(data, file)
    main = next(iter(_related(package, "").get("officeDocument", ())), "word/document.xml")
    if main not in package.parts:
        raise damaged(file, "the part that holds the text is missing")
    return replace(package, main=main, related=_related(package, main))


def unzipped(data: bytes, file: str) -> Package:
    """The parts of any package by their names; raises InputError."""
    if len(data) > MOST_FILE:
        raise InputError([Problem("too-large", Place(file), {"most": f"{MOST_FILE:,}", "size": f"{len(data):,}"})])
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(file, "it is no ZIP archive, or its end is missing") from error
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise damaged(file, "it has too many parts")
    parts = {info.filename.replace("\\", "/").strip("/").lower(): info for info in infos}
    if len(parts) < len(infos):
        raise damaged(file, "two of its parts have one name")
    return Package(file, archive, parts)


def searched(data: bytes, file: str) -> Package:
    """The package, every part of it unpacked and all XML heard once: for a library that takes whatever it is given."""
    package = opened(data, file)
    trees = _trees(package)
    events = Events(file)  # one for all, so that their tags are counted together
    for name in trees:
        parse(package, name, events)
    for most, names in ((MOST_TREES, trees), (MOST_TOGETHER, package.parts)):
        left = most
        for name in names:
            left -= sum(map(len, pieces(package, name)))
            if left < 0:
                raise InputError([Problem("parts-too-large", Place(file), {"most": f"{most:,}"})])
    return package


def parse(package: Package, name: str, events: Events, most: int = MOST_PART) -> None:
    """Read a part of XML; raises InputError. Nothing of it is kept but what `events` keeps."""
    from lxml import etree

    target: Any = events  # which hears texts only, as XMLParser gives nothing else
    parser: Any = etree.XMLParser(
        target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        for piece in pieces(package, name, most):
            parser.feed(piece)
        parser.close()
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged(package.file, "its XML is faulty") from error


def pieces(package: Package, name: str, most: int = MOST_PART) -> Iterator[bytes]:
    """The bytes of a part, piece by piece; raises InputError."""
    info = package.parts[name]
    if info.flag_bits & 1:
        raise InputError([Problem("encrypted", Place(package.file))])
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged(package.file, "a part is compressed in an unusual way")
    most = left = min(most, max(1_000_000, info.compress_size * MOST_RATIO))
    if info.file_size > most:
        raise _too_large(package.file, name, most)
    try:
        with package.zip.open(info) as part:
            while piece := part.read(PIECE):
                left -= len(piece)
                if left < 0:  # the directory said less
                    raise _too_large(package.file, name, most)
                yield piece
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise damaged(package.file, "a part cannot be unpacked") from error


def value(attributes: Mapping[str, str], name: str = "val") -> str:
    """An attribute by its name without a namespace, or nothing."""
    return next((text for key, text in attributes.items() if key.rpartition("}")[2] == name), "")


def number(text: str, otherwise: int = 0) -> int:
    """A number as Word writes it."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise


def damaged(file: str, reason: str) -> InputError:
    """The error that a Word file is damaged."""
    return InputError([Problem("damaged-docx", Place(file), {"reason": reason})])


def _too_large(file: str, name: str, most: int) -> InputError:
    return InputError([Problem("part-too-large", Place(file), {"name": name, "most": f"{most:,}"})])


class _Kinds(Events):
    """The content types of a package: of endings, and of parts by name."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.told: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("type:Default", "type:Override"):
            of = attributes.get("PartName") or "." + attributes.get("Extension", "")
            self.told[of.strip("/").lower()] = attributes.get("ContentType", "").lower()


def _trees(package: Package) -> tuple[str, ...]:
    """The parts that are XML by their name, or that a library takes for XML by their content type; no picture is."""
    kinds = _Kinds(package.file)
    if TYPES in package.parts:
        parse(package, TYPES, kinds)
    told = {name: kinds.told.get(name) or kinds.told.get("." + name.rpartition(".")[2], "") for name in package.parts}
    return tuple(
        name
        for name, kind in told.items()
        if name.endswith((".xml", ".rels")) or (kind.endswith("xml") and not kind.startswith("image/"))
    )


class _Relations(Events):
    """The relationships of a part: kind and target of each."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.rows: list[tuple[str, str]] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship" and attributes.get("TargetMode") != "External":
            self.rows.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))


def _related(package: Package, name: str) -> dict[str, tuple[str, ...]]:
    """The parts that a part names, by kind; what lies outside is never looked at."""
    folder, _, own = name.rpartition("/")
    relations = _Relations(package.file)
    path = join(folder, "_rels", f"{own}.rels")
    if path in package.parts:
        parse(package, path, relations)
    found: dict[str, tuple[str, ...]] = {}
    for kind, target in relations.rows:
        part = normpath(join("/", dirname(name), target)).strip("/").lower()
        if part in package.parts and part not in found.get(kind, ()):
            found[kind] = (*found.get(kind, ()), part)
    return found
