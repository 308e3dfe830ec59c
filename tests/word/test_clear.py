"""Copies to be sent out, judged by the Open XML SDK validator and LibreOffice."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from drafter.desk.clear import cleared, said
from drafter.desk.diff import of_word
from drafter.desk.diff_docx import tracked
from drafter.formats.docx.comments import commented
from drafter.formats.docx.returned import returned
from tests.cases.marking import WHOLE
from tests.word.editing import without_comments
from tests.word.office import told_in_office
from tests.word.test_diff import BOOKS, ENDS, WORK, compared
from tests.word.test_marked import everywhere
from tests.word.test_word import errors_found


def made(name: str, edits: list[tuple[str, int, int, str]], folder: Path) -> tuple[bytes, list[str], Path]:
    """A draft with tracked changes and comments, and what it says once they are taken."""
    found, after = compared(name, edits)
    data = commented(
        tracked(found, BOOKS, author="科长", date="2026-03-10T09:00:00Z").data, everywhere(found.before.data)[:3]
    )
    (folder / "before.docx").write_bytes(data)
    return data, after, folder / "before.docx"


@pytest.mark.parametrize("edits", [WORK, ENDS], ids=["work", "ends"])
@pytest.mark.parametrize("name", ["work-meeting", "kick-off", "by hand"])
def test_the_validator_finds_no_error_and_it_says_the_same(
    name: str, edits: list[tuple[str, int, int, str]], tmp_path: Path
) -> None:
    data, _, path = made(name, edits, tmp_path)
    copy = cleared(path, force=True)
    (tmp_path / "after.docx").write_bytes(copy.data)
    assert set(errors_found(tmp_path / "after.docx")) <= set(errors_found(path))
    assert said(returned(copy.data, "")) == said(returned(data, ""))
    assert copy.removed["changes"] > 3 and copy.removed["comments"] >= 3 and copy.removed["authors"]
    with zipfile.ZipFile(BytesIO(copy.data)) as package:
        every = b"".join(package.read(one) for one in package.namelist())
        names = " ".join(package.namelist())
    for trace in ("科长", "w:author", "rsid", "_drafter_", "speech-drafter:record"):
        assert trace.encode() not in every, trace
    assert "comments" not in names and "customXml" not in names


def test_libreoffice_takes_the_changes_to_the_same_text(tmp_path: Path) -> None:
    data, _, path = made("work-meeting", WORK, tmp_path)
    data = without_comments(data)  # LibreOffice falls over them when a macro opens the file
    jobs = ((data, "AcceptAllTrackedChanges"), (cleared(path, force=True).data, ""))
    theirs, ours = (of_word(done, Path("a.docx")) for done in told_in_office(jobs))
    assert [line.text for line in ours.lines] == [line.text for line in theirs.lines]
    assert [line.kind for line in ours.lines] == [line.kind for line in theirs.lines]


def test_what_other_programs_left_is_cleared(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(WHOLE)
    before = errors_found(path)
    copy = cleared(path, force=True)
    path.write_bytes(copy.data)
    assert set(errors_found(path)) <= set(before)
    assert cleared(path).removed == {} and cleared(path).data == copy.data
