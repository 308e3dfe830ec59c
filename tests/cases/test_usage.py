"""What is said of a wrong command line, and in help: all of it in the user's language, whatever typer says in English only."""

from __future__ import annotations

import ast
import gettext
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from drafter.catalogue import DOMAIN, FOLDER
from drafter.cli import help as said
from tests.cases.running import drafter
from tests.conftest import ROOT

ZH = gettext.translation(DOMAIN, FOLDER, ["zh_CN"])
ENGLISH = re.compile(r"[A-Za-z]{2,}")
WRONG = {"BadParameter", "UsageError", "BadOptionUsage", "BadArgumentUsage", "fail", "NoSuchOption"}
"""What is called to say that the command line is wrong."""
TYPER = Path(typer.__file__).parent
PLACES = [*(TYPER / "_click").glob("*.py"), *TYPER.glob("*.py")]


def template(node: ast.expr) -> str | None:
    """A text as it might come out, with 7 for what is put in."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=values):
            return "".join(one.value if isinstance(one, ast.Constant) else "'7'" for one in values).replace(
                "''7''", "'7'"
            )
        case _:
            return None


def messages() -> Iterator[str]:
    """Every text that typer's own source says of a wrong command line."""
    for path in PLACES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                texts = (template(one) for one in (*node.args, *(keyword.value for keyword in node.keywords)))
                if name in WRONG:
                    yield from (text for text in texts if text and " " in text)


def test_whatever_typer_says_of_a_wrong_command_line_is_said_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(said, "_", ZH.gettext)
    found = sorted(set(messages()))
    assert len(found) > 10, "typer has its sources elsewhere"
    for text in found:
        for whole in (text, f"Invalid value for '7': {text}", f"Invalid value for 7 / 8: {text}"):
            assert not ENGLISH.search(said.typers_words(whole).replace("--help", "")), whole


LINES = """
draft
draft 一.yaml 二.yaml
draft --sed 1 一.yaml
draft --zzz
draft -q
draft 一.yaml --seed 七
draft 一.yaml --pack 无
draft 一.yaml --pack 一.yaml
draft --force=3
draft 一.yaml --seed
draft 一.yaml -o 七.rtf
draft -
watch -
check --format 七 一.yaml
check --format jsn 一.yaml
七
new
schema 七
blueprint 七
blueprint add-node 一.yaml --id 七 --say 好。 --in 七
blueprint add-slot 一.yaml 七
blueprint add-slot 一.yaml 七 --ask 七 --type 七
distil 一.txt --slots 七
"""
NAMES = r"jsn|--[\w-]+|\.\w+|\b(text|json|github|sarif|opening|emphases|closing|number|date|due|quantity|choice|flag|none|html|checks"
NAMES += r"|facts|placeholders|brief|blueprint|fragment|pack|style)\b|`[^`]+`"
"""What is typed as it is in any language."""


@pytest.mark.parametrize("line", LINES.split("\n")[1:-1])
def test_no_wrong_use_of_a_command_is_answered_in_english(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "一.yaml").write_text("blueprint: 无\n", "utf-8")
    for module in (said, *map(importlib.import_module, ("drafter.cli.draft", "drafter.cli.new"))):
        monkeypatch.setattr(module, "_", ZH.gettext)
    monkeypatch.setattr(gettext, "gettext", ZH.gettext)
    done = drafter(tmp_path, *line.split())
    assert done.code == 2
    told = done.said.splitlines()[-1].partition(": ")[2]
    assert not ENGLISH.search(re.sub(NAMES, "", told)), told


WALK = """
import typer
from drafter.cli.app import app

def walk(command, context):
    print(command.get_help(context))
    for name in getattr(command, "list_commands", lambda _: [])(context):
        below = command.resolve_command(context, [name])[1]
        walk(below, typer.Context(below, parent=context, info_name=name))

whole = typer.main.get_command(app)
walk(whole, typer.Context(whole, info_name="drafter"))
"""
TYPED = "drafter|YAML|JSON|GitHub|SARIF|Word|docx|html|json|txt|yaml|md|standard|podium|gap|list|text|shell|say|none|speech|title|ask"
TYPED += "|Dask|Schema|facts|zh|slots|First|brief|blueprint|fragment|pack|style|body|checks|keep|minutes|omit|pick|rate|accept|reject"
TYPED += "|pdf|png"
"""Names, formats and what is typed, which help shows as they are."""


def test_help_is_in_chinese_all_through() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WALK],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"LANGUAGE": "zh_CN", "PYTHONUTF8": "1"},
    )
    text = re.sub(r"^用法：[a-z -]+|^  [a-z-]+ ", "", done.stdout.decode(), flags=re.MULTILINE)
    bare = re.sub(rf"`[^`]*`|<[^>]*>|--?[\w-]+|\.\w+|\b({TYPED})\b", "", text)
    assert sorted(set(ENGLISH.findall(bare))) == []
