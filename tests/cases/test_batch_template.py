"""`drafter batch template`: the workbook that an office fills in, and that it is drafted from as it is meant."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from drafter.desk.batch.template import blank
from drafter.desk.library import Library
from drafter.formats.tables.book import workbook
from drafter.formats.tables.xlsx import sheets
from drafter.model.blank import Blank
from tests.cases.running import drafter
from tests.conftest import need
from tests.word.test_word import errors_found

NAMES = [name for name, _ in Library().shelf.names("speeches")]
SPEECH = "speech:\n  title: 讲话\n  opening:\n"


@cache
def made(name: str) -> bytes:
    return workbook(blank(Library().named(name), name, Library()))


def patched(data: bytes, old: str, new: str) -> bytes:
    """A workbook in which a text has been typed in place of another, in every cell that holds it."""
    return with_part(data, "xl/sharedStrings.xml", lambda text: text.replace(f"<t>{old}</t>", f"<t>{new}</t>"))


def with_part(data: bytes, name: str, change: object) -> bytes:
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(done, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, change(text) if part == name else text)  # type: ignore[operator]
    return done.getvalue()


def filled(data: bytes) -> bytes:
    """A template whose example row is a row to be drafted."""
    return patched(patched(data, "#示例", "示例"), "# example", "example")


def parts(data: bytes, pattern: str) -> str:
    """The text of all parts of a workbook whose names have a pattern."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in sorted(book.namelist()) if re.search(pattern, name))


def template_of(folder: Path, blueprint: str) -> bytes:
    """The template of a blueprint in a folder of its own."""
    (folder / "own.yaml").write_text(f"drafter: 1\n{blueprint}", "utf-8")
    done = drafter(folder, "batch", "template", "own.yaml", "-o", "rows.xlsx")
    assert done.code == 0, done.said
    return (folder / "rows.xlsx").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_example_row_is_drafted_once_it_is_no_remark(name: str, tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(filled(made(name)))
    done = drafter(tmp_path, "batch", "rows.xlsx", "--blueprint", name, "-o", "out")
    assert done.code == 0, done.said
    assert done.said.startswith("1 row: 1 drafted\n"), done.said
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1
