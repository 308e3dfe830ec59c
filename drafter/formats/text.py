"""Manuscript → plain text, as people paste it."""

from __future__ import annotations

from drafter.model.manuscript import Manuscript, page_text
from drafter.model.style import Style

FLUSH = ("title", "byline", "date", "salutation")


def write(manuscript: Manuscript, style: Style) -> str:
    """One paragraph a line; Chinese paragraphs begin with two full-width blanks, others with none and a line between."""
    chinese = manuscript.language == "zh"
    done = [("　　" if chinese and line.role not in FLUSH else "") + page_text(line) for line in manuscript.lines]
    return ("\n" if chinese else "\n\n").join(done) + "\n"
