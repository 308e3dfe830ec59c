"""Manuscript → bytes, and bytes of old texts → Sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.model.manuscript import Manuscript
from drafter.model.style import Style

if TYPE_CHECKING:  # no writer needs it
    from drafter.model.sheet import Sheet


def _to_markdown(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.markdown import write

    return write(manuscript, style)


def _to_html(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.html import write

    return write(manuscript, style)


def _to_text(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.text import write

    return write(manuscript, style)


def _to_json(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.json import write

    return write(manuscript, style)


WRITERS: dict[str, Callable[[Manuscript, Style], str]] = {
    "md": _to_markdown,
    "html": _to_html,
    "txt": _to_text,
    "json": _to_json,
}
"""The text formats; docx, which needs a package, has a room of its own and asks for none of them."""


def _docx(data: bytes, file: str) -> Sheet:
    from drafter.formats.docx.sheet import read

    return read(data, file)


def _text(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.text import read

    return read(data, file)


def _markdown(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.markdown import read

    return read(data, file)


def _html(data: bytes, file: str) -> Sheet:
    from drafter.formats.reading.html import read

    return read(data, file)


READERS: dict[str, Callable[[bytes, str], Sheet]] = {
    "docx": _docx,
    "docm": _docx,
    "txt": _text,
    "text": _text,
    "md": _markdown,
    "markdown": _markdown,
    "html": _html,
    "htm": _html,
}
"""By the ending of the file's name; none of them raises on any bytes."""


def read(data: bytes, name: str) -> Sheet:
    """The lines of an old text; where it cannot be read, none, and an error that says what it is and what to do.

    What the bytes are counts for more than the ending of `name`, where they tell it for sure.
    """
    from dataclasses import replace

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


__all__ = ["READERS", "WRITERS", "read"]
