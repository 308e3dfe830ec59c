"""The files of a pack's words, looked at together: what one says may hang on what another one does."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.files import shown
from drafter.desk.library import Library
from drafter.desk.shelf import Folder
from drafter.notation.words import read_words
from drafter.problem import Problem
from drafter.yamltext.tree import Document


def words_looked_at(doc: Document, path: Path, library: Library) -> tuple[Problem, ...]:
    """Every problem of one file; those beside it tell the classes that it may name."""
    whole = path.resolve()
    folder = Folder(whole.parent.parent.name, whole.parent.parent)
    others = _documents(folder, library) if whole.parent.name == "words" else {}
    found = read_words({**others, path.stem: doc}, library.about(folder).language or "zh")[1]
    return tuple(one for one in found if one.place.file == doc.file)


def words_of(folder: Folder, library: Library) -> tuple[Problem, ...]:
    """Every problem of a pack's words."""
    docs = _documents(folder, library)
    return read_words(docs, library.about(folder).language or "zh")[1] if docs else ()


def _documents(folder: Folder, library: Library) -> dict[str, Document]:
    paths = {name: folder.path("words", name) for name in folder.names("words")}
    return {name: library.document(path, shown(path)) for name, path in paths.items() if path}
