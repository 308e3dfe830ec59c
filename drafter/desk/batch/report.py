"""The report of a batch: a line a row, as a workbook or as a page. Nobody's notes in an older one are written over."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from drafter.desk.batch.job import Line
from drafter.desk.files import save, seen_from
from drafter.formats.tables.report import Page, Workbook, untouched
from drafter.problem import InputError, OutputError, Place, Problem
from drafter.sentences import Translate, sentence, where
from drafter.sentences.batch import DRAFTED, EDITED, FAILED, HEADS, REPORT

WIDTHS = (16, 22, 30, 12, 10, 8, 8, 30, 60, 40)
"""Of its columns in a workbook, in characters."""
LINKED = 2
"""The column of the documents."""


class Report:
    """Takes the lines one after the other; raises OutputError at once where it could not be written in the end."""

    def __init__(self, path: Path, translate: Translate, *, rows: bool) -> None:
        self.path, self.translate, self.rows = path, translate, rows
        ending = path.suffix.lower()
        if ending not in (".xlsx", ".html"):
            raise OutputError([Problem("no-report-format", Place(str(path)), {"name": str(path)})])
        if ending == ".xlsx" and find_spec("xlsxwriter") is None:
            raise InputError([Problem("extra-not-installed", Place(str(path)), {"name": "speech-drafter[batch]"})])
        if not path.absolute().parent.is_dir():
            raise OutputError([Problem("no-folder", Place(str(path)), {"name": str(path.parent)})])
        if path.exists() and not _ours(path):
            raise OutputError([Problem("report-edited", Place(str(path)), {"name": str(path)})])
        kind = Workbook if ending == ".xlsx" else Page
        self.sheet = kind(translate(REPORT), tuple(map(translate, HEADS)), WIDTHS, LINKED)

    def add(
        self, name: str, place: Place, target: Path | None, line: Line, errors: Iterable[Problem], *, edited: bool
    ) -> None:
        """A row: its document, or why there is none."""
        failed = tuple(errors)
        state = FAILED if failed else EDITED if edited else DRAFTED
        link = "" if target is None else seen_from(self.path.parent, target)
        told = "\n".join(sentence(one, self.translate) for one in (failed or line.findings))
        known = target is not None and line.characters
        self.sheet.add(
            (
                where(place) if self.rows else place.file,
                name,
                target.name if target else "",
                self.translate(state),
                line.characters if known else "",
                line.minutes if known else "",
                len(line.gaps) if known else "",
                "\n".join(line.gaps) if known else "",
                told,
                "\n".join(line.figures) if known else "",
            ),
            link,
        )

    def close(self) -> Path:
        """Write it; raises OutputError."""
        save(self.path, self.sheet.close(), force=True)
        return self.path


def _ours(path: Path) -> bool:
    """Whether a file is a report as it was written."""
    try:
        return untouched(path.read_bytes())
    except OSError:
        return False
