"""The trees of a stranger's package, each heard by the gate first, and what its parts name."""

from __future__ import annotations

from posixpath import join, normpath
from typing import Any

from msgspec import Struct

from drafter.formats.docx.gate import MOST_TREES, Events, Package, damaged, parse
from drafter.formats.docx.parts import W
from drafter.formats.docx.read import whole
from drafter.problem import InputError, Place, Problem

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""Namespaces of strict documents, and those that every program reads."""
Tree = Any
"""An element of lxml."""


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """A name of a relationship's id."""
    return f"{{{R}}}{name}"


def val(element: Tree | None, name: str = "val") -> str:
    """An attribute of WordprocessingML, or nothing."""
    return "" if element is None else element.get(w(name), "")


def on(element: Tree | None) -> bool:
    """Whether a switch stands and is not off."""
    return element is not None and val(element) not in ("0", "false", "off")


def local(element: Tree) -> str:
    """The name of an element without its namespace; of a remark or an instruction, nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def space(element: Tree) -> str:
    """Its namespace."""
    return element.tag[1:].partition("}")[0] if isinstance(element.tag, str) else ""


def tree(package: Package, name: str) -> Tree:
    """The tree of a part, its names those that every program reads; raises InputError."""
    data = heard(package, name)
    if b"purl.oclc.org/ooxml" in data:
        for old, new in STRICT:
            data = data.replace(old, new)
    return grown(package, data)


def heard(package: Package, name: str) -> bytes:
    """A part that the gate has heard and that is small enough for a tree; raises InputError."""
    parse(package, name, Events(package.file))
    data = whole(package, name)
    if len(data) > MOST_TREES:
        raise InputError([Problem("parts-too-large", Place(package.file), {"most": f"{MOST_TREES:,}"})])
    return data


def grown(package: Package, data: bytes) -> Tree:
    """Its tree, as it stands; raises InputError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(package.file, "its XML is faulty") from error


def text_of(root: Tree) -> bytes:
    """A tree as a part."""
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def without(element: Tree) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrapped(element: Tree) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for n, child in enumerate(list(element)):
        parent.insert(at + n, child)
    parent.remove(element)


class Relation(Struct, frozen=True):
    """What a part names."""

    id: str
    """By this."""
    kind: str
    """The last word of its type."""
    target: str
    """The part, in small letters; for what lies outside its address."""
    outside: bool
    """Whether it lies outside the package."""


def relations(package: Package, name: str) -> tuple[Relation, ...]:
    """What a part names, by its relationships; the package itself has no name."""
    folder, _, own = name.rpartition("/")
    path = join(folder, "_rels", f"{own}.rels")
    if path not in package.parts:
        return ()
    return tuple(_relation(row, folder) for row in tree(package, path) if local(row) == "Relationship")


def _relation(row: Tree, folder: str) -> Relation:
    outside, target = row.get("TargetMode") == "External", row.get("Target", "")
    if not outside:
        target = normpath(join("/", folder, target)).strip("/").lower()
    return Relation(row.get("Id", ""), row.get("Type", "").rpartition("/")[2], target, outside)
