"""A user's own Word document as the frame: its styles, margins, headers and footers; our text."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from drafter.formats.docx.gate import searched
from drafter.formats.docx.parts import STYLE_NAMES, Letters, W
from drafter.formats.docx.write import RECORD_PROPERTIES, Body, R, comments_xml, core_xml, escape, record_xml
from drafter.formats.lines import page_text
from drafter.formats.record import Record
from drafter.language import TONGUES
from drafter.model.manuscript import Manuscript
from drafter.problem import InputError, Place, Problem

OPTION = "--reference"
"""What its problems are told of."""
USUAL_WIDTH = 20
"""Characters of a title in 22 points between the margins of an official document."""
ABOUT_ITSELF = frozenset(("core-properties", "extended-properties", "custom-properties", "thumbnail"))
"""What a package says of itself; LibreOffice spells the types of these relationships in its own way."""
DRAWN_FROM_OTHERS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml")
"""Kinds of parts that tell of the reference's own text; they go with its body."""
OTHER_NAMES = {
    "title": ("标题", "讲话标题"),
    "byline": ("副标题", "署名"),
    "date": ("日期",),
    "salutation": ("称呼", "称谓"),
    "heading1": ("标题 1",),
    "heading2": ("标题 2",),
    "heading3": ("标题 3",),
    "heading4": ("标题 4",),
    "body": ("正文文本", "正文首行缩进"),
}
"""Names under which Chinese templates keep a role's style, beside Word's own."""


def fill(reference: bytes, manuscript: Manuscript, record: Record | None) -> bytes:
    """The reference document with its body replaced by the speech; raises InputError if it cannot be used."""
    package = searched(reference, OPTION)
    if "vbaProject" in package.related or "word/vbaproject.bin" in package.parts:
        raise InputError([_bad("it holds macros")])
    try:
        return _filled(reference, manuscript, record)
    except Exception as error:  # python-docx raises whatever it stumbles over
        raise InputError([_bad("its parts are not as Word writes them")]) from error


def _filled(reference: bytes, manuscript: Manuscript, record: Record | None) -> bytes:
    import docx

    document = docx.Document(io.BytesIO(reference))
    ids = _ids(document)
    title_width = _title_width(document, ids["title"])
    body = Body(
        manuscript, title_width, marked=record is not None, ids=ids, after_heading=_after_heading(document, ids)
    )
    _replace_body(document, body.xml)
    for rid, relation in list(document.part.rels.items()):
        if relation.reltype.rpartition("/")[2] in DRAWN_FROM_OTHERS:
            del document.part.rels[rid]
    if record:
        _attach(document, body, manuscript, record)
    title = next((page_text(line) for line in manuscript.lines if line.role == "title"), "")
    _own_properties(document.part.package, title)
    buffer = io.BytesIO()
    document.save(buffer)
    return _dateless(buffer.getvalue())


def _own_properties(package: Any, title: str) -> None:
    """The document's title in place of what the reference says of itself: its author, company, dates and picture."""
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    for rid, relation in list(package.rels.items()):
        if relation.reltype.rpartition("/")[2] in ABOUT_ITSELF:
            del package.rels[rid]
    core = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, core_xml(title), package)
    package.relate_to(core, RT.CORE_PROPERTIES)


def _bad(reason: str) -> Problem:
    return Problem("bad-reference", Place(OPTION), {"name": OPTION, "reason": reason})


def _ids(document: Any) -> dict[str, str]:
    """The style id for each role: Word's own name, a Chinese one, or the default paragraph style."""
    from docx.enum.style import WD_STYLE_TYPE

    by_name = {
        (style.name or "").lower(): style.style_id for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH
    }
    default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    fallback = default.style_id if default is not None else "Normal"
    return {
        role: next((by_name[n.lower()] for n in (name, *OTHER_NAMES[role]) if n.lower() in by_name), fallback)
        for role, name in STYLE_NAMES.items()
    }


def _after_heading(document: Any, ids: dict[str, str]) -> Letters:
    """What sets the words after a run-in heading as body: the body style's linked letters, or its face and size."""
    from lxml import etree

    body = {style.style_id: style for style in document.styles}.get(ids["body"])
    if body is None:
        return Letters()
    bold = bool(body.font.bold)
    link = body.element.find(f"{{{W}}}link")
    if link is not None:
        return Letters(style=escape(link.get(f"{{{W}}}val") or ""), bold=bold)
    found = {name: body.element.find(f"{{{W}}}rPr/{{{W}}}{name}") for name in ("rFonts", "sz", "szCs")}
    xml = {name: "" if one is None else etree.tostring(one, encoding="unicode") for name, one in found.items()}
    return Letters(fonts=xml["rFonts"], size=xml["sz"] + xml["szCs"], bold=bold)


def _title_width(document: Any, style_id: str) -> int:
    """Characters of the title that fit on a line; as on a usual page, where the reference does not say."""
    try:
        section = document.sections[0]
        width = section.page_width - section.left_margin - section.right_margin
        style = next((one for one in document.styles if one.style_id == style_id), None)
        size = style.font.size if style is not None and style.font.size else 22 * 12700
        return max(8, int(width // size))
    except (IndexError, TypeError, ValueError):  # no section, no margin, or one that is no number
        return USUAL_WIDTH


def _replace_body(document: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    body = document.element.body
    for child in list(body):
        if child.tag != f"{{{W}}}sectPr":
            body.remove(child)
    new = parse_xml(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{xml}</w:body>')
    for position, paragraph in enumerate(list(new)):
        body.insert(position, paragraph)


def _attach(document: Any, body: Body, manuscript: Manuscript, record: Record) -> None:
    """Comments on gaps and the record, as parts of their own."""
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    package, main = document.part.package, document.part
    comments = b""
    if body.gaps:
        comments = comments_xml(body.gaps, TONGUES[manuscript.language])
        main.relate_to(Part(PackURI("/word/comments.xml"), CT.WML_COMMENTS, comments, package), RT.COMMENTS)
    xml = etree.tostring(document.element, xml_declaration=True, encoding="UTF-8", standalone=True)
    data = record_xml(record, manuscript, body.texts, xml, comments)
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", data, package)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.relate_to(Part(PackURI("/customXml/itemProps1.xml"), kind, RECORD_PROPERTIES, package), f"{R}/customXmlProps")
    main.relate_to(item, f"{R}/customXml")


def _dateless(data: bytes) -> bytes:
    """The same package without the times at which its parts were written: same input, same bytes."""
    from drafter.formats.docx.package import pack, package

    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return package(pack(name, old.read(name)) for name in old.namelist())
