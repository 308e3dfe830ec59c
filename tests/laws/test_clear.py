"""A copy to be sent out says what the file says once its tracked changes are taken, whoever made it, and tells nothing else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.clear import said, traced
from drafter.desk.diff import beside_each_other, of_word
from drafter.desk.diff_docx import tracked
from drafter.formats.docx.cleared import cleared
from drafter.formats.docx.returned import returned
from tests.cases.marking import COMMENTS, PARAGRAPHS, document
from tests.laws.test_diff import BOOKS, EDITS, edited, texts, typed, word


def holds(data: bytes) -> None:
    copy, _ = cleared(data, "a.docx")
    after = returned(copy, "a.docx")
    assert said(after) == said(returned(data, "a.docx")) and not traced(after)
    assert cleared(copy, "a.docx") == (copy, {})


@given(st.sampled_from(["work-meeting", "kick-off"]), EDITS)
@settings(max_examples=30)
def test_an_edited_draft_is_cleared(name: str, edits: list[tuple[str, int, int, str]]) -> None:
    before = word(name)
    holds(tracked(beside_each_other(before, typed(edited(tuple(texts(before)), edits))), BOOKS, author="科长").data)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6, unique=True), EDITS)
@settings(max_examples=50)
def test_what_others_made_is_cleared(pieces: list[str], edits: list[tuple[str, int, int, str]]) -> None:
    before = of_word(document(*pieces, comments=COMMENTS), Path("a.docx"))
    holds(tracked(beside_each_other(before, typed(edited(tuple(texts(before)), edits))), BOOKS).data)
