"""Whatever is marked in a copy of a Word file: its words stay, or become what they were changed to."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.formats.docx.comments import Note, commented, heard
from drafter.formats.docx.gate import opened
from drafter.formats.docx.sheet import read
from drafter.formats.docx.traced import Traced
from drafter.formats.docx.tracked import Change, tracked
from drafter.problem import InputError
from tests.cases.marking import COMMENTS, PARAGRAPHS, document
from tests.cases.packages import package
from tests.laws.test_old_files import Told, blocks, joined

PIECES = st.lists(st.sampled_from(PARAGRAPHS[:-1]), min_size=1, max_size=5)
SPAN = st.tuples(st.integers(0, 9), st.integers(0, 30), st.integers(0, 30))
WORDS = st.text(st.sampled_from("新增的字，\t\n<&"), max_size=4)


def texts(data: bytes) -> list[str]:
    sheet = read(data, "a.docx")
    assert sheet.lines
    return [line.text for line in sheet.lines]


@given(PIECES, st.booleans(), st.lists(SPAN, min_size=1, max_size=8))
@settings(max_examples=80)
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


PLAIN = [*PARAGRAPHS[:6], PARAGRAPHS[9], PARAGRAPHS[11], PARAGRAPHS[12], PARAGRAPHS[13]]
"""Those that have no box, no reading above words and no simple field, around which a comment can only lie as a whole."""


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4), st.data())
@settings(max_examples=80)
def test_a_comment_lies_on_its_words(pieces: list[str], data: st.DataObject) -> None:
    document_ = document(*pieces)
    lines = [line for line in read(document_, "a.docx").lines if line.claim != "table" and "锁" not in line.text]
    notes, due = [], []
    for line in lines:
        start, end = sorted(
            data.draw(st.tuples(*[st.integers(line.text.find("、") + 1 if line.claim else 0, len(line.text))] * 2))
        )
        notes.append(Note(line.place.line, start, end, "看 [own-rule]"))
        due.append(line.text[start:end] or line.text)
    if notes:
        marked = commented(document_, notes)
        traced = Traced(opened(marked, "a.docx"))
        assert [words in traced.words(str(id)) for id, words in zip(own(marked), due, strict=True)] == [True] * len(due)


def own(data: bytes) -> list[str]:
    """The ids of our own comments, in order."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return re.findall(r'w:id="(\d+)" w:author="drafter 校对"', package.read("word/comments.xml").decode())


@given(PIECES, st.lists(st.tuples(SPAN, WORDS), min_size=1, max_size=6))
@settings(max_examples=80)
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


@given(
    st.lists(blocks, max_size=5).map(joined), st.lists(SPAN, max_size=6), st.lists(st.tuples(SPAN, WORDS), max_size=3)
)
@settings(max_examples=70)
def test_any_word_file_keeps_its_words(
    told: Told, spans: list[tuple[int, int, int]], wanted: list[tuple[tuple[int, int, int], str]]
) -> None:
    data = package(told[0])
    marked = commented(data, [Note(n, start, end, "看 [own-rule]") for n, start, end in spans])
    assert [line.text for line in read(marked, "").lines] == [line.text for line in read(data, "").lines]
    assert heard(marked) == frozenset()
    tracked(marked, [Change(n, min(a, b), max(a, b), words) for (n, a, b), words in wanted])


@given(st.lists(blocks, max_size=3).map(joined), st.data())
@settings(max_examples=60)
def test_a_word_file_with_wrong_bytes_is_marked_or_refused(told: Told, data: st.DataObject) -> None:
    whole = bytearray(package(told[0]))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=3)):
        whole[at] = data.draw(st.integers(0, 255))
    for make in (
        lambda: commented(bytes(whole), [Note(1, 0, 2, "看")]),
        lambda: heard(bytes(whole)),
        lambda: tracked(bytes(whole), [Change(1, 0, 1, "甲")]),
    ):
        with suppress(InputError):
            make()
