"""A file with its values' marks, for those who know texts and not YAML: where words stand, and how to change them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from drafter.model.brief import SETTINGS
from drafter.model.expression import Prose
from drafter.notation import tree
from drafter.notation.hints import unfolded
from drafter.notation.spots import spots
from drafter.notation.tree import Mapping, Scalar, is_empty, parse
from drafter.problem import Edit, Ignore, Place

REMARK = re.compile(r"(?:^|(?<=\s))#[ \t]*drafter:[ \t]*ignore\b[ \t]*(?:\[([^\]\n]*)\])?", re.MULTILINE)
MOST_SINGLY = 50
"""Edits tried one by one, if all together they would change more than they should."""


class Sheet:
    """One file as it was read."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._root, self._problems = parse(text, file)
        self._values = list(_values(self._root, flow=False)) if self._root else []
        self._by_place = {value.place: (value, flow) for _, value, flow in self._values}
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._starts = [scalar.start for _, scalar, _ in self._values]
        self._spots: dict[int, tuple[int, ...] | None] = {}

    @cached_property
    def facts(self) -> Sequence[Prose]:
        """The texts of a brief: what it gives for slots, and its overrides."""
        assert isinstance(self._root, Mapping)
        given = [value for key, value in self._root.entries if key.text not in SETTINGS or key.text == "overrides"]
        scalars = [scalar for value in given for _, scalar, _ in _values(value, flow=False) if not is_empty(scalar)]
        return tuple(Prose(scalar.text, (scalar.text,), scalar.place) for scalar in scalars)

    @cached_property
    def ignores(self) -> Sequence[Ignore]:
        """The remarks that silence rules; each speaks of the values that begin on its line, or else on the next."""
        found = []
        for remark in REMARK.finditer(self.text):
            if not self._in_value(remark.start()):
                names = re.finditer(r"[^,\s][^,]*(?<!\s)", remark[1]) if remark[1] else ()
                rules = {name[0]: self._place(remark.start(1) + name.start()) for name in names}
                lines = self._lines_of(self._spoken_of(remark.start()))
                found.append(Ignore(rules or {"": self._place(remark.start())}, lines))
        return tuple(found)

    def place(self, prose: Prose, offset: int) -> Place:
        """Where a character of a text stands."""
        if prose.place not in self._by_place:
            return prose.place
        scalar, _ = self._by_place[prose.place]
        known = self._known(scalar)
        return self._place(scalar.start + known[offset]) if known else scalar.at(offset)

    def edit(self, prose: Prose, start: int, end: int, text: str) -> Edit | None:
        """The change that puts `text` in place of a stretch of a value, unless the value's style forbids it."""
        if prose.place not in self._by_place:
            return None
        scalar, flow = self._by_place[prose.place]
        known = self._known(scalar)
        end -= len(scalar.text[start:end]) - len(scalar.text[start:end].rstrip()) if "\n" in self._raw(scalar) else 0
        if not known or start >= end or _unsafe(text, scalar.style, flow):
            return None
        first, last = scalar.start + known[start], scalar.start + known[end - 1] + 1
        return Edit(first, last, text) if self.text[first:last] == scalar.text[start:end] else None

    def mended(self, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
        """The text with as many of the edits as do what they should, and those edits."""
        chosen: list[Edit] = []
        for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
            if not chosen or edit.start >= chosen[-1].end:
                chosen.append(edit)
        if not self._safe(chosen):
            chosen = [edit for edit in chosen[:MOST_SINGLY] if self._safe([edit])]
        return (spliced(self.text, chosen), tuple(chosen)) if self._safe(chosen) else (self.text, ())

    def _safe(self, edits: Sequence[Edit]) -> bool:
        """Whether the file, read again with the edits, has changed in just the stretches that they name."""
        root, problems = parse(spliced(self.text, edits), self.file)
        if root is None or len(problems) > len(self._problems):
            return False
        due = {id(scalar): scalar.text for _, scalar, _ in self._values}
        for edit in reversed(edits):
            _, scalar, _ = self._values[bisect_right(self._starts, edit.start) - 1]
            known = self._known(scalar)
            if not known or edit.end > scalar.end:
                return False
            start, end = (bisect_left(known, at - scalar.start) for at in (edit.start, edit.end - 1))
            due[id(scalar)] = due[id(scalar)][:start] + edit.text + due[id(scalar)][end + 1 :]
        return _said(root, {}) == _said(self._root, due)

    def _known(self, scalar: Scalar) -> tuple[int, ...] | None:
        """The offset of every character of a value, and of its end, after the value's start."""
        if scalar.start not in self._spots:
            found = spots(self._raw(scalar), scalar.text, scalar.style)
            self._spots[scalar.start] = found and (*found, found[-1] + 1)
        return self._spots[scalar.start]

    def _raw(self, scalar: Scalar) -> str:
        return self.text[scalar.start : scalar.end]

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._lines, offset)
        return Place(self.file, line, offset - self._lines[line - 1] + 1)

    def _in_value(self, offset: int) -> bool:
        """Whether a character belongs to a value, and is not part of the line that begins a block."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._values[at][1].end:
            return False
        scalar = self._values[at][1]
        return scalar.style not in ("|", ">") or "\n" in self.text[scalar.start : offset]

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
        for key, scalar, _ in self._values:
            for line in {scalar.place.line, key.place.line if key else scalar.place.line}:
                found.setdefault(line, []).append(scalar)
        return found

    def _lines_of(self, line: int) -> frozenset[int]:
        """A line with those of the values that begin on it."""
        lines = {line}
        for scalar in self._beginning.get(line, ()):
            end = scalar.start + len(self._raw(scalar).rstrip())
            lines.update(range(line, self._place(max(end - 1, scalar.start)).line + 1))
        return frozenset(lines)


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits that do not overlap, in order."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def _values(node: tree.Node, *, flow: bool, key: Scalar | None = None) -> Iterator[tuple[Scalar | None, Scalar, bool]]:
    """Every value with its key, and whether it stands in brackets."""
    match node:
        case Scalar():
            yield key, node, flow
        case Mapping(entries=entries):
            for name, value in entries:
                yield from _values(value, flow=flow or node.flow, key=name)
        case _:
            for item in node.items:
                yield from _values(item, flow=flow or node.flow)


def _said(root: tree.Node | None, due: dict[int, str]) -> list[str]:
    return [unfolded(token, several_lines=True) for token in _tokens(root, due)]


def _tokens(node: tree.Node | None, due: dict[int, str]) -> Iterator[str]:
    """What a file says, in order, with some values as they are due to be."""
    match node:
        case Scalar():
            yield due.get(id(node), node.text)
        case Mapping(entries=entries):
            yield "\0{"
            for name, value in entries:
                yield name.text
                yield from _tokens(value, due)
            yield "\0}"
        case tree.Sequence(items=items):
            yield "\0["
            for item in items:
                yield from _tokens(item, due)
            yield "\0]"


def _unsafe(text: str, style: str, flow: bool) -> bool:
    """Whether a text cannot stand as it is in a value of that style."""
    match style:
        case "":
            return bool(re.search(r"[{}\[\],]", text)) if flow else bool(re.search(r":(\s|$)|(^|\s)#", text))
        case "'" | '"':
            return style in text or (style == '"' and "\\" in text)
        case _:
            return False
