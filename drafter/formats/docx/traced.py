"""A Word document read with its tree at hand: of each character that the reader gives, where it stands in the tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from drafter.formats.docx.body import Body
from drafter.formats.docx.frame.trees import Tree, grown, heard, space
from drafter.formats.docx.gate import Package, value
from drafter.formats.docx.paragraphs import Paragraph
from drafter.formats.docx.sheet import styles
from drafter.formats.reading.notes import Notes
from drafter.model.sheet import Raw


class Spot(Struct, frozen=True):
    """Where a character stands in the tree."""

    node: Tree
    """The text, tab, break or symbol."""
    at: int
    """Which character of the text it is, from 0; -1 where that cannot be told."""


Spots = tuple[Spot | None, ...]
"""Of each character of a paragraph; what Word generates, and what stands between cells, has none."""


class Line(Struct, frozen=True):
    """A line as the reader gives it."""

    text: str
    """Its characters."""
    spots: Spots
    """Where they stand."""
    root: Tree
    """The paragraph that it begins in."""


class Written(Struct):
    """A paragraph as it was read."""

    paragraph: Paragraph
    """What was kept of it."""
    root: Tree
    """Its element; that of the outermost paragraph for one in a text box."""
    boxed: bool
    """It stands in a text box."""
    text: str = ""
    """Its text behind the number that Word generates."""


class Traced(Body):
    """The lines of a document, with where in its tree they stand and what comments lie on."""

    def __init__(self, package: Package) -> None:
        super().__init__(Notes(package.file), *styles(package))
        self.root = grown(package, heard(package, package.main))
        self.written: list[Written] = []
        self.ranges: dict[str, list[tuple[Paragraph | None, int]]] = {}
        self._node: Tree = None
        self._roots: list[Tree] = []
        self._root_of: dict[Paragraph, Tree] = {}
        self._said_at: dict[Paragraph, list[tuple[int, str, Tree]]] = {}
        self._walk()

    def _walk(self) -> None:
        """The tree as the gate would tell it."""
        from lxml import etree

        for event, node in etree.iterwalk(self.root, ("start", "end")):
            self._node = node
            if event == "start":
                self.start(node.tag, dict(node.attrib))
                text = node.text
            else:
                self.end(node.tag)
                text = node.tail
            if text and self.path:
                self.data(text)
        self.close()

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self._roots.append(self._node)
        super().opened(name, attributes)
        if name == "p" and self._paragraphs:
            self._root_of.setdefault(self._paragraphs[-1], self._roots[0])
        if name == "commentRangeStart" or name == "commentRangeEnd":
            here = self._paragraphs[-1] if self._paragraphs else None
            self.ranges.setdefault(value(attributes, "id"), []).append((here, here.size if here else 0))
        elif name == "p" and len(self._roots) == 1:
            for begun in self.ranges.values():  # one that began before the paragraph
                if begun[-1][0] is None and len(begun) == 1:
                    begun[:] = [(self._paragraphs[0], 0)]

    def closed(self, name: str) -> None:
        super().closed(name)
        if name == "p":
            self._roots.pop()

    def _say(self, text: str) -> None:
        super()._say(text)
        if self._paragraphs and text:
            paragraph = self._paragraphs[-1]
            said = self._said_at.setdefault(paragraph, [])
            said.append((paragraph.size - len(text), text, self._node))

    def _write(self, paragraph: Paragraph) -> None:
        lines = self._lines
        at = len(lines)
        written = Written(paragraph, self._root_of[paragraph], bool(self._paragraphs))
        super()._write(paragraph)
        written.text = lines[at].text
        self.written.append(written)

    def letters(self, written: Iterable[Written]) -> tuple[str, Spots]:
        """The characters of paragraphs, one after another, and where they stand."""
        text, spots = [], list[Spot | None]()
        for one in written:
            whole = "".join(one.paragraph.texts)
            own: list[Spot | None] = [None] * len(whole)
            for start, said, node in self._said_at.get(one.paragraph, ()):
                exact = len(node) == 0 and len(node.text or "x") == len(said)
                for n in range(len(said)):
                    own[start + n] = Spot(node, n if exact else -1)
            text.append(whole)
            spots += own
        return "".join(text), tuple(spots)

    def words(self, id: str) -> Iterator[str]:
        """The words that a comment lies on, in its first paragraph; those from its beginning with the number before it, too."""
        here, start = self.ranges[id][0] if id in self.ranges else (None, 0)
        if here is None:
            return
        end = next((at for one, at in self.ranges[id][1:] if one is here), here.size)
        yield "".join(here.texts)[start:end]
        for one in self.written:
            if one.paragraph is here and start == 0:
                yield one.text[: len(one.text) - here.size + end]

    def by_number(self, lines: Sequence[Raw]) -> dict[int, list[Line]]:
        """The lines that the reader gives, by the numbers of their paragraphs."""
        groups = [list(group) for _, group in groupby(lines, key=lambda line: line.place.line)]
        starts = [group[0].place.line for group in groups]
        under: list[list[Written]] = [[] for _ in groups]
        for one in sorted(self.written, key=lambda one: (one.paragraph.line, one.boxed)):
            under[max(0, bisect_right(starts, one.paragraph.line) - 1)].append(one)
        return {
            start: [
                self._line(line, here[k : k + 1] if len(here) == len(group) else here) for k, line in enumerate(group)
            ]
            for start, group, here in zip(starts, groups, under, strict=True)
        }

    def _line(self, line: Raw, written: Sequence[Written]) -> Line:
        spots = aligned(line.text, *self.letters(written))
        return Line(line.text, spots, written[0].root if written else next(self.root.iter(f"{{{space(self.root)}}}p")))


def meant(lines: Mapping[int, Sequence[Line]], number: int, start: int, end: int, words: str) -> Line:
    """The line of that number, which has these words there; where none has the number, the first."""
    alike = lines.get(number) or next(iter(lines.values()))
    return next((line for line in alike if words and line.text[start:end] == words), alike[0])


def aligned(text: str, source: str, spots: Spots) -> Spots:
    """Where the characters of a line stand, from its end: before it a number may have come, between cells blanks went."""
    done: list[Spot | None] = [None] * len(text)
    i, j = len(text) - 1, len(source) - 1
    while i >= 0 and j >= 0:
        if text[i] == source[j]:
            done[i] = spots[j]
            i, j = i - 1, j - 1
        elif source[j].isspace():
            j -= 1
        else:
            i -= 1
    return tuple(done)
