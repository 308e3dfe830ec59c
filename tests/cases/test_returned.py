"""A Word file that came back: what it says, what it said before, who changed it, what is written beside it."""

from __future__ import annotations

import io
import random
import re
import zipfile
from contextlib import suppress
from functools import cache

import docx
import pytest
from docx.document import Document
from lxml import etree

import drafter
from drafter.formats.docx.returned import returned
from drafter.model.manuscript import page_text
from drafter.model.returned import Came, Returned
from drafter.problem import InputError
from tests.cases.packages import package, zipped
from tests.conftest import ROOT

WHO = 'w:author="王主任" w:date="2026-03-01T09:00:00Z"'
EXAMPLE = ROOT / "examples/work-meeting/brief.yaml"


def run(text: str, tag: str = "t") -> str:
    return f'<w:r w:rsidR="00AB12CD"><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(inside: str, tag: str = "ins") -> str:
    return f'<w:{tag} w:id="9" {WHO}>{inside}</w:{tag}>'


def gone(text: str) -> str:
    return ins(run(text, "delText"), "del")


def p(inside: str, mark: str = "", style: str = "") -> str:
    of_mark = f'<w:rPr><w:{mark} w:id="8" {WHO}/></w:rPr>' if mark else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{of_mark}</w:pPr>{inside}</w:p>"


def marked(n: int, inside: str) -> str:
    return f'<w:bookmarkStart w:id="{n}" w:name="_drafter_{n}"/>{inside}<w:bookmarkEnd w:id="{n}"/>'


def back(body: str, **parts: str) -> Returned:
    return returned(package(body, **parts), "a.docx")


def texts(view: tuple[Came, ...] | None) -> list[str]:
    return [one.text for one in view or ()]


@cache
def drafted() -> tuple[bytes, tuple[str, ...]]:
    draft = drafter.draft(EXAMPLE)
    return draft.write(source="brief.yaml"), tuple(page_text(line) for line in draft.manuscript.lines)


def opened() -> Document:
    return docx.Document(io.BytesIO(drafted()[0]))


def saved(document: Document) -> Returned:
    data = io.BytesIO()
    document.save(data)
    return returned(data.getvalue(), "a.docx")


def test_a_draft_comes_back_as_it_left() -> None:
    data, lines = drafted()
    found = returned(data, "a.docx")
    assert found.untouched and found.rejected is None and found.problems == ()
    assert texts(found.paragraphs) == list(lines) == [one.before for one in found.paragraphs]
    assert [one.marks for one in found.paragraphs] == [(n,) for n in range(1, len(lines) + 1)]
    record = found.record
    assert record and record.brief == EXAMPLE.read_text("utf-8") and len(record.nodes) == len(lines)
    assert record.nodes[0] == ("title",) and record.wordings == drafter.draft(EXAMPLE).wordings


def test_what_python_docx_edits_is_found() -> None:
    document = opened()
    document.paragraphs[3].runs[0].text = "换了一句。"
    document.paragraphs[5].insert_paragraph_before("加的一段。")
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "表里的字"
    document.add_comment(document.paragraphs[6].runs, "这里对不对？", author="李四", initials="李")
    found = saved(document)
    assert not found.untouched and found.record
    three, added = found.paragraphs[3], found.paragraphs[5]
    assert (three.text, three.marks) == ("换了一句。", (4,))
    assert (added.text, added.marks) == ("加的一段。", ())
    cell = next(one for one in found.paragraphs if one.where == "table")
    assert cell.text == "表里的字"
    (remark,) = found.paragraphs[6].comments
    assert (remark.author, remark.text, remark.ours) == ("李四", "这里对不对？", False)
    assert found.paragraphs[6].text[remark.start : remark.end] == found.paragraphs[6].text


def test_tracked_words_have_both_views_and_who_did_it() -> None:
    found = back(p(run("任务") + gone("很重") + ins(run("艰巨")) + run("。")))
    (one,) = found.paragraphs
    assert (one.text, one.before, found.rejected) == ("任务艰巨。", "任务很重。", None)
    assert [(t.kind, t.author, t.date, t.start, t.end, t.words) for t in one.tracked] == [
        ("deleted", "王主任", "2026-03-01T09:00:00Z", 2, 2, "很重"),
        ("inserted", "王主任", "2026-03-01T09:00:00Z", 2, 4, "艰巨"),
    ]


def test_words_that_one_put_in_and_another_took_out_are_in_neither_view() -> None:
    found = back(p(run("甲") + ins(gone("乙")) + run("丙")))
    assert (found.paragraphs[0].text, found.paragraphs[0].before, found.paragraphs[0].tracked) == ("甲丙", "甲丙", ())


