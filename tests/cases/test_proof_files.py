"""Mended copies of finished speeches: what somebody resolved is let be, and what cannot be changed in Word is told and not counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk import proofread
from drafter.desk.library import Library
from drafter.desk.proof_files import commented_file, fixed_file
from drafter.formats.docx.sheet import read
from tests.cases.marking import answered, simple_field
from tests.cases.references import Made, packed, paragraph, run
from tests.cases.running import drafter

HEAD = "县防汛指挥部县长任总指挥，每天会商一次。"
TWICE = "会议强调，要压实责任责任，层层签字。"


def saved(folder: Path, *paragraphs: str) -> Path:
    path = folder / "讲话.docx"
    path.write_bytes(packed(Made(body="".join(paragraphs))))
    return path


def test_what_was_resolved_or_answered_in_word_is_not_mended(tmp_path: Path) -> None:
    path = saved(tmp_path, paragraph(run(HEAD)), paragraph(run(TWICE)))
    _, marked = commented_file(path, Library(), str, notes=False, output=None, force=False)
    assert len(fixed_file(marked, Library()).made.mends) == 2
    for resolved, replied in (({"double-type"}, set()), (set(), {"double-type"})):
        path.write_bytes(answered(marked.read_bytes(), resolved, replied))
        fixed = fixed_file(path, Library(), force=True)
        assert [mend.problem.rule for mend in fixed.made.mends] == ["seam-zhiwu"]
        assert fixed.made.problems == ()


def test_a_change_that_cannot_be_made_is_known_by_its_place(tmp_path: Path) -> None:
    words = "要压实责任责任"
    path = saved(
        tmp_path, paragraph(simple_field(words), run("，再查一遍。")), paragraph(run(words), run("，再查两遍。"))
    )
    fixed = fixed_file(path, Library())
    assert [mend.problem.place.line for mend in fixed.made.mends] == [2]
    assert [problem.place.line for problem in fixed.unchanged] == [1]
    assert fixed.made.problems == fixed.unchanged
    assert "责任责任，再查两遍" not in "".join(line.text for line in read(fixed.target.read_bytes(), "").lines)


def test_where_nothing_can_be_changed_no_copy_is_written(tmp_path: Path) -> None:
    path = saved(tmp_path, paragraph(simple_field("要压实责任责任"), run("，再查一遍。")))
    done = drafter(tmp_path, "check", "--fix", path.name)
    assert done.code == 1
    assert "nothing can be mended for sure" in done.said
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_text_is_looked_at_once_and_once_for_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    real = proofread.lint_text
    monkeypatch.setattr(proofread, "lint_text", lambda *given: (looks.append(1), real(*given))[1])
    path = tmp_path / "讲话.txt"
    path.write_text(f"{HEAD}\n{TWICE}\n", "utf-8")
    assert len(fixed_file(path, Library()).made.mends) == 2
    assert len(looks) == 3
