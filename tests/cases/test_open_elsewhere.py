"""A document that is open in Word, WPS or LibreOffice: why it cannot be written, and the small file that lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from drafter.desk import files
from drafter.desk.locks import is_lock, locked_by
from tests.cases.running import drafter
from tests.cases.test_standard_input import BLUEPRINT, BRIEF

MAY_BE = "it may be open in Word or WPS: close it there; else check its permissions and those of its folder"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "plain.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "b.yaml").write_text(BRIEF, "utf-8")
    drafter(tmp_path, "draft", "b.yaml", "-o", "讲话定稿.docx")
    return tmp_path


@pytest.fixture
def held(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Windows does with a file that Word has open."""
    assert (desk / "讲话定稿.docx").exists()
    opened: Callable[..., IO[Any]] = Path.open

    def refused(path: Path, *arguments: Any, **more: Any) -> IO[Any]:
        if path.name == "讲话定稿.docx":
            raise PermissionError(13, "The process cannot access the file", str(path))
        return opened(path, *arguments, **more)

    monkeypatch.setattr(Path, "open", refused)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("draft b.yaml -o 讲话定稿.docx", "write"),
        ("tidy 讲话定稿.docx -o t.docx", "read"),
        ("check 讲话定稿.docx", "read"),
    ],
)
@pytest.mark.parametrize(
    "lock", ["", "~$讲话定稿.docx", "~$话定稿.docx", "~$定稿.docx", ".~lock.讲话定稿.docx#", ".~讲话定稿.docx"]
)
def test_a_document_that_is_kept_from_us_may_be_open(line: str, verb: str, lock: str, desk: Path) -> None:
    if lock:
        (desk / lock).write_bytes(b"x")
    said = MAY_BE
    if lock:
        said = f"it is open elsewhere, as {lock} beside it says: close it there, in Word, WPS or LibreOffice, and run the command again"
    name = "讲话定稿.docx"
    expected = f"{name}:1:1: error: cannot {verb} {name}: permission denied; {said} [cannot-{verb}]"
    assert drafter(desk, *line.split()).said.splitlines()[0] == expected


def test_another_file_is_told_as_before(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Zugriff verweigert")

    monkeypatch.setattr(files.os, "open", denied)
    assert drafter(desk, "draft", "b.yaml", "-o", "new.txt").said == (
        "new.txt:1:1: error: cannot write new.txt: permission denied; check the disk and the permissions; the old file is as it was "
        "[cannot-write]\n"
    )


@pytest.mark.parametrize("command", ["distil {} -o z.yaml", "check b.yaml {}", "blueprint fmt --check b.yaml {}"])
def test_the_small_file_is_skipped_among_others_with_a_word(command: str, desk: Path) -> None:
    (desk / "~$话定稿.docx").write_bytes(b"x")
    names = "讲话定稿.docx ~$话定稿.docx" if command.startswith("distil") else "~$话定稿.docx"
    done = drafter(desk, *command.format(names).split())
    assert "~$话定稿.docx is skipped: it only says that 讲话定稿.docx is open elsewhere\n" in done.said
    assert done.code == 0


@pytest.mark.parametrize("command", ["tidy", "outline", "distil", "draft", "check", "blueprint fmt"])
def test_alone_it_is_a_mistake(command: str, desk: Path) -> None:
    (desk / "~$话定稿.docx").write_bytes(b"x")
    done = drafter(desk, *command.split(), "~$话定稿.docx")
    assert done.said == (
        "~$话定稿.docx:1:1: error: ~$话定稿.docx is no document: it only says that 讲话定稿.docx is open in Word, WPS or LibreOffice; "
        "name 讲话定稿.docx [lock-file]\n"
    )
    assert done.code == 1


@pytest.mark.parametrize("name", ["a.docx", "~a.docx", "$a.docx", "lock.a.docx", ".a.docx", "a~$.docx"])
def test_no_document_is_taken_for_one(name: str) -> None:
    assert not is_lock(Path(name))


def test_where_two_documents_may_be_meant_the_name_is_told_as_it_is(tmp_path: Path) -> None:
    for name in ("甲乙年度讲话.docx", "丙丁年度讲话.docx", "~$年度讲话.docx"):
        (tmp_path / name).write_bytes(b"")
    assert locked_by(tmp_path / "~$年度讲话.docx") == "年度讲话.docx"
