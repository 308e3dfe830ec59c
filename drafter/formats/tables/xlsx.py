"""An Excel workbook → its sheets as tables. calamine reads the values; our own look bounds it, and finds what it does not tell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import Any

from msgspec import Struct

from drafter.formats.docx.gate import Events, Package, parse, pieces, unzipped
from drafter.formats.reading.sniff import OLE, ZIP
from drafter.formats.tables.shown import BUILT_IN, Strange, shown
from drafter.formats.tables.text import text_cell
from drafter.model.table import MERGED, Cell, Row, Table, Typed
from drafter.problem import InputError, Place, Problem

MOST_CELLS = 5_000_000
"""Cells from the first column and row to the last that are filled: calamine keeps a place for each of them."""
MOST_TAGS = 10_000_000
MOST_SHEET = 300_000_000
"""Bytes of a sheet, or of all its texts, when inflated: a row of twenty cells has about a thousand."""
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
        looked = _looked_at(unzipped(data, file))
    except InputError as error:
        raise InputError(
            Problem(MORE.get(one.rule, one.rule), one.place, one.facts, one.severity) for one in error.problems
        ) from error
    book = _calamine(data, file)
    every = tuple(_table(book, file, name, odd) for name, odd in looked.items() if odd.last)
    return tuple(sorted(every, key=lambda table: table.hidden))


class Odd(Struct):
    """What calamine does not tell of a sheet."""

    last: tuple[int, int] | None = None
    """The last row and the last column that are filled, counted from 1."""
    rules: dict[tuple[int, int], str] = {}
    """Cells whose value is not to be had, by row and column."""
    texts: dict[tuple[int, int], str] = {}
    """How cells are shown whose number is shown otherwise."""
    strange: set[tuple[int, int]] = set()
    """Cells that are shown in a way that cannot be told."""
    since_1904: bool = False
    """Its serial numbers of days begin in 1904."""
    visible: bool = True
    """It is not hidden."""


def _table(book: Any, file: str, name: str, odd: Odd) -> Table:
    sheet = _Sheet(_read(book, file, name, odd), file, name, odd)

    def below() -> Iterator[Row]:
        every = sheet.rows()
        next(every, None)
        yield from every

    head = next(sheet.rows(), Row(Place(file, 1, 1, name), ()))
    return Table(name, head, below, since_1904=odd.since_1904, hidden=not odd.visible)


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


# the look at the XML


def _looked_at(package: Package) -> dict[str, Odd]:
    """Every visible sheet with what calamine does not tell of it; raises InputError where one is too large to be given to it."""
    book = _Book(package.file)
    if "xl/workbook.xml" not in package.parts:
        raise InputError([Problem("no-workbook", Place(package.file))])
    parse(package, "xl/workbook.xml", book)
    targets = _Targets(package.file)
    if "xl/_rels/workbook.xml.rels" in package.parts:
        parse(package, "xl/_rels/workbook.xml.rels", targets)
    styles = _Styles(package.file)
    for name, events in (("xl/styles.xml", styles), ("xl/sharedstrings.xml", None)):
        if name in package.parts and events:
            parse(package, name, events)
        elif name in package.parts:
            for _ in pieces(package, name, MOST_SHEET):
                pass
    found: dict[str, Odd] = {}
    for name, id, visible in book.sheets:
        part = normpath(join("/xl", targets.of.get(id, ""))).strip("/").lower()
        if part not in package.parts:
            raise InputError(
                [Problem("damaged-workbook", Place(package.file), {"reason": f"the sheet {name} is missing"})]
            )
        if "chartsheet" in part or "dialogsheet" in part:
            continue
        cells = _Cells(package.file, name, styles, book.since_1904)
        parse(package, part, cells, MOST_SHEET)
        cells.odd.visible = visible
        found[name] = cells.odd
    return found


class _Book(Events):
    """The sheets of a workbook."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.sheets: list[tuple[str, str, bool]] = []
        self.since_1904 = False

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        state = attributes.get("state", "visible")
        if name == "x:sheet" and state != "veryHidden":
            id = next((text for key, text in attributes.items() if key.endswith("}id")), "")
            self.sheets.append((attributes.get("name", ""), id, state == "visible"))
        elif name == "x:workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")


class _Targets(Events):
    """Which part a relationship means."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.of: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship":
            self.of[attributes.get("Id", "")] = attributes.get("Target", "")


class _Styles(Events):
    """The number format of every style, by its index."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.own: dict[int, str] = {}
        self.codes: list[str] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "x:numFmt":
            self.own[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "x:xf" and self.path[-1:] == ["x:cellXfs"]:
            id = _number(attributes.get("numFmtId"))
            self.codes.append(self.own.get(id) or BUILT_IN.get(id, "General"))

    def of(self, style: int) -> str:
        """A style's format."""
        return self.codes[style] if style < len(self.codes) else "General"


class _Cells(Events):
    """Extent and oddities of a sheet; raises InputError where calamine would make too much of it."""

    def __init__(self, file: str, sheet: str, styles: _Styles, since_1904: bool) -> None:
        super().__init__(file, MOST_TAGS)
        self.sheet, self.styles = sheet, styles
        self.odd = Odd(since_1904=since_1904)
        self.row = self.column = self.style = 0
        self.kind = self.text = ""
        self.formula = self.valued = False

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "x:c":
            at = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7})", attributes.get("r", ""))
            self.row, self.column = (int(at[2]), _column(at[1])) if at else (self.row, self.column + 1)
            self.kind, self.style = attributes.get("t", ""), _number(attributes.get("s"))
            self.formula = self.valued = False
            self.text = ""
        elif name == "x:row":
            self.row, self.column = _number(attributes.get("r")) or self.row + 1, 0
        elif name == "x:f":
            self.formula = True
        elif name in ("x:v", "x:is"):
            self.valued = True

    def data(self, text: str) -> None:
        if self.path and self.path[-1] == "x:v":
            self.text += text

    def closed(self, name: str) -> None:
        if name != "x:c" or not (self.valued or self.formula):
            return
        at, odd = (self.row, self.column), self.odd
        last = odd.last or at
        odd.last = max(last[0], at[0]), max(last[1], at[1])
        if odd.last[0] * odd.last[1] > MOST_CELLS:
            facts = {"most": f"{MOST_CELLS:,}"}
            raise InputError([Problem("sheet-too-large", Place(self.file, *at, self.sheet), facts)])
        if self.kind == "e":
            odd.rules[at] = "error-in-cell"
        elif self.formula and not self.text.strip() and self.kind != "str":
            odd.rules[at] = "formula-without-value"
        elif self.kind in ("", "n") and self.text:
            self._shown(at)

    def _shown(self, at: tuple[int, int]) -> None:
        """Remember how a number is shown, where that is not as it is."""
        try:
            number = float(self.text)
            seen = shown(number, self.styles.of(self.style), since_1904=self.odd.since_1904)
        except (ValueError, ArithmeticError):
            return
        if isinstance(seen, Strange):
            self.odd.strange.add(at)
        elif seen is not None and seen != f"{number:.15g}":
            self.odd.texts[at] = seen


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _column(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found
