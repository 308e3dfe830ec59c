"""Every problem of a file, and those mended that can be mended for sure; nothing else is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from drafter.desk.doubts import doubtful
from drafter.desk.draft import composed, look_of, unfilled
from drafter.desk.files import failing, read_bytes, replace_files
from drafter.desk.folders import is_text
from drafter.desk.forms import misformed
from drafter.desk.gaps import stale
from drafter.desk.given import GIVEN, Given, given_document, naming
from drafter.desk.kinds import kind_of as kind_of
from drafter.desk.kinds import other_kind
from drafter.desk.library import Library
from drafter.desk.looks import look_of_its_own
from drafter.desk.misfits import found_misfits
from drafter.desk.overdue import out_of_season, overdue
from drafter.desk.reading import STDIN
from drafter.desk.wishes import own
from drafter.desk.words import words_looked_at
from drafter.model.blueprint import Blueprint
from drafter.model.expression import Prose
from drafter.model.words import NO_WORDS, Words
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.cues import read_cues
from drafter.notation.original import Original
from drafter.notation.pack import read_as_blueprint, read_pack
from drafter.notation.signs import read_signs
from drafter.notation.style import read_style
from drafter.problem import Edit, InputError, Problem, has_errors, in_order
from drafter.yamltext.data import at, path_of
from drafter.yamltext.parse import parse
from drafter.yamltext.proof import mended
from drafter.yamltext.source import decode, encoded
from drafter.yamltext.tree import Document, Scalar

MOST_ROUNDS = 20
"""How often a file is mended and looked at again: one mend may bring the next to light."""


SPEECHES = ("text", "word", "draft", "page")
"""What comes in and is a finished speech, by its kind."""


def check(
    file: Given, *, blueprint: str = "", library: Library | None = None, packs: Iterable[str | Path] = ()
) -> tuple[Problem, ...]:
    """Every problem of a file of any kind, of the text of one, or of facts by slot; `blueprint` is for facts that name none."""
    books = library or Library(packs)
    if isinstance(file, Path):
        return check_file(file, books, blueprint)
    return without_notes(_looked_at(given_document(file, blueprint), Path(GIVEN), books.at(Path()))[0])


def check_file(
    path: Path, library: Library | None = None, blueprint: str = "", *, notes: bool = False, all: bool = False
) -> tuple[Problem, ...]:
    """Every problem of a brief, blueprint, fragment, style or pack, gaps included, and of a finished speech.

    `notes` tells small things, too, and `all` every finding of a speech where many are alike.
    """
    books = (library or Library()).at(path.parent)
    if is_text(path):
        return _proofread(path, books, notes=notes, all=all)
    doc = books.due(path, "checked")
    if path == STDIN and doc.problems and doc.problems[0].facts.get("kind") in SPEECHES:
        return _proofread(path, books, notes=notes, all=all)
    found = _looked_at(naming(doc, blueprint) if kind_of(doc) == "brief" else doc, path, books)[0]
    return found if notes else without_notes(found)


def without_notes(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is told unasked."""
    return tuple(one for one in found if one.severity != "info")


def _proofread(path: Path, books: Library, *, notes: bool, all: bool) -> tuple[Problem, ...]:
    from drafter.desk.proofread import proofread  # most files are briefs and blueprints

    return proofread(path, books, notes=notes, all=all).problems


def check_every(
    named: Iterable[Path | Problem], library: Library, *, notes: bool = False, all: bool = False
) -> tuple[Problem, ...]:
    """Every problem of files, each looked at before the next one is sought, and those of folders in between."""
    return tuple(
        problem
        for one in named
        for problem in ((one,) if isinstance(one, Problem) else check_file(one, library, notes=notes, all=all))
    )


def fix_every(named: Iterable[Path | Problem], library: Library) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The same once what can be mended for sure is mended, in all files or in none; raises OutputError."""
    every = tuple(named)
    mended, left = fix_files((one for one in every if isinstance(one, Path)), library)
    return mended, (*(one for one in every if isinstance(one, Problem)), *left)


def fix_file(path: Path, library: Library | None = None) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Mend what can be mended for sure in a file; returns what was mended, and what is left."""
    return fix_files([path], library)


def fix_files(paths: Iterable[Path], library: Library | None = None) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """The same in several files, all written or none; raises OutputError."""
    held: dict[Path, Document] = {}
    fixed: list[Problem] = []
    left: list[Problem] = []
    written: list[tuple[Path, bytes, bytes]] = []
    for path in dict.fromkeys(paths):
        done, found, raw, data = _fixed(path, (library or Library()).at(path.parent), held)
        fixed += done
        left += without_notes(found)
        written += [(path, raw, data)] if data else []
    replace_files(written)
    return tuple(fixed), tuple(left)


