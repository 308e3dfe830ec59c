"""Manuscript → bytes, and bytes of old texts → Sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.formats.table import (
    FORMATS,
    READERS,
    Format,
    every_format,
    find_format,
    near_format,
    taking_a_frame,
    written,
)

if TYPE_CHECKING:  # no writer needs it
    from drafter.model.sheet import Sheet

MOST_LINES = 2_000
"""Lines with words in an old text; the longest speeches have a few hundred."""
MOST_CHARACTERS = 100_000
"""Characters in it; they are spoken in nine hours."""


def read(data: bytes, name: str) -> Sheet:
    """The lines of an old text; where it cannot be read, none, and an error that says what it is and what to do.

    What the bytes are counts for more than the ending of `name`, where they tell it for sure.
    """
    from msgspec.structs import replace

    from drafter.formats.reading.sniff import kind, refusal
    from drafter.model.sheet import Raw, Sheet
    from drafter.problem import Place, Problem

    ending = "txt" if name == "-" else name.lower().rpartition(".")[2]  # standard input has no ending
    refused = refusal(data, name, ending)
    if refused:
        return Sheet((), problems=(refused,))
    told = kind(data, ending)
    reader = READERS.get(told or ending)
    if reader is None:
        return Sheet(
            (), problems=(Problem("unknown-ending", Place(name), {"name": name, "known": ", ".join(READERS)}),)
        )
    sheet = _bounded(reader(data, name), name)
    if not sheet.lines and all(problem.severity != "error" for problem in sheet.problems):
        sheet = replace(sheet, lines=(Raw("", Place(name)),))  # so that it has a place
    if told and name != "-" and READERS.get(ending) is not READERS[told]:
        really = Problem("named-otherwise", Place(name), {"ending": told}, "warning")
        return replace(sheet, problems=(really, *sheet.problems))
    return sheet


def _bounded(sheet: Sheet, name: str) -> Sheet:
    """The sheet, or an error where it holds more than any speech."""
    from msgspec.structs import replace

    from drafter.problem import Place, Problem

    counts = ("too-many-lines", sum(not raw.text.isspace() for raw in sheet.lines if raw.text), MOST_LINES)
    sizes = ("too-many-characters", sum(len(raw.text) for raw in sheet.lines), MOST_CHARACTERS)
    for rule, size, most in (counts, sizes):
        if size > most:
            over = Problem(rule, Place(name), {"size": f"{size:,}", "most": f"{most:,}"})
            return replace(sheet, lines=(), problems=(*sheet.problems, over))
    return sheet


__all__ = [
    "FORMATS",
    "READERS",
    "Format",
    "every_format",
    "find_format",
    "near_format",
    "read",
    "taking_a_frame",
    "written",
]
