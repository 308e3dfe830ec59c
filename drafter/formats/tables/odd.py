"""What calamine does not tell of a workbook, or would make too much of: read in its XML, with bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import join, normpath

from msgspec import Struct

from drafter.formats.docx.gate import Events, Package, parse, pieces
from drafter.formats.tables.shown import BUILT_IN, Strange, shown
from drafter.problem import InputError, Place, Problem

MOST_CELLS = 5_000_000
"""Cells from the first column and row to the last that are filled: calamine keeps a place for each of them."""
MOST_TAGS = 10_000_000
MOST_SHEET = 300_000_000
"""Bytes of a sheet, or of all its texts, when inflated: a row of twenty cells has about a thousand."""


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


def looked_at(package: Package) -> dict[str, Odd]:
    """Every sheet with what calamine does not tell of it; raises InputError where one is too large to be given to it."""
    book = _Book(package.file)
    if "xl/workbook.xml" not in package.parts:
        raise InputError([Problem("no-workbook", Place(package.file))])
    parse(package, "xl/workbook.xml", book)
    targets = _Targets(package.file)
    if "xl/_rels/workbook.xml.rels" in package.parts:
        parse(package, "xl/_rels/workbook.xml.rels", targets)
    styles = _Styles(package.file)
    if "xl/styles.xml" in package.parts:
        parse(package, "xl/styles.xml", styles)
    if "xl/sharedstrings.xml" in package.parts:
        for _ in pieces(package, "xl/sharedstrings.xml", MOST_SHEET):
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
        if name == "x:sheet":
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
