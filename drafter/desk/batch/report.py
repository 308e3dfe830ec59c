"""The report of a batch: a line a row, as a workbook or as a page. Nobody's notes in an older one are written over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from drafter.desk.batch.choice import Row
from drafter.desk.batch.job import Line
from drafter.desk.batch.needs import need
from drafter.desk.files import save, seen_from
from drafter.formats.tables.report import Page, Workbook, untouched
from drafter.problem import OutputError, Place, Problem
from drafter.sentences import Translate, letters, sentence, spot
from drafter.sentences.batch import BY_BRIEF, DRAFTED, EDITED, FAILED, HEADS, REPORT

WIDTHS = (6, 18, 24, 12, 8, 8, 8, 26, 60, 36)
"""Of its columns in a workbook, in characters."""
LINKED = 2
"""The column of the documents."""
STATES = {"edited": EDITED, "by brief": BY_BRIEF}


class Report:
    """Takes the lines one after the other; raises OutputError at once where it could not be written in the end."""

    def __init__(self, path: Path, translate: Translate, *, rows: bool) -> None:
        self.translate, self.rows = translate, rows
        ending = path.suffix.lower()
        if ending not in (".xlsx", ".html"):
            raise OutputError([Problem("no-report-format", Place(str(path), 0), {"name": str(path)})])
        if ending == ".xlsx":
            need("xlsxwriter", Place(str(path), 0))
        self.path = next(one for one in _names(path) if not one.exists() or _ours(one))
        facts = {"name": str(path), "other": str(self.path)}
        self.problems = () if self.path == path else (Problem("report-edited", Place(str(path), 0), facts, "warning"),)
        """That it has another name, as somebody's notes are in the old one."""
        kind = Workbook if ending == ".xlsx" else Page
        self.sheet = kind(translate(REPORT), tuple(map(translate, HEADS)), WIDTHS, LINKED)

    def add(self, row: Row, line: Line, errors: Iterable[Problem]) -> None:
        """A row: its document, or why there is none."""
        failed = tuple(errors)
        target = None if failed else row.target
        known = target is not None and line.characters
        told = "\n".join(
            self._said(one, row.place.sheet) for one in (failed or (*row.notes, *row.aside, *line.findings))
        )
        cells = (
            row.place.line if self.rows else row.place.file,
            row.name,
            target.name if target else "",
            self.translate(FAILED if failed else STATES.get(row.fate, DRAFTED)),
            line.characters if known else "",
            line.minutes if known else "",
            len(line.gaps) if known else "",
            "\n".join(line.gaps) if known else "",
            told,
            "\n".join(line.figures) if known else "",
        )
        self.sheet.add(cells, seen_from(self.path.parent, target) if target else "")

    def _said(self, problem: Problem, sheet: str) -> str:
        """A problem, with its spot in the table where it has one; the sheet is named where it is not that of the rows."""
        said, place = sentence(problem, self.translate), problem.place
        cell = f"{letters(place.column)}{place.line}" if sheet and place.sheet == sheet else spot(place)
        return f"{cell}: {said}" if place.line else said

    def drop(self) -> None:
        """Leave nothing of it behind."""
        self.sheet.close()

    def close(self) -> Path:
        """Write it; raises OutputError."""
        save(self.path, self.sheet.close(), force=True)
        return self.path


def _names(path: Path) -> Iterator[Path]:
    """The name of a report, and others where that is taken: report-2.xlsx …"""
    yield path
    yield from (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in count(2))


def _ours(path: Path) -> bool:
    """Whether a file is a report as it was written."""
    try:
        return untouched(path.read_bytes())
    except OSError:
        return False
