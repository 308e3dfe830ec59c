"""What comes with drafter is said in characters of GB/T 2312, which the faces of official documents (仿宋_GB2312) have."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.draft import draft_file
from drafter.model.manuscript import page_text
from tests.conftest import ROOT

BRIEFS = sorted(path for path in (ROOT / "examples").glob("*/*.yaml") if path.parent.name != "kick-off")


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_character_of_a_draft_is_in_them(path: Path) -> None:
    text = "".join(map(page_text, draft_file(path, minutes=200).manuscript.lines))
    assert {char for char in text if "\u4e00" <= char <= "\u9fff" and not _has(char)} == set()


def _has(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False
