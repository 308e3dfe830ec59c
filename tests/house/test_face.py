"""The public face: what a user writes is typed to the last, asks nothing private, and needs no import but `drafter`."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import drafter
from tests.conftest import ROOT
from tests.stories.test_stories import steps

SCRIPTS = {
    step.file: step.text
    for step in steps((ROOT / "docs/api.md").read_text("utf-8"))
    if re.fullmatch(r"\w+\.py", step.file)
}
"""A plug-in, in a folder of its own, is no user's script."""
OWN = '''"""Drafts of a list of meetings, as an office might write it."""

from collections.abc import Iterator

import drafter
from drafter import Draft, Library, Problem


def drafts(meetings: list[str], library: Library) -> Iterator[tuple[Draft, tuple[Problem, ...]]]:
    for meeting in meetings:
        draft = drafter.draft({"会议": meeting}, blueprint="work-meeting", library=library)
        yield draft, draft.findings


def sizes(meetings: list[str]) -> list[int]:
    return [len(draft.write("html", style="podium")) for draft, _ in drafts(meetings, Library())]


def lines(data: bytes) -> list[str]:
    speech = drafter.recognise(data, "old.docx")
    returned = drafter.distil(speech, name="old")
    return [line.role for line in speech.manuscript.lines] + returned.blueprint_text.splitlines()
'''


def test_scripts_of_users_are_typed_to_the_last(tmp_path: Path) -> None:
    for name, text in {**SCRIPTS, "own.py": OWN}.items():
        (tmp_path / name).write_text(text, "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(ROOT / ".mypy_cache"), str(tmp_path)]
    done = subprocess.run(mypy, capture_output=True, text=True)
    assert done.stdout == f"Success: no issues found in {len(SCRIPTS) + 1} source files\n", done.stdout


def test_scripts_ask_nothing_private() -> None:
    for text in (*SCRIPTS.values(), OWN):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] != "drafter" or node.module == "drafter"


def test_every_public_name_is_documented_and_there() -> None:
    text = (ROOT / "docs/api.md").read_text("utf-8")
    for name in drafter.__all__:
        assert getattr(drafter, name)
        assert name in text or name == "__version__", name
