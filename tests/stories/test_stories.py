"""The sessions in the stories, the READMEs and some of the docs run as they are written.

A fence ```console holds a session: `$ ` begins a command, what follows is all that it prints, stdout and stderr as they
come; `…` alone on a line stands for any lines. A fence whose info string ends in a file name (```yaml brief.yaml) writes
that file. Each document runs in an empty folder of its own, with the examples beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.conftest import ROOT

STORIES = [
    *sorted((ROOT / "tests/stories").glob("*.md")),
    ROOT / "docs/ten-minutes.md",
    ROOT / "docs/old-speeches.md",
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    ROOT / "docs/editor.md",
    ROOT / "docs/api.md",
    ROOT / "docs/editing.md",
    ROOT / "docs/facts.md",
    ROOT / "docs/sentences.md",
    ROOT / "docs/for-newcomers.md",
]
SETTING_UP = re.compile(r"(make|pip|git|cd) ")
"""Commands of the READMEs that a clean clone shows, not this test."""


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, or a command with what it prints."""

    file: str
    text: str
    line: int


def steps(text: str) -> Iterator[Step]:
    """What a document does, in order."""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type != "fence" or token.map is None:
            continue
        kind, _, name = token.info.strip().partition(" ")
        if kind == "console":
            for session in re.split(r"^\$ ", token.content, flags=re.MULTILINE)[1:]:
                yield Step("", session, token.map[0] + 1)
        elif name:
            yield Step(name, token.content, token.map[0] + 1)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_the_session_is_as_written(story: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    env |= {"LANGUAGE": "zh_CN"} if "zh-CN" in story.name else {}
    ran = 0
    for step in steps(story.read_text()):
        if step.file:
            (tmp_path / step.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / step.file).write_text(step.text)
            continue
        command, _, expected = step.text.partition("\n")
        if SETTING_UP.match(command):
            continue
        done = subprocess.run(
            command, shell=True, cwd=tmp_path, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert re.fullmatch(pattern(expected), done.stdout), f"{story.name}:{step.line}: $ {command}\n{done.stdout}"
        ran += 1
    assert ran


def pattern(expected: str) -> str:
    """The output expected, as a pattern."""
    lines = expected.rstrip("\n").split("\n") if expected.strip() else []
    return "".join("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in lines)
