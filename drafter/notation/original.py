"""A file as its author typed it, for those who know texts and not YAML: where words stand, and how to change them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from functools import cached_property

from drafter.model.blueprint import Check
from drafter.model.brief import SETTINGS
from drafter.model.expression import Prose
from drafter.notation.checks import read_checks
from drafter.notation.reader import Reader
from drafter.problem import Edit, Ignore, InputError, Place, Span
from drafter.yamltext import tree
from drafter.yamltext.align import alignment, place_in
from drafter.yamltext.data import Path
from drafter.yamltext.extent import is_block
from drafter.yamltext.hints import is_fold
from drafter.yamltext.proof import Change
from drafter.yamltext.stretch import rewrite, within
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

REMARK = re.compile(
    r"(?:^|(?<=\s))#[ \t\u3000]*drafter[ \t]*[:：][ \t\u3000]*(?:ignore\b|ign\w*|ing\w*|忽略)[ \t]*"
    r"(?:[\[［【(（]([^\]］】)）\n]*)[\]］】)）])?",
    re.MULTILINE | re.IGNORECASE,
)
"""What silences rules, also with the full-width marks that an input method types, and a slip of the pen in `ignore`."""
LONGEST = 20_000
"""Characters of a value whose words are looked up one by one; a whole speech has some five thousand."""
MOST_EDITS = 500
"""Edits offered in one file."""
MOST_SINGLY = 50
"""Edits tried one by one, if together they would change more than they should."""


class Original:
    """One file as it was read."""

    def __init__(self, doc: Document) -> None:
        self.file, self.text = doc.file, doc.text
        self._doc = doc
        self._values = list(_values(self._doc.root)) if self._doc.root else []
        self._by_place = {scalar.place: (path, scalar) for path, _, scalar in self._values}
        self._starts = [scalar.start for _, _, scalar in self._values]
        self._lines = [0, *(found.end() for found in re.finditer("\n", doc.text))]
        self._spots: dict[int, list[Span] | None] = {}
        self._meant: dict[Edit, tuple[Path, Change]] = {}

    @cached_property
    def facts(self) -> Sequence[Prose]:
        """The texts of a brief: what it gives for slots, what it overrides, and what it inserts."""
        given = [scalar for path, _, scalar in self._values if path[0] not in SETTINGS or _is_own(path)]
        return tuple(Prose(one.text, (one.text,), one.place) for one in given if not is_empty(one))

    @cached_property
    def ignores(self) -> Sequence[Ignore]:
        """The remarks that silence rules; each speaks of the values that begin on its line, or else on the next."""
        found = []
        for remark in REMARK.finditer(self.text):
            if not self._in_value(remark.start()):
                names = re.finditer(r"[^,，、\s][^,，、]*(?<!\s)", remark[1]) if remark[1] else ()
                rules = {name[0]: self._place(remark.start(1) + name.start()) for name in names}
                lines = self._lines_of(self._spoken_of(remark.start()))
                found.append(Ignore(rules or {"": self._place(remark.start())}, lines))
        return tuple(found)

    @cached_property
    def checks(self) -> MappingOf[str, Check]:
        """What the file itself wants of rules; what is misshapen in it, its reader tells."""
        node = self._doc.root.get("checks") if isinstance(self._doc.root, Mapping) else None
        return read_checks(Reader(self.file), node) if node is not None else {}

    def path(self, prose: Prose) -> Path:
        """The keys and the numbers of items that lead to a text."""
        return self._by_place[prose.place][0] if prose.place in self._by_place else ()

    def place(self, prose: Prose, offset: int) -> Place:
        """Where a character of a text stands."""
        if prose.place not in self._by_place:
            return prose.place
        _, scalar = self._by_place[prose.place]
        spots = self._known(scalar)
        if not spots:
            return place_in(scalar, offset)
        return self._place(spots[offset][0] if offset < len(spots) else spots[-1][1])

    def edit(self, prose: Prose, start: int, end: int, text: str) -> Edit | None:
        """The change that puts `text` in place of a stretch of a text, if it is one that can be made for sure."""
        path, scalar = self._by_place.get(prose.place, ((), None))
        if scalar is None or not self._known(scalar) or len(self._meant) >= MOST_EDITS:
            return None
        change = _over_line_ends(Change(start, end, text), scalar, self.text[scalar.start : scalar.end])
        try:
            edits = within(self._doc, path, [change])
        except InputError:
            return None
        self._meant[edits[0]] = path, change
        return edits[0]

    def knows(self, edit: Edit) -> bool:
        """Whether an edit is one of those offered here, of words in a text."""
        return edit in self._meant

    def proved(self, edits: Iterable[Edit]) -> tuple[Sequence[Edit], str]:
        """As many of the edits as together do what they should and nothing else, and the file with them."""
        asked = sorted(edits, key=lambda one: (one.start, one.end))
        done = [one for n, one in enumerate(asked) if self._apart(one, asked[:n])]
        made = self._made(done)
        if made is None:
            done = [edit for edit in done[:MOST_SINGLY] if self._made([edit]) is not None]
            made = self._made(done)
        return (done, made) if made is not None else ((), self.text)

    def _apart(self, edit: Edit, before: Sequence[Edit]) -> bool:
        """Whether an edit changes nothing that one before it changes."""
        path, change = self._meant[edit]
        others = [other for one in before[-8:] for at, other in [self._meant[one]] if at == path]
        return all(other.end <= change.start or change.end <= other.start for other in others)

    def _made(self, edits: Sequence[Edit]) -> str | None:
        """The file with the edits; None if they would do anything else than they should."""
        changes: dict[Path, list[Change]] = {}
        for edit in edits:
            path, change = self._meant[edit]
            changes.setdefault(path, []).append(change)
        try:
            return rewrite(self._doc, changes).text
        except InputError:
            return None

    def _known(self, scalar: Scalar) -> list[Span] | None:
        """Where every character of a value stands."""
        if scalar.start not in self._spots:
            short = scalar.end - scalar.start <= LONGEST
            self._spots[scalar.start] = alignment(self.text, scalar) if short else None
        return self._spots[scalar.start]

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(self.file, line, offset - self._lines[line - 1] + 1)

    def _in_value(self, offset: int) -> bool:
        """Whether a character belongs to a value, and is not part of the line that begins a block."""
        at = bisect_right(self._starts, offset) - 1
        scalar = self._values[at][2] if at >= 0 else None
        if scalar is None or offset >= scalar.end:
            return False
        return not is_block(scalar) or "\n" in self.text[scalar.start : offset]

    def _spoken_of(self, offset: int) -> int:
        """The line that a remark speaks of: its own, or if nothing else stands there the next that says something."""
        line = self._place(offset).line
        if self.text[self._lines[line - 1] : offset].strip():
            return line
        at = bisect_right(self._telling, line)
        return self._telling[at] if at < len(self._telling) else line

    @cached_property
    def _telling(self) -> Sequence[int]:
        """The lines that are neither blank nor a comment."""
        lines = enumerate(self.text.split("\n"), 1)
        return [n for n, line in lines if line.strip() and not line.lstrip().startswith("#")]

    @cached_property
    def _beginning(self) -> dict[int, list[Scalar]]:
        """The values by the line on which they, or their keys, begin."""
        found: dict[int, list[Scalar]] = {}
        for _, key, scalar in self._values:
            for line in {scalar.place.line, key.place.line if key else scalar.place.line}:
                found.setdefault(line, []).append(scalar)
        return found

    def _lines_of(self, line: int) -> frozenset[int]:
        """A line with those of the values that begin on it."""
        lines = {line}
        for scalar in self._beginning.get(line, ()):
            end = scalar.start + len(self.text[scalar.start : scalar.end].rstrip())
            lines.update(range(line, self._place(max(end - 1, scalar.start)).line + 1))
        return frozenset(lines)


def _is_own(path: Path) -> bool:
    """Whether a setting holds a text of a person's own."""
    return path[0] == "overrides" or (path[0] == "insert" and path[2:3] in (("say",), ("heading",)))


def _over_line_ends(change: Change, scalar: Scalar, source: str) -> Change:
    """The change with the blanks beside it that a line end stands for, where none is left once it is made."""
    if "\n" not in source or scalar.style == "|":
        return change
    start, end, text = change.start, change.end, scalar.text
    before, after = text[max(0, start - 3) : start - 1], change.text + text[end:]
    if start and is_fold(f"{before}{text[start - 1]}{after[:2]}", len(before)):
        start -= 1
    before = (text[:start] + change.text)[-2:]
    if is_fold(before + text[end : end + 3], len(before)):
        end += 1
    return Change(start, end, change.text)


def _values(
    node: tree.Node, path: Path = (), key: Scalar | None = None
) -> Iterator[tuple[Path, Scalar | None, Scalar]]:
    """Every text with its path and its key, in order."""
    match node:
        case Scalar():
            yield path, key, node
        case Mapping(entries=entries):
            for name, value in entries:
                yield from _values(value, (*path, name.text), name)
        case _:
            for n, item in enumerate(node.items):
                yield from _values(item, (*path, n))
