"""Every problem of a file, and those mended that can be mended for sure; nothing else is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from drafter.desk.draft import composed, found_misfits, look_of, look_of_its_own, own, path_of, unfilled
from drafter.desk.files import failing, read_bytes, replace_files
from drafter.desk.given import GIVEN, Given, given_document, naming
from drafter.desk.library import Library
from drafter.model.blueprint import Blueprint
from drafter.model.expression import Prose
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.notation.original import Original
from drafter.notation.pack import read_as_blueprint, read_pack
from drafter.notation.style import read_style
from drafter.problem import InputError, Problem, has_errors, in_order
from drafter.yamltext.data import at
from drafter.yamltext.source import decode, encoded
from drafter.yamltext.tree import Document, Mapping, Scalar

Kind = Literal["brief", "blueprint", "fragment", "pack", "style"]
MOST_ROUNDS = 20
"""How often a file is mended and looked at again: one mend may bring the next to light."""


def check(
    file: Given, *, blueprint: str = "", library: Library | None = None, packs: Iterable[str | Path] = ()
) -> tuple[Problem, ...]:
    """Every problem of a file of any kind, of the text of one, or of facts by slot; `blueprint` is for facts that name none."""
    books = library or Library(packs)
    if isinstance(file, Path):
        return check_file(file, books, blueprint)
    return _looked_at(given_document(file, blueprint), Path(GIVEN), books.at(Path()))[0]


def check_file(path: Path, library: Library | None = None, blueprint: str = "") -> tuple[Problem, ...]:
    """Every problem of a brief, blueprint, fragment, style or pack, gaps included; of other files what stops the work."""
    books = (library or Library()).at(path.parent)
    doc = books.document(path)
    return _looked_at(naming(doc, blueprint) if kind_of(doc) == "brief" else doc, path, books)[0]


def fix_file(path: Path, library: Library | None = None) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Mend what can be mended for sure in a file; returns what was mended, and what is left."""
    books = (library or Library()).at(path.parent)
    mended: list[Problem] = []
    for _ in range(MOST_ROUNDS):
        found, original = _looked_at(books.document(path), path, books)
        edits = {problem.edit: problem for problem in found if problem.edit}
        if original is None or not edits:
            return tuple(mended), found
        raw = read_bytes(path)
        done, text = original.proved(edits)
        data = encoded(raw, text) if decode(raw, original.file)[0] == original.text else None
        if not done or data is None:
            return tuple(mended), found
        replace_files([(path, raw, data)])
        mended += (edits[edit] for edit in done)
    return tuple(mended), check_file(path, books)


def _looked_at(doc: Document, path: Path, library: Library) -> tuple[tuple[Problem, ...], Original | None]:
    """Every problem of a file, and the file itself if it could be looked into."""
    if doc.root is None and not doc.text and has_errors(doc.problems):
        return doc.problems, None
    match kind_of(doc):
        case "pack":
            found = read_pack(doc, path.resolve().parent.name)[1]
        case "style":
            found = read_style(doc, path.stem)[1]
        case "brief":
            return brief_looked_at(doc, path, library)
        case kind:
            read = read_as_blueprint if kind == "fragment" else read_blueprint
            blueprint, every = read(doc, path.stem, library.fetch)
            found = own(every, doc.file)
            if blueprint is not None:
                found = (*found, *failing(lambda: library.style(*look_of_its_own(blueprint))))
                from drafter.lint import lint_blueprint

                original = Original(doc)
                return lint_blueprint(blueprint, original, (*doc.problems, *found)), original
    return _heeded((*doc.problems, *found), doc), None


def brief_looked_at(doc: Document, path: Path, library: Library) -> tuple[tuple[Problem, ...], Original | None]:
    """Every problem of a brief that has been read, written or not, and the file itself; the library is in its folder."""
    brief, blueprint, every = read_brief(doc, library.find(path))
    found = own(every, doc.file)
    if brief is None or blueprint is None:
        return _heeded(found, doc, blueprint), None
    original = Original(doc)
    try:
        drafted = replace(composed(brief, blueprint, library=library), document=doc)
        found = (*found, *unfilled(drafted), *(_mendable(one, doc, original) for one in found_misfits(drafted)))
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


def _heeded(found: tuple[Problem, ...], doc: Document, blueprint: Blueprint | None = None) -> tuple[Problem, ...]:
    """What was told of a file that lint cannot look into, its wishes and remarks heeded."""
    if all(problem.severity == "error" for problem in found):
        return in_order(found)
    from drafter.lint import heeded

    return heeded(found, Original(doc), blueprint.checks if blueprint else None)


def kind_of(doc: Document) -> Kind:
    """What a YAML file is, by its name and its top-level keys."""
    if Path(doc.file).name == "pack.yaml":
        return "pack"
    if isinstance(doc.root, Mapping):
        keys = {key.text for key, _ in doc.root.entries}
    else:
        keys = {line.split(":")[0].strip() for line in doc.text.split("\n") if line[:1].strip() and ":" in line}
    if "blueprint" in keys:
        return "brief"
    if "drafter" in keys and "speech" not in keys and keys & {"say", "body", "enumerate"}:
        return "fragment"
    return "style" if "roles" in keys else "blueprint" if keys & {"speech", "drafter", "extends"} else "brief"
