"""Style → the parts of a Word package that every speech in that style shares. Built by python-docx, once a style."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from drafter.formats.docx.headers import add_headers, footer_distance, header_paragraph, numbered_first, references
from drafter.formats.docx.parts import SHARED, STYLE_IDS, STYLE_NAMES, Base, W
from drafter.model.style import MM, Look, Style, characters_a_line, pitch, tracking

FALLBACKS = {"仿宋": "FangSong", "楷体": "KaiTi", "黑体": "SimHei", "宋体": "SimSun", "方正小标宋简体": "宋体"}
"""Other names of a face, or the face to take where it is not installed."""
JUSTIFY = {"both": "both", "left": "left", "center": "center", "right": "right"}


def base(style: Style) -> Base:
    """The shared parts of a style: styles, settings, fonts, footers; no theme, no thumbnail, no author, no date."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    document = docx.Document()
    unwanted = {RT.THEME, RT.NUMBERING, RT.CUSTOM_XML, RT.WEB_SETTINGS}
    for rid, rel in list(document.part.rels.items()):
        if rel.reltype in unwanted or rel.reltype.endswith("stylesWithEffects"):
            del document.part.rels[rid]
    _styles(document, style)
    add_headers(document, style)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/settings.xml"] = _settings(style)
    parts["word/fontTable.xml"] = _fonts(style)
    parts["docProps/app.xml"] = APP
    bold = style.looks["body"].bold
    mixed = any(style.looks[role].bold for role in ("body", "heading1", "heading2", "heading3", "heading4"))
    width = characters_a_line(style, style.looks["title"])
    kept = (*SHARED, *sorted(name for name in parts if HEADER.fullmatch(name) and name not in SHARED))
    return Base({name: parts[name] for name in kept}, _section(style), width, bold if mixed else None, _ends(style))


HEADER = re.compile(r"word/(?:header|footer)\d\.xml")
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office Word</Application></Properties>"
)


