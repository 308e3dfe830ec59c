"""Where a batch comes from: the rows of a table, each as a brief that has been read, or the briefs of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from drafter.desk.batch import names
from drafter.desk.batch.lists import lists_of
from drafter.desk.batch.needs import need
from drafter.desk.batch.wanted import Batch
from drafter.desk.files import named_from
from drafter.desk.given import naming
from drafter.desk.kept import Read
from drafter.desk.library import Library, sure
from drafter.desk.locks import is_lock
from drafter.desk.reading import read_bytes, unread
from drafter.formats.tables import csv, xlsx
from drafter.model.blueprint import Blueprint
from drafter.model.table import Row, Table
from drafter.notation.headers import NAME
from drafter.notation.rows import RowReader
from drafter.notation.write import data_text
from drafter.plan.seed import of_name
from drafter.problem import MOST_TOLD, InputError, Place, Problem, counted
from drafter.sentences.system import NO_FILE, why
from drafter.yamltext.data import at
from drafter.yamltext.tree import Document, Scalar

WORKBOOKS = (".xlsx", ".xlsm")
TABLES = (*WORKBOOKS, ".csv", ".tsv", ".txt")
BRIEFS = (".yaml", ".yml")


class Task(Struct, frozen=True):
    """A speech that is to be drafted."""

    number: int
    """Its row or its brief, counted from 1."""
    name: str
    """What that is called."""
    stem: str
    """The name of its file without the ending."""
    place: Place
    """Where it is."""
    doc: Document
    """Its brief; of a row, what a brief would say, every value at its cell."""


class Named(Struct, frozen=True):
    """A speech of which nothing is known yet but its name."""

    number: int
    name: str
    stem: str
    place: Place


class Wish(Struct, frozen=True, order=True):
    """What is to be found before anything is drafted."""

    blueprint: str
    """Its name, as briefs have it."""
    typed: str
    """As a person typed it, if one did."""
    style: str
    """The look; empty for the usual one."""
    folder: str
    """Where they are named."""


def tasks_of(wanted: Batch, library: Library) -> Rows | Briefs:
    """The batch in a file or a folder; raises InputError for what is none."""
    source = wanted.source
    if source.exists() and not source.is_dir() and not source.is_file():
        raise InputError([Problem("cannot-read", Place(str(source)), {"name": str(source), "reason": NO_FILE})])
    if source.is_dir():
        return Briefs(source, library, wanted.blueprint, wanted.pattern)
    if source.suffix.lower() in BRIEFS:
        raise InputError([Problem("brief-is-no-batch", Place(str(source)), {"name": str(source)})])
    if not wanted.blueprint:
        raise InputError([Problem("no-blueprint-for-rows", Place(str(source)), {"name": str(source)})])
    return Rows(wanted, library)


def read(library: Library, typed: str) -> Read:
    """A blueprint as a person names it, wherever its file lies."""
    path = Path(typed)
    if path.suffix not in BRIEFS:
        return library.at(Path()).blueprint(typed)
    return library.at(path.parent).blueprint(path.name, path.parent, Place(typed))


class Rows:
    """The rows of a workbook or of a CSV file."""

    def __init__(self, wanted: Batch, library: Library) -> None:
        source = wanted.source
        self.file, self.pattern, self.set = str(source), wanted.pattern, wanted.seed
        self.typed = library.called(wanted.blueprint)
        """The blueprint as it was named."""
        self.called = named_from(wanted.folder, self.typed)
        """As a brief in the folder names it."""
        if wanted.briefs and ".." in self.called.split("/"):
            raise InputError([Problem("outside-folder", Place("--blueprint", 0), {"name": self.called})])
        self.blueprint: Blueprint = sure(read(library, self.typed))
        self.table, others = _tables(source)
        self.reader = RowReader(self.file, self.blueprint, self.table.since_1904)
        names.fields(self.pattern, (*self.reader.naming, *self.blueprint.slots))
        self.sheet = self.reader.sheet(self.table)
        self.lists = lists_of(self.reader, others, self._named())
        self.problems = (*self.table.problems, *counted(self.reader.problems, MOST_TOLD))
        """What is wrong with the headers and the file as a whole: an error there is one of every row."""
        self.loose, self.lost = self.lists.loose, self.lists.lost
        self.reader.problems = []

    def names(self) -> Iterator[Named | Problem]:
        """What every row is called, and its file."""
        for number, row in self._rows():
            if isinstance(row, Problem):
                yield row
            else:
                name = self.reader.named(self.sheet, row)
                yield Named(number, name, self._stem(row, name), row.place)

    def tasks(self) -> Iterator[Task | Problem]:
        """Every row with what it says."""
        for number, row in self._rows():
            yield row if isinstance(row, Problem) else self._task(number, row)

    def wanted(self) -> set[Wish]:
        """The blueprint, with the styles that are named."""
        at = next((one.at for one in self.sheet.columns if one.setting == "style"), None)
        styles = {""}
        if at is not None:
            rows = (row for _, row in self._rows() if isinstance(row, Row))
            styles |= {self.reader.words(cell, None) for row in rows if (cell := row.cell(at))}
        return {Wish(self.called, self.typed, style, "") for style in styles}

    def _task(self, number: int, row: Row) -> Task:
        name, slots = self.reader.named(self.sheet, row), self.blueprint.slots
        first = row.cell(self.sheet.name)
        if first and first.rule and not any(one.at == self.sheet.name for one in self.sheet.columns):
            self.reader.report(first.rule, first.place)
        own = any(one.setting == "seed" and row.cell(one.at) for one in self.sheet.columns)
        extra = {"blueprint": self.called} | ({} if own else {"seed": str(of_name(name, self.set))})
        root, said = self.reader.brief(self.sheet, row, self.lists.items, self.lists.names, extra)
        open = {key: slots[key].ask for key, value in said.items() if value is None and key in slots}
        problems, self.reader.problems = [*self.reader.problems], []
        if name in self.lists.suspects:
            problems.append(self.lists.suspects[name])
        doc = Document(data_text(said, notes=open), self.file, root, tuple(problems))
        return Task(number, name, self._stem(row, name), row.place, doc)

    def _stem(self, row: Row, name: str) -> str:
        naming = self.reader.naming
        return names.stem(self.pattern, lambda of: name if of in naming else self.reader.value(self.sheet, row, of))

    def _named(self) -> Iterator[tuple[str, Place]]:
        """The names of all rows, each with its place."""
        for _, row in self._rows():
            if isinstance(row, Row):
                cell = row.cell(self.sheet.name)
                yield self.reader.named(self.sheet, row), cell.place if cell else row.place

    def _rows(self) -> Iterator[tuple[int, Row | Problem]]:
        yield from enumerate(self.reader.rows(self.table, self.sheet), 1)


class Briefs:
    """The briefs of a folder, those below it not among them."""

    def __init__(self, source: Path, library: Library, blueprint: str, pattern: str) -> None:
        self.folder, self.blueprint, self.pattern = source, blueprint, pattern
        self.library = library.at(source)
        slots = sure(read(library, library.called(blueprint))).slots if blueprint else {}
        self.fields = [one for one in names.FIELD.findall(pattern) if one != NAME]
        names.fields(pattern, (NAME, *(slots or self.fields)))
        try:
            every = sorted(name for name in _listed(source) if name.lower().endswith(BRIEFS))
        except OSError as error:
            raise InputError(
                [Problem("cannot-read", Place(str(source)), {"name": str(source), "reason": why(error)})]
            ) from error
        self.files = [name for name in every if not is_lock(Path(name))]
        self.problems: tuple[Problem, ...] = ()
        self.loose: tuple[Problem, ...] = ()
        self.lost = 0
        if not self.files:
            raise InputError([Problem("no-briefs-there", Place(str(source)), {"name": str(source)})])

    def names(self) -> Iterator[Named | Problem]:
        """What every brief is called, and its file."""
        for number, name in enumerate(self.files, 1):
            path = self.folder / name
            doc = self.library.due(path, "brief") if self.fields else None
            yield Named(number, path.stem, self._stem(path, doc), Place(str(path)))

    def tasks(self) -> Iterator[Task | Problem]:
        """Every brief, read."""
        for number, name in enumerate(self.files, 1):
            path = self.folder / name
            doc = naming(self.library.due(path, "brief"), self.blueprint)
            yield Task(number, path.stem, self._stem(path, doc), Place(str(path)), doc)

    def _stem(self, path: Path, doc: Document | None) -> str:
        def value(of: str) -> str:
            node = at(doc.root, (of,)) if doc else None
            return path.stem if of == NAME else node.text.strip() if isinstance(node, Scalar) else ""

        return names.stem(self.pattern, value)

    def wanted(self) -> set[Wish]:
        """The blueprints that they name, each with the styles."""
        found = set()
        for name in self.files:
            root = self.library.due(self.folder / name, "brief").root
            own, style = (
                node.text if isinstance(node := at(root, (key,)), Scalar) else "" for key in ("blueprint", "style")
            )
            found.add(Wish(own or self.blueprint, "" if own else self.blueprint, style, str(self.folder)))
        return found


def _listed(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from (entry.name for entry in entries if _is_file(entry))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is to be read; of what cannot be told it is told when it is read."""
    try:
        return entry.is_file()
    except OSError:
        return True


def _tables(source: Path) -> tuple[Table, tuple[Table, ...]]:
    """The table of the rows and those of lists; raises InputError."""
    file = str(source)
    if source.suffix.lower() not in TABLES:
        facts = {"name": file, "known": " / ".join((".xlsx", ".csv"))}
        if source.exists():
            raise InputError([Problem("no-table", Place(file), facts)])
    if source.suffix.lower() in WORKBOOKS:
        need("python_calamine", Place(file))
        found = tuple(one for one in xlsx.sheets(read_bytes(source), file) if not one.name.startswith("#"))
        if not found or found[0].hidden:
            raise InputError([Problem("empty-table", Place(file))])
        return found[0], found[1:]
    try:
        return csv.table(source, file), ()
    except OSError as error:
        raise InputError([unread(error, source, file)]) from error
