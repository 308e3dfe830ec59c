"""The proof that an edit of a file did what it should and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

from msgspec import Struct

from drafter.problem import Edit, InputError, Place, Problem
from drafter.yamltext import patch, tree
from drafter.yamltext.comments import comments
from drafter.yamltext.data import Data, Path, at, data
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document
from drafter.yamltext.written import Unwritable

MOST_SINGLY = 50
"""Mends tried one by one, if together they would change more than they should."""
MOST_READ = 500_000
"""Characters read anew for that; a brief has some five thousand."""


class Spot(Struct, frozen=True):
    """A place in a list or a map."""

    where: Literal["before", "after", "into"]
    """Beside what stands at the path, or at the end of it."""
    path: Path
    """The neighbour, or the list or map itself."""


class Change(Struct, frozen=True):
    """A stretch of a text that becomes another."""

    start: int
    """The first character that goes, from 0."""
    end: int
    """The first one after it that stays."""
    text: str
    """What stands there instead."""


def apply(text: str, edits: Iterable[Edit | Change]) -> str:
    """The text after edits that do not overlap."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < done:
            raise ValueError("edits overlap")
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def brothers(doc: Document, path: Path) -> tuple[tree.Mapping | tree.Sequence, int, bool]:
    """What holds the value at a path, which of its values it is, and whether it stands in brackets."""
    parent = at(doc.root, path[:-1])
    if not path or at(doc.root, path) is None or not isinstance(parent, tree.Mapping | tree.Sequence):
        raise Unwritable
    return parent, patch.number(parent, path), patch.in_flow(doc.root, path)


def checked(doc: Document, edits: Iterable[Edit], wanted: Data, *, whole: bool = True) -> Document:
    """The file after edits, if then it says what is wanted, and if none of its comments is gone (`whole`)."""
    every = tuple(edits)
    text = apply(doc.text, every)
    done = parse(text, doc.file)
    if done.problems or data(done.root) != wanted:
        raise Unwritable
    touched = any("#" in doc.text[edit.start : edit.end] for edit in every)  # else no comment can be gone
    if whole and touched and Counter(comments(doc.text)) - Counter(comments(text)):
        raise Unwritable
    return done


def mended(doc: Document, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], str]:
    """As many mends of slips as can be proved, and the text with them: no letter is other, and nothing is wrong that was not."""
    asked: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        if not asked or asked[-1].end < edit.start:
            asked.append(edit)
    if not _sound(doc, asked):
        few = min(MOST_SINGLY, MOST_READ // (len(doc.text) + 1))
        asked = [edit for edit in asked[:few] if _sound(doc, [edit])]
    return (tuple(asked), apply(doc.text, asked)) if asked and _sound(doc, asked) else ((), doc.text)


def _sound(doc: Document, edits: list[Edit]) -> bool:
    """Whether the text after edits says the same, with nothing new wrong but what can be mended too; no remark is touched."""
    done = parse(apply(doc.text, edits), doc.file)
    new = Counter(one.rule for one in done.problems if not one.edit) - Counter(one.rule for one in doc.problems)
    touched = any("#" in doc.text[edit.start : edit.end] for edit in edits)
    return not new and not touched and (doc.root is None or _letters(done.root) == _letters(doc.root))


def _letters(node: tree.Node | None) -> str:
    """All letters and figures of a file, in order."""
    match node:
        case tree.Scalar(text=text):
            return "".join(char for char in text if char.isalnum())
        case tree.Sequence(items=items):
            return "".join(map(_letters, items))
        case tree.Mapping(entries=entries):
            return "".join(_letters(one) for entry in entries for one in entry)
        case None:
            return ""


@contextmanager
def refusing(doc: Document, path: Path) -> Iterator[None]:
    """What cannot be done for sure is a problem at the value meant."""
    try:
        yield
    except ValueError as error:
        raise refusal(doc, path) from error


def refusal(doc: Document, path: Path) -> InputError:
    nodes = [node for n in range(len(path) + 1) if (node := at(doc.root, path[:n]))]
    place = nodes[-1].place if nodes else Place(doc.file)
    name = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    return InputError([Problem("cannot-edit", place, {"name": name})])
