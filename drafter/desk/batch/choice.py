"""What is to be done with a row: drafted, or left as it lies there, or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.batch.job import Asked, Job, Line, made_of
from drafter.desk.batch.source import Task
from drafter.desk.batch.there import There, brief_beside, there
from drafter.desk.batch.wanted import Batch
from drafter.desk.files import seen_from
from drafter.model.table import UNREAD
from drafter.problem import Place, Problem
from drafter.sentences.batch import THERE

BRIEF = re.compile(r"^blueprint:", re.MULTILINE)
"""What a file says that is a brief."""
Fate = Literal["draft", "same", "edited", "by brief"]
"""Drafted now; there already, as it would be; kept as somebody edited it; kept, for its brief counts by now."""


class Row(Struct, frozen=True, kw_only=True):
    """A row on its way."""

    number: int = 0
    """Its number, from 1."""
    name: str = ""
    """What it is called."""
    place: Place
    """Where it is."""
    target: Path | None = None
    """Its document; none, if it is to have none."""
    source: str = ""
    """What its record names as the source."""
    fate: Fate = "draft"
    """What is done with it, if nothing is wrong."""
    errors: tuple[Problem, ...] = ()
    """Why it has no document."""
    barred: tuple[Problem, ...] = ()
    """That another row would be the same file, which has been told."""
    notes: tuple[Problem, ...] = ()
    """What is to be known of a document that is kept."""
    line: Line | None = None
    """What is known of a document that is kept."""
    aside: tuple[Problem, ...] = ()
    """What only the report says of it."""
    brief: str = ""
    """The brief that is to lie beside it."""
    brief_odd: bool = False
    """Another brief lies there, which no batch has written."""


class Choice:
    """Tells what is to be done with each row of a batch."""

    def __init__(self, batch: Batch, job: Job, made_by: str, barred: Mapping[int, Problem]) -> None:
        self.batch, self.job, self.made_by, self.barred = batch, job, made_by, barred

    def of(self, task: Task | Problem) -> tuple[Row, Asked | Line]:
        """A row, and what is given out for it: what it says, or what is known of its document already."""
        if isinstance(task, Problem):
            return Row(place=task.place, errors=(task,)), Line()
        row = Row(number=task.number, name=task.name, place=task.place)
        barred = self.barred.get(task.number)
        if barred:  # what else is wrong with it is told all the same
            return replace(row, barred=(barred,)), Asked(task.doc, "", "")
        if not task.stem:
            unread = any(one.rule in UNREAD for one in task.doc.problems)
            odd = () if unread else (Problem("no-name-for-row", task.place, {"name": self.batch.pattern}),)
            return replace(row, errors=odd), Asked(task.doc, "", "")
        target = self.batch.folder / f"{task.stem}.{self.batch.format}"
        seen = seen_from(self.batch.folder, task.place.file)
        row = replace(row, target=target, source=f"{task.stem}.yaml" if self.job.row else seen)
        made = made_of(self.made_by, task.doc.text)
        lies = there(target, row.source, self.job.row) if self.batch.writes or target.exists() else None
        if lies and lies.line.made != made and _other_table(lies.line.row, self.job.row):
            lies = None
        return self._beside(row, task, lies, made)

    def _beside(self, row: Row, task: Task, lies: There | None, made: str) -> tuple[Row, Asked | Line]:
        """The same, by what lies there."""
        asked, target = Asked(task.doc, row.source, made), row.target
        assert target is not None
        if lies is None:
            return self._alone(row, task, target, asked)
        if self.job.row and lies.by_brief:
            return _by_brief(row, task, target, lies)
        if not lies.untouched:
            changed = bool(lies.line.made) and lies.line.made != made
            told = Problem("edited-by-hand", row.place, {"name": target.name}, "warning")
            row = replace(row, fate="edited", notes=(told,) if changed else (), line=lies.line)
            return row, asked  # for what is wrong with it is told all the same
        due = bool(self.job.row) and (self.batch.briefs or lies.beside is not None)
        row = replace(row, brief=task.doc.text if due and lies.beside != task.doc.text else "")
        return (replace(row, fate="same"), lies.line) if lies.line.made == made else (row, asked)

    def _alone(self, row: Row, task: Task, target: Path, asked: Asked) -> tuple[Row, Asked | Line]:
        """A row of which no document lies there."""
        beside = brief_beside(target) if self.job.row else None
        odd = beside not in (None, task.doc.text)
        if odd and not self.batch.briefs and BRIEF.search(beside or ""):  # whose document somebody has taken away
            told = Problem("brief-not-drafted", row.place, {"name": target.with_suffix(".yaml").name}, "warning")
            return replace(row, fate="by brief", notes=(told,), target=None), Line()
        row = replace(row, source="")  # whatever may lie there is none of ours
        if not self.batch.writes and target.exists() and self.job.format == "docx" and not self.job.final:
            taken = Problem("would-overwrite", Place(str(target), 0), {"name": str(target)}, says=THERE)
            row = replace(row, errors=(taken,))
        return replace(row, brief=task.doc.text if self.batch.briefs and self.job.row else "", brief_odd=odd), asked


def _by_brief(row: Row, task: Task, target: Path, lies: There) -> tuple[Row, Line]:
    """A row whose brief counts by now, unless that says what the row says, and was but drafted by itself."""
    if lies.beside == task.doc.text:
        return replace(row, fate="same"), lies.line
    name = {"name": target.with_suffix(".yaml").name}
    counts = Problem("brief-counts", row.place, name, "warning")
    waiting = Problem("brief-not-drafted", row.place, name, "warning")
    waits = lies.untouched and lies.beside != lies.brief
    return replace(row, fate="by brief", notes=(waiting,) if waits else (), aside=(counts,)), lies.line


def _other_table(one: str, other: str) -> bool:
    """Whether both name a table, and not the same one saved in another format."""
    return bool(one and other) and Path(one).with_suffix("") != Path(other).with_suffix("")