def test_a_moved_paragraph_is_told_at_both_places() -> None:
    away, here = ins(run("搬动的话。", "t"), "moveFrom"), ins(run("搬动的话。"), "moveTo")
    found = back(p(marked(1, away), "moveFrom") + p(marked(2, run("留下。"))) + p(here, "moveTo") + p(run("完。")))
    assert texts(found.paragraphs) == ["留下。", "搬动的话。", "完。"]
    assert texts(found.rejected) == ["搬动的话。", "留下。", "完。"]
    assert [one.marks for one in found.paragraphs] == [(2,), (), ()]
    assert [(t.kind, t.words) for t in found.paragraphs[1].tracked] == [
        ("moved-here", "搬动的话。"),
        ("mark-inserted", ""),
    ]
    assert found.rejected and [(t.kind, t.words) for t in found.rejected[0].tracked] == [
        ("moved-away", "搬动的话。"),
        ("mark-deleted", ""),
    ]


def test_a_tracked_mark_joins_and_parts() -> None:
    joined = back(p(marked(1, run("甲。")), "del") + p(marked(2, run("乙。"))))
    assert texts(joined.paragraphs) == ["甲。乙。"] and texts(joined.rejected) == ["甲。", "乙。"]
    assert joined.paragraphs[0].marks == (1, 2) and joined.paragraphs[0].before == "甲。乙。"
    parted = back(p(marked(1, run("甲。")), "ins") + p(run("乙。")))
    assert texts(parted.paragraphs) == ["甲。", "乙。"] and texts(parted.rejected) == ["甲。乙。"]
    assert [(one.marks, one.before) for one in parted.paragraphs] == [((1,), "甲。"), ((), "乙。")]
    assert [t.kind for t in parted.paragraphs[0].tracked] == ["mark-inserted"]


def test_a_comment_on_a_deleted_paragraph_is_told_of_the_next() -> None:
    note = f'<w:comment w:id="3" {WHO}><w:p>{run("删了吧")}</w:p></w:comment>'
    inside = f'<w:commentRangeStart w:id="3"/>{gone("没了。")}<w:commentRangeEnd w:id="3"/>'
    found = back(p(marked(1, inside), "del") + p(marked(2, run("还在。"))), comments=note)
    (one,) = found.paragraphs
    assert (one.text, one.marks, one.before) == ("还在。", (2,), "还在。")
    assert [(c.text, c.start, c.end) for c in one.comments] == [("删了吧", 0, 3)]
    assert found.rejected and [(one.text, len(one.comments)) for one in found.rejected] == [
        ("没了。", 1),
        ("还在。", 0),
    ]


def test_a_tracked_row_comes_and_goes() -> None:
    def row(how: str, text: str) -> str:
        return f"<w:tr><w:trPr><w:{how} {WHO}/></w:trPr><w:tc>{p(run(text))}</w:tc></w:tr>"

    found = back(f"<w:tbl>{row('ins', '新行')}{row('del', '旧行')}</w:tbl>")
    assert [(one.text, one.before, one.where) for one in found.paragraphs] == [("新行", "", "table")]
    assert [(one.text, one.where) for one in found.rejected or ()] == [("旧行", "table")]


def test_other_programs_marks_do_no_harm() -> None:
    """Runs cut in pieces, smart tags, content controls, bookmarks moved or of one name, other people's tools."""
    pieces = "".join(map(run, "抓紧抓实"))
    control = f"<w:sdt><w:sdtPr><w:id w:val='1'/></w:sdtPr><w:sdtContent>{run('责任')}</w:sdtContent></w:sdt>"
    tag = f'<w:smartTag w:uri="u" w:element="date">{run("3月底前")}</w:smartTag>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("今天") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    early = '<w:bookmarkStart w:id="2" w:name="_drafter_2"/>'
    body = (
        p(marked(1, pieces) + early)  # of the next paragraph
        + p(control + tag + '<w:bookmarkEnd w:id="2"/>')
        + '<w:bookmarkStart w:id="3" w:name="_drafter_3"/>'
        + p('<w:bookmarkStart w:id="5" w:name="_Toc1"/>' + field)
        + p("")
        + p('<w:bookmarkStart w:id="7" w:name="_drafter_1"/><w:bookmarkEnd w:id="7"/>' + run("抄来的"))
        + "<w:sectPr/>"
    )
    found = back(body)
    assert texts(found.paragraphs) == ["抓紧抓实", "责任3月底前", "今天", "", "抄来的"]
    assert [one.marks for one in found.paragraphs] == [(1,), (2,), (3,), (), (1,)]
    assert [one.empty for one in found.paragraphs] == [False, False, False, True, False]


def test_a_mark_that_has_lost_its_words_counts_where_no_other_has_any() -> None:
    found = back(
        p(marked(4, "") + marked(5, run("有话。"))) + p(marked(6, "") + run("重写的。")) + p(marked(7, gone("删")))
    )
    assert [one.marks for one in found.paragraphs] == [(5,), (6,), (7,)]


