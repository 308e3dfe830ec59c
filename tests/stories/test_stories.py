"""The sessions in the stories, the READMEs and some of the docs run as they are written.

A fence ```console holds a session: `$ ` begins a command, what follows is all that it prints, stdout and stderr as they
come; `…` alone on a line stands for any lines. A fence whose info string ends in a file name (```yaml brief.yaml) writes
that file. A fence ```terminal holds one command before a terminal that only prints lines: what stands behind `> ` is typed
when it is asked for. Each document runs in an empty folder of its own, with the examples beside it. What the tour of ten
minutes and the Chinese pages show is run by the shell, and so is what needs one; the rest of `drafter …` in this process.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cases.running import drafter
from tests.cases.terminal import Terminal
from tests.conftest import ROOT

STORIES = [
    *sorted((ROOT / "tests/stories").glob("*.md")),
    ROOT / "docs/ten-minutes.md",
    ROOT / "docs/old-speeches.md",
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    ROOT / "docs/editor.md",
    ROOT / "docs/repositories.md",
    ROOT / "docs/batch.md",
    ROOT / "docs/batch.zh-CN.md",
    ROOT / "docs/api.md",
    ROOT / "docs/editing.md",
    ROOT / "docs/facts.md",
    ROOT / "docs/sentences.md",
    ROOT / "docs/for-newcomers.md",
    ROOT / "docs/length.md",
    ROOT / "docs/proofreading.md",
    ROOT / "docs/explain.md",
    ROOT / "docs/comparing.md",
    ROOT / "docs/coming-back.md",
    ROOT / "docs/next-year.md",
    ROOT / "docs/a-speechs-life.md",
]
SETTING_UP = re.compile(r"(make|pip|git|cd) ")
"""Commands of the READMEs that a clean clone shows, not this test."""
BY_THE_SHELL = {"ten-minutes.md"}
"""Beside what is Chinese: a process has one language."""
PLAIN = re.compile(r"drafter [^|<>&;$`*?~\\{(#]+")
"""A command that a shell does nothing with but split it at blanks."""


@dataclass(frozen=True, slots=True)
class Step:
    """A file to write, or a command with what it prints."""

    file: str
    text: str
    line: int
    typed: bool = False


def steps(text: str) -> Iterator[Step]:
    """What a document does, in order."""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type != "fence" or token.map is None:
            continue
        kind, _, name = token.info.strip().partition(" ")
        if kind == "console":
            for session in re.split(r"^\$ ", token.content, flags=re.MULTILINE)[1:]:
                yield Step("", session, token.map[0] + 1)
        elif kind == "terminal":
            yield Step("", token.content.removeprefix("$ "), token.map[0] + 1, typed=True)
        elif name:
            yield Step(name, token.content, token.map[0] + 1)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_the_session_is_as_written(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.setenv("COLUMNS", "80")
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
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
        if step.typed:
            said = before_a_terminal(tmp_path, command, expected, env)
        elif PLAIN.fullmatch(command) and story.name not in BY_THE_SHELL and "zh-CN" not in story.name:
            said = drafter(tmp_path, *shlex.split(command)[1:]).said
        else:
            said = subprocess.run(
                command, shell=True, cwd=tmp_path, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            ).stdout
        assert re.fullmatch(pattern(expected), said), f"{story.name}:{step.line}: $ {command}\n{said}"
        ran += 1
    assert ran


def before_a_terminal(folder: Path, command: str, expected: str, env: dict[str, str]) -> str:
    """What stands on a terminal that only prints lines, when all that the session says is typed."""
    terminal = Terminal(folder, *shlex.split(command)[1:], **{**env, "TERM": "dumb"})
    for words in re.findall("^> (.*)$", expected, re.MULTILINE):
        terminal.answer("\n> ", words + "\n")
    assert terminal.ended() == 0
    return terminal.said


def pattern(expected: str) -> str:
    """The output expected, as a pattern."""
    lines = expected.rstrip("\n").split("\n") if expected.strip() else []
    return "".join("(?:.*\n)*" if line == "…" else re.escape(line) + "\n" for line in lines)
