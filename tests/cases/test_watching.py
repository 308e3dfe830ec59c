"""`drafter watch`: real files saved while it runs, and what it says of each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from drafter.desk.finish import Wanted
from drafter.desk.library import Library
from drafter.desk.watch import drafted_anew, stamps, with_own_edit
from tests.conftest import ROOT

BLUEPRINT = """drafter: 1
slots: {会议: {ask: 什么会议}, 事: {type: list, of: text, ask: 哪些事}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening: [{id: a, say: 今天开会。}]
  emphases: [{id: b, each: 事, heading: "{{ item }}", body: [{id: c, say: 抓紧办。}]}]
"""


def test_a_save_is_drafted_and_told_and_an_error_stops_nothing(tmp_path: Path) -> None:
    brief, blueprint, output = tmp_path / "b.yaml", tmp_path / "bp.yaml", tmp_path / "o.md"
    blueprint.write_text(BLUEPRINT, "utf-8")
    brief.write_text("blueprint: bp.yaml\n事: [修路]\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "drafter", "watch", "b.yaml", "-o", "o.md"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout

    def until(last: str) -> list[str]:
        lines = []
        for line in process.stdout or ():
            lines.append(line.rstrip("\n"))
            if lines[-1] == last:
                break
        return lines

    assert until("watching 2 files; Ctrl-C ends")[0] == "o.md"
    brief.write_text("blueprint: bp.yaml\n会议: 推进会\n事: [修路, 架桥]\n", "utf-8")
    assert until("  gap closed: 会议") == [
        "drafted anew: 21 characters, no gaps",
        "  + 二、架桥",
        "  + 抓紧办。",
        "  - 在【待补充：什么会议】上的讲话",
        "  + 在推进会上的讲话",
        "  - 修路",
        "  + 一、修路",
        "  gap closed: 会议",
    ]
    assert process.stdout.readline().startswith("  wrote `seed: ")
    assert brief.read_text("utf-8").startswith("blueprint: bp.yaml\nseed: ")
    error = "b.yaml:2:1: error: unknown slot 会场; did you mean 会议? [unknown-slot]"
    new = tmp_path / "new"
    new.write_text("blueprint: bp.yaml\n会场: 推进会\n", "utf-8")
    new.replace(brief)  # as editors save
    assert until(error) == [error]
    brief.write_text("blueprint: bp.yaml\n会议: 推进会\n事: [修路]\n", "utf-8")
    assert until("  + 修路")[0] == "drafted anew: 11 characters, no gaps"
    blueprint.write_text(BLUEPRINT.replace("今天开会", "今天开个会"), "utf-8")
    assert until("  + 今天开个会。") == ["drafted anew: 12 characters, no gaps", "  - 今天开会。", "  + 今天开个会。"]
    assert "今天开个会。" in output.read_text("utf-8")
    assert "seed" not in brief.read_text("utf-8")  # whoever takes the line out is left alone
    output.write_text("我改过", "utf-8")
    brief.write_text("blueprint: bp.yaml\n会议: 大会\n事: [修路]\n", "utf-8")
    assert "[would-overwrite]" in process.stdout.readline()
    assert output.read_text("utf-8") == "我改过"
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    process.stdout.close()


def test_a_look_beside_the_brief_is_found_from_another_folder(tmp_path: Path) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    (folder / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    (folder / "look.yaml").write_text((ROOT / "blueprints/official/styles/podium.yaml").read_text("utf-8"), "utf-8")
    (folder / "b.yaml").write_text("blueprint: bp.yaml\nstyle: look.yaml\n会议: 推进会\n事: [修路]\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "drafter", "watch", "sub/b.yaml", "-o", "o.html"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout
    assert process.stdout.readline() == "o.html\n"
    process.kill()
    process.wait()
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "draft", "sub/b.yaml", "-o", "p.html"], cwd=tmp_path, check=True
    )
    assert done.returncode == 0 and (tmp_path / "o.html").read_bytes() == (tmp_path / "p.html").read_bytes()


def test_its_own_line_in_the_brief_is_no_save(tmp_path: Path) -> None:
    brief = tmp_path / "b.yaml"
    (tmp_path / "bp.yaml").write_text(BLUEPRINT, "utf-8")
    brief.write_text("blueprint: bp.yaml\n会议: 推进会\n事: [修路]\n", "utf-8")
    before = stamps((brief, tmp_path / "bp.yaml"))
    first = drafted_anew(brief, Wanted(format="md", keep_seed=True), Library(), None)
    assert first.done.kept and stamps((brief,)) != {brief: before[brief]}
    ours = with_own_edit(before, first.done, brief)
    assert ours == stamps((brief, tmp_path / "bp.yaml"))
    brief.write_text(brief.read_text("utf-8").replace("推进会", "动员会"), "utf-8")  # before we could look
    assert with_own_edit(before, first.done, brief) == before
    second = drafted_anew(brief, Wanted(format="md", keep_seed=True), Library(), first.lying)
    assert second.done.kept is None and second.lying.draft.seed == first.lying.draft.seed
