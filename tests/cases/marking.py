# ruff: noqa: E501 - XML as it stands
"""Word documents as WPS, LibreOffice and colleagues leave them, piece by piece, for what is marked in a copy of them."""

from __future__ import annotations

import io
import re
import zipfile

from tests.cases.references import PITCH, Made, W, complex_field, packed, paragraph, run

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
FANG = '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>'
CHANGED = f'{FANG}<w:rPrChange w:id="901" w:author="科长"><w:rPr><w:b/></w:rPr></w:rPrChange>'


def several(*words: str, letters: str = FANG) -> str:
    """Runs as WPS parts them: after every mark and at every pause in typing."""
    return "".join(run(one, letters) for one in words)


def link(inside: str) -> str:
    return f'<w:hyperlink w:anchor="_top" w:history="1">{inside}</w:hyperlink>'


def control(inside: str, says: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="单位"/><w:id w:val="77"/>{says}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def inserted(inside: str, id: int = 902) -> str:
    return f'<w:ins w:id="{id}" w:author="科长" w:date="2026-03-01T09:00:00Z">{inside}</w:ins>'


def deleted(words: str, id: int = 903) -> str:
    return f'<w:del w:id="{id}" w:author="科长" w:date="2026-03-01T09:00:00Z"><w:r><w:delText>{words}</w:delText></w:r></w:del>'


def box(words: str) -> str:
    """A text box as older programs hold one."""
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:100pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{paragraph(run(words))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def ruby(words: str) -> str:
    return (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="16"/><w:hpsRaise w:val="30"/><w:hpsBaseText w:val="32"/><w:lid w:val="zh-CN"/></w:rubyPr>'
        f"<w:rt><w:r><w:t>du</w:t></w:r></w:rt><w:rubyBase>{run(words)}</w:rubyBase></w:ruby></w:r>"
    )


def simple_field(result: str) -> str:
    return f'<w:fldSimple w:instr=" TITLE ">{run(result)}</w:fldSimple>'


NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
COMMENTED = '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
COMMENTS = f'<w:comments xmlns:w="{W}"><w:comment w:id="4" w:author="科长" w:date="2026-03-01T09:00:00Z" w:initials="K"><w:p><w:r><w:t>这个数再核一下</w:t></w:r></w:p></w:comment></w:comments>'
PARAGRAPHS = (
    paragraph(several("在全市供热", "保障工作会议上的讲话"), properties='<w:jc w:val="center"/>'),
    paragraph(several("同志们", "："), properties=PITCH),
    paragraph(several("全市共有换热站", "18", "6", "座，", "其中老旧站点", "20", "0座。"), properties=PITCH),
    paragraph(run("压实供热企业主体责任", FANG), properties=NUMBERED),
    paragraph(
        run("由"), control(several("市住建", "局")), run("牵头，"), link(several("详见", "附件")), run("，年底前办结。")
    ),
    paragraph(
        run("逾期不办的"), inserted(run("一律") + run("通报批评")), deleted("严肃处理"), run("，绝不姑息。", CHANGED)
    ),
    paragraph(
        run("本通知由"),
        complex_field("DOCPROPERTY unit", "市热力办"),
        run("解释，"),
        simple_field("热力办"),
        run("存档。"),
    ),
    paragraph(run("此处有框"), box("框里的话不作数。"), run("，框外另有话。")),
    paragraph(run("管道"), ruby("淤堵"), run("的要疏通。")),
    paragraph(
        run("一网"), "<w:r><w:tab/></w:r>", "<w:r><w:t>到底</w:t><w:br/><w:t>一管</w:t><w:tab/><w:t>到户</w:t></w:r>"
    ),
    paragraph(),
    paragraph(control(run("锁住的话"), '<w:lock w:val="contentLocked"/>'), run("不锁的话。")),
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    + "".join(
        f"<w:tr><w:tc><w:tcPr/>{paragraph(run(a))}</w:tc><w:tc><w:tcPr/>{paragraph(run(b))}</w:tc></w:tr>"
        for a, b in (("区县", "站点数"), ("东城", "36座"), ("西城", "42座"))
    )
    + "</w:tbl>",
    paragraph(COMMENTED.format(run("全市供热面积一亿平方米。")), run("到此为止。")),
)


def document(*paragraphs: str, comments: str = "") -> bytes:
    """A document of these paragraphs; with comments, if there are some."""
    related: tuple[tuple[str, str, str], ...] = (("rIdN", "numbering", "numbering.xml"),)
    parts: dict[str, str | bytes] = {"word/numbering.xml": NUMBERING}
    types = {"word/numbering.xml": "numbering+xml"}
    if comments:
        related += (("rIdC", "comments", "comments.xml"),)
        parts["word/comments.xml"] = comments
        types["word/comments.xml"] = "comments+xml"
    return packed(Made("".join(paragraphs), related=related, parts=parts, types=types))


WHOLE = document(*PARAGRAPHS, comments=COMMENTS)


def answered(data: bytes, resolved: set[str], replied: set[str]) -> bytes:
    """The document as Word saves it when somebody has resolved comments and answered some, by the rules in their texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    rows, fresh, pieces = [], "", parts["word/comments.xml"].split("<w:comment ")
    for n, one in enumerate(pieces[1:], 1):
        rule = (re.findall(r"\[([a-z-]+)\]", one) or [""])[0]
        head, last, tail = one.rpartition("<w:p>")
        pieces[n] = f'{head}<w:p w14:paraId="0000000{n}">{tail}' if last else one
        rows.append(f'<w15:commentEx w15:paraId="0000000{n}" w15:done="{int(rule in resolved)}"/>')
        if rule in replied:
            rows.append(f'<w15:commentEx w15:paraId="1000000{n}" w15:paraIdParent="0000000{n}" w15:done="0"/>')
            fresh += f'<w:comment w:id="9{n}" w:author="科长"><w:p w14:paraId="1000000{n}"><w:r><w:t>不改</w:t></w:r></w:p></w:comment>'
    comments = "<w:comment ".join(pieces).replace("</w:comments>", f"{fresh}</w:comments>")
    parts["word/comments.xml"] = comments.replace("<w:comments ", f'<w:comments xmlns:w14="{W14}" ')
    parts["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{"".join(rows)}</w15:commentsEx>'
    rels = parts["word/_rels/document.xml.rels"]
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rIdX" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return buffer.getvalue()
