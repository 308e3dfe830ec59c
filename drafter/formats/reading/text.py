"""Bytes → plain text, and plain text → Sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.encoding import decode
from drafter.formats.reading.notes import Notes
from drafter.model.sheet import Raw, Sheet
from drafter.problem import Place, Problem

LARGEST = 5_000_000
"""Bytes; a speech of an hour has thirty thousand."""
LINE_END = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Other ends of a line: Word's soft break as it is pasted, a page break, Unicode's own."""

MOST_EMPTY = 4_000
"""Lines among which every empty one counts; behind them, of several together one says as much."""


def read(data: bytes, file: str) -> Sheet:
    """Every line of a text file; it does not say which of them are one paragraph."""
    notes = Notes(file)
    text = plain_text(data, notes)
    lines = text.removesuffix("\n").split("\n") if text else []
    raws = (Raw(line, Place(file, n)) for n, line in counted_lines(lines))
    return Sheet(tuple(raws), problems=notes.problems())


def counted_lines(lines: Sequence[str], first: int = 0) -> Iterator[tuple[int, str]]:
    """The lines from an offset on, with their numbers; far down, of several empty ones together only one."""
    for n in range(first, len(lines)):
        if lines[n] or n < MOST_EMPTY or lines[n - 1]:
            yield n + 1, lines[n]


def plain_text(data: bytes, notes: Notes, decoded: str | None = None) -> str:
    """The text of a file, its line ends made one and control characters dropped; empty where it cannot be told.

    `decoded` is the text where the file itself says how it is encoded.
    """
    start = Place(notes.file)
    if len(data) > LARGEST:
        notes.found.append(Problem("too-large", start, {"most": f"{LARGEST:,}", "size": f"{len(data):,}"}))
        return ""
    if decoded is None:
        decoded, problems = decode(data, notes.file, prose=True)
        notes.found += problems
    return notes.printable(LINE_END.sub("\n", decoded), start)
