"""A text in a table → a cell, whatever program wrote it."""

from __future__ import annotations

from drafter.encoding import FORBIDDEN, one_line_end
from drafter.model.table import Cell
from drafter.problem import Place


def text_cell(text: str, place: Place) -> Cell | None:
    """The cell of a text; nothing, if there are only blanks in it."""
    text = one_line_end(text).strip()
    if not text:
        return None
    return Cell(text, place, "odd-character-in-cell" if FORBIDDEN.search(text) else "")
