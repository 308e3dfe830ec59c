"""What stands at the head and foot of every page: the style's own words, and the page's number."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from drafter.formats.docx.parts import W
from drafter.model.style import Look, Style

GAP = 7
"""Millimetres from the type area to the dash of the number (GB/T 9704-2012)."""


def add_headers(document: Any, style: Style) -> None:
    """Footers for odd and even pages; headers, and a first page of its own, where the style asks for them."""
    section = document.sections[0]
    document.settings.odd_and_even_pages_header_footer = True
    pages = [(section.footer, "right"), (section.even_page_footer, "left")]
    if not numbered_first(style):
        section.different_first_page_header_footer = True
        pages.append((section.first_page_footer, ""))
    for footer, outer in pages:
        number = _number(outer if style.number_place == "outside" else "center", style) if outer else ""
        shown = number if style.number_place != "none" else ""
        _fill(footer, shown + _words(style.footer, "FooterText"))
    if style.header:
        heads = [section.header, section.even_page_header]
        for header in heads if numbered_first(style) else [*heads, section.first_page_header]:
            _fill(header, _words(style.header, "Header"))


def numbered_first(style: Style) -> bool:
    """Whether the first page is as all others."""
    return style.first_number or style.number_place == "none"


def references(style: Style) -> str:
    """The `w:headerReference` and `w:footerReference` of a section."""
    kinds = [("footer", "default", "rIdOdd"), ("footer", "even", "rIdEven")]
    first = [] if numbered_first(style) else ["first"]
    kinds += [("footer", kind, "rIdfooter3") for kind in first]
    if style.header:
        kinds += [("header", kind, f"rIdheader{n}") for n, kind in enumerate(("default", "even", *first), 1)]
    return "".join(f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>' for part, kind, id in kinds)


def footer_distance(style: Style) -> float:
    """Millimetres from the lower edge of the paper to what stands lowest, so that the number stands 7 mm below the type area."""
    bottom = style.paper[1] - style.top - style.area[1]
    number = style.looks["number"].size * 25.4 / 72
    words = (style.footer.count("\n") + 1) * style.looks["footer"].size * 1.3 * 25.4 / 72 if style.footer else 0
    return max(bottom - GAP - number - words, 5)


def _fill(part: Any, xml: str) -> None:
    from docx.oxml import parse_xml

    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]._p
    root = paragraph.getparent()
    for child in parse_xml(f'<w:hdr xmlns:w="{W}">{xml or "<w:p/>"}</w:hdr>'):
        root.append(child)
    root.remove(paragraph)


def _number(place: str, style: Style) -> str:
    """— 1 —, one character in from the edge."""
    look = style.looks["number"]
    edge = f'<w:ind w:{place}Chars="100" w:{place}="{look.size * 20:.0f}"/>' if place != "center" else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{edge}<w:jc w:val="{place}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )


def _words(text: str, name: str) -> str:
    """A paragraph a line; none for no words."""
    before = f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr><w:r><w:t xml:space="preserve">'
    return "".join(f"{before}{escape(line)}</w:t></w:r></w:p>" for line in text.splitlines())


def header_paragraph(look: Look) -> str:
    """How such a line is set: as high as its letters, whatever the page's grid."""
    indent = f'<w:ind w:firstLineChars="{look.indent * 100:.0f}" w:firstLine="{look.indent * look.size * 20:.0f}"/>'
    return (
        f'<w:pPr xmlns:w="{W}"><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
        f'{indent if look.indent else ""}<w:jc w:val="{look.align}"/></w:pPr>'
    )
