"""A row of a table → what a brief would say, typed by the slots of its blueprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from drafter.model.blueprint import Slot
from drafter.model.table import Cell, Row, Typed
from drafter.notation.headers import Column, HeadReader, Items, Sheet
from drafter.problem import Place
from drafter.yamltext.data import Data
from drafter.yamltext.tree import CELL, Node, Scalar, Sequence
from drafter.yamltext.tree import Mapping as Map

OLDEST = 1954
LAST = 1_000
"""Behind all numbers."""


class RowReader(HeadReader):
    """Reads row after row."""

    def brief(
        self, sheet: Sheet, row: Row, items: Items, sheets: Iterable[str], extra: Mapping[str, str]
    ) -> tuple[Map, dict[str, Data]]:
        """What a row says, as the root of a brief with its cells' places, and as data; its problems are in `problems`.

        `sheets` are the lists that have one, so that what this row has no items of is left open; `extra` comes first.
        """
        entries: dict[str, tuple[Scalar, Node]] = {key: _entry(key, text, row.place) for key, text in extra.items()}
        lists: dict[str, list[tuple[int, Node]]] = {name: [] for name in sheets}
        for column in sheet.columns:
            cell, slot = row.cell(column.at), column.slot
            place = cell.place if cell else Place(row.place.file, row.place.line, column.at + 1, row.place.sheet)
            name = slot.name if slot else column.setting
            if slot and slot.type == "list":
                lists.setdefault(name, []).extend(self._listed(column, slot, cell))
            entries.setdefault(name, _entry(name, self._text(cell, slot) if name not in lists else "", place))
        for of, one in items.get(self.named(sheet, row), ()):
            assert of.slot is not None
            lists[of.slot.name].extend(self._item(of, one))
        for name, found in lists.items():
            every = _together(found)
            entries.setdefault(name, _entry(name, "", row.place))
            if every:
                entries[name] = _key(name, every[0].place), Sequence(every, every[0].place)
        return Map(tuple(entries.values()), row.place), {name: _data(node) for name, (_, node) in entries.items()}

    def value(self, sheet: Sheet, row: Row, slot: str) -> str:
        """The text of a slot in a row, as a file is named by it."""
        column = next((one for one in sheet.columns if one.slot and one.slot.name == slot), None)
        cell = row.cell(column.at) if column else None
        return "" if cell is None or cell.rule or column is None else self.words(cell, column.slot)

    def _listed(self, column: Column, slot: Slot, cell: Cell | None) -> Iterator[tuple[int, Node]]:
        """The items in a cell: one for its column, or one a line."""
        if cell is None:
            return
        if column.field:
            yield column.number, Map((self._field(column.field, cell),), cell.place)
            return
        for line in self._text(cell, slot.item).split("\n"):
            if line.strip():
                yield column.number, _scalar(line.strip(), cell.place)

    def _item(self, sheet: Sheet, row: Row) -> Iterator[tuple[int, Node]]:
        """The items that a row of a list's sheet holds: one record, or the texts in its cells."""
        assert sheet.slot is not None
        cells = [(column, row.cell(column.at)) for column in sheet.columns]
        if not sheet.slot.fields:
            for column, cell in cells:
                yield from ((0, node) for _, node in self._listed(column, sheet.slot, cell))
            return
        fields = tuple(self._field(column.slot, cell) for column, cell in cells if cell and column.slot)
        if fields:
            yield 0, Map(fields, row.place)

    def _field(self, field: Slot, cell: Cell) -> tuple[Scalar, Node]:
        """A field of an item; of a list, an item a line."""
        if field.type != "list":
            return _entry(field.name, self._text(cell, field), cell.place)
        lines = self._text(cell, field.item).split("\n")
        items = tuple(_scalar(line.strip(), cell.place) for line in lines if line.strip())
        return _key(field.name, cell.place), Sequence(items, cell.place)

    def _text(self, cell: Cell | None, slot: Slot | None) -> str:
        """The text of a cell as a person would type it into a brief; nothing, if its value is not to be had."""
        if cell is None:
            return ""
        if cell.rule:
            self.report(cell.rule, cell.place)
            return ""
        if cell.strange and not (slot and (slot.type == "flag" or (slot.type == "date" and _is_day(cell.value)))):
            self.report("shown-otherwise", cell.place)
            return ""
        return self.words(cell, slot)


def _is_day(value: Typed) -> bool:
    """A day that somebody may have meant, and not the first that there are serial numbers for."""
    return isinstance(value, date) and value.year >= OLDEST


def _together(found: Iterable[tuple[int, Node]]) -> tuple[Node, ...]:
    """The items of a list: numbered ones by their numbers, the fields of one number in one record, all others behind them."""
    records: dict[int, Map] = {}
    texts: list[tuple[int, Node]] = []
    for n, node in found:
        before = records.get(n)
        if n and isinstance(node, Map):
            records[n] = Map((*before.entries, *node.entries), before.place) if before else node
        else:
            texts.append((n or LAST, node))
    numbered = [*records.items(), *texts]
    return tuple(node for _, node in sorted(numbered, key=lambda pair: pair[0]))


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
