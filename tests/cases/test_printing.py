"""`drafter draft --format pdf|png`: what LibreOffice and pdftoppm are asked, and what is said where they are not there or fail."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from drafter.desk import office
from tests.cases.running import drafter
from tests.conftest import need

BLUEPRINT = """\
drafter: 1
title: 试
slots: {会议: {ask: 会议全称}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening: [{id: a, say: 开会。}]
"""
OFFICE = """\
#!/bin/sh
PATH={path}
env > "{log}"; echo "$@" >> "{log}"
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
{work}
"""
MADE = "printf '%%PDF-1.7\\n%%%%EOF\\n' > \"$out/speech.pdf\""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a brief, and PATH with nothing but `bin` beside it."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "desk/bp.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "desk/b.yaml").write_text("blueprint: bp.yaml\nseed: 1\n会议: 大会\n", "utf-8")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.pathsep}.{os.pathsep}/usr/bin/../nowhere")
    monkeypatch.setattr(office, "USUAL", ())
    return tmp_path / "desk"


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def libreoffice(desk: Path, work: str) -> Path:
    """A program in PATH that is called as LibreOffice is; where it writes what it was asked."""
    log = desk.parent / "log"
    program(desk.parent / "bin", "soffice", OFFICE.format(log=log, work=work, path=os.defpath))
    return log


def test_where_there_is_no_libreoffice_it_is_said_what_to_install(desk: Path) -> None:
    said = drafter(desk, "draft", "b.yaml", "-o", "t.pdf").said
    assert said == (
        "t.pdf:1:1: error: pdf is made by LibreOffice, which is not found here; "
        "install LibreOffice (libreoffice-writer), or draft a docx and print that [no-office]\n"
    )
    assert not (desk / "t.pdf").exists()


def test_a_program_in_the_current_folder_is_never_run(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(desk, "soffice", f"#!/bin/sh\necho run > {desk}/run\n")
    monkeypatch.setenv("PATH", f"{desk}{os.pathsep}{os.environ['PATH']}")
    assert drafter(desk, "draft", "b.yaml", "-o", "t.pdf").code == 1
    assert not (desk / "run").exists()


def test_it_has_a_home_and_a_profile_of_its_own(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy")
    log = libreoffice(desk, MADE)
    assert drafter(desk, "draft", "b.yaml", "-o", "t.pdf").said.startswith("t.pdf\n")
    told = log.read_text("utf-8")
    home = next(line.removeprefix("HOME=") for line in told.splitlines() if line.startswith("HOME="))
    assert f"-env:UserInstallation=file://{home}/profile --headless" in told and "proxy" not in told
    assert not Path(home).exists()


def test_an_older_pdf_is_not_taken_for_a_new_one(desk: Path) -> None:
    (desk / "b.pdf").write_bytes(b"%PDF-1.7 old %%EOF")
    libreoffice(desk, "echo no filter")
    assert drafter(desk, "draft", "b.yaml", "--format", "pdf", "--force").said == (
        "b.pdf:1:1: error: LibreOffice made nothing of it: no filter; "
        "open the docx and print it; or mend the installation [office-failed]\n"
    )
    assert (desk / "b.pdf").read_bytes() == b"%PDF-1.7 old %%EOF"


def test_what_does_not_end_is_stopped_with_all_that_it_began(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "PATIENCE", 0.5)
    pid = desk.parent / "pid"
    libreoffice(desk, f"sleep 60 & echo $! > {pid}; wait")
    said = drafter(desk, "draft", "b.yaml", "-o", "t.pdf").said
    assert "soffice had not finished after 0.5 seconds and was stopped" in said
    state = Path(f"/proc/{pid.read_text().strip()}/stat")
    until = time.monotonic() + 10
    while state.exists() and state.read_text().split()[2] != "Z" and time.monotonic() < until:
        time.sleep(0.01)
    assert time.monotonic() < until


def test_nobodys_pdf_is_written_over(desk: Path) -> None:
    libreoffice(desk, MADE)
    assert drafter(desk, "draft", "b.yaml", "-o", "t.pdf").code == 0
    assert drafter(desk, "draft", "b.yaml", "-o", "t.pdf").code == 0  # the same again
    (desk / "t.pdf").write_bytes(b"%PDF-1.7 theirs %%EOF")
    assert "[would-overwrite]" in drafter(desk, "draft", "b.yaml", "-o", "t.pdf").said
    assert drafter(desk, "draft", "b.yaml", "-o", "t.pdf", "--force").code == 0


def test_a_picture_a_page(desk: Path) -> None:
    libreoffice(desk, MADE)
    assert "pdftoppm, which is not found here; install poppler" in drafter(desk, "draft", "b.yaml", "-o", "t.png").said
    page = 'printf "\\211PNG\\r\\n\\032\\n$n" > "$to-$n.png"'
    program(desk.parent / "bin", "pdftoppm", f"#!/bin/sh\nfor to; do :; done\nfor n in 01 02 10; do {page}; done\n")
    assert drafter(desk, "draft", "b.yaml", "-o", "t.png").said.startswith("t-1.png … t-3.png\n")
    assert [(desk / f"t-{n}.png").read_bytes()[-2:] for n in (1, 2, 3)] == [b"01", b"02", b"10"]
    (desk / "t-4.png").write_bytes(b"\x89PNG\r\n")
    assert (
        "t-4.png is there from before and would pass for a page" in drafter(desk, "draft", "b.yaml", "-o", "t.png").said
    )


def test_what_is_no_text_goes_to_no_terminal_and_gaps_are_refused(desk: Path) -> None:
    libreoffice(desk, MADE)
    assert drafter(desk, "draft", "b.yaml", "-o", "-", "--format", "pdf").code == 2
    (desk / "b.yaml").write_text("blueprint: bp.yaml\nseed: 1\n", "utf-8")
    assert "[unfilled-slot]" in drafter(desk, "draft", "b.yaml", "-o", "t.pdf", "--final").said
    assert not (desk / "t.pdf").exists()


def test_libreoffice_makes_one_pdf_of_one_brief(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in ("soffice", "pdftoppm"):
        (desk.parent / "bin" / tool).symlink_to(need_in(tool, monkeypatch))
    for name in ("one.pdf", "two.pdf"):
        assert drafter(desk, "draft", "b.yaml", "-o", name).code == 0
    assert (desk / "one.pdf").read_bytes() == (desk / "two.pdf").read_bytes()
    assert drafter(desk, "draft", "b.yaml", "--format", "png").said.startswith("b-1.png\n")
    assert (desk / "b-1.png").stat().st_size > 5_000


def need_in(tool: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a tool in the PATH that the tests were begun with."""
    with monkeypatch.context() as before:
        before.setenv("PATH", os.environ["PATH"] + os.pathsep + os.defpath + os.pathsep + "/usr/bin")
        found = need(tool)
    monkeypatch.setenv("PATH", os.environ["PATH"] + os.pathsep + os.defpath + os.pathsep + "/usr/bin")
    return found
