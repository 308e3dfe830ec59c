"""A speech in the frame of a user's own Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from drafter.formats.docx.aloud import Aloud, aloud
from drafter.formats.docx.base import paragraph_xml, run_xml
from drafter.formats.docx.frame.effective import number
from drafter.formats.docx.frame.frame import Frame
from drafter.formats.docx.frame.stories import OPEN, SHUT
from drafter.formats.docx.frame.trees import R
from drafter.formats.docx.notes import comments_xml
from drafter.formats.docx.package import pack, package
from drafter.formats.docx.parts import HEAD, READING_ID, Letters, W, escape
from drafter.formats.docx.remembered import RECORD_PROPERTIES, record_xml
from drafter.formats.docx.write import Body, core_xml, relations_xml
from drafter.formats.lines import role
from drafter.formats.record import Record
from drafter.language import TONGUES
from drafter.model.manuscript import Manuscript, page_text
from drafter.model.style import Look, Style, pitch

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "document": f"{WORD}.document.main+xml",
    "styles": f"{WORD}.styles+xml",
    "settings": f"{WORD}.settings+xml",
    "fontTable": f"{WORD}.fontTable+xml",
    "numbering": f"{WORD}.numbering+xml",
    "header": f"{WORD}.header+xml",
    "footer": f"{WORD}.footer+xml",
    "comments": f"{WORD}.comments+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "itemProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
"""Content types, by the names of parts without their numbers."""
PICTURES = ("png", "jpeg", "gif", "bmp", "tiff", "emf", "wmf")
EAST = '<w:rFonts w:hint="eastAsia"/>'
"""With it “ ” — … · keep the Chinese face in styles that have another one for letters, as when Chinese is typed in Word."""
FACES_OF_2312 = ("仿宋_GB2312", "楷体_GB2312")
"""The faces that an office has that sets its body in one of them."""
AFTER = "BodyTextChar"
NOTES = (
    ("CommentReference", "annotation reference", "character", 21),
    ("CommentText", "annotation text", "paragraph", 24),
)
"""Styles that comments need: id, name, kind, half-points."""


def fill(frame: Frame, manuscript: Manuscript, style: Style, record: Record | None) -> bytes:
    """The speech in the frame; without a record no comment, bookmark or trace of the brief is in it."""
    after = _unused(AFTER, frame)
    marks = _marks(frame, manuscript, style)
    body = _body(frame, manuscript, style, record, after, marks)
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body.xml}{frame.section}</w:body></w:document>'
    ).encode()
    comments = comments_xml(body.notes, TONGUES[manuscript.language]) if record and body.notes else b""
    title = next((page_text(line) for line in manuscript.lines if line.role == "title"), "")
    parts = {
        "word/document.xml": document,
        "word/styles.xml": _styles(frame, style, after, record is not None, marks),
        **{name: _shown(name, part, manuscript) for name, part in frame.parts.items()},
        "docProps/core.xml": core_xml(title),
    }
    related = [("rIdStyles", f"{R}/styles", "styles.xml"), *frame.related]
    if comments:
        parts["word/comments.xml"] = comments
        related.append(("rIdComments", f"{R}/comments", "comments.xml"))
    if record:
        parts["customXml/item1.xml"] = record_xml(record, manuscript, body.texts, document, comments)
        parts["customXml/itemProps1.xml"] = RECORD_PROPERTIES
        parts["customXml/_rels/item1.xml.rels"] = relations_xml([("rId1", f"{R}/customXmlProps", "itemProps1.xml")])
        related.append(("rIdRecord", f"{R}/customXml", "../customXml/item1.xml"))
    parts["word/_rels/document.xml.rels"] = relations_xml(related)
    return package(pack(name, part) for name, part in (*_top(parts), *parts.items()))


def _body(
    frame: Frame, manuscript: Manuscript, style: Style, record: Record | None, after: str, marks: Aloud | None
) -> Body:
    look = frame.look
    hint = EAST if manuscript.language == "zh" else ""
    size = look.sizes.get("title") or style.looks["title"].size
    standard = style.looks["body"].bold if any(one.bold for one in style.looks.values()) else None
    bold = look.bold if look.behind else standard
    return Body(
        manuscript,
        max(8, int(frame.width // (size * 20))),
        marked=record is not None,
        after_heading=Letters(style=escape(after), fonts=hint, bold=bold),
        ids=look.ids,
        outright=look.outright,
        plain=Letters(fonts=hint),
        aloud=marks,
        left=record.left if record else {},
    )


def _marks(frame: Frame, manuscript: Manuscript, style: Style) -> Aloud | None:
    """The marks for reading aloud, in keeping with the body of the reference."""
    look, body = frame.look.body, style.looks["body"]
    size = look.size or body.size
    return aloud(manuscript, style.reading, look.latin or body.latin, size, max(8, int(frame.width // (size * 20))))


def _unused(id: str, frame: Frame) -> str:
    """An id that the reference's styles leave free."""
    n = 1
    while (f"{id}{n}" if n > 1 else id) in frame.look.taken:
        n += 1
    return f"{id}{n}" if n > 1 else id


