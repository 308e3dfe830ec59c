"""What lies already where a batch writes: drafts of its own, and what somebody has made of them."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from drafter.desk.batch.job import Line
from drafter.formats.docx.read import origin


class There(Struct, frozen=True):
    """A document of this batch that lies there."""

    line: Line
    """What the batch that made it said of it; nothing, if it was made by itself."""
    brief: str
    """The brief that it was made of."""
    untouched: bool
    """Nobody has saved it since."""
    beside: str | None
    """The brief that lies beside it now."""

    @property
    def by_brief(self) -> bool:
        """It is the brief beside it that counts: somebody has edited that, or drafted it by itself."""
        return self.beside is not None and (not self.line.row or self.beside != self.brief)


def there(target: Path, source: str, row: str) -> There | None:
    """What a document that lies there says of itself, if it is a draft of ours from this source; `row` for rows of a table."""
    try:
        found = origin(target.read_bytes())
    except OSError:
        return None
    if found is None or not found.source or found.source != source:
        return None
    line, beside = _line(found.line), brief_beside(target)
    if row and not line.row and beside is None:
        return None
    return There(line, found.brief, found.untouched, beside)


def _line(text: str) -> Line:
    try:
        return msgspec.json.decode(text, type=Line) if text else Line()
    except (msgspec.DecodeError, msgspec.ValidationError):
        return Line()


def brief_beside(target: Path) -> str | None:
    """The brief beside a document, as it lies there."""
    try:
        return target.with_suffix(".yaml").read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError):
        return ""
