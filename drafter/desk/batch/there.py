"""What lies already where a batch writes: drafts of its own, and what somebody has made of them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from drafter.desk.batch.job import Line
from drafter.formats.docx.read import Origin, origin


def was_drafted(target: Path, sources: tuple[str, ...]) -> Origin | None:
    """What a document that lies there says of itself, if it is a draft of ours from the same source."""
    try:
        found = origin(target.read_bytes())
    except OSError:
        return None
    return found if found and found.source in sources and found.source else None


def line_of(was: Origin) -> Line | None:
    """What the batch that made it said of it; None, if it was made by itself."""
    try:
        return msgspec.json.decode(was.line, type=Line) if was.line else None
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def brief_beside(target: Path) -> str | None:
    """The brief beside a document, as it lies there."""
    try:
        return target.with_suffix(".yaml").read_text("utf-8")
    except (OSError, UnicodeError):
        return None


def by_hand(target: Path, was: Origin, line: Line | None) -> bool:
    """Whether a document, or the brief of a row beside it, was edited, or the brief drafted by itself: the row counts no longer."""
    there = brief_beside(target)
    return not was.untouched or (there is not None and (line is None or there != was.brief))