def _styles(frame: Frame, style: Style, after: str, noted: bool, marks: Aloud | None) -> bytes:
    """The styles of the frame and those that are written for this look."""
    looks = {name: _looked(frame, style, name) for name in {*frame.look.missing, "body"}}
    made = [_standard(frame, style, name, looks[name], shown) for name, shown in frame.look.missing.items()]
    letters = frame.look.behind or _letters(looks["body"], style)
    name = "Body Text Char" + after.removeprefix(AFTER)
    while name.casefold() in frame.look.names:
        name += " 2"
    made.append(_style(after, name, "character", "", f"<w:rPr>{letters}</w:rPr>"))
    for id, name, kind, size in NOTES if noted else ():
        if id not in frame.look.taken:
            name += " 2" if name in frame.look.names else ""
            made.append(_style(id, name, kind, "", f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'))
    if marks and READING_ID not in frame.look.taken:
        made.append(marks.style)
    return frame.look.xml + "".join(made).encode() + frame.look.end


def _style(id: str, name: str, kind: str, more: str, properties: str) -> str:
    return f'<w:style xmlns:w="{W}" w:type="{kind}" w:styleId="{escape(id)}"><w:name w:val="{escape(name)}"/>{more}{properties}</w:style>'


def _looked(frame: Frame, style: Style, name: str) -> Look:
    """The standard look of a role, in the face and size of the reference's body where the look has those of its own body."""
    look, usual, body = style.looks[name], style.looks["body"], frame.look.body
    if body.size and look.font == usual.font:  # without a face it is what the document's defaults or its theme say
        look = replace(look, font=body.face)
    elif body.face.endswith("_GB2312") and f"{look.font}_GB2312" in FACES_OF_2312:
        look = replace(look, font=f"{look.font}_GB2312")
    if body.size and look.size == usual.size:
        look = replace(look, size=body.size)
    return replace(look, latin=body.latin or look.latin)


def _letters(look: Look, style: Style) -> str:
    xml = run_xml(replace(look, font=escape(look.font), latin=escape(look.latin)), style, False)
    return xml if look.font else re.sub("<w:rFonts [^>]*>", "", xml)


def _standard(frame: Frame, style: Style, name: str, look: Look, shown: str) -> str:
    line, rule = frame.look.body.line
    own = number(line) if rule == "exact" else pitch(style)
    level = int(name[-1]) if name.startswith("heading") else 0
    properties = paragraph_xml(look, own, indented=True, heading=level, own=own, outright=True)
    if line and rule != "exact" and not look.pitch:  # it stands among lines of the body
        properties = properties.replace(
            f'w:line="{own}" w:lineRule="exact"', f'w:line="{number(line, 240)}" w:lineRule="{escape(rule)}"'
        )
    return _style(
        frame.look.ids[name],
        shown,
        "paragraph",
        "<w:qFormat/>",
        f"{properties}<w:rPr>{_letters(look, style)}</w:rPr>",
    )


def _shown(name: str, part: bytes, manuscript: Manuscript) -> bytes:
    """A header or footer in which fields show the draft's own words."""
    if OPEN.encode() not in part:
        return part
    text = part.decode()
    for asked in {piece.partition(SHUT)[0] for piece in text.split(OPEN)[1:]}:
        words = next((page_text(line) for line in manuscript.lines if role(line) == asked), "")
        text = text.replace(f"{OPEN}{asked}{SHUT}", escape(words))
    return text.encode()


def _top(parts: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Content types, and what the package names."""
    kinds = {name: KINDS.get(_bare(name)) for name in parts if name.endswith(".xml")}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items() if kind)
    endings = sorted({name.rpartition(".")[2] for name in parts} & set(PICTURES))
    pictures = "".join(f'<Default Extension="{one}" ContentType="image/{_kind(one)}"/>' for one in endings)
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}</Types>'.encode(),
    )
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rows = [("rId1", f"{R}/officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml")]
    yield "_rels/.rels", relations_xml(rows)


def _bare(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def _kind(ending: str) -> str:
    return f"x-{ending}" if ending in ("emf", "wmf") else ending
