"""Whatever is marked in a copy of a Word file: its words stay, or become what they were changed to."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.formats.docx.comments import Note, commented
from drafter.formats.docx.sheet import read
from drafter.formats.docx.tracked import Change, tracked
from tests.cases.marking import COMMENTS, PARAGRAPHS, document

PIECES = st.lists(st.sampled_from(PARAGRAPHS[:-1]), min_size=1, max_size=5)
SPAN = st.tuples(st.integers(0, 9), st.integers(0, 30), st.integers(0, 30))
WORDS = st.text(st.sampled_from("新增的字，\t\n<&"), max_size=4)


def texts(data: bytes) -> list[str]:
    sheet = read(data, "a.docx")
    assert sheet.lines
    return [line.text for line in sheet.lines]


@given(PIECES, st.booleans(), st.lists(SPAN, min_size=1, max_size=8))
@settings(max_examples=150)
def test_comments_change_no_word(pieces: list[str], before: bool, spans: list[tuple[int, int, int]]) -> None:
    last, comments = (PARAGRAPHS[-1], COMMENTS) if before else ("", "")
    data = document(*pieces, last, comments=comments)
    marked = commented(data, [Note(n, start, end, "看一看 [own-rule]") for n, start, end in spans])
    assert texts(marked) == texts(data)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(BytesIO(marked)) as new:
        names = new.namelist()
        assert new.testzip() is None
        assert new.read("word/comments.xml").decode().count("<w:comment ") == len(spans) + before
        body = new.read("word/document.xml").decode()
        for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            assert body.count(f"<w:{mark} ") == len(spans) + before
        for name in ("word/styles.xml", "word/settings.xml", "word/numbering.xml"):
            assert old.read(name) == new.read(name)
    assert names[: len(old.namelist())] == old.namelist()


@given(PIECES, st.lists(st.tuples(SPAN, WORDS), min_size=1, max_size=6))
@settings(max_examples=150)
def test_tracked_changes_are_read_as_made(pieces: list[str], wanted: list[tuple[tuple[int, int, int], str]]) -> None:
    data = document(*pieces)
    lines = read(data, "a.docx").lines
    changes = [Change(n, min(a, b), max(a, b), words) for (n, a, b), words in wanted]
    marked, left = tracked(data, changes)
    due, first = [line.text for line in lines], {}
    for n, line in enumerate(lines):
        first.setdefault(line.place.line, n)
    made = list(changes)
    for one in left:
        made.remove(one)
    for one in sorted(made, key=lambda one: -one.start):
        n = first[one.paragraph]
        due[n] = due[n][: one.start] + one.text + due[n][one.end :]
    assert texts(marked) == due


def test_without_anything_to_mark_the_file_is_as_it_was() -> None:
    data = document(*PARAGRAPHS)
    assert commented(data, []) == data
    assert tracked(data, []) == (data, ())
