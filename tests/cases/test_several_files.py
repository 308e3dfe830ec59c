"""Several files written as one, and two who write at once: what the fault engine cannot try, as it breaks single calls."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest

from drafter.desk import journal, replace
from drafter.desk.files import read_text, replace_files, save
from drafter.desk.replace import Change, replace_all
from drafter.problem import OutputError
from tests.cases.running import drafter
from tests.engines.writes import SPEECH, child

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def cut_off(folder: Path, after: int, names: tuple[str, ...] = ("a", "b", "c")) -> None:
    """A run that is killed after so many of its files took their places."""

    def work() -> None:
        done = []

        def still() -> bool:
            if len(done) == after:
                os._exit(9)
            done.append(1)
            return True

        replace_all([Change(folder / name, b"new", still) for name in names])

    assert child(work) == 0


@pytest.fixture
def three(tmp_path: Path) -> Path:
    for name in "abc":
        (tmp_path / name).write_text("old")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if not path.name.startswith(".")}


def test_whoever_reads_next_finds_all_as_it_was(three: Path) -> None:
    cut_off(three, 2)
    assert texts(three) == {"a": "new", "b": "new", "c": "old"}
    assert read_text(three / "c", "c")[0] == "old"
    assert texts(three) == {"a": "old", "b": "old", "c": "old"} and len(os.listdir(three)) == 3


def test_what_a_person_wrote_since_is_left(three: Path) -> None:
    cut_off(three, 2)
    (three / "a").write_text("mine")
    (three / "c").write_text("mine, too")
    journal.recover(three)
    assert texts(three) == {"a": "mine", "b": "old", "c": "mine, too"} and len(os.listdir(three)) == 3


def test_a_set_in_two_folders_is_undone_from_either(tmp_path: Path) -> None:
    for met in ("x", "y"):
        for name in ("x", "y"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "a").write_text("old")
        cut_off(tmp_path, 1, ("x/a", "y/a", "y/b"))
        assert (tmp_path / "x/a").read_text() == "new"
        journal.recover(tmp_path / met)
        assert [sorted(os.listdir(tmp_path / name)) for name in ("x", "y")] == [["a"], ["a"]]
        assert [(tmp_path / name / "a").read_text() for name in ("x", "y")] == ["old", "old"]


def test_a_folder_that_was_moved_since_is_undone_all_the_same(three: Path) -> None:
    cut_off(three, 1)
    moved = three.rename(three.with_name("moved"))
    journal.recover(moved)
    assert texts(moved) == {"a": "old", "b": "old", "c": "old"}


def test_a_living_run_is_let_be(three: Path) -> None:
    met = []

    def still() -> bool:
        journal.recover(three)
        met.append(sorted(os.listdir(three)))
        return True

    replace_all([Change(three / name, b"new", still) for name in "abc"])
    assert all(len(names) > 6 for names in met)
    assert texts(three) == {"a": "new", "b": "new", "c": "new"} and len(os.listdir(three)) == 3


def test_two_who_write_in_one_folder_wait_for_one_another(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def writes(n: int) -> None:
        try:
            for _ in range(20):
                replace_all([Change(tmp_path / f"{n}-{m}", b"x") for m in range(3)])
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=writes, args=(n,)) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == [] and len(os.listdir(tmp_path)) == 12


def test_one_who_waits_too_long_is_told_whose_file_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replace, "PATIENCE", 0.1)
    handle = journal.locked(tmp_path, new=True)
    assert handle is not None
    with pytest.raises(OutputError) as stop:
        save(tmp_path / "a", b"x", force=False)
    os.close(handle)
    assert str(stop.value) == (
        f"{tmp_path}/a:1:1: error: another run of drafter is writing {tmp_path}/a, or left {tmp_path}/.drafter-writing "
        f"behind; run the command again; if no other one runs, delete {tmp_path}/.drafter-writing [being-written]"
    )
    save(tmp_path / "a", b"x", force=False)


@pytest.mark.parametrize("by", ["in place", "by another file"])
def test_of_two_editors_of_one_file_the_second_is_told(
    tmp_path: Path, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_text("old")
    other.write_text("old")
    real = os.fsync

    def meanwhile(handle: int) -> None:  # someone saves while the new files are being written
        real(handle)
        if by == "in place":
            path.write_text("theirs")
        else:
            (tmp_path / "t").write_text("theirs")
            (tmp_path / "t").rename(path)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(OutputError) as stop:
        replace_files([(path, b"old", b"ours"), (other, b"old", b"ours")])
    assert [one.rule for one in stop.value.problems] == ["changed-meanwhile"]
    assert texts(tmp_path) == {"a": "theirs", "b": "old"}


def test_a_draft_that_somebody_saves_meanwhile_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def meanwhile(handle: int) -> None:
        real(handle)
        (tmp_path / "a").write_text("theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(OutputError):
        save(tmp_path / "a", b"ours", force=True)
    assert texts(tmp_path) == {"a": "theirs"}


def test_two_runs_that_edit_one_file_at_once_lose_neither_edit(tmp_path: Path) -> None:
    (tmp_path / "n").write_text("0")
    told = []

    def adds() -> None:
        done = 0
        while done < 25:
            old = (tmp_path / "n").read_bytes()
            try:
                replace_files([(tmp_path / "n", old, str(int(old) + 1).encode())])
                done += 1
            except OutputError as error:
                told.append(error.problems[0].rule)
                time.sleep(0.001)

    threads = [threading.Thread(target=adds) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (tmp_path / "n").read_text() == "75" and set(told) <= {"changed-meanwhile"}


FORGED = {
    "a file elsewhere": {"files": [{"n": 0, "name": "../mine", "new": "", "was": False}]},
    "a name of another kind": {"files": [{"n": "../../x", "name": "a", "new": "", "was": True}]},
    "an id that leads out": {"id": "../" * 10 + "aa", "files": []},
    "a server": {"lead": "//server/share", "files": []},
    "other servers": {"others": ["\\\\server\\share"], "files": []},
    "no map": [],
    "deep": "[" * 50_000,
    "half": '{"id": "',
}


@pytest.mark.parametrize("forged", FORGED)
def test_a_journal_that_a_stranger_made_undoes_nothing(tmp_path: Path, forged: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "mine").write_text("")
    (tmp_path / "in/a").write_text("")
    given = FORGED[forged]
    right = {"id": "0" * 32, "lead": ".", "others": [], "undone": True, "files": []}
    text = given if isinstance(given, str) else json.dumps({**right, **given} if isinstance(given, dict) else given)
    (tmp_path / "in" / journal.NAME).write_bytes(journal.WRITING + text.encode())
    journal.recover(tmp_path / "in")
    assert (tmp_path / "mine").exists() and (tmp_path / "in/a").exists()
    save(tmp_path / "in/b", b"x", force=False)
    assert sorted(os.listdir(tmp_path / "in")) == ["a", "b"]


@pytest.mark.parametrize("kind", ["words", "pipe", "folder", "link", "zero"])
def test_what_lies_in_the_place_of_a_journal_and_is_none_is_named_and_left(tmp_path: Path, kind: str) -> None:
    path = tmp_path / journal.NAME
    (tmp_path / "mine").write_text("mine")
    match kind:
        case "words":
            path.write_text("my own notes")
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(tmp_path / "mine")
        case _:
            path.symlink_to("/dev/zero")
    assert read_text(tmp_path / "mine", "mine")[0] == "mine"
    with pytest.raises(OutputError) as stop:
        save(tmp_path / "a", b"x", force=False)
    assert [one.rule for one in stop.value.problems] == ["being-written"]
    assert os.path.lexists(path) and (tmp_path / "mine").read_text() == "mine"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (("-o", "old-brief.yaml"), "old-brief.yaml"),
        (("-o", "OLD-brief.yaml"), "OLD-brief.yaml"),
        (("-o", "b.yaml", "--brief", "B.yaml"), "b.yaml"),
    ],
)
def test_two_outputs_under_one_name_are_refused_before_anything_is_written(
    tmp_path: Path, more: tuple[str, ...], name: str
) -> None:
    (tmp_path / "old.txt").write_text(SPEECH, "utf-8")
    done = drafter(tmp_path, "distil", "old.txt", *more)
    assert done.code == 1
    assert (
        f"{name}:1:1: error: {name} would be written twice; give each file a name of its own [two-in-one]\n"
        in done.said
    )
    assert os.listdir(tmp_path) == ["old.txt"]