def _styles(document: object, style: Style) -> None:
    """Replace the template's 164 styles by ours."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml

    styles = document.styles  # type: ignore[attr-defined]
    root = styles.element
    for child in list(root):
        root.remove(child)
    looks = style.looks
    root.append(
        parse_xml(
            f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr>{run_xml(looks["body"], style, False)}'
            f'<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            f"<w:pPrDefault/></w:docDefaults>"
        )
    )
    normal = styles.add_style("Normal", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    _set(normal, looks["body"], style, grid=True, heading=0)
    normal.element.set(f"{{{W}}}default", "1")
    default = styles.add_style("Default Paragraph Font", WD_STYLE_TYPE.CHARACTER, builtin=True)
    default.element.set(f"{{{W}}}default", "1")
    default.element.styleId = "DefaultParagraphFont"
    for role, name in STYLE_NAMES.items():
        one = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=role != "direction")
        one.element.styleId = STYLE_IDS[role]
        one.base_style = normal
        one.quick_style = True
        level = int(role[-1]) if role.startswith("heading") else 0
        _set(one, looks[role], style, grid=False, heading=level)
    link = styles.add_style("Body Text Char", WD_STYLE_TYPE.CHARACTER, builtin=False)
    link.element.styleId = "BodyTextChar"
    _append_run(link.element, looks["body"], style, tracked=True, resets=_resets(looks))
    _link(styles["Body Text"].element, link.element)
    for text, name, role in ((style.header, "header", "header"), (style.footer, "footer text", "footer")):
        if text:
            words = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
            words.element.styleId = "Header" if role == "header" else "FooterText"
            words.base_style = normal
            words.element.append(parse_xml(header_paragraph(looks[role])))
            _append_run(words.element, looks[role], style, tracked=False)
    footer = styles.add_style("footer", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    footer.element.styleId = "Footer"
    footer.base_style = normal
    _append_run(footer.element, looks["number"], style, tracked=False)
    for name, kind, id, size in (
        ("annotation reference", WD_STYLE_TYPE.CHARACTER, "CommentReference", 10.5),
        ("annotation text", WD_STYLE_TYPE.PARAGRAPH, "CommentText", 12),
    ):
        note = styles.add_style(name, kind, builtin=True)
        note.element.styleId = id
        _append_run(note.element, Look(font="宋体", size=size), style, tracked=False)


def _set(target: object, look: Look, style: Style, *, grid: bool, heading: int) -> None:
    """Paragraph and run properties of a style."""
    from docx.oxml import parse_xml

    element = target.element  # type: ignore[attr-defined]
    xml = paragraph_xml(look, pitch(style), indented=not grid, heading=heading, own=pitch(style))
    element.append(parse_xml(xml.replace("<w:pPr>", f'<w:pPr xmlns:w="{W}">', 1)))
    _append_run(element, look, style, tracked=look.size == style.looks["body"].size)


def paragraph_xml(look: Look, grid: int, *, indented: bool, heading: int, own: int, outright: bool = False) -> str:
    """The paragraph properties of a look on a grid of so many twips; `own` is its pitch where the look names none.

    What it leaves to document defaults is said `outright` where these are another's.
    """
    twips = round(look.pitch * 20) if look.pitch else own
    indent = f'<w:ind w:firstLineChars="{look.indent * 100:.0f}" w:firstLine="{look.indent * look.size * 20:.0f}"/>'
    off_grid = '<w:snapToGrid w:val="0"/>'  # else a taller line takes two lines of the grid
    level = f'<w:outlineLvl w:val="{heading - 1}"/>' if heading else ""
    gaps = "".join(
        f' w:{side}Lines="{lines * 100:.0f}" w:{side}="{lines * grid:.0f}"'
        for side, lines in (("before", look.before), ("after", look.after))
        if lines or outright
    )
    return (
        f'<w:pPr>{"<w:keepNext/>" if heading else ""}<w:widowControl w:val="0"/><w:kinsoku/>'
        f'<w:overflowPunct/><w:adjustRightInd w:val="0"/>{"" if twips == grid else off_grid}'
        f'<w:spacing{gaps} w:line="{twips}" w:lineRule="exact"/>{indent if indented else ""}'
        f'<w:jc w:val="{JUSTIFY[look.align]}"/>{level}</w:pPr>'
    )


def _append_run(element: object, look: Look, style: Style, *, tracked: bool, resets: bool = False) -> None:
    from docx.oxml import parse_xml

    element.append(parse_xml(f'<w:rPr xmlns:w="{W}">{run_xml(look, style, tracked, resets)}</w:rPr>'))  # type: ignore[attr-defined]


def _resets(looks: Mapping[str, Look]) -> bool:
    """Whether the words behind a run-in heading must say their colour and spacing, because some heading has its own."""
    heads = [look for role, look in looks.items() if role.startswith("heading")]
    return any(look.color != looks["body"].color or look.spacing for look in heads)


def run_xml(look: Look, style: Style, tracked: bool, resets: bool = False) -> str:
    """Run properties. East-Asian text and, for quotes and dashes, hAnsi take the Chinese face."""
    track = (tracking(style) if tracked else 0) + round(look.spacing * 20)
    spacing = f'<w:spacing w:val="{track}"/>' if track or resets or style.looks["body"].spacing else ""
    color = f'<w:color w:val="{look.color or "auto"}"/>' if look.color or resets else ""
    weight = "<w:b/><w:bCs/>" if look.bold else ""
    size = f'<w:sz w:val="{look.size * 2:.0f}"/><w:szCs w:val="{look.size * 2:.0f}"/>'
    return (
        f'<w:rFonts w:ascii="{look.latin}" w:hAnsi="{look.font}" w:eastAsia="{look.font}" w:cs="{look.latin}"/>'
        f"{weight}{color}{spacing}{size}"
    )


def _link(paragraph: object, character: object) -> None:
    """Word's linked style: the paragraph style's letters, for a part of a paragraph."""
    from docx.oxml import parse_xml

    for one, other in ((paragraph, character), (character, paragraph)):
        name = one.find(f"{{{W}}}uiPriority")  # type: ignore[attr-defined]
        anchor = name if name is not None else one.find(f"{{{W}}}name")  # type: ignore[attr-defined]
        based = one.find(f"{{{W}}}basedOn")  # type: ignore[attr-defined]
        (based if based is not None else anchor).addnext(parse_xml(f'<w:link xmlns:w="{W}" w:val="{other.styleId}"/>'))  # type: ignore[attr-defined]


def _ends(style: Style) -> dict[str, str]:
    """The free lines below the date, for whichever line ends the front of a speech that has none."""
    after = style.looks["date"].after
    lines = f'<w:spacing w:afterLines="{after * 100:.0f}" w:after="{after * pitch(style):.0f}"/>'
    return {role: lines for role in ("title", "byline") if style.looks[role].after < after}


def _section(style: Style) -> str:
    width, height = (round(side * MM) for side in style.paper)
    right, bottom = style.paper[0] - style.left - style.area[0], style.paper[1] - style.top - style.area[1]
    first = "" if numbered_first(style) else "<w:titlePg/>"
    return (
        f'<w:sectPr>{references(style)}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{style.top * MM:.0f}" w:right="{int(right * MM)}" w:bottom="{int(bottom * MM)}" '
        f'w:left="{style.left * MM:.0f}" w:header="851" w:footer="{footer_distance(style) * MM:.0f}" w:gutter="0"/>'
        f'{first}<w:docGrid w:type="lines" w:linePitch="{pitch(style)}"/></w:sectPr>'
    )


def _settings(style: Style) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    ).encode()


def _fonts(style: Style) -> bytes:
    """The faces used, with the name or the face to take where one is not installed."""
    faces = sorted({face for look in style.looks.values() for face in (look.font, look.latin)})
    entries = "".join(
        f'<w:font w:name="{face}">'
        + (
            f'<w:altName w:val="{FALLBACKS[face]}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
            if face in FALLBACKS
            else ""
        )
        + "</w:font>"
        for face in faces
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="{W}">{entries}</w:fonts>'.encode()
    )
