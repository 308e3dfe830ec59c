"""What was read, kept until its files change."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.kinds import other_kind
from drafter.desk.reading import Stamp
from drafter.desk.shelf import Shelf
from drafter.model.blueprint import Blueprint
from drafter.model.norm import Checks
from drafter.model.style import Style
from drafter.model.words import Words
from drafter.problem import Place, Problem, stop_on_errors
from drafter.yamltext.tree import Document

IN_VAIN: Stamp = (0, 0, 0)
"""Of what was sought and not found: it is sought again whenever it is asked for."""
Opened = tuple[Path, Stamp, tuple[str, str, str]]
"""A file of a blueprint: which, how it was, and by which file, as what and by which name it was asked for."""
Read = tuple[Blueprint | None, tuple[Problem, ...]]


class Kept:
    """What was read, with the stamps of its files: any library of the process may take it."""

    def __init__(self) -> None:
        self.documents: dict[tuple[Path, str], tuple[Stamp, Document]] = {}
        self.blueprints: dict[tuple[Path, Shelf, str], tuple[list[Opened], Read]] = {}
        self.words: dict[tuple[Path, str], tuple[Stamp, tuple[tuple[Path, Stamp], ...], Words | None]] = {}
        self.together: dict[tuple[Words, ...], Words] = {}
        self.checks: dict[Path, tuple[Stamp, Checks | None, tuple[Problem, ...]]] = {}
        self.styles: dict[Path, tuple[Document, Style]] = {}

    def style(self, doc: Document, path: Path, place: Place) -> Style:
        """The style in a file, the same as long as its document is; raises InputError, told where the file is named."""
        known = self.styles.get(path)
        if known is not None and known[0] is doc:
            return known[1]
        from drafter.notation.style import read_style

        stop_on_errors(other_kind(doc, "style", place))
        style, problems = read_style(doc, path.stem)
        stop_on_errors(problems)
        assert style is not None
        self.styles[path] = (doc, style)
        return style
