"""What was read, kept until its files change."""

from __future__ import annotations

from pathlib import Path

from drafter.desk.reading import Stamp
from drafter.desk.shelf import Shelf
from drafter.model.blueprint import Blueprint
from drafter.model.words import Words
from drafter.problem import Problem
from drafter.yamltext.tree import Document

IN_VAIN: Stamp = (0, 0, 0)
"""Of what was sought and not found: it is sought again whenever it is asked for."""
Read = tuple[Blueprint | None, tuple[Problem, ...]]


class Kept:
    """What was read, with the stamps of its files: any library of the process may take it."""

    def __init__(self) -> None:
        self.documents: dict[tuple[Path, str], tuple[Stamp, Document]] = {}
        self.blueprints: dict[tuple[Path, Shelf, str], tuple[list[tuple[Path, Stamp]], Read]] = {}
        self.words: dict[tuple[Path, str], tuple[Stamp, tuple[tuple[Path, Stamp], ...], Words | None]] = {}
        self.together: dict[tuple[Words, ...], Words] = {}
