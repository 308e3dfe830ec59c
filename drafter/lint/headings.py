"""Headings that stand beside each other, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.lint.tree import Tree, brothers
from drafter.lint.words import HOLE, LIST, Words, size, stretches, words


class Heading(Struct, frozen=True):
    """One wording of a heading."""

    of: str
    """The id of its section."""
    words: Words
    """The text."""
    clauses: tuple[str, ...]
    """Its parts between marks."""
    starts: tuple[int, ...]
    """Where each part begins."""
    sizes: tuple[int | None, ...]
    """How long each part is; unknown where a fact stands in it."""


def beside(tree: Tree) -> Iterator[list[Heading]]:
    """Every row of at least two headings; those that are nothing but a fact are left out, other wordings included."""
    for sections in brothers(tree.blueprint.emphases):
        row = [_heading(section.id, words(one.prose, tree.tongue)) for section in sections for one in section.headings]
        row = [heading for heading in row if any(clause.strip(HOLE + LIST) for clause in heading.clauses)]
        if len(row) > 1:
            yield row


def _heading(of: str, text: Words) -> Heading:
    marks = text.tongue.marks
    parts = list(stretches(text.masked, marks.soft + marks.strong))
    clauses = tuple(part for _, part in parts)
    sizes = tuple(None if HOLE in part else size(part, text.tongue) for part in clauses)
    return Heading(of, text, clauses, tuple(start for start, _ in parts), sizes)
