"""What a person is told about what was typed, and what an edit makes of a file: each `.case` file is one specimen, whole.

The first line says what is true. `=== NAME` begins a file; `=== says` the lines that `drafter check brief.yaml` prints,
or those of the command written after it; `=== exit 1` how it ends, 0 if left out; `=== gives NAME` a file as it then is,
and a file that is not named is as it was. A case without a blueprint of its own has its folder's `blueprint.yaml` beside it.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cases.running import drafter

FOLDER = Path(__file__).parent / "reading"
CASES = sorted(path for folder in (FOLDER, FOLDER.with_name("editing")) for path in folder.glob("*.case"))
LIBRARY = re.compile(
    r"(?<=cannot be read as YAML )\([^\n]+\)(?=; )|(?<=cannot be read as an expression )\([^\n]+\)(?=; )"
)
"""What libyaml and Jinja2 say in their own words, which change with their versions: a case writes (…) for it."""
SECTION = re.compile(r"^=== (\S+)(?: (.+))?\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_was_typed_is_answered_as_written(case: Path, tmp_path: Path) -> None:
    sentence, *sections = SECTION.split(case.read_text("utf-8"))
    assert re.fullmatch(r"[^\n]+\.\n+", sentence), "a case begins with one sentence"
    files = {"blueprint.yaml": case.with_name("blueprint.yaml").read_text("utf-8")}
    command, said, code, given = "drafter check brief.yaml", "", 0, {}
    for name, argument, content in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
        match name:
            case "says":
                command, said = argument or command, content
            case "exit":
                code = int(argument)
            case "gives":
                given[argument] = content
            case _:
                files[name] = content
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8", newline="")
    done = drafter(tmp_path, *shlex.split(command)[1:])
    assert LIBRARY.sub("(…)", done.said) == said
    assert done.code == code
    for name, content in {**files, **given}.items():
        assert (tmp_path / name).read_text("utf-8") == content
