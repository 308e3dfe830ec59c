"""What a blueprint is read from, as a draft keeps it: a file that has it explains itself after the blueprint has changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from drafter.desk.library import Library
from drafter.desk.reading import shown
from drafter.desk.shelf import Kind, built_in
from drafter.formats.record import digest
from drafter.model.blueprint import Blueprint
from drafter.model.record import Source
from drafter.notation.blueprint import read_blueprint
from drafter.problem import Place, Problem, has_errors
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

ReadFrom = tuple[str, tuple[Source, ...]]
"""The hash of all that a blueprint is read from, and its files, unless all of them come with drafter."""
LARGEST = 300_000
"""Characters that are kept; a blueprint has some ten thousand, and their parents and fragments with them some more."""


def sources_of(name: str, library: Library, file: str = "") -> ReadFrom:
    """The hash of all that a blueprint is read from, and its files; no file where all come with drafter.

    Nothing is told where the library has no such blueprint, or has it in another file than the one that is named.
    """
    files = library.opened(name, library.folder or Path()) if name else ()
    if not files or (file and shown(files[0][0]) != file):
        return "", ()
    called: dict[str, str] = {}
    asked = dict.fromkeys((path, asker, kind, other) for path, _, (asker, kind, other) in files)
    sources = [_source(*one, library, called) for one in asked]
    sources[0] = replace(sources[0], name=name)
    made = digest("\n".join(f"{one.asker}\0{one.kind}\0{one.name}\0{one.hash}" for one in sources))
    size = sum(len(one.text) for one in sources)
    return made, tuple(sources) if 0 < size <= LARGEST else ()


def _source(path: Path, asker: str, kind: str, name: str, library: Library, called: dict[str, str]) -> Source:
    """A file; `called` are the names by which those before it are told, as paths say where somebody works."""
    text = library.document(path, shown(path)).text
    known = called.setdefault(
        shown(path), path.name if path.name not in called.values() else f"{path.name}#{len(called)}"
    )
    return Source(name, kind, known, called.get(asker, ""), digest(text), "" if _ours(path) else text)


def _ours(path: Path) -> bool:
    return path.is_relative_to(built_in())


def reread(sources: Sequence[Source], library: Library) -> Blueprint | None:
    """The blueprint that was read from these; None where one that comes with drafter is other than it was, or any is missing."""
    by_name = {(one.asker, one.kind, one.name): one for one in sources}
    docs = {key: _document(one, library) for key, one in by_name.items()}
    if not sources or any(doc is None for doc in docs.values()):
        return None

    def fetch(kind: str, name: str, place: Place) -> tuple[Document | None, tuple[Problem, ...]]:
        doc = docs.get((place.file, kind, name))
        return doc, () if doc else (Problem("no-such-file", place, {"name": name}),)

    own = docs["", sources[0].kind, sources[0].name]
    assert own is not None
    blueprint, problems = read_blueprint(own, Path(sources[0].file).stem, fetch)
    return None if has_errors(problems) else blueprint


def _document(source: Source, library: Library) -> Document | None:
    """A file as it was, called as the record calls it; one that comes with drafter is taken from there."""
    text = source.text
    if not text and not source.name.endswith((".yaml", ".yml")):  # never a path that a stranger's file names
        kind: Kind = "fragments" if source.kind == "fragments" else "speeches"
        path, _ = library.locate(kind, source.name, Path(), Place(""))
        text = library.document(path, shown(path)).text if path and _ours(path) else ""
    return parse(text, source.file) if digest(text) == source.hash else None
