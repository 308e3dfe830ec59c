"""A file of comma-separated values → a table, line by line, however long it is."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from drafter.encoding import BOMS, plainly_chinese
from drafter.formats.tables.text import text_cell
from drafter.model.table import Row, Table
from drafter.problem import InputError, Place, Problem

MARKS = ",\t;"
"""What parts the cells: the one that stands most often in the first line."""
PIECE = 1 << 16
LONGEST_CELL = 1_000_000
"""Characters: a quotation mark that is never closed makes one cell of all that follows."""


def table(path: Path, file: str) -> Table:
    """The table in a file; raises InputError if its encoding is not known for sure or it holds nothing, OSError as reading does."""
    encoding = _encoding(path)
    if encoding is None:
        raise InputError([Problem("unknown-encoding", Place(file))])
    doubts = (Problem("read-as-gb18030", Place(file), severity="warning"),) if encoding == "gb18030" else ()

    def rows() -> Iterator[Row | Problem]:
        with path.open(encoding=encoding, newline="") as lines:
            yield from _rows(lines, file)

    head = next(rows(), None)
    if head is None:
        raise InputError([Problem("empty-table", Place(file))])
    if isinstance(head, Problem):
        raise InputError([head])
    return Table("", head, lambda: islice(rows(), 1, None), doubts)


def _rows(lines: Iterator[str], file: str) -> Iterator[Row | Problem]:
    """The rows that are not empty; where the quotation marks are not in order, that is told, and nothing after it is read."""
    first = next(lines, "")
    mark = max(MARKS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_again(first, lines), delimiter=mark, strict=True)
    line = 1
    while True:
        start = Place(file, line, 1)
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Problem("odd-quotes-in-row", start)
            return
        cells = tuple(text_cell(value, Place(file, line, n)) for n, value in enumerate(values, 1))
        line = reader.line_num + 1
        if any(one is not None for one in cells):
            yield Row(start, cells)


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _encoding(path: Path) -> str | None:
    """The encoding that all of a file is in: that of its mark, UTF-8, or the Chinese one."""
    with path.open("rb") as file:
        start = file.read(PIECE)
    for bom, encoding in BOMS:
        if start.startswith(bom):
            known = "utf-8-sig" if encoding == "utf-8" else "utf-16"
            return known if _holds(path, known) else None
    if b"\0" in start:
        return None
    if _holds(path, "utf-8"):
        return "utf-8"
    if not _holds(path, "gb18030"):
        return None
    return "gb18030" if plainly_chinese(codecs.getincrementaldecoder("gb18030")("ignore").decode(start)) else None


def _holds(path: Path, encoding: str) -> bool:
    """Whether a whole file can be read so, piece by piece."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
