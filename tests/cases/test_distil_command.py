"""`drafter distil` and the names of the files that it writes: refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

OLD = "在全市防汛工作会议上的讲话\n同志们：\n今天开会。\n一、看住堤\n市水利局牵头。\n二、管住人\n要值好班。\n"
WRONG = {
    "-o old.txt": "the names of the blueprint and the brief end in .yaml",
    "-o -": "the names of the blueprint and the brief end in .yaml",
    "--brief b.txt": "the names of the blueprint and the brief end in .yaml",
    "-o a.yaml --brief a.yaml": "the blueprint and the brief need a file each",
    "-o a.yaml --picture a.docx": "the name of the picture ends in .html",
    "-o a.yaml --brief ../b.yaml": "the blueprint and the brief belong in one folder",
    "old.txt --brief b.yaml": "several speeches have a brief each, beside the blueprint",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_names_that_do_not_fit_are_refused(tmp_path: Path, arguments: str) -> None:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    done = drafter(tmp_path, "distil", "old.txt", *arguments.split())
    assert (done.code, done.said.splitlines()[-1]) == (2, f"error: {WRONG[arguments]}")
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


@pytest.mark.parametrize("command", ["tidy old.txt -o old.txt", "distil old.html --picture old.html -o a.yaml"])
def test_a_speech_is_never_written_over(tmp_path: Path, command: str) -> None:
    name = command.split()[1]
    (tmp_path / name).write_text(OLD, "utf-8")
    done = drafter(tmp_path, *command.split(), "--force")
    assert done.code == 1
    assert "[is-the-source]" in done.said
    assert (tmp_path / name).read_text("utf-8") == OLD
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_name_gets_no_line_of_its_own_in_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "z\nstyle: podium\n.txt").write_text(OLD, "utf-8")
    assert drafter(tmp_path, "distil", "z\nstyle: podium\n.txt", "-o", "a.yaml", "--brief", "b.yaml").code == 0
    assert "\nstyle" not in (tmp_path / "b.yaml").read_text("utf-8")


def test_a_folder_is_no_speech(tmp_path: Path) -> None:
    done = drafter(tmp_path, "distil", ".")
    assert (done.code, done.said) == (1, ".:1:1: error: . is a folder; name a file in it [is-no-file]\n")


def test_speeches_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "old.txt").write_text(OLD, "utf-8")
    done = drafter(tmp_path, "distil", "甲/old.txt", "乙/old.txt", "-o", "both.yaml")
    assert done.code == 0
    assert done.said.splitlines()[:3] == ["both.yaml", "甲-old-brief.yaml", "乙-old-brief.yaml"]
    assert "# 甲/old.txt 第 4 行，乙/old.txt 第 4 行" in (tmp_path / "both.yaml").read_text("utf-8")


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "old-brief.yaml").write_text("mine", "utf-8")
    done = drafter(tmp_path, "distil", "old.txt")
    assert done.code == 1
    assert "old-brief.yaml is there already and holds something else" in done.said
    assert (tmp_path / "old-brief.yaml").read_text("utf-8") == "mine"
    assert not (tmp_path / "old-blueprint.yaml").exists()
