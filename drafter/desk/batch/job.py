"""What is done with every row, and what that needs: nothing of it is a file, so that it can be done on another machine."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from drafter import __version__
from drafter.desk.batch.source import Wish, read
from drafter.desk.demand import Demand
from drafter.desk.draft import Draft, draft_document, look_of, unfilled, write_draft
from drafter.desk.gaps import stale
from drafter.desk.kept import Read
from drafter.desk.library import Library
from drafter.desk.misfits import misfits
from drafter.desk.overdue import out_of_season, overdue
from drafter.desk.reference import Frame
from drafter.desk.sources import ReadFrom, sources_of
from drafter.language.computed import equation
from drafter.model.style import Style
from drafter.model.words import NO_WORDS, Words
from drafter.notation.brief import Find
from drafter.problem import DrafterError, InputError, Place, Problem, in_order
from drafter.yamltext.tree import Document

ABOUT = "pack.yaml"
"""What a pack says of itself: nothing is drafted by it, and it is read once a process."""


class Carried(Library):
    """What one batch finds in a library, read already."""

    def __init__(
        self,
        blueprints: Mapping[str, Read],
        words: Mapping[str, Words],
        styles: Mapping[tuple[str, str], Style | tuple[Problem, ...]],
        read_from: Mapping[str, ReadFrom],
    ) -> None:
        self.packs, self.folder, self.held, self.sources = (), None, {}, set()
        self._blueprints, self._words, self._styles = blueprints, words, styles
        self.read_from = read_from
        """For each blueprint what it was read from."""

    def at(self, folder: Path) -> Library:
        """The same: everything has been found."""
        return self

    def find(self, brief: Path) -> Find:
        """How a brief finds its blueprint."""
        return lambda name, place: self.blueprint(name, None, place)

    def blueprint(self, name: str, beside: Path | None = None, place: Place | None = None) -> Read:
        """One of those that were read, what is wrong with its name told where that stands."""
        blueprint, problems = self._blueprints[name]
        return blueprint, tuple(
            replace(one, place=place or one.place) if one.place.file == "" else one for one in problems
        )

    def style(self, name: str, place: Place, beside: Path | None = None) -> Style:
        """One of those that were read; raises InputError."""
        found = self._styles.get((name, str(beside or ""))) or self._styles[name, ""]
        if isinstance(found, Style):
            return found
        raise InputError(replace(one, place=place) for one in found)

    def words(self, language: str) -> Words:
        """The words of a language."""
        return self._words.get(language, NO_WORDS)


class Job(Struct, frozen=True, kw_only=True):
    """How every row is drafted."""

    library: Carried
    """Where all is found."""
    format: str
    """One of the formats."""
    style: str
    """The look that is asked for."""
    reference: Frame | None
    """What is taken of a Word file instead."""
    final: bool
    """Without gaps, comments and record."""
    writes: bool
    """A document is made; else it is only looked what would be in it."""
    row: str
    """What the table is called whose rows are drafted; nothing for briefs."""


class Asked(Struct, frozen=True):
    """A row to be drafted."""

    doc: Document
    """Its brief."""
    source: str
    """What the record names as the source."""
    made: str
    """By what the draft is known again: the digest of its facts and of all that it is drafted by."""


class Line(Struct, frozen=True):
    """What the report says of a draft."""

    made: str = ""
    """The digest of what it is made of."""
    row: str = ""
    """The table that it is a row of; nothing for a brief."""
    characters: int = 0
    """Its length in what its language counts."""
    minutes: float = 0
    """How long it takes to speak."""
    gaps: tuple[str, ...] = ()
    """The slots that are open."""
    findings: tuple[Problem, ...] = ()
    """What is doubtful."""
    figures: tuple[str, ...] = ()
    """The figures that were computed, each with how."""


class Made(Struct, frozen=True):
    """What became of a row."""

    line: Line
    """What the report says of it."""
    data: bytes | None = None
    """The document."""
    errors: tuple[Problem, ...] = ()
    """Why there is none."""


Chunk = tuple[Asked | Line, ...]
"""Rows to be drafted, among them those that are drafted already."""


class Packed(Struct, frozen=True):
    """A job as it is sent."""

    digest: str
    data: bytes


def packed(job: Job) -> Packed:
    """A job to be sent: some hundred thousand bytes."""
    data = zlib.compress(pickle.dumps(job, pickle.HIGHEST_PROTOCOL), 3)
    return Packed(sha256(data).hexdigest(), data)


_unpacked: dict[str, Job] = {}
"""The job of this process, unpacked once."""


def drafted(job: Packed, chunk: Chunk) -> tuple[Made, ...]:
    """What becomes of some rows, wherever this runs."""
    if job.digest not in _unpacked:
        _unpacked.clear()
        _unpacked[job.digest] = pickle.loads(zlib.decompress(job.data))
    return each(_unpacked[job.digest], chunk)


def each(job: Job, chunk: Chunk) -> tuple[Made, ...]:
    """The same in this process."""
    return tuple(Made(one) if isinstance(one, Line) else _made(job, one) for one in chunk)


def _made(job: Job, asked: Asked) -> Made:
    """A row drafted; whatever is wrong with it stops no other."""
    try:
        draft = draft_document(asked.doc, job.library.find(Path()), None, job.library, demand=Demand(style=job.style))
        line = _line(draft, asked.made, job.row)
        if job.final and (missing := (*unfilled(draft, final=True), *stale(draft.brief, final=True))):
            return Made(line, errors=missing)
        look = look_of(draft, job.style)
        if not job.writes:
            return Made(line)
        return Made(line, _written(draft, job, asked.source, look, line))
    except DrafterError as error:
        root = asked.doc.root
        here = (
            root.place if root and job.row else None
        )  # the blueprint of rows is sound: it is the row that is too much for it
        errors = (one for one in error.problems if one.severity == "error")
        return Made(
            Line(asked.made),
            errors=tuple(replace(one, place=here) if here and one.place.file != here.file else one for one in errors),
        )
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError, MemoryError) as error:
        facts = {"reason": f"{type(error).__name__}: {error}"}
        place = asked.doc.root.place if asked.doc.root else Place(asked.doc.file)
        return Made(Line(asked.made), errors=(Problem("not-drafted", place, facts),))


def _written(draft: Draft, job: Job, source: str, look: Style, line: Line) -> bytes:
    """The document, which remembers its line in the report."""
    return write_draft(
        draft,
        job.format,
        look,
        source=source,
        final=job.final,
        reference=job.reference,
        line=msgspec.json.encode(line).decode(),
        read_from=job.library.read_from.get(draft.brief.blueprint, ("", ())),
    )


def _line(draft: Draft, made: str, row: str) -> Line:
    size = draft.measure
    every = (*draft.problems, *misfits(draft), *stale(draft.brief), *overdue(draft), *out_of_season(draft))
    findings = tuple(_here(one) for one in in_order(every))
    open = tuple(dict.fromkeys(gap.slot for gap in size.gaps))
    return Line(made, row, size.characters, size.minutes, open, findings, tuple(map(equation, draft.figures)))


def _here(problem: Problem) -> Problem:
    """A problem as the draft remembers it: without the folder that its file was found in."""
    name = problem.place.file.replace("\\", "/").rpartition("/")[2]
    return replace(problem, place=replace(problem.place, file=name), edit=None)


def carried(library: Library, wanted: Iterable[Wish], style: str) -> Carried:
    """What is found for these blueprints and the styles named beside them."""
    blueprints: dict[str, Read] = {}
    words: dict[str, Words] = {}
    styles: dict[tuple[str, str], Style | tuple[Problem, ...]] = {}
    read_from: dict[str, ReadFrom] = {}
    for one in sorted(wanted):
        folder, look, name = Path(one.folder), one.style, one.blueprint
        books = library.at(folder)
        if name and name not in blueprints:
            blueprints[name] = read(library, one.typed) if one.typed else books.blueprint(name, folder, Place(""))
            found = blueprints[name][0]
            if found:
                read_from[name] = sources_of(one.typed or name, library if one.typed else books, found.place.file)
                words.setdefault(found.language, books.words(found.language))
                if found.style and found.style_place:
                    beside = Path(found.style_place.file).parent
                    styles[found.style, str(beside)] = _styled(books, found.style, found.style_place, beside)
        styles[look, one.folder] = _styled(books, look, Place(""), folder)
    for asked in {style, ""}:
        styles.setdefault((asked, ""), _styled(library, asked, Place(asked), Path()))
    looks = styles[style, ""]
    if style and isinstance(looks, tuple):
        raise InputError(replace(one, place=Place("--style", 0)) for one in looks)
    return Carried(blueprints, words, styles, read_from)


def _styled(library: Library, name: str, place: Place, beside: Path) -> Style | tuple[Problem, ...]:
    try:
        return library.style(name, place, beside)
    except InputError as error:
        return error.problems


def fingerprint(library: Library, job: Job, reference: bytes = b"") -> str:
    """The digest of all that a batch is drafted by: version, blueprints, words and styles by the bytes of their files, and how."""
    found = sha256(f"{__version__}\0{job.format}\0{job.style}\0{job.final}\0".encode())
    files = (path for path in library.sources if path.name != ABOUT and path.is_file())
    for digest in sorted(sha256(path.read_bytes()).digest() for path in files):
        found.update(digest)
    found.update(sha256(reference).digest())
    return found.hexdigest()


def made_of(fingerprint: str, text: str) -> str:
    """By what a draft is known again."""
    return sha256(f"{fingerprint}\0{text}".encode()).hexdigest()[:16]
