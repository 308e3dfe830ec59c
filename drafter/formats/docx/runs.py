"""Runs of a Word document parted where something begins or ends in them; no word and no look changes."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from copy import deepcopy

from drafter.formats.docx.frame.trees import Tree, local, space
from drafter.formats.docx.traced import Spot, Spots

CONTAINERS = frozenset("hyperlink ins moveTo smartTag customXml sdt sdtContent bdo dir".split())
"""Elements that hold runs as a paragraph does."""
FREE = frozenset("rPr alias tag id placeholder temporary richText appearance color lock15 docPartObj".split())
"""What a content control may say of itself if its words are anyone's to mark: none that is bound, locked or a choice."""
MOST_ID = 1 << 30
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Runs:
    """The runs of one document."""

    def __init__(self, root: Tree) -> None:
        self._w = space(root)
        self._parts: dict[Tree, list[tuple[int, Tree]]] = {}
        self.ids = free({int(id) for one in root.iter() for id in (one.get(self.name("id"), ""),) if _is_number(id)})

    def name(self, local_name: str) -> str:
        """A name of the document's own edition of WordprocessingML."""
        return f"{{{self._w}}}{local_name}"

    def made(self, local_name: str, **attributes: str) -> Tree:
        """A new element."""
        from lxml import etree

        return etree.Element(self.name(local_name), {self.name(key): text for key, text in attributes.items()})

    def top(self, node: Tree) -> Tree:
        """What stands for a node among the runs of the outermost paragraph: its run, or what cannot be parted around it."""
        chain = [node, *node.iterancestors()]
        last = max(n for n, one in enumerate(chain) if local(one) == "p" and space(one) == self._w)
        for one in reversed(chain[:last]):
            if not self._holds(one):
                return one
        return node

    def parts(self, spot: Spot) -> bool:
        """Whether the run around a character can be parted there."""
        run = spot.node.getparent()
        return spot.at >= 0 and local(run) == "r" and run is self.top(spot.node)

    def begin(self, spot: Spot) -> Tree:
        """What begins with this character, or around it."""
        if not self.parts(spot):
            return self.top(spot.node)
        return self.begun(self._part(spot.node, spot.at))

    def end(self, spot: Spot) -> Tree:
        """What ends with this character, or around it."""
        if not self.parts(spot):
            return self.top(spot.node)
        start, last = self._parts.setdefault(spot.node, [(0, spot.node)])[-1]
        if spot.at + 1 < start + len(last.text or ""):
            self.begun(self._part(spot.node, spot.at + 1))
        elif (after := last.getnext()) is not None:
            self.begun(after)
        return self._holder(spot.node, spot.at)[1].getparent()

    def begun(self, node: Tree) -> Tree:
        """The run that begins with a node of a run."""
        run = node.getparent()
        before = [one for one in node.itersiblings(preceding=True) if local(one) != "rPr"]
        if not before:
            return run
        new = self.made("r")
        for key, text in run.attrib.items():
            new.set(key, text)
        new.extend(self.looks(run))
        rest = [node, *node.itersiblings()]
        run.addnext(new)
        new.extend(rest)
        return new

    def looks(self, run: Tree | None) -> list[Tree]:
        """A copy of how a run is set, without what tells how it was set before."""
        found = run.find(self.name("rPr")) if run is not None else None
        if found is None:
            return []
        copy = deepcopy(found)
        for change in copy.findall(self.name("rPrChange")):
            change.set(self.name("id"), str(next(self.ids)))
        return [copy]

    def _holds(self, one: Tree) -> bool:
        """Whether an element holds runs as a paragraph does, and they may be parted."""
        if local(one) not in CONTAINERS or space(one) != self._w:
            return False
        told = one.find(self.name("sdtPr")) if local(one) == "sdt" else None
        return told is None or all(local(child) in FREE for child in told)

    def _part(self, node: Tree, at: int) -> Tree:
        """The part of a text that begins at a character of it."""
        start, part = self._holder(node, at)
        if start == at:
            return part
        new = self.made("t")
        part.text, new.text = part.text[: at - start], part.text[at - start :]
        for one in (part, new):
            one.set(XML_SPACE, "preserve")
        part.addnext(new)
        insort(self._parts[node], (at, new), key=lambda one: one[0])
        return new

    def _holder(self, node: Tree, at: int) -> tuple[int, Tree]:
        """The part of a text that holds a character of it, and which is its first."""
        parts = self._parts.setdefault(node, [(0, node)])
        return parts[bisect_right(parts, at, key=lambda one: one[0]) - 1]


def edges(spots: Spots, start: int, end: int) -> tuple[Spot, Spot] | None:
    """The first and the last character between two offsets that stand in the tree; of all, where none stands there."""
    inside = [spot for spot in spots[max(0, start) : max(0, end)] if spot] or [spot for spot in spots if spot]
    return (inside[0], inside[-1]) if inside else None


def free(taken: set[int]) -> Iterator[int]:
    """Numbers that are not taken, those after the highest first."""
    n = max(taken, default=-1) + 1
    n = n if 0 <= n < MOST_ID else 0
    while True:
        if n not in taken:
            yield n
        n += 1


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 11
