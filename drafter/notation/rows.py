"""A row of a table → what a brief would say, typed by the slots of its blueprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from unicodedata import normalize

from msgspec import Struct

from drafter.encoding import FORBIDDEN
from drafter.language import TONGUES
from drafter.language.tongue import Tongue
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.table import Cell, Row, Table, Typed
from drafter.notation.reader import Reader
from drafter.notation.sheet_names import list_sheets
from drafter.problem import Place, Problem
from drafter.yamltext.data import Data
from drafter.yamltext.tree import CELL, Node, Scalar, Sequence
from drafter.yamltext.tree import Mapping as Map

NAME = "name"
"""The header of the column that names a row, where it is no slot but a list."""
REMARK = re.compile(r"[#＃](?!\d|N/A$|[A-Z0/]+[!?]$)")
"""How the name of a row begins that is a remark, and not read; #2 is a name, and #REF! what Excel shows where a formula fails."""
SETTINGS = ("seed", "style", "subject", "minutes")
"""Settings of a brief that may have a column."""
NUMBERED = re.compile(r"(?P<slot>.+?)\s*[\[(（]?(?P<n>\d{1,3})[\])）]?(?:\s*[.．·:：]\s*(?P<field>.+))?")
"""任务1, 任务[1].名称: an item of a list that has a column of its own, or a field of one."""
DAYS = range(20_000, 80_000)
"""Serial numbers that are taken for days where a day is due: 1954 to 2119."""
FROM_1904 = 1462
"""Days between the two calendars of Excel."""


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


