"""Two speeches beside each other → a Word file of the first with tracked changes that make it the second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from drafter.desk.diff import Compared, Line, Side, beside_each_other, of_word
from drafter.desk.draft import look_of, write_draft
from drafter.desk.files import save, seen_from
from drafter.desk.library import Library
from drafter.formats import written
from drafter.formats.docx.revised import revised
from drafter.formats.docx.steps import FIRST, Comes, Goes, Joins, Parts, Step, Told, Unnumbered, Words
from drafter.model.manuscript import Line as Printed
from drafter.model.manuscript import Manuscript, Role
from drafter.model.manuscript import Words as Said
from drafter.model.speech import Text
from drafter.problem import Place
from drafter.review.differences import BREAK, Difference, compared

AUTHOR = "drafter"
"""Whose the changes are, if nobody is named."""
HAN = re.compile("[\u4e00-\u9fff]")


class Made(Struct, frozen=True):
    """A Word file with tracked changes."""

    data: bytes
    """The file."""
    left: tuple[tuple[int, str], ...]
    """What could not be tracked: the number of its paragraph, and the words that stay, or are to come."""


def save_tracked(found: Compared, target: Path, library: Library, *, author: str, date: str, force: bool) -> Made:
    """Write the Word file of the first with changes that make it the second; raises OutputError."""
    made = tracked(found, library, target, author=author, date=date)
    save(target, made.data, force=force, kept=[found.before.file, found.after.file])
    return made


def tracked(
    found: Compared, library: Library, target: Path | None = None, *, author: str = AUTHOR, date: str = ""
) -> Made:
    """The Word file of the first, drafted or set if it is none, with tracked changes that make it the second."""
    if not found.before.data:
        raw = as_word(found.before, library, target)
        found = beside_each_other(of_word(raw, found.before.file), found.after)
    told = [_told(line) for line in found.before.lines]
    data, left = revised(found.before.data, told, steps(found), author, date)
    beside = (one for one in found.beside if one.kind != "same")
    apart = tuple((_where(found, one), "".join(piece.before or piece.after for piece in one.pieces)) for one in beside)
    return Made(data, (*(_left(found, one) for one in left), *apart))


def _where(found: Compared, one: Difference) -> int:
    return found.before.beside[one.before[0]].number if one.before else 0


def _left(found: Compared, step: Step) -> tuple[int, str]:
    n = step.after if isinstance(step, Comes) else step.line
    line = found.before.lines[max(n, 0)]
    return line.number, step.text if isinstance(step, Words | Comes) and step.text else line.text


def _told(line: Line) -> Told:
    assert line.came is not None
    return Told(line.number, line.came.text, line.kind, line.label)


def as_word(side: Side, library: Library, target: Path | None = None) -> bytes:
    """A speech that is no Word file as one: a brief as it is drafted, a text in the standard look, word for word."""
    if side.draft is not None:
        source = seen_from((target or side.file).parent, side.file)
        return write_draft(side.draft, "docx", look_of(side.draft), source=source)
    tongue = "zh" if any(HAN.search(line.text) for line in side.lines) else "en"
    look = library.style("standard", Place(str(side.file)))
    return written("docx", Manuscript(tongue, tuple(map(_printed, side.lines))), look, None, None)


def _printed(line: Line) -> Printed:
    depth = int(line.kind[7:] or 1) if line.kind.startswith("heading") else 0
    role: Role = "title" if line.kind == "title" else "heading" if depth else "body"
    return Printed(role, depth, (Said("", "", (Text(line.text),)),))


def steps(found: Compared) -> Iterator[Step]:
    """What is to be done to the first, in the order of its text as it will be."""
    last = FIRST
    for one in (each for whole in found.every for each in _simple(found, whole)):
        match one.kind:
            case "added":
                yield _comes(found, one, last)
            case "deleted":
                yield Goes(one.before[0])
            case "moved":
                yield Goes(one.before[0])
                yield _comes(found, one, last)
            case "changed" | "parted" | "joined":
                yield from _within(found, one)
        if one.before and one.kind not in ("moved", "deleted"):
            last = one.before[-1]


def _simple(found: Compared, one: Difference) -> Iterator[Difference]:
    """A difference; of paragraphs parted or joined where Word generates a number, each by itself."""
    if one.kind not in ("parted", "joined") or not _numbered(found, one):
        yield one
        return
    old, new = one.before[0], one.after[0]
    words = compared(found.before.lines[old].text, found.after.lines[new].text)
    yield Difference("changed", (old,), (new,), words)
    yield from (Difference("deleted", (n,), (), ()) for n in one.before[1:])
    yield from (Difference("added", (), (m,), ()) for m in one.after[1:])


def _numbered(found: Compared, one: Difference) -> bool:
    """Whether Word generates a number for a paragraph that is not to have it, or not to begin with it, any more."""
    first, *rest = (found.before.lines[n] for n in one.before)
    begun = found.after.lines[one.after[0]].text.removeprefix(first.label)
    return any(line.label for line in rest) or bool(first.label and begun in ("", found.after.lines[one.after[0]].text))


def _comes(found: Compared, one: Difference, last: int) -> Comes:
    new = found.after.lines[one.after[0]]
    text = new.text.removeprefix(new.label)
    same = one.kind == "moved" and found.before.lines[one.before[0]].text == new.text
    return Comes(last, text, new.kind, new.label, one.before[0] if same else -1)


def _within(found: Compared, one: Difference) -> Iterator[Step]:
    """What is to be done inside of paragraphs that go on."""
    at, k, pieces = 0, 0, one.pieces
    new = iter(found.after.lines[m] for m in one.after)
    here, there = found.before.lines[one.before[0]], next(new)
    label = there.label
    begun = there.text.removeprefix(here.label)
    if one.kind == "changed" and here.label and not label and begun in ("", there.text):
        yield Unnumbered(one.before[0])
        at, pieces = len(here.label), compared(here.text.removeprefix(here.label), there.text)
    for piece in pieces:
        if piece.after == BREAK:
            label = next(new).label
        if piece.before == BREAK:
            at, k = 0, k + 1
        if BREAK in (piece.before, piece.after):
            if not piece.before:
                yield Parts(one.before[k], _at(found, one, k, at), label)
            elif not piece.after:
                yield Joins(one.before[k - 1])
            continue
        if not piece.same:
            yield from _words(found, one.before[k], at, piece.before, piece.after, label)
        at += len(piece.before)


def _at(found: Compared, one: Difference, k: int, at: int) -> int:
    line = found.before.lines[one.before[k]]
    return max(0, at - len(line.label)) + _indent(line)


def _indent(line: Line) -> int:
    """The blanks before the words of a paragraph, which are not compared."""
    text = line.came.text if line.came else ""
    return len(text) - len(text.lstrip())


def _words(found: Compared, n: int, at: int, old: str, new: str, label: str) -> Iterator[Words]:
    """Other words in a line; a number that Word generates is none of them."""
    line = found.before.lines[n]
    inside = max(0, len(line.label) - at)
    if inside:
        new = new.removeprefix(label or line.label[at:])
    if inside and label and len(old) <= inside:
        return
    start = max(0, at - len(line.label)) + _indent(line)
    old = old[inside:]
    if old or new:
        yield Words(n, start, start + len(old), new)
