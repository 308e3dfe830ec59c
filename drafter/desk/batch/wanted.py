"""What is wanted of a batch, and what became of it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.desk.batch.names import NAMED as NAMED
from drafter.desk.reference import Frame
from drafter.problem import Problem


class Batch(Struct, frozen=True, kw_only=True):
    """What is wanted of a batch."""

    source: Path
    """A table, or a folder of briefs."""
    folder: Path
    """Where the documents go."""
    blueprint: str = ""
    """For rows, and for briefs that name none."""
    seed: int = 0
    """Another set of wordings, for rows that give no seed."""
    pattern: str = NAMED
    """What files are called."""
    format: str = "docx"
    """One of the formats."""
    style: str = ""
    """The look; else that of each brief."""
    reference: Frame | None = None
    """What is taken of a Word file instead."""
    final: bool = False
    """Without gaps, comments and record."""
    briefs: bool = False
    """The brief of every row is written, too."""
    writes: bool = True
    """Something is written; else it is only told what is wrong."""
    report: Path | None = None
    """Where the report goes; `report.xlsx` in the folder, if nothing is said."""
    processes: int = 1
    """How many draft."""
    cluster: str = ""
    """The address of a Dask cluster that drafts."""

    @property
    def reported(self) -> Path:
        """Where the report goes."""
        return self.report or self.folder / "report.xlsx"


class Done(Struct):
    """What became of a batch."""

    rows: int = 0
    """Rows or briefs that there are."""
    looked: int = 0
    """Those that were come to."""
    drafted: int = 0
    """Documents written."""
    same: int = 0
    """Documents that were there already, as they would be written."""
    edited: int = 0
    """Documents that a person has edited, which stay as they are."""
    failed: int = 0
    """Rows without a document."""
    gaps: int = 0
    """Open facts in all documents."""
    open: int = 0
    """Documents with any."""
    findings: int = 0
    """Doubts about all documents."""
    lost: int = 0
    """Items of lists that belong to no row, and so are in no document."""
    problems: list[Problem] = []
    """The errors, in the order of the rows, and what is to be known of documents that are kept; all doubts, if nothing is written."""
    report: str = ""
    """The file of the report."""
    stopped: bool = False
    """Somebody broke it off."""
