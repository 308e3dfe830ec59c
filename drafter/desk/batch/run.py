"""A batch from its source to its files: one process writes, whoever drafts; what is done already is left alone."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.batch import names
from drafter.desk.batch.engines import Here, engine_of, in_turn
from drafter.desk.batch.job import Asked, Chunk, Job, Line, Made, carried, fingerprint, made_of
from drafter.desk.batch.report import Report
from drafter.desk.batch.source import Briefs, Named, Rows, Task, tasks_of
from drafter.desk.files import FORCED, failing, save, seen_from
from drafter.desk.library import Library
from drafter.desk.reference import Frame
from drafter.formats.docx.read import Origin, origin
from drafter.problem import MOST_TOLD, InputError, OutputError, Place, Problem, has_errors
from drafter.sentences import where
from drafter.sentences.batch import THERE
from drafter.sentences.system import WHY

ENDS = frozenset(WHY[name] for name in ("ENOSPC", "EDQUOT", "EROFS", "EIO"))
"""Why a disk takes nothing more: there is no use in going on."""
Tell = Callable[[int, int, int], None]
"""Called with the rows that are done, those that there are, and those that failed."""


class Batch(Struct, frozen=True, kw_only=True):
    """What is wanted of a batch."""

    source: Path
    """A table, or a folder of briefs."""
    folder: Path
    """Where the documents go."""
    blueprint: str = ""
    """For rows, and for briefs that name none."""
    pattern: str = names.NAMED
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
    problems: list[Problem] = []
    """The errors, in the order of the rows."""
    report: str = ""
    """The file of the report."""
    stopped: bool = False
    """Somebody broke it off."""


def run(batch: Batch, library: Library, tell: Tell = lambda *_: None) -> Done:
    """Draft all rows that can be, and tell what is wrong with the others.

    Raises InputError for what concerns all of them: the source, its headers, blueprint, engine; OutputError where nothing can be written.
    """
    books = Library(library.packs)  # nothing but what the batch is drafted by is read with it
    tasks = tasks_of(batch.source, library, batch.blueprint, batch.folder, batch.pattern)
    ready = not has_errors(tasks.problems)
    writes = batch.writes and ready
    barred, count = _names(tasks, batch)
    if not count and ready:
        raise InputError([*tasks.problems, Problem("no-rows", Place(str(batch.source)))])
    done = Done(rows=count, problems=[*tasks.problems, *tasks.loose, *(barred[number] for number in sorted(barred))])
    job = Job(
        library=carried(books, tasks.wanted(), batch.style),
        format=batch.format,
        style=batch.style,
        reference=batch.reference,
        final=batch.final,
        writes=writes,
        briefs=batch.briefs and isinstance(tasks, Rows),
    )
    print_of_all = fingerprint(books, job, batch.reference.reference.data if batch.reference else b"")
    if writes:
        _folder(batch.folder)
    report = Report(_report(batch), batch.folder, isinstance(tasks, Rows)) if writes else None
    engine = engine_of(job, batch.processes, batch.cluster) if count else Here(job)
    try:
        run = _Run(batch, tasks, job, print_of_all, barred, done, report, tell)
        for made in in_turn(engine, run.chunks(engine.size)):
            run.settle(made)
        if report is not None:
            done.report = str(report.close())
    except KeyboardInterrupt:
        done.stopped = True
    finally:
        engine.stop()
    if not ready:
        raise InputError(done.problems)
    return done


class _Run:
    """Rows on their way: given out in order, and coming back in order."""

    def __init__(
        self,
        batch: Batch,
        tasks: Rows | Briefs,
        job: Job,
        print_of_all: str,
        barred: dict[int, Problem],
        done: Done,
        report: Report | None,
        tell: Tell,
    ) -> None:
        self.batch, self.tasks, self.job, self.print = batch, tasks, job, print_of_all
        self.barred, self.done, self.report, self.tell = barred, done, report, tell
        self.under_way: deque[_Row] = deque()
        self.told: Counter[str] = Counter()
        self.once: set[object] = set()

    def chunks(self, size: int) -> Iterator[Chunk]:
        """The rows to be drafted, in pieces; what is drafted already goes with them, so that all come back in order."""
        piece: list[Asked | Line] = []
        for task in self.tasks.tasks():
            row, asked = self._asked(task)
            self.under_way.append(row)
            piece.append(asked)
            if len(piece) >= size:
                yield tuple(piece)
                piece = []
        if piece:
            yield tuple(piece)

    def _asked(self, task: Task | Problem) -> tuple[_Row, Asked | Line]:
        if isinstance(task, Problem):
            return _Row(0, "", task.place, None, errors=(task,)), Line()
        target = self.batch.folder / f"{task.stem}.{self.batch.format}"
        row = _Row(task.number, task.name, task.place, target)
        barred = self.barred.get(task.number)
        nameless = None if task.stem else Problem("no-name-for-row", task.place, {"name": self.batch.pattern})
        if barred or nameless:  # what else is wrong with it is told all the same
            row = replace(row, target=None, errors=(nameless,) if nameless else (), barred=bool(barred))
            return row, Asked(task.doc, "", "")
        seen = seen_from(self.batch.folder, task.place.file)
        brief = f"{task.stem}.yaml" if isinstance(self.tasks, Rows) else ""
        made = made_of(self.print, task.doc.text)
        was = _was(target, (seen, brief)) if self.job.writes else None
        row = replace(row, source=was.source if was else brief if self.job.briefs else seen)
        if was is not None:
            line = _line(was)
            by_hand = not was.untouched or (brief and _edited(target, was, line))
            if by_hand:
                return replace(row, edited=True, changed=line is None or line.made != made), line or Line()
            if line and line.made == made and (not self.job.briefs or _brief_of(target) == was.brief):
                return replace(row, same=True), line
        return row, Asked(task.doc, brief if self.job.briefs else seen, made)

    def settle(self, made: Made) -> None:
        """Write what was made of the next row, and tell of it."""
        row, done = self.under_way.popleft(), self.done
        errors = (*row.errors, *made.errors)
        if not errors and not row.barred and not row.same and not row.edited and self.job.writes:
            errors = self._written(row, made)
        if row.edited and row.changed and row.target:
            self._told((Problem("edited-by-hand", row.place, {"name": row.target.name}, "warning"),))
        if errors or row.barred:
            done.failed += 1
            self._told(errors)
        else:
            done.same += row.same
            done.edited += row.edited
            done.drafted += not row.same and not row.edited
            done.gaps += len(made.line.gaps)
            done.open += bool(made.line.gaps)
            done.findings += len(made.line.findings)
        done.looked += 1
        if self.report is not None:
            told = (*((self.barred[row.number],) if row.barred else ()), *errors)
            self.report.add(row.name, row.place, None if told else row.target, made.line, told, edited=row.edited)
        self.tell(done.looked, done.rows, done.failed)

    def _written(self, row: _Row, made: Made) -> tuple[Problem, ...]:
        """Write a document, and its brief; why not, if that cannot be."""
        assert row.target is not None and made.data is not None
        target, brief = row.target, row.target.with_suffix(".yaml")
        kept = (self.batch.source,) if self.batch.source.is_file() else (Path(row.place.file),)
        found = failing(lambda: save(target, made.data or b"", force=False, source=row.source, kept=kept))
        if made.brief and not found:  # what lies there has been looked at
            found = failing(lambda: save(brief, made.brief.encode(), force=True, kept=kept))
        if any(one.facts.get("reason") in ENDS for one in found):
            raise OutputError([*self.done.problems, *found])
        return tuple(replace(one, says=THERE) if one.rule in FORCED else one for one in found)

    def _told(self, errors: tuple[Problem, ...]) -> None:
        """Keep errors to be told at the end: of a rule that is broken everywhere the first, and how many more."""
        for one in errors:
            key = (one.place, one.rule, tuple(one.facts.items()))
            if key in self.once:  # of a blueprint that many briefs name
                continue
            self.told[one.rule] += 1
            if self.told[one.rule] <= MOST_TOLD:
                self.once.add(key)
                self.done.problems.append(one)


class _Row(Struct, frozen=True):
    """A row on its way."""

    number: int
    name: str
    place: Place
    target: Path | None
    """Its document."""
    source: str = ""
    """What its record names as the source."""
    errors: tuple[Problem, ...] = ()
    """Why it is not drafted."""
    barred: bool = False
    """Another row would be the same file, as has been told."""
    same: bool = False
    """Its document is there, as it would be written."""
    edited: bool = False
    """Its document, or the brief beside that, is there and was edited by hand: neither is written."""
    changed: bool = False
    """And its facts are other than they were, as far as anybody knows."""


def _names(tasks: Rows | Briefs, batch: Batch) -> tuple[dict[int, Problem], int]:
    """The rows that are not drafted as two would be one file, and how many rows there are; told before anything is written."""
    report = _report(batch)
    seen = {_key(report.name)} if report.parent == batch.folder else set()
    count = 0
    twice: set[int] = set()
    for one in tasks.names():
        count += 1
        if isinstance(one, Named) and one.stem:
            key = _key(f"{one.stem}.{batch.format}")
            (twice if key in seen else seen).add(key)
    return (dict(_barred(tasks, batch, twice)) if twice else {}), count


def _key(name: str) -> int:
    """A number for all names that mean one file on some system: a set of names would take more memory than all else."""
    return int.from_bytes(blake2b(names.alike(name).encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _barred(tasks: Rows | Briefs, batch: Batch, twice: set[int]) -> Iterator[tuple[int, Problem]]:
    """The rows whose file is that of another row, or the report, by their numbers."""
    by_file: dict[str, list[Named]] = {}
    for one in tasks.names():
        if isinstance(one, Named) and one.stem and _key(name := f"{one.stem}.{batch.format}") in twice:
            by_file.setdefault(names.alike(name), []).append(one)
    for several in by_file.values():
        for n, one in enumerate(several):
            other = where(several[n - 1 if n else 1].place) if len(several) > 1 else "--report"
            yield one.number, _one_file(one.place, f"{one.stem}.{batch.format}", other)


def _one_file(place: Place, name: str, other: str) -> Problem:
    return Problem("two-files-of-a-name", place, {"name": name, "where": other})


def _folder(folder: Path) -> None:
    """The folder of the documents, made if its own folder is there; raises OutputError."""
    from drafter.desk.replace import cannot

    if folder.is_dir():
        return
    if folder.exists():
        raise OutputError([Problem("is-no-folder", Place(str(folder)), {"name": str(folder)})])
    if not folder.absolute().parent.is_dir():
        raise OutputError([Problem("no-folder", Place(str(folder)), {"name": str(folder.parent)})])
    try:
        folder.mkdir()
    except OSError as error:
        raise OutputError([cannot(folder, error)]) from error


def _report(batch: Batch) -> Path:
    return batch.report or batch.folder / "report.xlsx"


def _was(target: Path, sources: tuple[str, ...]) -> Origin | None:
    """What a document that lies there says of itself, if it is a draft of ours from the same source."""
    try:
        found = origin(target.read_bytes())
    except OSError:
        return None
    return found if found and found.source in sources and found.source else None


def _line(was: Origin) -> Line | None:
    try:
        return msgspec.json.decode(was.line, type=Line) if was.line else None
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _brief_of(target: Path) -> str | None:
    """The brief beside a document, as it lies there."""
    try:
        return target.with_suffix(".yaml").read_text("utf-8")
    except (OSError, UnicodeError):
        return None


def _edited(target: Path, was: Origin, line: Line | None) -> bool:
    """Whether the brief of a row was edited, or drafted by itself: then it is no longer the row that counts."""
    there = _brief_of(target)
    return (line is None and there is not None) or (there is not None and there != was.brief)
