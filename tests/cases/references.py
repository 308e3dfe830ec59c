# ruff: noqa: E501 - XML as it stands
"""Word documents as offices have them, made by hand: a body in some manner, parts around it, and what of them must not travel on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from msgspec import Struct, field

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
MATTER = (
    ("title", "在全市防汛抗旱工作会议上的讲话"),
    ("byline", "水利局局长  赵长河"),
    ("date", "（2025年6月11日）"),
    ("salutation", "同志们："),
    ("body", "今天会议的任务是贯彻省防汛会议精神，分析汛情形势，对防汛工作作出部署。下面，我讲三点意见。"),
    ("heading1", "一、认清汛情，绷紧思想之弦"),
    ("body", "入汛以来，全市平均降雨量比常年偏多三成，青石水库水位已经超过汛限。大家务必保持清醒头脑。"),
    ("heading2", "（一）看到堤防短板。全市尚有十二处险段没有除险加固，沿河乡镇要逐段落实责任人。"),
    ("heading2", "（二）看到预案短板。一些乡镇的转移预案多年没有演练，要抓紧补上这一课。"),
    ("heading1", "二、压实责任，守住安全底线"),
    ("body", "各县区党政主要负责同志要上堤带班，值守人员要二十四小时在岗，发现险情第一时间处置。"),
    ("heading1", "三、备足物资，随时拉得出去"),
    ("body", "五月底以前，沙袋、编织布、冲锋舟要全部补足，抢险队伍要集结待命。"),
    ("body", "同志们，防汛责任重于泰山，让我们齐心协力，确保安全度汛。"),
)
"""The old speech: what its paragraphs are, and their words."""
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'


class Made(Struct, frozen=True):
    """A reference document in its parts."""

    body: str
    """Its paragraphs."""
    section: str = A4
    """What its last section says."""
    styles: str = ""
    """Inside `w:styles`."""
    settings: str = ""
    """Inside `w:settings`."""
    related: tuple[tuple[str, str, str], ...] = ()
    """More that the main part names: id, kind, target; a target with `:` lies outside."""
    parts: Mapping[str, str | bytes] = field(default_factory=dict)
    """More parts."""
    types: Mapping[str, str] = field(default_factory=dict)
    """Their content types."""
    main: str = "document.main+xml"
    """The content type of the main part."""


def fonts(face: str, latin: str = "Times New Roman") -> str:
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def run(words: str, letters: str = "") -> str:
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


PITCH = '<w:spacing w:line="560" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
CENTRE = '<w:jc w:val="center"/>'
BY_HAND = {
    "title": (PITCH + CENTRE, fonts("方正小标宋简体") + size(22)),
    "byline": (PITCH + CENTRE, fonts("楷体_GB2312") + size(16)),
    "date": (PITCH + CENTRE, fonts("楷体_GB2312") + size(16)),
    "salutation": (PITCH, fonts("仿宋_GB2312") + size(16)),
    "heading1": (PITCH + INDENT, fonts("黑体") + size(16)),
    "heading2": (PITCH + INDENT, fonts("楷体_GB2312") + "<w:b/>" + size(16)),
    "body": (PITCH + INDENT, fonts("仿宋_GB2312") + size(16)),
}
"""The commonest manner: no style, everything on the paragraph."""
DEFAULTS = {
    "title": (CENTRE, "<w:b/>" + size(22)),
    "byline": (CENTRE, ""),
    "date": (CENTRE, ""),
    "salutation": ("", ""),
    "heading1": ("", fonts("黑体")),
    "heading2": ("", fonts("楷体")),
    "body": (INDENT, ""),
}
"""Face and size stand in the document defaults, the rest on the paragraph."""
BOLD = {role: ("", "<w:b/>" if role.startswith(("title", "heading")) else "") for role in BY_HAND} | {
    "title": (CENTRE, "<w:b/>")
}
"""Nothing but bold tells a heading."""


def spoken(manner: Mapping[str, tuple[str, str]], *, before: str = "") -> str:
    """The old speech in a manner; a run-in heading is two runs."""
    done = []
    for role, words in MATTER:
        properties, letters = manner[role]
        head, stop, rest = words.partition("。") if role == "heading2" else (words, "", "")
        lead = before if role in ("body", "heading1", "heading2") else ""
        runs = [run(lead + head + stop, letters)]
        if rest:
            runs.append(run(rest, manner["body"][1].replace("<w:b/>", "")))
        done.append(paragraph(*runs, properties=properties))
    return "".join(done)


def styled(ids: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """A manner in which every paragraph has a style."""
    return {role: (f'<w:pStyle w:val="{ids[role]}"/>' if role in ids else "", "") for role in BY_HAND}


def style(id: str, name: str, inside: str = "", *, usual: bool = False, base: str = "") -> str:
    default = ' w:default="1"' if usual else ' w:customStyle="1"'
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>{based}{inside}</w:style>'


def inside(properties: str, letters: str) -> str:
    return f"<w:pPr>{properties}</w:pPr><w:rPr>{letters}</w:rPr>"


NORMAL = style(
    "a",
    "Normal",
    inside('<w:widowControl w:val="0"/><w:jc w:val="both"/>', '<w:kern w:val="2"/>' + size(10.5)),
    usual=True,
)
HEADER = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}">'
FOOTER = f'<w:ftr xmlns:w="{W}" xmlns:r="{R}">'


def story(kind: str, words: str, more: str = "") -> str:
    """A header or footer."""
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}"><w:p><w:r><w:t>{words}</w:t></w:r>{more}</w:p></w:{tag}>'


def complex_field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def relations(rows: tuple[tuple[str, str, str], ...]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{kind if ":" in kind else f"{R}/{kind}"}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id, kind, target in rows
    )
    return f'<Relationships xmlns="{PKG}">{inside}</Relationships>'


def packed(made: Made, changed: Mapping[str, str | bytes] | None = None) -> bytes:
    """The document; parts of `changed` stand in place of others."""
    kinds = {
        "word/document.xml": f"{WORD}.{made.main}" if "/" not in made.main else made.main,
        "word/styles.xml": f"{WORD}.styles+xml",
        "word/settings.xml": f"{WORD}.settings+xml",
        **{name: f"{WORD}.{kind}" if "/" not in kind else kind for name, kind in made.types.items()},
    }
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{overrides}</Types>',
        "_rels/.rels": relations((("rId1", "officeDocument", "word/document.xml"),)),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{made.body}<w:sectPr>{made.section}</w:sectPr></w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{made.styles or NORMAL}</w:styles>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="{R}">{made.settings}</w:settings>',
        "word/_rels/document.xml.rels": relations(
            (("rIdS", "styles", "styles.xml"), ("rIdT", "settings", "settings.xml"), *made.related)
        ),
        **made.parts,
        **(changed or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()
