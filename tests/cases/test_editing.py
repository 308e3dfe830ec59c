"""Editing files: bytes, permissions, other hands, and all files or none."""

from __future__ import annotations

import difflib
import shlex
from pathlib import Path

import pytest

from drafter.desk.files import replace_files
from drafter.problem import OutputError
from tests.cases.running import drafter
from tests.cases.test_reading import CASES, SECTION
from tests.conftest import ROOT

SMALL = "# 样板\ndrafter: 1\nslots: {会议: {}}\nspeech:\n  title: 在{{ 会议 }}上的讲话\n  opening:\n    - {id: a, say: 好。}\n"
SHOWN = [case for case in CASES if "--dry-run\n---" in case.read_text("utf-8")]


@pytest.mark.parametrize("case", SHOWN, ids=lambda path: path.stem)
def test_a_dry_run_shows_what_the_edit_does(case: Path, tmp_path: Path) -> None:
    _, *sections = SECTION.split(case.read_text("utf-8"))
    parts = {name: (argument, content) for name, argument, content in zip(*[iter(sections)] * 3, strict=True)}
    command, said = parts.pop("says")
    files = {"blueprint.yaml": case.with_name("blueprint.yaml").read_text("utf-8")}
    files |= {name: content for name, (_, content) in parts.items()}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    assert drafter(tmp_path, *shlex.split(command.removesuffix(" --dry-run"))[1:]).code == 0
    diffs = [
        "".join(difflib.unified_diff(old.splitlines(True), (tmp_path / name).read_text().splitlines(True), name, name))
        for name, old in files.items()
    ]
    shown = said[said.index("--- ") :]
    assert "".join(sorted(shown.splitlines(True))) == "".join(sorted("".join(diffs).splitlines(True)))


@pytest.mark.parametrize(
    "raw",
    [
        SMALL.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SMALL.encode(),
        b"\xff\xfe" + SMALL.encode("utf-16-le"),
        SMALL.encode("gb18030"),
        SMALL.replace("\n", "\r\n", 3).encode(),
        SMALL.replace("\n", "\r").encode(),
        SMALL.rstrip("\n").encode(),
    ],
    ids=["crlf", "bom", "utf-16", "gb18030", "mixed", "cr", "no line end"],
)
def test_an_edit_keeps_encoding_and_line_ends(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(raw)
    assert drafter(tmp_path, "blueprint", "set", "f.yaml", "a.say", "不错。").code == 0
    encoding = "utf-16-le" if raw.startswith(b"\xff\xfe") else "utf-8" if "样板".encode() in raw else "gb18030"
    assert path.read_bytes() == raw.replace("好。".encode(encoding), "不错。".encode(encoding))


def test_a_character_that_the_encoding_does_not_tell_for_sure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(SMALL.encode("gb18030"))
    done = drafter(tmp_path, "blueprint", "set", "f.yaml", "a.say", "café")
    assert done.said.splitlines()[-1] == (
        "f.yaml:1:1: error: the file's encoding cannot be told for sure; save it as UTF-8 [unknown-encoding]"
    )
    assert path.read_bytes() == SMALL.encode("gb18030")


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text(SMALL, "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert drafter(tmp_path, "blueprint", "set", "link.yaml", "a.say", "不错。").code == 0
    assert link.is_symlink() and "不错" in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"changed")
    with pytest.raises(OutputError) as stop:
        replace_files([(one, b"1", b"new"), (other, b"2", b"new")])
    assert [problem.rule for problem in stop.value.problems] == ["changed-meanwhile"]
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"changed")


def test_files_that_were_written_are_put_back_where_the_next_one_fails(tmp_path: Path) -> None:
    one, other = tmp_path / "a/one", tmp_path / "b/other"
    for path in (one, other):
        path.parent.mkdir()
        path.write_bytes(b"old")
    (other.parent / ".drafter-writing").mkdir()  # where its journal would be
    with pytest.raises(OutputError) as stop:
        replace_files([(one, b"old", b"new"), (other, b"old", b"new")])
    assert str(stop.value) == (
        f"{other}:1:1: error: another run of drafter is writing {other}, or left {other.parent}/.drafter-writing behind; "
        f"run the command again; if no other one runs, delete {other.parent}/.drafter-writing [being-written]"
    )
    assert (one.read_bytes(), other.read_bytes()) == (b"old", b"old")
    assert [path.name for path in one.parent.iterdir()] == ["one"]


def test_what_came_with_drafter_is_edited_by_its_path_only(tmp_path: Path) -> None:
    done = drafter(tmp_path, "blueprint", "remove-node", "rectification", "exhortation")
    assert done.code == 1 and done.said.endswith(
        "; `drafter blueprint new NAME --extends rectification` makes one of your own; or give the file's path [not-yours]\n"
    )
    copied = tmp_path / "packs/own/speeches/rectification.yaml"
    copied.parent.mkdir(parents=True)
    copied.write_bytes((ROOT / "blueprints/official/speeches/rectification.yaml").read_bytes())
    done = drafter(tmp_path, "blueprint", "remove-node", "own/rectification", "exhortation")
    lines = len((ROOT / "blueprints/official/speeches/rectification.yaml").read_text("utf-8").splitlines())
    left = len(copied.read_text("utf-8").splitlines())
    assert done.said == f"packs/own/speeches/rectification.yaml: removed exhortation ({lines - left} lines)\n"


def test_a_field_of_the_items_looked_at_is_no_slot(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(
        "drafter: 1\nslots:\n  任务: {ask: 任务}\n  分工: {type: list, ask: 分工, of: {单位: {ask: 单位}, 任务: {ask: 任务}}}\n"
        "derive:\n  已分: 分工 | 其中(任务.形 == '动宾') | 项数\n"
        'speech:\n  title: 讲话\n  opening: [{id: a, say: "{{ 任务 }}，分了{{ 已分 }}项。"}]\n',
        "utf-8",
    )
    assert drafter(tmp_path, "blueprint", "rename-slot", "c.yaml", "任务", "主旨").code == 0
    text = (tmp_path / "c.yaml").read_text("utf-8")
    assert "其中(任务.形 == '动宾')" in text and "{{ 主旨 }}" in text and "主旨: {ask: 任务}" in text
