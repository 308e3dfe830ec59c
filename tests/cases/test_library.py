"""A library that is kept finds what is there now, and reads a file once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

import drafter
from drafter.desk import library as desk
from drafter.desk.watch import sources
from drafter.problem import Problem
from drafter.yamltext.tree import Document

PARENT = "drafter: 1\ntitle: 试\nspeech: {title: 讲甲, opening: [{id: a, say: 好。}]}\n"
CHILD = "drafter: 1\ntitle: 子\nextends: p.yaml\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.yaml").write_text("blueprint: c.yaml\n", "utf-8")
    (tmp_path / "c.yaml").write_text(CHILD, "utf-8")
    return tmp_path


def title(books: drafter.Library) -> str:
    try:
        return drafter.draft(Path("b.yaml"), library=books).write("txt").decode().splitlines()[0]
    except drafter.InputError as stop:
        return stop.problems[0].rule


def test_a_parent_that_comes_is_found(folder: Path) -> None:
    books = drafter.Library()
    assert title(books) == "no-such-file"
    assert folder / "p.yaml" in sources(Path("b.yaml"), books)
    (folder / "p.yaml").write_text(PARENT, "utf-8")
    assert title(books) == "讲甲"
    (folder / "p.yaml").unlink()
    assert title(books) == "no-such-file"


def test_a_blueprint_that_comes_is_watched_for(folder: Path) -> None:
    (folder / "c.yaml").unlink()
    assert folder / "c.yaml" in sources(Path("b.yaml"), drafter.Library())


def test_a_pack_that_comes_is_found(folder: Path) -> None:
    (folder / "b.yaml").write_text("blueprint: our/c\n", "utf-8")
    books = drafter.Library()
    assert title(books) == "unknown-blueprint"
    (folder / "packs/our/speeches").mkdir(parents=True)
    (folder / "packs/our/speeches/c.yaml").write_text(PARENT, "utf-8")
    assert title(books) == "讲甲"


def test_a_file_that_is_checked_and_used_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "p.yaml").write_text(PARENT, "utf-8")
    read: Counter[str] = Counter()
    parse = desk.parse

    def counted(text: str, file: str, problems: Iterable[Problem] = ()) -> Document:
        read[file] += 1
        return parse(text, file, problems)

    monkeypatch.setattr(desk, "parse", counted)
    desk._KEPT.documents.clear()  # or it may be full just then
    books = drafter.Library()
    for name in ("c.yaml", "b.yaml", "p.yaml"):
        drafter.check(Path(name), library=books)
    assert {name: read[name] for name in ("b.yaml", "c.yaml", "p.yaml")} == {"b.yaml": 1, "c.yaml": 1, "p.yaml": 1}
