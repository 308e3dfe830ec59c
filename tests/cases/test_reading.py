"""What a person is told about what was typed: each `.case` file in `reading/` is one specimen, whole.

The first line says what is true. `=== NAME` begins a file; `=== says` the lines that `drafter check brief.yaml` prints,
or those of the command written after it; `=== exit 1` how it ends, 0 if left out. A case without a blueprint of its own
has `reading/blueprint.yaml` beside it.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cases.running import drafter

FOLDER = Path(__file__).parent / "reading"
CASES = sorted(FOLDER.glob("*.case"))
SECTION = re.compile(r"^=== (\S+)(?: (.+))?\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_was_typed_is_answered_as_written(case: Path, tmp_path: Path) -> None:
    sentence, *sections = SECTION.split(case.read_text("utf-8"))
    assert re.fullmatch(r"[^\n]+\.\n+", sentence), "a case begins with one sentence"
    (tmp_path / "blueprint.yaml").write_bytes((FOLDER / "blueprint.yaml").read_bytes())
    command, said, code = "drafter check brief.yaml", "", 0
    for name, argument, content in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
        match name:
            case "says":
                command, said = argument or command, content
            case "exit":
                code = int(argument)
            case _:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text(content, "utf-8", newline="")
    done = drafter(tmp_path, *shlex.split(command)[1:])
    assert done.said == said
    assert done.code == code