def test_boxes_notes_and_pictures_are_told() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(run('框里'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    found = back(p(run("正文") + box + note), footnotes=f'<w:footnote w:id="2"><w:p>{run("注一")}</w:p></w:footnote>')
    assert [(one.text, one.where, one.pictures, one.number) for one in found.paragraphs] == [
        ("正文", "body", 1, 1),
        ("框里", "box", 0, 1),
    ]
    assert {(one.rule, one.facts["what"], one.facts["count"]) for one in found.problems} == {
        ("left-out", "footnotes", "1"),
        ("taken-up", "text boxes", "1"),
    }


def test_styles_and_numbers_that_word_generates_are_told_apart_from_the_text() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    found = back(p(run("标题"), style="h") + f"{listed}{run('抓紧')}</w:p>", styles=styles, numbering=numbering)
    assert [(one.text, one.style, one.label) for one in found.paragraphs] == [
        ("标题", "heading2", ""),
        ("抓紧", "item", "一、"),
    ]


def test_answers_and_closed_comments_are_told() -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    said = "".join(
        f'<w:comment w:id="{n}" w:author="{who}"><w:p {space} w14:paraId="0000000{n}">{run(text)}</w:p></w:comment>'
        for n, who, text in ((1, "李四", "几个？"), (2, "drafter", "一百个"), (3, "王五", "另说"))
    )
    thread = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000003" w15:done="0"/></w15:commentsEx>'
    )
    ranges = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in (1, 2, 3))
    ends = "".join(f'<w:commentRangeEnd w:id="{n}"/>' for n in (1, 2, 3))
    data = package(p(run("共") + ranges + run("百个") + ends + run("。")), comments=said)
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        files = {name: old.read(name) for name in old.namelist()}
    rels = files["word/_rels/document.xml.rels"].decode()
    row = '<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="ex.xml"/>'
    files["word/_rels/document.xml.rels"] = rels.replace("</Rel", f"{row}</Rel").encode()
    files["word/ex.xml"] = thread.encode()
    (one,) = returned(zipped(files), "a.docx").paragraphs
    assert [(c.id, c.ours, c.resolved, c.answers, one.text[c.start : c.end]) for c in one.comments] == [
        ("1", False, True, "", "百个"),
        ("2", True, True, "1", "百个"),
        ("3", False, False, "", "百个"),
    ]


def test_a_break_in_our_title_is_layout_and_a_change_in_it_moves_along() -> None:
    document = opened()
    title = document.paragraphs[0]
    title.runs[0].text = "在全县安全生产"
    title.runs[0].add_break()
    title.add_run("工作会议上的讲话")
    found = saved(document).paragraphs[0]
    assert (found.text, found.style, found.marks) == ("在全县安全生产工作会议上的讲话", "title", (1,))


def test_whatever_stands_in_the_parts_only_input_errors_are_raised() -> None:
    """Tags and letters of a draft, dropped, doubled and put elsewhere."""
    chance = random.Random(7)
    with zipfile.ZipFile(io.BytesIO(drafted()[0])) as old:
        files = {name: old.read(name) for name in old.namelist()}
    changed = [name for name in ("word/document.xml", "customXml/item1.xml", "word/comments.xml") if name in files]
    for _ in range(60):
        broken = dict(files)
        for name in changed:
            root = etree.fromstring(files[name])
            nodes = [node for node in root.iter() if node is not root]
            for node in chance.sample(nodes, 12):
                parent, other = node.getparent(), chance.choice(nodes)
                if parent is None:
                    continue
                for key in list(node.attrib)[: chance.randrange(3)]:
                    node.attrib[key] = chance.choice(("", "-1", "99999999999", "\ue000", str(node.attrib[key])[:3]))
                if chance.random() < 0.5 and other is not node and node not in list(other.iterancestors()):
                    other.append(node)
                elif chance.random() < 0.5:
                    parent.remove(node)
            broken[name] = etree.tostring(root)
        with suppress(InputError):
            returned(zipped(broken), "a.docx")


@pytest.mark.parametrize("data", [b"", b"PK", b"{}", b"<w:p/>", b"\xd0\xcf\x11\xe0"], ids=repr)
def test_what_is_no_word_file_says_so(data: bytes) -> None:
    with pytest.raises(InputError):
        returned(data, "a.docx")


def test_no_character_of_a_tracked_file_is_in_neither_view() -> None:
    body = (
        p(run("甲") + gone("乙") + ins(run("丙")), "del")
        + p(gone("丁"), "ins")
        + p(run("戊") + ins(run("己"), "moveTo"))
    )
    found = back(body)
    said = "".join((*texts(found.paragraphs), *texts(found.rejected)))
    assert set(re.sub("[^甲-龥]", "", "甲乙丙丁戊己")) <= set(said)
