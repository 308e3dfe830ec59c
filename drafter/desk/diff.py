"""Two speeches, each a brief, a Word file or a text, beside each other: which facts differ, and what became of every paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from drafter.desk.diff_facts import Fact, facts
from drafter.desk.draft import Draft, draft_file
from drafter.desk.kinds import is_yaml
from drafter.desk.library import Library
from drafter.desk.reading import read_bytes
from drafter.formats import read
from drafter.formats.docx.returned import returned
from drafter.formats.lines import FRONT
from drafter.formats.reading.sniff import kind
from drafter.model.manuscript import Line as Printed
from drafter.model.manuscript import page_text, printed
from drafter.model.occurrence import parsed
from drafter.model.record import Record
from drafter.model.returned import Came
from drafter.model.speech import plain
from drafter.problem import stop_on_errors
from drafter.review.differences import Difference as Difference
from drafter.review.differences import differences

STOPS = ("。", "！", "？", ".", "!", "?")
"""What ends a paragraph that begins with a heading."""


class Line(Struct, frozen=True, kw_only=True):
    """A paragraph of a speech."""

    text: str
    """Its words, without blanks at its edges, with the number that Word generates."""
    number: int
    """Its number: of the paragraphs in a Word file, of the lines in a text, of the paragraphs that a brief makes."""
    kind: str = ""
    """What it says that it is: `heading1`, `title`."""
    nodes: tuple[str, ...] = ()
    """The nodes that say it, where that is known."""
    spans: tuple[tuple[str, int, int], ...] = ()
    """Which words each of them says, of a draft."""
    label: str = ""
    """The number that Word generates."""
    came: Came | None = None
    """The paragraph, of a Word file."""


class Side(Struct, frozen=True, kw_only=True):
    """One of the two."""

    file: Path
    """Its file."""
    lines: tuple[Line, ...]
    """Its paragraphs that say something."""
    beside: tuple[Line, ...] = ()
    """What stands in tables and text boxes."""
    data: bytes = b""
    """The Word file, if it is one."""
    draft: Draft | None = None
    """The draft, of a brief."""

    def heading(self, n: int) -> str:
        """The heading under which a paragraph stands: a line of its own, which no stop ends."""
        heads = (one.text for one in reversed(self.lines[:n]) if one.kind.startswith("heading"))
        return next((text for text in heads if not text.endswith(STOPS)), "")

    @property
    def headed(self) -> bool:
        """Whether it says which of its paragraphs are headings."""
        return any(one.kind.startswith("heading") for one in self.lines)


class Compared(Struct, frozen=True, kw_only=True):
    """Two speeches beside each other."""

    before: Side
    """The first."""
    after: Side
    """The second."""
    facts: tuple[Fact, ...]
    """Where two briefs of one blueprint differ."""
    every: tuple[Difference, ...]
    """What became of every paragraph."""
    beside: tuple[Difference, ...]
    """The same of what stands in tables and text boxes, if both are Word files."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What is not the same."""
        return tuple(one for one in self.every if one.kind != "same")

    @property
    def different(self) -> bool:
        """Whether anything is."""
        return bool(self.facts or self.differences or any(one.kind != "same" for one in self.beside))

    def nodes(self, one: Difference) -> tuple[str, ...]:
        """The nodes that say what differs."""
        old = [key for n in one.before for key in self.before.lines[n].nodes]
        new = [key for m in one.after for key in self.after.lines[m].nodes]
        if one.kind == "changed":
            old, new = self._touched(one, old, after=False), self._touched(one, new, after=True)
        return tuple(dict.fromkeys((*old, *new)))

    def _touched(self, one: Difference, nodes: list[str], *, after: bool) -> list[str]:
        """Of the nodes that say a paragraph those whose words differ, where it is known which words are whose."""
        line = self.after.lines[one.after[0]] if after else self.before.lines[one.before[0]]
        found, at = list[str](), 0
        for piece in one.pieces:
            end = at + len(piece.after if after else piece.before)
            if not piece.same:
                found += [key for key, start, stop in line.spans if start < max(end, at + 1) and at < stop]
            at = end
        return found or nodes

    def heading(self, one: Difference) -> str:
        """The heading under which it stands."""
        if one.after and (self.after.headed or not self.before.headed):
            return self.after.heading(one.after[0])
        here = one.before[0] if one.before and one.kind != "moved" else self._last(one)
        return self.before.heading(here)

    def _last(self, one: Difference) -> int:
        """Behind which paragraph of the first something came."""
        before = self.every[: self.every.index(one)]
        return next((other.before[-1] + 1 for other in reversed(before) if other.before and other.kind != "moved"), 0)


