"""Where the figures of a draft come from, as `check --facts` tells it; and those of a draft that came back from nowhere."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from drafter.desk.draft import draft
from drafter.desk.ledger import untraced, untraced_in
from drafter.desk.library import Library
from drafter.formats import read
from drafter.lint.texts.finished import finished
from drafter.problem import Problem
from tests.cases.running import drafter
from tests.cases.test_rules import MEETING

BRIEF = """\
blueprint: meeting.yaml
会议: 全县防汛工作会议
日期: 2026-03-18
人数: 120
要求: [县水务局5月底前修好12处闸门, 备足沙袋3万条]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "meeting.yaml").write_text(MEETING, "utf-8")
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    return tmp_path


def came_back(desk: Path, old: str, new: str) -> list[Problem]:
    """What is told of the draft in which somebody wrote something else."""
    drafter(desk, "draft", "brief.yaml", "--no-seed", "-o", "speech.docx")
    raw = (desk / "speech.docx").read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            after.writestr(name, data)
    file = str(desk / "speech.docx")
    sheet = read(made.getvalue(), file)
    return list(untraced_in(made.getvalue(), finished(sheet, file), Library()))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("12处", "12处", []),
        ("12处", "十二处", []),
        ("12处", "15处", ["15处"]),
        ("5月底前", "2026年5月底前", []),
        ("5月底前", "6月底前", ["6月底"]),
        ("县水务局", "水务局", []),
        ("县水务局", "县住建局", ["县住建局"]),
        ("备足沙袋", "备足编织袋800个、沙袋", ["800个"]),
    ],
)
def test_what_an_editor_put_in_is_told(desk: Path, old: str, new: str, told: list[str]) -> None:
    found = came_back(desk, old, new)
    assert [one.facts["what"] for one in found] == told
    assert {one.rule for one in found} <= {"untraced-figure"}


def test_it_is_told_in_a_sentence_at_its_paragraph(desk: Path) -> None:
    (one,) = came_back(desk, "12处", "15处")
    assert str(one).endswith(
        ": warning: 15处 stands neither in the brief that this draft was made from nor in its blueprint; "
        "look it up, and bring the brief up to date if it is right [untraced-figure]"
    )


def test_a_file_without_a_record_is_left_alone(desk: Path) -> None:
    drafter(desk, "draft", "brief.yaml", "--no-seed", "--final", "-o", "speech.docx")
    raw = (desk / "speech.docx").read_bytes()
    text = finished(read(raw, str(desk / "speech.docx")), str(desk / "speech.docx"))
    assert list(untraced_in(raw, text, Library())) == []


def test_a_text_of_somebody_else_is_told_line_by_line(desk: Path) -> None:
    made = draft(desk / "brief.yaml", library=Library())
    found = untraced(["县水务局修12处", "县财政局拨款300万元，4月20日到账"], made)
    assert [(one.at, one.claim.words) for one in found] == [(1, "县财政局"), (1, "300万元"), (1, "4月20日")]


def test_check_facts_counts_them_by_source_and_gives_all_as_data(desk: Path) -> None:
    said = drafter(desk, "check", "--facts", "brief.yaml").said
    assert "figures, dates and names in the speech: 6\n  6 from the brief\n" in said
    (one,) = json.loads(drafter(desk, "check", "--facts", "--format", "json", "brief.yaml").said)
    assert {"words": "12处", "source": "brief", "of": "要求[1]"} in one["ledger"]
