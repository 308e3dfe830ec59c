"""Tracked changes that make one speech another, judged by the Open XML SDK validator and taken and refused by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.diff import Compared, Side, beside_each_other, of_word
from drafter.desk.diff_docx import tracked
from drafter.desk.library import Library
from tests.cases.marking import COMMENTS, PARAGRAPHS, WHOLE, document
from tests.laws.test_diff import edited, texts, typed, views, word
from tests.word.office import told_in_office
from tests.word.test_word import errors_found, part

BOOKS = Library()
WORK = [
    ("put", 4, 9, "（含临江镇）"),
    ("cut", 8, 3, ""),
    ("part", 7, 30, ""),
    ("move", 16, 3, ""),
    ("delete", 11, 0, ""),
    ("add", 6, 0, "新加的一段，讲一讲怎么办。"),
    ("join", 13, 0, ""),
    ("swap", 2, 0, "各位同志："),
    ("delete", 20, 0, ""),
]
"""What somebody did to a speech: words put in and taken out, paragraphs parted, joined, moved, added and deleted."""
ENDS = [("add", 0, 0, "开头的话。"), ("delete", 1, 0, ""), ("delete", -1, 0, ""), ("delete", -1, 0, "")]


def compared(name: str, edits: list[tuple[str, int, int, str]]) -> tuple[Compared, list[str]]:
    """A draft of an example, or a document by hand, and what somebody made of it."""
    before = of_word(WHOLE, Path("a.docx")) if name == "by hand" else word(name)
    after = edited(tuple(texts(before)), edits)
    return beside_each_other(before, typed(after)), after


@pytest.mark.parametrize("date", ["", "2026-03-10T09:00:00Z"], ids=["undated", "dated"])
@pytest.mark.parametrize("edits", [WORK, ENDS], ids=["work", "ends"])
@pytest.mark.parametrize("name", ["work-meeting", "kick-off", "by hand"])
def test_the_validator_finds_no_error(
    name: str, edits: list[tuple[str, int, int, str]], date: str, tmp_path: Path
) -> None:
    found, _ = compared(name, edits)
    (tmp_path / "before.docx").write_bytes(found.before.data)
    made = tracked(found, BOOKS, author="科长", date=date).data
    (tmp_path / "after.docx").write_bytes(made)
    assert errors_found(tmp_path / "after.docx") == errors_found(tmp_path / "before.docx")
    body = part(made, "word/document.xml")
    assert ("moveFrom" in body) == (edits is WORK and name != "by hand")
    assert (
        body.count('w:author="科长" w:date="2026-03-10T09:00:00Z"') > 3
        if date
        else "T09:00" not in body or name == "by hand"
    )


def test_libreoffice_takes_them_to_the_one_and_refuses_them_to_the_other() -> None:
    both = [compared("work-meeting", edits) for edits in (WORK, ENDS)]
    made = [tracked(found, BOOKS).data for found, _ in both]
    before = both[0][0].before
    jobs = [(data, f"{how}AllTrackedChanges") for how in ("Accept", "Reject") for data in (*made, before.data)]
    *taken, _, first, second, untouched = told_in_office(tuple(jobs))
    assert [views(data) for data in taken] == [(after, after) for _, after in both]
    for refused in (first, second):
        assert views(refused) == (texts(before), texts(before))
        assert looks(refused) == looks(untouched)


def looks(data: bytes) -> list[str]:
    """What the styles of a document's paragraphs say that they are."""
    side = of_word(data, Path("a.docx"))
    return [line.kind for line in side.lines]


def test_comments_tables_and_the_changes_of_others_stay() -> None:
    found, _ = compared("by hand", [("put", 0, 3, "（修改）"), ("delete", 1, 0, ""), ("add", 2, 0, "新的一段。")])
    made = of_word(tracked(found, BOOKS).data, Path("a.docx"))
    assert [line.text for line in made.beside] == [line.text for line in found.before.beside]
    assert remarks(made) == remarks(found.before)
    authors = {one.author for line in made.lines if line.came for one in line.came.tracked}
    assert authors == {"科长", "drafter"}


def remarks(side: Side) -> list[str]:
    """What people wrote beside a speech."""
    return [one.text for line in side.lines if line.came for one in line.came.comments]


def test_a_number_that_word_generates_is_not_touched() -> None:
    before = of_word(document(*PARAGRAPHS[:4], comments=COMMENTS), Path("a.docx"))
    assert before.lines[-1].text == "一、压实供热企业主体责任"
    after = [*texts(before)[:-1], "一、压实供热企业和街道责任", "一、压实供热企业主体责任"]
    made = tracked(beside_each_other(before, typed(after)), BOOKS)
    assert made.left == ()
    assert [line.text for line in of_word(made.data, Path("a.docx")).lines][-2:] == after[-2:]