def _fixed(
    path: Path, library: Library, held: dict[Path, Document]
) -> tuple[list[Problem], tuple[Problem, ...], bytes, bytes]:
    """What is mended in a file and what is left; its bytes, and those that it is to have if anything is mended."""
    fixed: list[Problem] = []
    raw = data = b""
    for round in range(MOST_ROUNDS + 1):
        books = library.holding(held)
        doc = books.document(path)
        found, original = _looked_at(doc, path, books)
        edits = {problem.edit: problem for problem in found if problem.edit}
        done, text = _mended(doc, edits, original) if round < MOST_ROUNDS else ((), "")
        raw = raw or (read_bytes(path) if done else b"")
        new = encoded(raw, text) if done and decode(data or raw, doc.file)[0] == doc.text else None
        if not done or new is None:
            break
        data = new
        held[path.resolve()] = parse(text, doc.file, decode(data, doc.file)[1])
        fixed += (edits[edit] for edit in done)
    return fixed, found, raw, data


def _mended(doc: Document, edits: Iterable[Edit], original: Original | None) -> tuple[Sequence[Edit], str]:
    """As many of the edits as can be proved, and the text with them: slips in the YAML first, as words stand in it."""
    typed = [problem.edit for problem in doc.problems if problem.edit]
    others = [edit for edit in edits if edit not in typed and (original is None or not original.knows(edit))]
    for slips in (typed, others):  # what is told of a line that is mended in memory only is not told to the column
        done, text = mended(doc, slips) if slips else ((), doc.text)
        if done:
            return done, text
    if original is None:
        return (), doc.text
    return original.proved(edit for edit in edits if original.knows(edit))


def _looked_at(doc: Document, path: Path, library: Library) -> tuple[tuple[Problem, ...], Original | None]:
    """Every problem of a file, and the file itself if it could be looked into."""
    if doc.root is None and not doc.text and has_errors(doc.problems):
        return doc.problems, None
    if other := other_kind(doc, "checked"):
        return other, None
    match kind_of(doc):
        case "brief":
            return brief_looked_at(doc, path, library)
        case "cues" | "signs" | "pack" | "style" | "words" | "checks" as kind:
            found = _of_packs(kind, doc, path, library)
        case kind:
            read = read_as_blueprint if kind == "fragment" else read_blueprint
            blueprint, every = read(doc, path.stem, library.fetch)
            found = own(every, doc.file)
            if blueprint is not None:
                found = (*found, *failing(lambda: library.style(*look_of_its_own(blueprint))))
                from drafter.lint import lint_blueprint

                original = Original(doc)
                return lint_blueprint(
                    blueprint, original, (*doc.problems, *found), _words(library, blueprint.language)
                ), original
    return _heeded((*doc.problems, *found), doc), None


def _of_packs(
    kind: Literal["cues", "signs", "pack", "style", "words", "checks"], doc: Document, path: Path, library: Library
) -> tuple[Problem, ...]:
    """Every problem of a file of a pack that says nothing of any speech."""
    match kind:
        case "cues":
            return read_cues(doc)[1]
        case "signs":
            return read_signs(doc)[1]
        case "pack":
            return read_pack(doc, path.resolve().parent.name)[1]
        case "style":
            return read_style(doc, path.stem)[1]
        case "words":
            return words_looked_at(doc, path, library)
        case "checks":
            from drafter.desk.norms import checks_looked_at  # needs every rule, and most files are none

            return checks_looked_at(doc, path, library)


def brief_looked_at(doc: Document, path: Path, library: Library) -> tuple[tuple[Problem, ...], Original | None]:
    """Every problem of a brief that has been read, written or not, and the file itself; the library is in its folder."""
    brief, blueprint, every = read_brief(doc, library.find(path))
    found = own(every, doc.file)
    if brief is None or blueprint is None:
        return _heeded(found, doc, blueprint), None
    original = Original(doc)
    try:
        drafted = replace(composed(brief, blueprint, library=library), document=doc)
        found = (
            *found,
            *unfilled(drafted),
            *stale(brief),
            *(_mendable(one, doc, original) for one in found_misfits(drafted)),
        )
        found = (*found, *overdue(drafted), *out_of_season(drafted), *misformed(drafted, original), *doubtful(drafted))
        look_of(drafted)
    except InputError as stop:  # more than a speech may hold, or a look that is not there
        found = (*found, *stop.problems)
    from drafter.lint import lint_brief

    return lint_brief(blueprint, original, found), original


def _mendable(problem: Problem, doc: Document, original: Original) -> Problem:
    """A fact's own number with the change that takes it away."""
    fact = at(doc.root, path_of(problem.facts["name"])) if problem.rule == "own-number" else None
    if not isinstance(fact, Scalar):
        return problem
    number = re.match(rf"\s*{re.escape(problem.facts['what'])}\s*", fact.text)
    text = Prose(fact.text, (fact.text,), fact.place)
    return replace(problem, edit=original.edit(text, 0, number.end(), "") if number else None)


def _words(library: Library, language: str) -> Words:
    """The words of packs; none if there is an error in them, which is told where they are checked."""
    try:
        return library.words(language)
    except InputError:
        return NO_WORDS


def _heeded(found: tuple[Problem, ...], doc: Document, blueprint: Blueprint | None = None) -> tuple[Problem, ...]:
    """What was told of a file that lint cannot look into, its wishes and remarks heeded."""
    if all(problem.severity == "error" for problem in found):
        return in_order(found)
    from drafter.lint import heeded

    return heeded(found, Original(doc), blueprint.checks if blueprint else None)
