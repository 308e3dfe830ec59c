"""Texts as sheets, and what was recognised as the short lines of a case file."""

from __future__ import annotations

from drafter.model.cues import Cues
from drafter.model.sheet import Raw, Sheet
from drafter.notation.cues import read_cues
from drafter.problem import Place
from tests.conftest import ROOT


def cues() -> Cues:
    """The official cues."""
    path = ROOT / "blueprints/official/cues.yaml"
    read, problems = read_cues(path.read_text("utf-8"), path.name)
    assert read is not None and not problems
    return read


CUES = cues()


def sheet_of(text: str, file: str = "old.txt") -> Sheet:
    """A plain text, line by line."""
    return Sheet(tuple(Raw(line, Place(file, n)) for n, line in enumerate(text.split("\n"), 1)))
