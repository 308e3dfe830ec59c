"""Tables on a page: one that frames the text is read as text, row by row; one of data stays together, as one block."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.formats.reading.notes import Notes
from drafter.language.enumerators import reader
from drafter.model.sheet import Raw

LEAST_ROWS = LEAST_CELLS = 2
"""Rows with so many cells that say something make a table of data."""
LONG = 200
"""Characters of a cell that holds the speech, or a part of it."""
SHORT = 40
"""Characters of a cell that is no paragraph of its own."""
ENDS = "。！？!?；"
DEEPEST = 30
"""Tables within one another; those further within are taken for what is around them."""
BLANK = "\u3000"
"""What stands between the cells of a row."""

numbered = reader("zh")
Cell = Sequence[Raw]


class Tables:
    """The tables that are open at a place; who reads says where their rows and cells begin, and where they end."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._open: list[list[tuple[int, int]]] = []  # of each: where cells begin, and in which row
        self._rows: list[int] = []
        self._deeper = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    def begin(self, lines: Sequence[Raw]) -> None:
        """A table begins behind these lines."""
        if len(self._open) == DEEPEST:
            self._deeper += 1
            return
        self._open.append([(len(lines), 0)])
        self._rows.append(0)

    def row(self, lines: Sequence[Raw]) -> None:
        """A row begins."""
        if self._open and not self._deeper:
            self._rows[-1] += 1
            self.cell(lines)

    def cell(self, lines: Sequence[Raw]) -> None:
        """A cell begins; the one before it has ended."""
        if self._open and not self._deeper:
            self._open[-1].append((len(lines), self._rows[-1]))

    def end(self, lines: list[Raw]) -> None:
        """The innermost table ends: its lines become what it is."""
        if self._deeper:
            self._deeper -= 1
            return
        if not self._open:
            return
        starts = self._open.pop()
        rows: dict[int, list[Cell]] = {}
        ends = [at for at, _ in starts[1:]] + [len(lines)]
        for (start, row), end in zip(starts, ends, strict=True):
            cell = [line for line in lines[start:end] if line.text.strip()]
            if cell:
                rows.setdefault(row, []).append(cell)
        self._rows.pop()
        if not rows:
            return
        first = starts[0][0]
        lines[first:], data = settled(list(rows.values()))
        text = lines[first].text
        if data:
            self._notes.add("left-out", "tables", lines[first].place, text)
        elif not self._open:
            self._notes.add("taken-up", "tables", lines[first].place, text)


def settled(rows: Sequence[Sequence[Cell]]) -> tuple[list[Raw], bool]:
    """The lines of a table, and whether it is one of data, all of which is one line."""
    cells = [cell for row in rows for cell in row]
    wide = sum(len(row) >= LEAST_CELLS and not _is_numbered(row) for row in rows)
    if wide >= LEAST_ROWS and not any(_is_text(cell) for cell in cells):
        text = "\n".join(BLANK.join(_flat(cell) for cell in row) for row in rows)
        return [Raw(text, cells[0][0].place, "table")], True
    return [line for row in rows for line in _row(row)], False


def _row(row: Sequence[Cell]) -> list[Raw]:
    """The lines of a row: short cells beside one another are one, a paragraph is its own."""
    done: list[Raw] = []
    short: list[Raw] = []
    for cell in row:
        if len(cell) == 1 and not cell[0].claim and len(cell[0].text) <= SHORT and cell[0].text.strip()[-1] not in ENDS:
            short.append(cell[0])
            continue
        label = BLANK.join(_flat([one]) for one in short)
        if label and _belongs(label, cell):
            before = f"{label}." if label.isdecimal() else label + BLANK
            done += (replace(cell[0], text=before + cell[0].text, place=short[0].place), *cell[1:])
        else:
            done += (*_together(short), *cell)
        short = []
    return [*done, *_together(short)]


def _belongs(label: str, cell: Cell) -> bool:
    """Whether short cells go with the paragraph beside them: a number, or what a single paragraph is about; no heading."""
    if cell[0].claim == "table" or numbered(label):
        return False
    return not any(map(str.isalpha, label)) or (len(cell) == 1 and len(cell[0].text) < LONG and not cell[0].claim)


def _together(short: Sequence[Raw]) -> list[Raw]:
    """Short cells as one line."""
    if len(short) < 2:
        return list(short)
    return [Raw(BLANK.join(_flat([one]) for one in short), short[0].place)]


def _is_text(cell: Cell) -> bool:
    """Whether a cell holds the speech itself."""
    return sum(len(line.text) for line in cell if line.claim != "table") >= LONG or any(
        line.claim in ("heading", "title") for line in cell
    )


def _is_numbered(row: Sequence[Cell]) -> bool:
    """Whether a row is a sentence behind its number."""
    return len(row) == LEAST_CELLS and _flat(row[0]).isdecimal() and _flat(row[1])[-1:] in tuple(ENDS)


def _flat(cell: Cell) -> str:
    return " ".join(" ".join(line.text.split()) for line in cell)
