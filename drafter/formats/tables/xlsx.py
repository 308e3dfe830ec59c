"""An Excel workbook → its sheets as tables. calamine reads the values; our own look bounds it, and finds what it does not tell."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from drafter.formats.docx.gate import unzipped
from drafter.formats.reading.sniff import OLE, ZIP
from drafter.formats.tables.odd import Odd, looked_at
from drafter.formats.tables.text import text_cell
from drafter.model.table import MERGED, Cell, Row, Table, Typed
from drafter.problem import InputError, Place, Problem

MORE = {
    "damaged-docx": "damaged-workbook",
    "part-too-large": "workbook-too-large",
    "too-many-tags": "workbook-too-large",
}
"""What the gate says of Word files, said of workbooks."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def sheets(data: bytes, file: str) -> tuple[Table, ...]:
    """The sheets that hold anything, hidden ones behind the others; raises InputError for what is no workbook, or none to be trusted."""
    if data.startswith(OLE):
        raise InputError([Problem("encrypted-workbook" if ENCRYPTED in data else "old-workbook", Place(file))])
    if not data.startswith(ZIP):
        raise InputError([Problem("no-workbook", Place(file))])
    try:
        looked = looked_at(unzipped(data, file))
    except InputError as error:
        raise InputError(
            Problem(MORE.get(one.rule, one.rule), one.place, one.facts, one.severity) for one in error.problems
        ) from error
    book = _calamine(data, file)
    every = tuple(_table(book, file, name, odd) for name, odd in looked.items() if odd.last)
    return tuple(sorted(every, key=lambda table: table.hidden))


def _table(book: Any, file: str, name: str, odd: Odd) -> Table:
    sheet = _Sheet(_read(book, file, name, odd), file, name, odd)
    head = next(sheet.rows(), Row(Place(file, 1, 1, name), ()))
    return Table(name, head, lambda: islice(sheet.rows(), 1, None), since_1904=odd.since_1904, hidden=not odd.visible)


def _read(book: Any, file: str, name: str, odd: Odd) -> Any:
    """A sheet as calamine has it; it reads none with an error that it does not know, or that is faulty."""
    try:
        return book.get_sheet_by_name(name)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        cells = [Problem(rule, Place(file, *at, name)) for at, rule in odd.rules.items() if rule == "error-in-cell"]
        reason = {"reason": f"the sheet {name} cannot be read"}
        raise InputError(cells or [Problem("damaged-workbook", Place(file), reason)]) from error


class _Sheet:
    """A sheet as calamine has it, with what it does not tell."""

    def __init__(self, sheet: Any, file: str, name: str, odd: Odd) -> None:
        self.sheet, self.file, self.name, self.odd = sheet, file, name, odd
        self.covered = {
            cell: (start[0] + 1, start[1] + 1)
            for start, end in sheet.merged_cell_ranges or ()
            for cell in _merged(start, end)
        }
        """Merged cells but the first, with that."""
        self.firsts: dict[tuple[int, int], Typed] = dict.fromkeys(self.covered.values(), "")

    def rows(self) -> Iterator[Row]:
        """The rows with anything in them."""
        before = ("",) * (self.sheet.start or (0, 0))[1]
        for number, values in enumerate(self.sheet.iter_rows(), 1):
            cells = tuple(self._cell(value, number, n) for n, value in enumerate((*before, *values), 1))
            if any(one is not None for one in cells):
                yield Row(Place(self.file, number, 1, self.name), cells)

    def _cell(self, value: Typed, row: int, column: int) -> Cell | None:
        place, at = Place(self.file, row, column, self.name), (row, column)
        if at in self.firsts:
            self.firsts[at] = value
        if rule := self.odd.rules.get(at):
            return Cell(value, place, rule)
        if first := self.covered.get(at):
            return Cell(self.firsts[first] if first[1] == column else "", place, MERGED)
        if isinstance(value, str):
            return text_cell(value, place)
        return Cell(value, place, shown=self.odd.texts.get(at, ""), strange=at in self.odd.strange)


MOST_MERGED = 100_000


def _merged(start: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The cells of a merged range but the first, which alone holds a value; counted from 1."""
    if (end[0] - start[0] + 1) * (end[1] - start[1] + 1) > MOST_MERGED:
        end = start[0] + MOST_MERGED // (end[1] - start[1] + 1), end[1]
    for row in range(start[0], end[0] + 1):
        for column in range(start[1], end[1] + 1):
            if (row, column) != start:
                yield row + 1, column + 1


def _calamine(data: bytes, file: str) -> Any:
    from python_calamine import CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # what Rust panics with is no Exception
        raise InputError([Problem("damaged-workbook", Place(file), {"reason": "its XML is faulty"})]) from error
