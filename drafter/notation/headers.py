"""The header row of a table → what its columns hold, by the slots of a blueprint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from msgspec import Struct

from drafter.language import TONGUES
from drafter.language.blanks import BLANKS
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.table import MERGED, Cell, Row, Table
from drafter.notation.cells import words
from drafter.notation.reader import Reader
from drafter.notation.sheet_names import list_sheets
from drafter.problem import Problem

NAME = "name"
"""The header of the column that names a row, in every language; it has one in the blueprint's own, too."""
REMARK = re.compile(r"[#＃](?!\d|N/A$|[A-Z0/]+[!?]$)")
"""How the name of a row begins that is a remark, and not read; #2 is a name, and #REF! what Excel shows where a formula fails."""
SETTINGS = ("seed", "style", "subject", "minutes")
"""Settings of a brief that may have a column."""
NUMBERED = re.compile(r"(?P<slot>.+?)\s*[\[(（]?(?P<n>\d{1,3})[\])）]?(?:\s*[.．·:：]\s*(?P<field>.+))?")
"""任务1, 任务[1].名称: an item of a list that has a column of its own, or a field of one."""


class Column(Struct, frozen=True):
    """What a column holds."""

    at: int
    """Its number, from 0."""
    slot: Slot | None = None
    """The slot, or the list, or the field of the records of a sheet."""
    setting: str = ""
    """The setting, where it is none."""
    number: int = 0
    """The item of the list, from 1."""
    field: Slot | None = None
    """The field of that item."""


class Sheet(Struct, frozen=True):
    """A table whose header has been read."""

    columns: tuple[Column, ...]
    """The columns that hold facts."""
    name: int
    """The column that names a row."""
    slot: Slot | None = None
    """The list whose items stand in it; none for the sheet of the rows themselves."""


Items = Mapping[str, list[tuple[Sheet, Row]]]
"""The rows of the sheets of lists, by the name of the row that they belong to."""


class HeadReader(Reader):
    """Reads the headers of a file, and what its rows are called."""

    def __init__(self, file: str, blueprint: Blueprint, since_1904: bool = False) -> None:
        super().__init__(file)
        self.blueprint, self.tongue = blueprint, TONGUES[blueprint.language]
        self.since_1904 = since_1904
        words = BLANKS[blueprint.language]
        self.naming = frozenset((NAME, words["name_head"]))
        """What the column that names a row may be called."""
        self.settings = {**{name: name for name in SETTINGS}, words["subject_head"]: "subject"}

    def sheet(self, table: Table) -> Sheet:
        """The columns of the rows themselves; what is no slot is reported."""
        slots = self.blueprint.slots
        heads = [(at, cell, self._header(cell)) for at, cell in enumerate(table.head.cells) if cell]
        heads = [head for head in heads if head[2] and not REMARK.match(head[2])]
        columns: dict[object, Column] = {}
        names: list[int] = []
        for at, cell, text in heads:
            if text in self.naming and (text not in slots or slots[text].type == "list"):
                column, key, again = None, None, bool(names)
                names.append(at)
            else:
                column = self._column(text, at, cell)
                key = column and (
                    column.setting,
                    column.number,
                    *(one and one.name for one in (column.slot, column.field)),
                )
                again = key in columns
            if again:
                self.report("two-columns", cell.place, name=text)
            elif column:
                columns[key] = column
        sheet = Sheet(tuple(columns.values()), names[-1] if names else heads[0][0] if heads else 0)
        self._nameless(table, sheet)
        return sheet

    def list_sheet(self, table: Table, slot: Slot) -> Sheet | None:
        """The columns of a sheet that holds the items of a list, each behind the name of its row."""
        filled = [(at, cell) for at, cell in enumerate(table.head.cells) if cell is not None]
        if len(filled) < 2:
            self.report("list-sheet-without-items", table.head.place, name=slot.name)
            return None
        known = {one.name: one for one in slot.fields}
        columns = []
        for at, cell in filled[1:]:
            text = self._header(cell)
            if REMARK.match(text):
                continue
            if not known:
                columns.append(Column(at, slot))
            elif text in known:
                columns.append(Column(at, known[text]))
            else:
                self.report("unknown-column", cell.place, name=text, of=slot.name, near=self.near(text, known))
        sheet = Sheet(tuple(columns), filled[0][0], slot)
        self._nameless(table, sheet)
        return sheet

    def list_called(self, name: str) -> Slot | None:
        """The list of a sheet's name."""
        slot = self.blueprint.slots.get(name.strip())
        return slot if slot and slot.type == "list" else list_sheets(self.blueprint.slots.values()).get(name.strip())

    def _header(self, cell: Cell) -> str:
        if cell.rule:
            self.report(cell.rule, cell.place)
        return "".join(str(cell.value).split("\n")).strip()

    def _column(self, text: str, at: int, cell: Cell) -> Column | None:
        """What a header names."""
        slots = self.blueprint.slots
        if text in slots:
            slot = slots[text]
            if slot.type == "list" and slot.fields:
                fields = " ".join(one.name for one in slot.fields)
                self.report("list-has-a-sheet", cell.place, name=text, fields=fields)
                return None
            return Column(at, slot)
        if text in self.settings:
            return Column(at, setting=self.settings[text])
        found = NUMBERED.fullmatch(text)
        of = slots.get(found["slot"].strip()) if found else None
        if not found or of is None or of.type != "list" or bool(of.fields) != bool(found["field"]):
            near = self.near(text, (*slots, *self.settings, *self.naming))
            self.report("unknown-column", cell.place, name=text, of=self.blueprint.title, near=near)
            return None
        field = next((one for one in of.fields if one.name == found["field"]), None)
        if of.fields and field is None:
            near = self.near(found["field"], (one.name for one in of.fields))
            self.report("unknown-column", cell.place, name=found["field"], of=of.name, near=near)
            return None
        return Column(at, of, number=int(found["n"]), field=field)

    def _nameless(self, table: Table, sheet: Sheet) -> None:
        """Report the first cell of every column that is filled and has no header."""
        told: set[int] = set()
        for row in self.rows(table, sheet):
            if isinstance(row, Problem):
                return
            for at, cell in enumerate(row.cells):
                if cell is not None and table.head.cell(at) is None and at not in told and not cell.rule:
                    told.add(at)
                    self.report("column-without-header", cell.place)

    def rows(self, table: Table, sheet: Sheet) -> Iterator[Row | Problem]:
        """The rows of a table but those that are remarks: their name begins with #."""
        return (row for row in table.rows() if isinstance(row, Problem) or not REMARK.match(self.named(sheet, row)))

    def named(self, sheet: Sheet, row: Row) -> str:
        """What a row is called; nothing, if its name is not filled in."""
        cell = row.cell(sheet.name)
        joined = cell is not None and cell.rule == MERGED and sheet.slot is not None  # one name for several items
        if cell is None or (cell.rule and not joined):
            return ""
        return normalize("NFC", self.words(cell, None).strip())

    def words(self, cell: Cell, slot: Slot | None) -> str:
        """The text of a cell: as it is shown, but for a day where one is due."""
        if cell.shown and (slot is None or slot.type not in ("date", "flag")):
            return cell.shown
        return words(cell.value, slot, self.tongue, since_1904=self.since_1904)
