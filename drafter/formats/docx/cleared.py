"""A copy of a Word file that tells nothing of how it was made: tracked changes taken, no comment, record, author or trace left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join

from drafter.formats.docx.accepted import accept
from drafter.formats.docx.copied import copied
from drafter.formats.docx.frame.trees import Tree, grown, heard, local, relations, space, text_of, unwrapped, without
from drafter.formats.docx.gate import Package, searched
from drafter.formats.docx.remembered import RECORD
from drafter.formats.docx.returned import MARKED

WORDS = frozenset("document hdr ftr footnotes endnotes styles numbering glossaryDocument".split())
"""The roots of parts in which words, or looks, are."""
COMMENTS = frozenset("comments commentsExtended commentsIds commentsExtensible people".split())
XML = frozenset(("customXml", "customXmlProps"))
GONE: Mapping[str, str] = {
    **dict.fromkeys(COMMENTS, ""),
    **dict.fromkeys(XML, ""),
    "custom-properties": "properties",
    "thumbnail": "thumbnails",
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "macros",
    "attachedTemplate": "templates",
    "origin": "signatures",
    "signature": "signatures",
}
"""The kinds of parts that go, and as what they are counted."""
OF_PERSONS = frozenset("creator lastModifiedBy Manager Company HyperlinkBase".split())
SETTINGS = frozenset("rsids trackRevisions attachedTemplate docVars".split())
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def cleared(data: bytes, file: str) -> tuple[bytes, Mapping[str, int]]:
    """The copy, and how much of each kind was taken out; raises InputError."""
    package = searched(data, file)
    counts: Counter[str] = Counter()
    authors: set[str] = set()
    gone = _gone(package, counts)
    changed: dict[str, bytes] = {}
    for name in package.parts:
        if name in gone or not name.endswith((".xml", ".rels")):
            continue
        old = heard(package, name)
        root = grown(package, old)
        before = text_of(root)
        _clear(root, name, package, gone, counts, authors)
        if text_of(root) != before:
            changed[name] = text_of(root)
    counts["authors"] = len(authors)
    return copied(package, data, changed, gone), {kind: n for kind, n in counts.items() if n}


def _clear(
    root: Tree, name: str, package: Package, gone: frozenset[str], counts: Counter[str], authors: set[str]
) -> None:
    """Take out of a part what tells how it was made."""
    match local(root):
        case "Types":
            _types(root, gone)
        case "Relationships":
            _relations(root, name, package, gone)
        case "settings":
            for one in [one for one in root if local(one) in SETTINGS]:
                without(one)
        case "coreProperties" | "Properties":
            for one in [one for one in root if local(one) in OF_PERSONS]:
                counts["properties"] += bool((one.text or "").strip())
                without(one)
        case kind if kind in WORDS:
            authors |= {one for each in root.iter() if (one := _attribute(each, "author"))}
            counts["changes"] += accept(root)
            _marks(root, counts)
    _rsids(root, counts)


def _gone(package: Package, counts: Counter[str]) -> frozenset[str]:
    """The parts that go, with all that they name alone."""
    found: set[str] = set()
    for name in ("", *package.parts):
        for one in relations(package, name):
            if one.kind not in GONE or one.outside or one.target not in package.parts or one.target in found:
                continue
            found.add(one.target)
            if one.kind == "customXml":
                ours = RECORD.encode() in heard(package, one.target)
                counts["record" if ours else "custom XML"] += 1
            elif one.kind == "comments":
                counts["comments"] += sum(
                    local(each) == "comment" for each in grown(package, heard(package, one.target))
                )
            elif GONE[one.kind]:
                counts[GONE[one.kind]] += 1
    return frozenset((*found, *(rels for part in found if (rels := _rels_of(part)) in package.parts)))


def _rels_of(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _types(root: Tree, gone: frozenset[str]) -> None:
    """What the parts that stay are; a document with macros is one without."""
    for one in list(root):
        if one.get("PartName", "").strip("/").lower() in gone:
            without(one)
        elif one.get("ContentType") == MACROS:
            one.set("ContentType", PLAIN)


def _relations(root: Tree, name: str, package: Package, gone: frozenset[str]) -> None:
    """What is named of the parts that stay; no template, wherever it lies."""
    own = join(dirname(dirname(name)), basename(name).removesuffix(".rels"))
    kept = {one.id for one in relations(package, own) if one.target not in gone and one.kind not in GONE}
    for one in [one for one in root if one.get("Id", "") not in kept]:
        without(one)


MARKS = frozenset(
    "commentRangeStart commentRangeEnd commentReference annotationRef permStart permEnd dataBinding".split()
)
"""What lies on words for a comment, a person or a part of XML."""


def _marks(root: Tree, counts: Counter[str]) -> None:
    """Take the marks off the words, and what is empty without them."""
    for one in [one for one in root.iter() if local(one) in MARKS]:
        parent = one.getparent()
        without(one)
        if local(parent) == "r" and all(local(rest) == "rPr" for rest in parent):
            without(parent)
    ours = {_attribute(one, "id") for one in _bookmarks(root) if MARKED.fullmatch(_attribute(one, "name"))}
    for one in [one for one in root.iter() if local(one) in ("bookmarkStart", "bookmarkEnd")]:
        if _attribute(one, "id") in ours:
            counts["bookmarks"] += local(one) == "bookmarkStart"
            without(one)
    for one in [one for one in root.iter() if local(one) in ("customXml", "smartTag")]:
        counts["custom XML"] += 1
        for properties in [each for each in one if local(each) in ("customXmlPr", "smartTagPr")]:
            one.remove(properties)
        unwrapped(one)


def _bookmarks(root: Tree) -> Iterator[Tree]:
    yield from (one for one in root.iter() if local(one) == "bookmarkStart")


def _rsids(root: Tree, counts: Counter[str]) -> None:
    """Take away by which sitting each stretch was written."""
    for one in root.iter():
        for key in [key for key in one.attrib if key.rpartition("}")[2].startswith("rsid")]:
            counts["rsids"] += 1
            del one.attrib[key]


def _attribute(element: Tree, name: str) -> str:
    return str(element.get(f"{{{space(element)}}}{name}", ""))
