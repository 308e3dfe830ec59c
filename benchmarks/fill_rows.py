"""docxtpl's way with a table: python -m benchmarks.fill_rows TEMPLATE TABLE FOLDER"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benchmarks.draft_many import peak


def main(template: str, table: str, folder: str) -> None:
    """Fill the template with every row, a list with the lines of its cell, and print the peak memory in KB."""
    Path(folder).mkdir()
    with open(table, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            filled = DocxTemplate(template)
            filled.render(values(row))
            filled.save(Path(folder, f"{row['name']}.docx"))
    print(peak())


def values(row: dict[str, str]) -> dict[str, Any]:
    """What a template is filled with: lists of lines, and of the numbered columns of records."""
    found: dict[str, Any] = {}
    for head, cell in row.items():
        slot, dot, field = head.partition(".")
        value: Any = cell.split("\n") if "\n" in cell else cell
        if not dot:
            found[slot] = value
            continue
        name, number = slot.rstrip("0123456789"), int(slot[len(slot.rstrip("0123456789")) :])
        items = found.setdefault(name, [])
        while len(items) < number:
            items.append({})
        items[number - 1][field] = value
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
