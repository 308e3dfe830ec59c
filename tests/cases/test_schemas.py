"""In the files of the cases, an editor marks nothing that drafter finds nothing wrong with."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from drafter.desk.check import check_file, kind_of
from drafter.desk.library import Library
from drafter.notation.brief import read_brief
from drafter.schema import FIXED, Schema, brief_schema
from drafter.yamltext.parse import parse
from tests.cases.test_reading import CASES, FOLDER, SECTION
from tests.editor.core import as_editor

UNSEEN = {"unfilled-slot", "fact-not-said", "braces-in-fact"}
"""What no schema can tell."""


def schema_of(path: Path) -> Schema | None:
    """The schema by which an editor would judge a file; none for a brief whose blueprint cannot be had."""
    text = path.read_text("utf-8")
    kind = (
        "pack"
        if path.name == "pack.yaml"
        else "fragment"
        if path.parent.name == "fragments"
        else kind_of(parse(text, str(path)))
    )
    if kind != "brief":
        return FIXED[kind](str)  # type: ignore[index]
    found = read_brief(parse(text, str(path)), Library((), path.parent).find(path))[1]
    return brief_schema(found) if found else None


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_an_editor_marks_nothing_that_is_right(case: Path, tmp_path: Path) -> None:
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    _, *sections = SECTION.split(case.read_text("utf-8"))
    for name, content in zip(sections[::3], sections[2::3], strict=True):
        if name not in ("says", "exit"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, "utf-8", newline="")
    for path in tmp_path.rglob("*.yaml"):
        if any(problem.rule not in UNSEEN for problem in check_file(path)):
            continue
        schema = schema_of(path)
        assert schema is not None, path.name
        assert [*Draft7Validator(schema).iter_errors(as_editor(path.read_text("utf-8")))] == [], path.name
