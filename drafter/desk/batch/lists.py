"""The sheets of lists: their items by the row that they belong to, and those that belong to none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from drafter.model.table import Row, Table
from drafter.notation.headers import Items, Sheet
from drafter.notation.rows import RowReader
from drafter.problem import Place, Problem, near_miss
from drafter.sentences import where


class Lists(Struct, frozen=True):
    """What the sheets of lists hold."""

    items: Items
    """The rows of items, by the name of the row that they belong to."""
    names: tuple[str, ...] = ()
    """The lists that have a sheet."""
    loose: tuple[Problem, ...] = ()
    """Items that belong to no row, one told for all of a name."""
    lost: int = 0
    """How many there are."""
    suspects: dict[str, Problem] = {}
    """Rows that may lack such items, by their names."""


def lists_of(reader: RowReader, tables: Iterable[Table], rows: Iterable[tuple[str, Place]]) -> Lists:
    """The items of all sheets, for rows that are called so; what is wrong with their headers is reported."""
    named = [(table, reader.list_called(table.name)) for table in tables]
    have = {slot.name for _, slot in named if slot}
    lists = [one.name for one in reader.blueprint.slots.values() if one.type == "list" and one.name not in have]
    places: dict[str, Place] = {}
    known: Counter[str] = Counter()
    for name, place in rows if have else ():
        known[name] += 1
        places.setdefault(name, place)
    items: dict[str, list[tuple[Sheet, Row]]] = {}
    stray: defaultdict[str, list[tuple[Table, Place]]] = defaultdict(list)
    for table, slot in named:
        if slot is None:
            reader.problems += _not_read(table, near_miss(table.name, lists))
            continue
        sheet = reader.list_sheet(table, slot)
        for row in reader.rows(table, sheet) if sheet else ():
            if isinstance(row, Problem) or sheet is None:
                continue
            name = reader.named(sheet, row)
            if name and known[name] == 1:
                items.setdefault(name, []).append((sheet, row))
            else:
                cell = row.cell(sheet.name)
                stray[name].append((table, cell.place if cell else row.place))
    loose, suspects = _strays(stray, known, places, items)
    return Lists(items, tuple(sorted(have)), loose, sum(map(len, stray.values())), suspects)


def _strays(
    stray: dict[str, list[tuple[Table, Place]]], known: Counter[str], places: dict[str, Place], items: Items
) -> tuple[tuple[Problem, ...], dict[str, Problem]]:
    """What is told of items without a row, and of the rows that they may have been meant for: those alike that have none."""
    loose: list[Problem] = []
    suspects: dict[str, Problem] = {}
    bare = [name for name, times in known.items() if name and times == 1 and name not in items]
    for name, found in stray.items():
        table, place = found[0]
        rule = "several-rows-of-that-name" if name and known[name] else "no-row-of-that-name"
        near = "" if not name or known[name] else near_miss(name, bare)
        told = Problem(rule if name else "item-without-row", place, {"name": name, "of": table.name, "near": near})
        loose.append(replace(told, more=len(found) - 1))
        if near:
            suspects[near] = Problem("items-elsewhere", places[near], {"name": name, "where": where(place)})
    return tuple(loose), suspects


def _not_read(table: Table, near: str) -> tuple[Problem, ...]:
    """That a sheet is none of a list: an error where one was meant, and nothing where it is a remark."""
    if table.name.startswith("#") or (table.hidden and not near):
        return ()
    if near:
        return (Problem("misnamed-sheet", table.head.place, {"name": table.name, "near": near}),)
    return (Problem("unread-sheet", table.head.place, {"name": table.name}, "warning"),)
