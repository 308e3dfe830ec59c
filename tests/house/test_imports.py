"""The house: imports run one way, one library has one room, files stay small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

ROWS = (
    {"catalogue", "plugins"},
    {"sentences"},
    {"problem"},
    {"model", "encoding"},
    {"language", "yamltext"},
    {"expression", "facts"},
    {"plan", "compose", "review", "recognition", "distillation", "lint", "notation", "formats", "schema"},
    {"desk"},
    {"cli"},
)
"""Rooms from the ground up: a room imports from the rows below it, and never from its own."""
FLOOR = {room: n for n, row in enumerate(ROWS) for room in row}
LIBRARIES = {
    "yaml": {"yamltext"},
    "jinja2": {"expression", "facts"},
    "docx": {"formats/docx"},
    "lxml": {"formats/docx"},
    "typer": {"cli"},
    "prompt_toolkit": {"cli/terminal.py"},
    "rapidfuzz": {"distillation/align.py", "review"},
    "watchfiles": {"desk/watch.py"},
    "platformdirs": {"desk/shelf.py"},
    "python_calamine": {"formats/tables/xlsx.py"},
    "xlsxwriter": {"formats/tables"},
    "loky": {"desk/batch/engines.py"},
    "distributed": {"desk/batch/engines.py"},
}
FILES = sorted((ROOT / "drafter").rglob("*.py"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, wherever the import stands."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                f"{node.module}.{alias.name}" if node.module == "drafter" else node.module for alias in node.names
            )


def room(path: Path) -> str:
    return path.relative_to(ROOT / "drafter").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_from_the_rows_below(path: Path) -> None:
    here = room(path)
    if here not in FLOOR:
        assert here in ("__init__", "__main__"), f"{here} has no row"
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "drafter" or len(parts) < 2 or parts[1] == "__version__" or parts[1] == here:
            continue
        assert FLOOR[parts[1]] < FLOOR[here], f"{path}: {name}"


def test_the_command_line_asks_the_desk_and_nothing_lower() -> None:
    allowed = {"desk", "sentences", "problem", "catalogue", "cli", "__version__"}
    for path in FILES:
        if room(path) == "cli":
            asked = {name.split(".")[1] for name in imports(path) if name.startswith("drafter.")}
            assert asked <= allowed, f"{path}: {asked - allowed}"


@pytest.mark.parametrize("library", LIBRARIES)
def test_one_library_one_room(library: str) -> None:
    users = [
        path.relative_to(ROOT / "drafter") for path in FILES if any(n.split(".")[0] == library for n in imports(path))
    ]
    assert users
    for user in users:
        assert any(str(user).startswith(allowed) for allowed in LIBRARIES[library]), user


def test_files_stay_small_and_begin_with_their_purpose() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        assert text.count("\n") <= 400, path
        first = ast.get_docstring(ast.parse(text))
        assert first, path
        assert first.splitlines()[0].endswith((".", "?", "…", "BRIEF", "FILE", "NAME", "BLUEPRINT", "`")), path


def test_every_field_of_a_noun_has_its_sentence() -> None:
    for path in sorted((ROOT / "drafter/model").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            for n, item in enumerate(node.body):
                if isinstance(item, ast.AnnAssign):
                    after = node.body[n + 1] if n + 1 < len(node.body) else None
                    said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                    assert said, f"{path.name}: {node.name}.{ast.unparse(item.target)}"
