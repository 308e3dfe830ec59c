"""A workbook of towns: made by `drafter batch template`, filled in by another library than made it, with errors of many kinds."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from tests.conftest import ROOT

BLUEPRINT = "joint-treatment"
TOWNS = 150
WRONG = {
    10: "not-a-date",
    20: "unknown-choice",
    30: "formula-without-value",
    40: "error-in-cell",
    50: "merged-cells",
    60: "no-name-for-row",
    71: "two-files-of-a-name",
    80: "no-row-of-that-name",
    90: "odd-character-in-cell",
    100: "braces-in-fact",
    110: "placeholder",
    120: "text-more-than-limit",
}
"""The rule that a town breaks, by its number; the last three are doubts, with which it is drafted."""


def example() -> dict[str, Any]:
    """The facts of the example, whose places and figures are invented."""
    brief = yaml.load((ROOT / f"examples/{BLUEPRINT}/brief.yaml").read_text("utf-8"), yaml.BaseLoader)
    return {slot: value for slot, value in brief.items() if slot not in ("blueprint", "seed")}


def of_town(value: str, number: int) -> str:
    """A fact with figures of the town's own."""
    lot = random.Random(number)
    return re.sub(r"\d{2,}(?=[处个户公万亩人])", lambda found: str(max(10, int(found[0]) + lot.randint(-9, 9))), value)


def name_of(number: int) -> str:
    return f"第{number:03}镇"


def fill(path: Path, towns: int = TOWNS, wrong: bool = True) -> None:
    """Fill the template in: the towns on the first sheet, the items of their lists on the others."""
    book = openpyxl.load_workbook(path)
    rows = book.worksheets[0]
    heads = {cell.value: cell.column for cell in rows[1] if cell.value}
    facts = example()
    for number in range(towns):
        at = number + 3  # below the header and the example
        rows.cell(at, heads["名称"], name_of(number))
        for slot, value in facts.items():
            if isinstance(value, str):
                rows.cell(at, heads[slot], of_town(value, number))
            else:
                _items(book[slot], slot, value, number)
    if wrong:
        _wrong(book, rows, heads)
    book.save(path)


def _items(sheet: Any, slot: str, items: list[Any], number: int) -> None:
    heads = {cell.value: cell.column for cell in sheet[1] if cell.value}
    for item in items:
        at = sheet.max_row + 1
        sheet.cell(at, 1, name_of(number))
        for field, value in item.items() if isinstance(item, dict) else ((slot, item),):
            sheet.cell(at, heads[field], of_town("\n".join(value) if isinstance(value, list) else value, number))


def _wrong(book: Any, rows: Any, heads: dict[str, int]) -> None:
    """An error of each kind, in the towns of WRONG."""

    def cell(number: int, slot: str) -> Any:
        return rows.cell(number + 3, heads[slot])

    cell(10, "日期").value = "2026年2月30日"
    cell(20, "层级").value = "地区"
    cell(30, "会议").value = '=A1&"会"'
    cell(40, "总投资").value, cell(40, "总投资").data_type = "#REF!", "e"
    cell(51, "牵头单位").value = None
    rows.merge_cells(start_row=53, end_row=54, start_column=heads["牵头单位"], end_column=heads["牵头单位"])
    cell(60, "名称").value = None
    cell(71, "名称").value = name_of(70)
    sheet = book["重点"]
    sheet.cell(sheet.max_row + 1, 1, "第08O镇")
    sheet.cell(sheet.max_row, 2, "清淤从卡口清起")
    cell(90, "工作").value = "治\u0085水"
    cell(100, "对象").value = "{{ 两河 }}"
    cell(110, "督查方式").value = "每月查XX次"
    cell(120, "工作").value = "长" * 40
