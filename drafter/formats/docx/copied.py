"""A copy of a Word package in which some parts are others: every other part goes over as it is packed."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, relpath

from drafter.formats.docx.frame.trees import R, Tree, grown, heard, local, space, text_of
from drafter.formats.docx.gate import TYPES, Package, damaged
from drafter.formats.docx.package import Packed, pack
from drafter.formats.docx.package import package as zipped
from drafter.formats.docx.read import whole

STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
LOCAL_HEADER = 30
"""Bytes before the name of a part."""


def copied(package: Package, data: bytes, changed: Mapping[str, bytes], gone: Collection[str] = ()) -> bytes:
    """The package with other bytes for some parts, by their names in small letters, and without some; new ones come last."""
    return zipped(_packed(package, data, dict(changed), gone))


def _packed(package: Package, data: bytes, changed: dict[str, bytes], gone: Collection[str]) -> Iterator[Packed]:
    for name, info in package.parts.items():
        if name in gone:
            continue
        if name in changed:
            yield pack(info.filename, changed.pop(name))
        elif info.flag_bits & 1:
            raise damaged(package.file, "a part cannot be unpacked")
        elif info.compress_type == zipfile.ZIP_DEFLATED:
            yield Packed(info.filename.encode(), _raw(data, info), info.file_size, info.CRC)
        else:
            yield pack(info.filename, whole(package, name))
    for name, part in changed.items():
        yield pack(name, part)


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a part as they are packed (APPNOTE.TXT 6.3: 4.3.7)."""
    at = info.header_offset
    start = at + LOCAL_HEADER + int.from_bytes(data[at + 26 : at + 28], "little")
    start += int.from_bytes(data[at + 28 : at + 30], "little")
    return data[start : start + info.compress_size]


def with_part(package: Package, kind: str, content_type: str, part: bytes) -> dict[str, bytes]:
    """What changes where the main part names one more part of a kind: the part, that it is named, and what it is."""
    folder = dirname(package.main)
    n = 1
    while (name := join(folder, f"{kind}{n if n > 1 else ''}.xml")) in package.parts:
        n += 1
    rels = join(folder, "_rels", f"{package.main.rpartition('/')[2]}.rels")
    strict = b"purl.oclc.org/ooxml" in whole(package, package.main)[:5000]
    types = grown(package, heard(package, TYPES)) if TYPES in package.parts else _root("Types", TYPES_SPACE)
    _add(types, "Override", PartName=f"/{name}", ContentType=content_type)
    named = grown(package, heard(package, rels)) if rels in package.parts else _root("Relationships", PKG)
    for row in [row for row in named if row.get("Type", "").rpartition("/")[2] == kind]:
        named.remove(row)  # what it names is not there
    ids = {row.get("Id") for row in named}
    id = next(id for n in range(len(ids) + 1) if (id := f"rIdDrafter{n + 1}") not in ids)
    _add(named, "Relationship", Id=id, Type=f"{STRICT_R if strict else R}/{kind}", Target=relpath(name, folder or "."))
    return {TYPES: text_of(types), rels: text_of(named), name: part}


TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


def _root(name: str, of: str) -> Tree:
    from lxml import etree

    return etree.Element(f"{{{of}}}{name}", nsmap={None: of})  # type: ignore[dict-item]


def _add(root: Tree, name: str, **attributes: str) -> None:
    from lxml import etree

    assert local(root)
    etree.SubElement(root, f"{{{space(root)}}}{name}", attributes)
