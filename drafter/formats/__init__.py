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


def read(data: bytes, name: str) -> Sheet:
    """The lines of an old text; where it cannot be read, none, and an error that says what it is and what to do.

    What the bytes are counts for more than the ending of `name`, where they tell it for sure.
    """
    from msgspec.structs import replace

    from drafter.formats.reading.sniff import kind, refusal
    from drafter.model.sheet import Raw, Sheet
    from drafter.problem import Place, Problem

    ending = name.lower().rpartition(".")[2]
    refused = refusal(data, name, ending)
    if refused:
        return Sheet((), problems=(refused,))
    told = kind(data)
    reader = READERS.get(told or ending)
    if reader is None:
        return Sheet(
            (), problems=(Problem("unknown-ending", Place(name), {"name": name, "known": ", ".join(READERS)}),)
        )
    sheet = reader(data, name)
    if not sheet.lines and all(problem.severity != "error" for problem in sheet.problems):
        sheet = replace(sheet, lines=(Raw("", Place(name)),))  # so that it has a place
    if told and READERS.get(ending) is not READERS[told]:
        really = Problem("named-otherwise", Place(name), {"ending": told}, "warning")
        return replace(sheet, problems=(really, *sheet.problems))
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
