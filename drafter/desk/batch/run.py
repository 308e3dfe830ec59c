"""A batch from its source to its files: one process writes, whoever drafts; what is done already is left alone."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from drafter.desk.batch.choice import Choice, Row
from drafter.desk.batch.collisions import names_of
from drafter.desk.batch.engines import Engine, engine_of, undisturbed
from drafter.desk.batch.job import Asked, Chunk, Job, Line, Made, carried, fingerprint
from drafter.desk.batch.report import Report
from drafter.desk.batch.source import Briefs, Rows, tasks_of
from drafter.desk.batch.turn import in_turn
from drafter.desk.batch.wanted import Batch, Done
from drafter.desk.files import FORCED, failing, save, seen_from
from drafter.desk.library import Library
from drafter.problem import MOST_TOLD, InputError, OutputError, Place, Problem, has_errors
from drafter.sentences import Translate
from drafter.sentences.batch import BRIEF_THERE, THERE
from drafter.sentences.system import WHY

ENDS = frozenset(WHY[name] for name in ("ENOSPC", "EDQUOT", "EROFS", "EIO"))
"""Why a disk takes nothing more: there is no use in going on."""
Tell = Callable[[int, int, int], None]
"""Called with the rows that are done, those that there are, and those that failed."""


def run(batch: Batch, library: Library, tell: Tell = lambda *_: None, translate: Translate = str) -> Done:
    """Draft all rows that can be, and tell what is wrong with the others; the report is in the language of `translate`.

    Raises InputError for what concerns all of them: the source, its headers, blueprint, engine; OutputError where nothing can be written.
    """
    tasks = tasks_of(batch, library)
    barred, count = names_of(tasks, batch)
    done = Done(
        rows=count, lost=tasks.lost, problems=[*tasks.problems, *tasks.loose, *(barred[one] for one in sorted(barred))]
    )
    if not count:
        raise InputError([*tasks.problems, Problem("no-rows", Place(str(batch.source), 0))])
    ready = not has_errors(tasks.problems)
    job, made_by = _job(batch, tasks, library, writes=batch.writes and ready)
    report = Report(batch.reported, translate, rows=bool(job.row)) if job.writes else None
    if report:
        _folder(batch.folder)
        done.problems += report.problems
    choice = Choice(batch, job, made_by, barred)
    _through(engine_of(job, batch.processes, batch.cluster), _Run(tasks, choice, done, report, tell))
    if not ready:
        raise InputError([*done.problems, Problem("nothing-drafted", Place(str(batch.source), 0))])
    return done


def _through(engine: Engine, rows: _Run) -> None:
    """All rows drafted and told, or as many as somebody, the disk or the cluster lets be."""
    done = rows.done
    try:
        rows.tell(0, done.rows, 0)
        for made in in_turn(engine, rows.chunks(engine.size)):
            with undisturbed():
                rows.settle(made)
        done.report = str(rows.report.close()) if rows.report else ""
    except KeyboardInterrupt:
        done.stopped = True
    except OutputError as error:
        done.problems += error.problems
        done.stopped = done.looked < done.rows
    finally:
        engine.stop()
        if rows.report and not done.report:
            rows.report.drop()


def _job(batch: Batch, tasks: Rows | Briefs, library: Library, *, writes: bool) -> tuple[Job, str]:
    """How the rows are drafted, and the digest of that."""
    books = Library(library.packs)  # nothing but what the batch is drafted by is read with it
    job = Job(
        library=carried(books, tasks.wanted(), batch.style),
        format=batch.format,
        style=batch.style,
        reference=batch.reference,
        final=batch.final,
        writes=writes,
        row=seen_from(batch.folder, batch.source) if isinstance(tasks, Rows) else "",
    )
    return job, fingerprint(books, job, batch.reference.reference.data if batch.reference else b"")


class _Run:
    """Rows on their way: given out in order, and coming back in order."""

    def __init__(self, tasks: Rows | Briefs, choice: Choice, done: Done, report: Report | None, tell: Tell) -> None:
        self.tasks, self.choice, self.done, self.report, self.tell = tasks, choice, done, report, tell
        self.under_way: deque[Row] = deque()
        self.told: Counter[str] = Counter()
        self.once: set[object] = set()

    def chunks(self, size: int) -> Iterator[Chunk]:
        """The rows to be drafted, in pieces; what is drafted already goes with them, so that all come back in order."""
        piece: list[Asked | Line] = []
        for task in self.tasks.tasks():
            row, asked = self.choice.of(task)
            self.under_way.append(row)
            piece.append(asked)
            if len(piece) >= size:
                yield tuple(piece)
                piece = []
        if piece:
            yield tuple(piece)

    def settle(self, made: Made) -> None:
        """Write what was made of the next row, and tell of it."""
        row, done = self.under_way.popleft(), self.done
        errors = (*row.errors, *made.errors)
        if not errors and not row.barred and row.target and row.fate in ("draft", "same") and self.choice.job.writes:
            errors = self._written(row, row.target, made)
        line = row.line or made.line
        stale = self._stale(row) if errors and row.fate == "draft" else ()
        self._told((*row.notes, *errors, *stale))
        if errors or row.barred:
            done.failed += 1
        else:
            done.same += row.fate == "same"
            done.edited += row.fate in ("edited", "by brief")
            done.drafted += row.fate == "draft"
            done.gaps += len(line.gaps)
            done.open += bool(line.gaps)
            done.findings += len(line.findings)
            if not self.choice.batch.writes:
                self._told(line.findings)
        done.looked += 1
        if self.report is not None:
            self.report.add(row, line, (*row.barred, *errors, *stale))
        self.tell(done.looked, done.rows, done.failed)

    def _stale(self, row: Row) -> tuple[Problem, ...]:
        """That a document lies there which a row was drafted into before it went wrong."""
        if row.target is None or row.source == "" or not row.target.exists():
            return ()
        return (Problem("stale-document", row.place, {"name": row.target.name}, "warning"),)

    def _written(self, row: Row, target: Path, made: Made) -> tuple[Problem, ...]:
        """Write a document, and its brief where one is due; why not, if that cannot be."""
        source = self.choice.batch.source
        kept = (source,) if source.is_file() else (Path(row.place.file),)
        brief = target.with_suffix(".yaml")
        if row.brief and row.brief_odd:
            return (Problem("would-overwrite", Place(str(brief), 0), {"name": str(brief)}, says=BRIEF_THERE),)
        found: tuple[Problem, ...] = ()
        if made.data is not None:
            data = made.data
            found = failing(lambda: save(target, data, force=False, source=row.source, kept=kept))
        if row.brief and not found:  # what lies there has been looked at
            found = failing(lambda: save(brief, row.brief.encode(), force=True, kept=kept))
        if any(one.facts.get("reason") in ENDS for one in found):
            raise OutputError(found)
        return tuple(replace(one, says=THERE) if one.rule in FORCED else one for one in found)

    def _told(self, problems: tuple[Problem, ...]) -> None:
        """Keep problems to be told at the end: of a rule that is broken everywhere the first, and how many more."""
        for one in problems:
            key = (one.place, one.rule, tuple(one.facts.items()))
            if key in self.once:  # of a blueprint that many briefs name
                continue
            self.told[one.rule] += 1
            if self.told[one.rule] <= MOST_TOLD:
                self.once.add(key)
                self.done.problems.append(one)


def _folder(folder: Path) -> None:
    """The folder of the documents, made if its own folder is there; raises OutputError."""
    from drafter.desk.replace import cannot

    if folder.is_dir():
        return
    if folder.exists():
        raise OutputError([Problem("output-is-a-file", Place(str(folder), 0), {"name": str(folder)})])
    if not folder.absolute().parent.is_dir():
        raise OutputError([Problem("no-folder", Place(str(folder)), {"name": str(folder.parent)})])
    try:
        folder.mkdir()
    except OSError as error:
        raise OutputError([cannot(folder, error)]) from error
