"""The one speech of all measures: examples/rectification, about 4,000 characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from benchmarks.draft_many import standard
from benchmarks.peers import LOADER, ROOT, frame_template
from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.model.style import Style

BRIEF = ROOT / "examples/rectification/brief.yaml"


@dataclass(frozen=True, slots=True)
class Speech:
    """The speech, and what the peers make it from."""

    text: str
    """The brief."""
    brief: Mapping[str, Any]
    """The same as data."""
    draft: Draft
    """What drafter makes of it."""
    style: Style
    """The style that it is set in."""
    final: bytes
    """The document without a record, as no peer writes one."""
    frame: bytes
    """A docxtpl template for briefs of this shape."""


def speech() -> Speech:
    """Read and draft it."""
    text = BRIEF.read_text("utf-8")
    brief = yaml.load(text, LOADER)
    draft = draft_file(BRIEF)
    style = standard()
    final = write_draft(draft, "docx", style, final=True)
    return Speech(text, brief, draft, style, final, frame_template(final, draft, brief))


def edited(text: str, number: int) -> str:
    """The brief with another count of problems."""
    return text.replace("问题总数: 29", f"问题总数: {number}", 1)
