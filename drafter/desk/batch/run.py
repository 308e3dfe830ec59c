"""A batch from its source to its files: one process writes, whoever drafts; what is done already is left alone."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.batch.collisions import names_of
from drafter.desk.batch.engines import Engine, engine_of, in_turn
from drafter.desk.batch.job import Asked, Chunk, Job, Line, Made, carried, fingerprint, made_of
from drafter.desk.batch.report import Report
from drafter.desk.batch.source import Briefs, Rows, Task, tasks_of
from drafter.desk.batch.there import brief_beside, by_hand, line_of, was_drafted
from drafter.desk.batch.wanted import Batch, Done
from drafter.desk.files import FORCED, failing, save, seen_from
from drafter.desk.library import Library
from drafter.problem import MOST_TOLD, InputError, OutputError, Place, Problem, has_errors
from drafter.sentences import Translate
from drafter.sentences.batch import THERE
from drafter.sentences.system import WHY

ENDS = frozenset(WHY[name] for name in ("ENOSPC", "EDQUOT", "EROFS", "EIO"))
"""Why a disk takes nothing more: there is no use in going on."""
Tell = Callable[[int, int, int], None]
"""Called with the rows that are done, those that there are, and those that failed."""


def run(batch: Batch, library: Library, tell: Tell = lambda *_: None, translate: Translate = str) -> Done:
    """Draft all rows that can be, and tell what is wrong with the others; the report is in the language of `translate`.

    Raises InputError for what concerns all of them: the source, its headers, blueprint, engine; OutputError where nothing can be written.
    """
    tasks = tasks_of(batch.source, library, batch.blueprint, batch.folder, batch.pattern)
    barred, count = names_of(tasks, batch)
    done = Done(rows=count, problems=[*tasks.problems, *tasks.loose, *(barred[number] for number in sorted(barred))])
    if not count:
        raise InputError([*tasks.problems, Problem("no-rows", Place(str(batch.source)))])
    ready = not has_errors(tasks.problems)
    job, made_by = _job(batch, tasks, library, writes=batch.writes and ready)
    if job.writes:
        _folder(batch.folder)
    report = Report(batch.reported, translate, rows=isinstance(tasks, Rows)) if job.writes else None
    _through(
        engine_of(job, batch.processes, batch.cluster), _Run(batch, tasks, job, made_by, barred, done, report, tell)
    )
    if not ready:
        raise InputError(done.problems)
    return done


def _through(engine: Engine, rows: _Run) -> None:
    """All rows drafted and told, or as many as somebody, the disk or the cluster lets be."""
    done = rows.done
    try:
        for made in in_turn(engine, rows.chunks(engine.size)):
            rows.settle(made)
        done.report = str(rows.report.close()) if rows.report else ""
    except KeyboardInterrupt:
        done.stopped = True
    except OutputError as error:
        done.problems += error.problems
        done.stopped = done.looked < done.rows
    finally:
        engine.stop()


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
        briefs=batch.briefs and isinstance(tasks, Rows),
    )
    return job, fingerprint(books, job, batch.reference.reference.data if batch.reference else b"")


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
        was = was_drafted(target, (seen, brief)) if self.job.writes else None
        row = replace(row, source=was.source if was else brief if self.job.briefs else seen)
        if was is not None:
            line = line_of(was)
            if by_hand(target, was, line) if brief else not was.untouched:
                return replace(row, edited=True, changed=line is None or line.made != made), line or Line()
            if line and line.made == made and (not self.job.briefs or brief_beside(target) == was.brief):
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
            raise OutputError(found)
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
