"""What is marked in copies of Word files, judged by the Open XML SDK validator, LibreOffice and python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from drafter.formats.docx.comments import BY, Note, commented, heard, key
from drafter.formats.docx.gate import opened
from drafter.formats.docx.sheet import read
from drafter.formats.docx.traced import Traced
from drafter.formats.docx.tracked import Change, tracked
from tests.cases.marking import COMMENTS, PARAGRAPHS, WHOLE, W, answered, document
from tests.word.office import saved_in_office
from tests.word.test_word import OFFICIAL, errors_found, made, pages, part

BRIEF = next(path for path in OFFICIAL if path.parent.name == "rectification")
SPARSE = BRIEF.with_name("sparse.yaml")


def everywhere(data: bytes) -> list[Note]:
    """Comments on parts of every line, on all of it and on nothing of it."""
    return [
        Note(line.place.line, start, end, f"“{line.text[start:end]}”怎么讲？\n再看一看 [own-rule]")
        for line in read(data, "").lines
        for start, end in ((0, 0), (1, 3), (2, len(line.text)), (len(line.text) - 2, len(line.text) + 9))
    ]


def mends(data: bytes) -> list[Change]:
    """A word changed, taken away or put in, in every line."""
    return [
        Change(line.place.line, start, min(end, len(line.text)), text)
        for line in read(data, "").lines
        for start, end, text in ((1, 3, "改过的"), (4, 5, ""), (6, 6, "添上的"))
        if len(line.text) > start
    ]


@pytest.mark.parametrize("name", ["draft", "draft with gaps", "saved by LibreOffice", "by hand"])
def test_the_validator_finds_no_error(name: str, tmp_path: Path) -> None:
    data = {"draft": lambda: made(BRIEF), "by hand": lambda: WHOLE}.get(name, lambda: made(SPARSE))()
    if name.startswith("saved"):
        [data] = saved_in_office((data,), "docx")
    (tmp_path / "before.docx").write_bytes(data)
    before = errors_found(tmp_path / "before.docx")
    (tmp_path / "comments.docx").write_bytes(commented(data, everywhere(data)))
    assert errors_found(tmp_path / "comments.docx") == before
    done, left = tracked(data, mends(data))
    assert len(left) < len(mends(data)) / 3
    (tmp_path / "changes.docx").write_bytes(done)
    assert errors_found(tmp_path / "changes.docx") == before
    both, left = tracked(commented(data, everywhere(data)), mends(data))
    (tmp_path / "both.docx").write_bytes(both)
    assert errors_found(tmp_path / "both.docx") == before
    assert [line.text for line in read(both, "").lines] == [line.text for line in read(done, "").lines]


def test_libreoffice_keeps_the_comments_on_their_words() -> None:
    data = made(BRIEF)
    lines = [line for line in read(data, "").lines if len(line.text) > 9]
    notes = [Note(line.place.line, 3, 8, f"{line.text[3:8]} [own-rule]") for line in lines]
    [again] = saved_in_office((commented(data, notes),), "docx")
    traced = Traced(opened(again, "a.docx"))
    comments = {str(comment.comment_id): comment for comment in docx.Document(io.BytesIO(again)).comments}
    assert {comment.author for comment in comments.values()} == {BY}
    assert [next(traced.words(id)) for id in comments] == [
        c.text.removesuffix(" [own-rule]") for c in comments.values()
    ]
    assert len(comments) == len(notes)


def test_other_programs_read_the_comments_and_the_same_bytes_come_again() -> None:
    line = next(line for line in read(WHOLE, "").lines if "换热站" in line.text)
    note = Note(line.place.line, 5, 12, "老旧站点多于全部站点；核对两个数 [part-over-whole]")
    data = commented(WHOLE, [note])
    comments = {comment.author: comment.text for comment in docx.Document(io.BytesIO(data)).comments}
    assert comments == {"科长": "这个数再核一下", BY: note.text}
    assert commented(WHOLE, [note]) == data
    assert "w:date" not in part(data, "word/comments.xml").rpartition("<w:comment ")[2]
    inside = re.search(
        r'<w:commentRangeStart w:id="5"/>(.*?)<w:commentRangeEnd w:id="5"/>', part(data, "word/document.xml")
    )
    assert inside and "".join(re.findall(r"<w:t[^>]*>([^<]*)", inside[1])) == line.text[5:12] == "热站186座，"
    assert inside[1].count("<w:rPr>") == inside[1].count("<w:r>")


def test_a_comment_of_ours_is_not_told_as_left_out() -> None:
    data = commented(document(*PARAGRAPHS[:3]), [Note(2, 0, 3, "看 [own-rule]")])
    assert [problem.rule for problem in read(data, "").problems] == []


def test_words_in_a_box_are_told_by_themselves() -> None:
    data = document(*PARAGRAPHS)
    number = next(line.place.line for line in read(data, "").lines if line.text.startswith("框里"))
    body = part(commented(data, [Note(number, 0, 3, "看 [own-rule]", words="框里的")]), "word/document.xml")
    assert re.search(r'<w:commentRangeStart w:id="5"/><w:r><w:pict>', body)
    body = part(commented(data, [Note(number, 0, 3, "看 [own-rule]", words="此处有")]), "word/document.xml")
    assert re.search(r'<w:commentRangeStart w:id="5"/><w:r>(?:(?!</w:r>).)*此处有</w:t></w:r><w:commentRangeEnd', body)


def test_what_was_resolved_or_answered_is_heard() -> None:
    data = document(*PARAGRAPHS, comments=COMMENTS)
    lines = read(data, "").lines
    numbered = next(line for line in lines if line.text.startswith("一、"))
    sums = next(line for line in lines if "换热站" in line.text)
    notes = [
        Note(sums.place.line, 4, 30, "合不上 [part-over-whole]"),
        Note(numbered.place.line, 0, 0, "无数字\n也无时限 [heading-anchor]"),
        Note(sums.place.line, 0, 2, "再看 [own-rule]"),
    ]
    marked = commented(data, notes)
    assert heard(data) == heard(marked) == heard(answered(marked, set(), set())) == frozenset()
    assert heard(answered(marked, {"part-over-whole"}, set())) == {key("part-over-whole", sums.text[4:])}
    assert heard(answered(marked, set(), {"heading-anchor"})) == {
        key("heading-anchor", numbered.text),
        key("heading-anchor", numbered.text.removeprefix("一、")),
    }


def test_comments_and_their_absence_look_alike_on_paper(tmp_path: Path) -> None:
    data = made(BRIEF)
    before = pages(data, tmp_path, "before")
    after = pages(commented(data, everywhere(data)), tmp_path, "after")
    assert before and list(map(joined, after)) == list(map(joined, before))


def joined(page: list[str]) -> list[str]:
    """Lines without their blanks, which a parted run may set a hair wider."""
    return ["".join(line.split()) for line in page]


def test_strict_documents_are_marked_in_their_own_names() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(io.BytesIO(document(*PARAGRAPHS[:3]))) as package:
        parts = {name: package.read(name).decode().replace(W, strict) for name in package.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(
                name,
                text.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/",
                    "http://purl.oclc.org/ooxml/officeDocument/",
                ),
            )
    data = commented(buffer.getvalue(), [Note(3, 0, 4, "看 [own-rule]")])
    assert W not in part(data, "word/document.xml") + part(data, "word/comments.xml")
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(data, "word/_rels/document.xml.rels")
    assert [line.text for line in read(data, "").lines][1] == "同志们："
