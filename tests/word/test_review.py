"""Drafts edited in Word, WPS and LibreOffice: review says what was done, and the brief that it writes drafts the edited text."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from drafter.desk.draft import Draft, draft_file
from drafter.desk.library import Library
from drafter.desk.review import Reviewed, applied, reviewed
from drafter.model.manuscript import page_text
from tests.clock import in_time
from tests.conftest import ROOT
from tests.word.editing import as_wps_saves, edited_in_word, without_comments
from tests.word.edits import ASKED, Edit, done, edits
from tests.word.office import Job, edited_in_office, saved_in_office

EXAMPLES = ("work-meeting", "river-chief", "kick-off")
SAID = {
    "insert": "added",
    "delete": "deleted",
    "figure": "fact",
    "reword": "words",
    "cut": "words",
    "move": "moved",
    "move-down": "moved",
    "split": "reshaped",
    "merge": "reshaped",
    "title": "words",
}
"""What review says of an edit: that and nothing else; of bold words and of a comment nothing."""
LIBRARY = Library()


@cache
def drafted(name: str) -> Draft:
    return draft_file(brief_of(name), LIBRARY)


@cache
def document(name: str) -> bytes:
    return drafted(name).write("docx", source="brief.yaml")


def brief_of(name: str) -> Path:
    return ROOT / f"examples/{name}/brief.yaml"


def lines_of(draft: Draft) -> list[str]:
    return [page_text(line) for line in draft.manuscript.lines]


def looked_at(data: bytes, folder: Path, name: str) -> Reviewed:
    (folder / "edited.docx").write_bytes(data)
    return reviewed(folder / "edited.docx", LIBRARY, brief_of(name))


def says_what_was_done(found: Reviewed, edit: Edit, name: str) -> None:
    """Review reads the edited text, says the one thing that was done to it, and what it writes drafts that text."""
    lines = [line.text for line in found.lines]
    assert lines == [line.strip() for line in done(edit, lines_of(drafted(name)))], edit
    assert [one.kind for one in found.edited.changes] == [*filter(None, [SAID.get(edit.kind)])], edit
    asked = [remark.text for _, remark in found.questions]
    assert asked == ([ASKED] if edit.kind == "comment" else []), edit
    if found.edited.changes:
        assert drafts(found, name, tuple(lines)), edit


PROVED: set[tuple[str, tuple[str, ...], frozenset[int]]] = set()


def drafts(found: Reviewed, name: str, lines: tuple[str, ...]) -> bool:
    """Whether the brief that says it drafts the edited text: proved once for a text, whoever wrote it."""
    key = (name, lines, found.edited.heads)
    if key not in PROVED:
        made = applied(found).carried
        if made.left or tuple(lines_of(made.draft)) != lines:
            return False
        PROVED.add(key)
    return True


@pytest.mark.parametrize("tracked", [False, True], ids=["plain", "tracked"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_edit_in_word_is_said_and_drafted_again(name: str, tracked: bool, tmp_path: Path) -> None:
    for edit in edits(drafted(name)):
        data = edited_in_word(document(name), edit, tracked=tracked)
        says_what_was_done(looked_at(data, tmp_path, name), edit, name)


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("work-meeting", "moved"),
        ("work-meeting", "doubled"),
        ("river-chief", "dropped"),
        ("kick-off", "dropped"),
        ("kick-off", "moved"),
    ],
)
def test_so_is_one_in_a_file_as_wps_leaves_it(name: str, marks: str, tmp_path: Path) -> None:
    assert looked_at(as_wps_saves(document(name), marks=marks), tmp_path, name).edited.changes == ()
    for edit in edits(drafted(name)):
        data = as_wps_saves(edited_in_word(document(name), edit, tracked=marks == "dropped"), marks=marks)
        says_what_was_done(looked_at(data, tmp_path, name), edit, name)


IN_OFFICE = [
    ("work-meeting", False, False),
    ("work-meeting", True, False),
    ("work-meeting", True, True),
    ("river-chief", True, False),
    ("kick-off", False, False),
    ("kick-off", True, True),
]
"""An example, whether changes are tracked, whether it goes through .odt: each language in each way that ends otherwise."""


def test_so_is_one_in_libreoffice(tmp_path: Path) -> None:
    jobs: list[tuple[str, Job]] = []
    for name, tracked, through_odt in IN_OFFICE:
        (file := tmp_path / f"{name}.docx").write_bytes(without_comments(document(name)))
        for edit in edits(drafted(name)):
            if edit.kind != "comment":  # it falls over those it is to make
                copy = tmp_path / f"{name}-{edit.kind}-{tracked}-{through_odt}.docx"
                jobs.append((name, (file, copy, edit, tracked, through_odt)))
    edited_in_office([job for _, job in jobs], tmp_path)
    for name, (_, copy, edit, _, _) in jobs:
        assert edit
        says_what_was_done(looked_at(copy.read_bytes(), tmp_path, name), edit, name)


@pytest.mark.parametrize("formats", [("docx",), ("odt", "docx")], ids="-".join)
def test_nothing_is_found_where_libreoffice_only_saved_it(formats: tuple[str, ...], tmp_path: Path) -> None:
    for name, saved in zip(EXAMPLES, saved_in_office(tuple(map(document, EXAMPLES)), *formats), strict=True):
        found = looked_at(saved, tmp_path, name)
        assert found.edited.changes == () and found.questions == () and found.beside == (), name


def test_a_review_takes_no_more_than_three_drafts(tmp_path: Path) -> None:
    """Of the longest example, all of its kinds of edits, tracked, in one file after the other."""
    brief = brief_of("river-chief")

    def took(work: Callable[[], object]) -> float:
        work()
        started = time.process_time()
        for _ in range(5):
            work()
        return time.process_time() - started

    drafting = took(lambda: draft_file(brief, LIBRARY).write("docx", source="brief.yaml"))
    edit = next(one for one in edits(drafted("river-chief")) if one.kind == "reword")
    data = edited_in_word(document("river-chief"), edit, tracked=True)
    in_time(3 * drafting, took(lambda: looked_at(data, tmp_path, "river-chief")))