class RowReader(Reader):
    """Reads the headers of a file, and row after row."""

    def __init__(self, file: str, blueprint: Blueprint, name: str, since_1904: bool = False) -> None:
        super().__init__(file)
        self.blueprint, self.tongue, self.name = blueprint, TONGUES[blueprint.language], name
        self.since_1904 = since_1904

    # headers

    def sheet(self, table: Table) -> Sheet:
        """The columns of the rows themselves; what is no slot is reported."""
        slots = self.blueprint.slots
        columns: list[Column] = []
        seen: set[object] = set()
        named = -1
        for at, cell in enumerate(table.head.cells):
            if cell is None:
                continue
            text = self._header(cell)
            if text == NAME and (NAME not in slots or slots[NAME].type == "list"):
                named = at
                continue
            column = self._column(text, at, cell)
            if column is None:
                continue
            key = (column.setting, column.slot and column.slot.name, column.number, column.field and column.field.name)
            if key in seen:
                self.report("two-columns", cell.place, name=text)
            else:
                seen.add(key)
                columns.append(column)
        first = next((n for n, cell in enumerate(table.head.cells) if cell is not None), 0)
        sheet = Sheet(tuple(columns), named if named >= 0 else first)
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
        if text in SETTINGS:
            return Column(at, setting=text)
        found = NUMBERED.fullmatch(text)
        of = slots.get(found["slot"].strip()) if found else None
        if not found or of is None or of.type != "list" or bool(of.fields) != bool(found["field"]):
            near = self.near(text, (*slots, *SETTINGS, NAME))
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

    # rows

    def rows(self, table: Table, sheet: Sheet) -> Iterator[Row | Problem]:
        """The rows of a table but those that are remarks: their name begins with #."""
        return (row for row in table.rows() if isinstance(row, Problem) or not REMARK.match(self.named(sheet, row)))

    def brief(self, sheet: Sheet, row: Row, items: Items, extra: Mapping[str, str]) -> tuple[Map, dict[str, Data]]:
        """What a row says, as the root of a brief with its cells' places, and as data; its problems are in `problems`."""
        entries: list[tuple[Scalar, Node]] = [_entry(key, text, row.place) for key, text in extra.items()]
        lists: dict[str, list[tuple[int, Node]]] = {}
        for column in sheet.columns:
            cell = row.cell(column.at)
            place = cell.place if cell else Place(row.place.file, row.place.line, column.at + 1, row.place.sheet)
            slot = column.slot
            if slot is None:
                entries.append(_entry(column.setting, self._text(cell, None), place))
            elif slot.type == "list":
                lists.setdefault(slot.name, []).extend(self._listed(column, slot, cell))
                if not lists[slot.name] and slot.name not in (key.text for key, _ in entries):
                    entries.append(_entry(slot.name, "", place))
            else:
                entries.append(_entry(slot.name, self._text(cell, slot), place))
        for of, one in items.get(self.named(sheet, row), ()):
            assert of.slot is not None
            lists.setdefault(of.slot.name, []).extend(self._item(of, one))
        for name, found in lists.items():
            if found:
                every = _together(found)
                entries = [entry for entry in entries if entry[0].text != name]
                entries.append((_key(name, every[0].place), Sequence(every, every[0].place)))
        root = Map(tuple(entries), row.place)
        return root, {key.text: _data(node) for key, node in entries}

    def named(self, sheet: Sheet, row: Row) -> str:
        """What a row is called; nothing, if its name is not filled in."""
        cell = row.cell(sheet.name)
        return "" if cell is None or cell.rule else normalize("NFC", self._words(cell.value, None).strip())

    def value(self, sheet: Sheet, row: Row, slot: str) -> str:
        """The text of a slot in a row, as a file is named by it."""
        column = next((one for one in sheet.columns if one.slot and one.slot.name == slot), None)
        cell = row.cell(column.at) if column else None
        return "" if cell is None or cell.rule or column is None else self._words(cell.value, column.slot)

    def _listed(self, column: Column, slot: Slot, cell: Cell | None) -> Iterator[tuple[int, Node]]:
        """The items in a cell: one for its column, or one a line."""
        if cell is None:
            return
        of = column.field or slot.item
        text = self._text(cell, of)
        if column.field:
            yield column.number, Map((_entry(column.field.name, text, cell.place),), cell.place)
            return
        for line in [text] if column.number else text.split("\n"):
            if line.strip():
                yield column.number, _scalar(line.strip(), cell.place)

    def _item(self, sheet: Sheet, row: Row) -> Iterator[tuple[int, Node]]:
        """The items that a row of a list's sheet holds: one record, or the texts in its cells."""
        assert sheet.slot is not None
        if not sheet.slot.fields:
            for column in sheet.columns:
                yield from ((0, node) for _, node in self._listed(column, sheet.slot, row.cell(column.at)))
            return
        fields: list[tuple[Scalar, Node]] = []
        for column in sheet.columns:
            cell = row.cell(column.at)
            if cell is None or column.slot is None:
                continue
            if column.slot.type == "list":
                texts = tuple(node for _, node in self._listed(column, column.slot, cell))
                fields.append((_key(column.slot.name, cell.place), Sequence(texts, cell.place)))
            else:
                fields.append(_entry(column.slot.name, self._text(cell, column.slot), cell.place))
        if fields:
            yield 0, Map(tuple(fields), row.place)

    # cells

    def _text(self, cell: Cell | None, slot: Slot | None) -> str:
        """The text of a cell as a person would type it into a brief; nothing, if its value is not to be had."""
        if cell is None:
            return ""
        if cell.rule:
            self.report(cell.rule, cell.place)
            return ""
        text = self._words(cell.value, slot)
        if odd := FORBIDDEN.search(text):
            self.report("illegal-character", cell.place, code=f"U+{ord(odd[0]):04X}")
            return ""
        return text

    def _words(self, value: Typed, slot: Slot | None) -> str:
        kind = slot.type if slot else "text"
        match value:
            case str():
                return value.strip()
            case bool():
                return str(value).lower()
            case int() | float():
                whole = float(value).is_integer() and abs(value) < 1e15
                if kind == "date" and whole and int(value) in DAYS:
                    return _day(int(value) + FROM_1904 * self.since_1904).isoformat()
                return str(int(value)) if whole else f"{value:.15g}"
            case datetime() if value.time() != time.min and kind != "date":
                return f"{self._date(value.date(), self.tongue, kind)}{self.tongue.space}{value:%H:%M}"
            case datetime():
                return self._date(value.date(), self.tongue, kind)
            case date():
                return self._date(value, self.tongue, kind)
            case time():
                return f"{value:%H:%M}"
            case timedelta():
                return str(value)

    @staticmethod
    def _date(day: date, tongue: Tongue, kind: str) -> str:
        return day.isoformat() if kind in ("date", "number") else tongue.date(day)


def _day(serial: int) -> date:
    return date.fromordinal(date(1899, 12, 30).toordinal() + serial)


def _together(found: Iterable[tuple[int, Node]]) -> tuple[Node, ...]:
    """The items of a list: numbered ones by their numbers, the fields of one number in one record, all others behind them."""
    numbered: dict[int, Node] = {}
    loose: list[Node] = []
    for n, node in found:
        before = numbered.get(n)
        if not n:
            loose.append(node)
        elif isinstance(before, Map) and isinstance(node, Map):
            numbered[n] = Map((*before.entries, *node.entries), before.place)
        else:
            numbered[n] = node
    return (*(numbered[n] for n in sorted(numbered)), *loose)


def _scalar(text: str, place: Place) -> Scalar:
    return Scalar(text, place, CELL, 0, 0)


def _key(name: str, place: Place) -> Scalar:
    return Scalar(
        name, place, CELL, 0, 1
    )  # it has an end: a key without one is the rest of a text that a comma cut off


def _entry(name: str, text: str, place: Place) -> tuple[Scalar, Node]:
    return _key(name, place), _scalar(text, place)


def _data(node: Node) -> Data:
    """A node as data, to be written; what is not filled in is left open."""
    match node:
        case Scalar(text):
            return text or None
        case Sequence(items):
            return [_data(item) for item in items]
        case Map(entries):
            return {key.text: _data(value) for key, value in entries}