def compared(before: Path, after: Path, library: Library) -> Compared:
    """Two files beside each other; raises InputError where one cannot be read or drafted."""
    return beside_each_other(side_of(before, library), side_of(after, library))


def beside_each_other(one: Side, other: Side) -> Compared:
    """Two speeches beside each other."""
    both = bool(one.data and other.data)
    return Compared(
        before=one,
        after=other,
        facts=facts(one.draft, other.draft) if one.draft and other.draft else (),
        every=differences(_texts(one.lines), _texts(other.lines), _marks(one.lines, other.lines)),
        beside=differences(_texts(one.beside), _texts(other.beside)) if both else (),
    )


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def side_of(path: Path, library: Library) -> Side:
    """A file as one of the two: a brief is drafted; raises InputError."""
    raw = read_bytes(path)
    if is_yaml(raw, str(path)):
        return of_draft(draft_file(path, library), path)
    if kind(raw) == "docx":
        return of_word(raw, path)
    sheet = read(raw, str(path))
    stop_on_errors(sheet.problems)
    lines = tuple(
        Line(text=one.text.strip(), number=one.place.line, kind=_kind(one.claim, one.level))
        for one in sheet.lines
        if one.text.strip()
    )
    return Side(file=path, lines=lines)


def _kind(claim: str, level: int) -> str:
    return f"heading{level}" if claim == "heading" else "title" if claim == "title" else ""


def of_draft(draft: Draft, path: Path) -> Side:
    """A draft as one of the two."""
    lines = (
        Line(
            text=page_text(line).strip(),
            number=n,
            kind=_kind(line.role, line.depth),
            nodes=tuple(dict.fromkeys(part.id for part in line.parts)) if line.role not in FRONT else (line.role,),
            spans=tuple(_spans(line)),
        )
        for n, line in enumerate(draft.manuscript.lines, 1)
    )
    return Side(file=path, lines=tuple(line for line in lines if line.text), draft=draft)


def _spans(line: Printed) -> Iterator[tuple[str, int, int]]:
    at = 0
    for part in line.parts if line.role not in FRONT else ():
        end = at + len(plain(printed(part)))
        yield part.id, at, end
        at = end


def of_word(raw: bytes, path: Path) -> Side:
    """A Word file as one of the two, its tracked changes taken."""
    whole = returned(raw, str(path))
    lines = [_of_paragraph(came, whole.record) for came in whole.paragraphs if not came.empty]
    return Side(
        file=path,
        lines=tuple(line for line in lines if line.came and line.came.where == "body"),
        beside=tuple(line for line in lines if line.came and line.came.where != "body"),
        data=raw,
    )


def _of_paragraph(came: Came, record: Record | None) -> Line:
    rows = record.nodes if record else ()
    nodes = tuple(dict.fromkeys(key for n in came.marks if n <= len(rows) for key in rows[n - 1]))
    kind = came.style if came.style == "title" or came.style.startswith("heading") else ""
    text = came.label + came.text.strip()
    return Line(text=text, number=came.number, kind=kind, nodes=nodes, label=came.label, came=came)


def _marks(before: Sequence[Line], after: Sequence[Line]) -> dict[int, int]:
    """Lines that the same node says, and says once: what an `each` repeats is told by its words."""
    old, new = _said_by(before), _said_by(after)
    said, says = set(_texts(before)), set(_texts(after))
    pairs = ((old[key], new[key]) for key in old.keys() & new.keys())
    return {
        n: m
        for n, m in sorted(pairs)
        if before[n].text == after[m].text or (before[n].text not in says and after[m].text not in said)
    }


def _said_by(lines: Sequence[Line]) -> dict[str, int]:
    found: dict[str, int] = {}
    twice: set[str] = set()
    for n, line in enumerate(lines):
        for key in line.nodes[:1]:
            if key in found or parsed(key).numbers:
                twice.add(key)
            found[key] = n
    return {key: n for key, n in found.items() if key not in twice}
