"""Paragraphs of a Word document that go, come, or are parted, with tracking on: their ends, their looks, all of their runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from drafter.formats.docx.frame.trees import Tree, local, text_of
from drafter.formats.docx.runs import Runs
from drafter.formats.docx.tracked import By, struck

HOLDERS = frozenset("hyperlink ins moveTo smartTag customXml sdt sdtContent fldSimple bdo dir".split())
"""What holds runs that can be taken away one by one."""
CONTROLS = frozenset("rPr alias tag id placeholder temporary richText appearance color lock15 docPartObj".split())
GONE = ("del", "moveFrom")
APART = frozenset("commentReference drawing pict object AlternateContent".split())
"""What stays when the words of its paragraph go: comments, pictures."""
PLAIN = frozenset("rPr t tab br cr noBreakHyphen softHyphen lastRenderedPageBreak commentReference".split())
"""What a run has that can stand elsewhere, too; the mark of a comment stays where it is."""
SHOWN = frozenset("drawing pict object AlternateContent".split())
ORDER = ("ins", "del", "moveFrom", "moveTo")
"""In which changes of the end of a paragraph stand."""
BEFORE_NUMBERS = frozenset("pStyle keepNext keepLines pageBreakBefore framePr widowControl".split())
"""What stands before the number among the properties of a paragraph."""
BETWEEN = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd"
    " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd".split()
)
"""What may stand between two paragraphs that follow each other."""
UNDATED = "1980-01-01T00:00:00Z"
"""What must have a date has this, where none is given; no program shows it."""
OWN = frozenset(("rPr", "sectPr", "pPrChange"))
"""What of a paragraph's properties is not how it looks."""


class Marks:
    """The paragraphs of one document."""

    def __init__(self, root: Tree, runs: Runs, by: By) -> None:
        self.runs, self.by = runs, by
        named = {one.get(runs.name("name")) for one in root.iter(runs.name("moveFromRangeStart"))}
        self._names = (name for n in count(1) if (name := f"drafter_move_{n}") not in named)

    def fresh_name(self) -> str:
        """A name for a move."""
        return next(self._names)

    def id(self) -> str:
        """A number that no change has."""
        return str(next(self.runs.ids))

    def following(self, p: Tree) -> Tree | None:
        """The paragraph that follows another and into which that would go on."""
        return self._beside(p.itersiblings())

    def preceding(self, p: Tree) -> Tree | None:
        """The paragraph before another."""
        return self._beside(p.itersiblings(preceding=True))

    def _beside(self, siblings: Iterator[Tree]) -> Tree | None:
        found = next((one for one in siblings if local(one) not in BETWEEN), None)
        return found if found is not None and found.tag == self.runs.name("p") else None

    def row(self, first: Tree, last: Tree) -> list[Tree]:
        """The paragraphs from one to another."""
        row = [first]
        while row[-1] is not last and (following := self.following(row[-1])) is not None:
            row.append(following)
        return row

    def mark(self, p: Tree, change: str) -> None:
        """Track that the end of a paragraph comes or goes."""
        r_pr = self._of_mark(p)
        if r_pr.find(self.runs.name(change)) is None:
            before = sum(local(one) in ORDER[: ORDER.index(change)] for one in r_pr)
            r_pr.insert(before, self.runs.made(change, id=self.id(), **self.by))

    def is_gone(self, p: Tree) -> bool:
        """Whether its end goes already."""
        p_pr = p.find(self.runs.name("pPr"))
        r_pr = p_pr.find(self.runs.name("rPr")) if p_pr is not None else None
        return r_pr is not None and any(local(one) in GONE for one in r_pr)

    def _of_mark(self, p: Tree) -> Tree:
        p_pr = self._properties(p)
        found = p_pr.find(self.runs.name("rPr"))
        if found is None:
            found = self.runs.made("rPr")
            after = [one for one in p_pr if local(one) in ("sectPr", "pPrChange")]
            (after[0].addprevious if after else p_pr.append)(found)
        return found

    def _properties(self, p: Tree) -> Tree:
        found = p.find(self.runs.name("pPr"))
        if found is None:
            found = self.runs.made("pPr")
            p.insert(0, found)
        return found

    def ends_section(self, p: Tree) -> bool:
        """Whether a section ends with it."""
        found = p.find(self.runs.name("pPr"))
        return found is not None and found.find(self.runs.name("sectPr")) is not None

    def _look(self, p: Tree | None) -> list[Tree]:
        found = p.find(self.runs.name("pPr")) if p is not None else None
        return [] if found is None else [one for one in found if local(one) not in OWN]

    def look(self, p: Tree) -> bytes:
        """How a paragraph looks, to be compared."""
        return b"".join(map(text_of, self._look(p)))

    def like(self, model: Tree | None, *, plain: bool = False) -> Tree:
        """An empty paragraph that looks like another, or but for its number; no frame of its own, and no section ends with it."""
        new = self.runs.made("p")
        own = [one for one in deepcopy(self._look(model)) if local(one) != "framePr"]
        own = self._plain(own) if plain else own
        found = model.find(self.runs.name("pPr")) if model is not None else None
        looks = found.find(self.runs.name("rPr")) if found is not None else None
        letters = [] if looks is None else [one for one in deepcopy(looks) if local(one) not in (*ORDER, "rPrChange")]
        if own or letters:
            properties = self._properties(new)
            properties.extend(own)
            if letters:
                properties.append(r_pr := self.runs.made("rPr"))
                r_pr.extend(letters)
        return new

    def restyle(self, p: Tree, model: Tree, *, plain: bool = False) -> None:
        """Let a paragraph look like another, or but for its number, tracked."""
        new = deepcopy(self._look(model))
        self._restyled(p, self._look(p), self._plain(new) if plain else new)

    def _plain(self, look: Sequence[Tree]) -> list[Tree]:
        """A look without a number, also where a style has one."""
        number = self.runs.made("numPr")
        number.append(self.runs.made("ilvl", val="0"))
        number.append(self.runs.made("numId", val="0"))
        own = [one for one in look if local(one) != "numPr"]
        before = sum(local(one) in BEFORE_NUMBERS for one in own)
        return [*own[:before], number, *own[before:]]

    def restyle_from(self, p: Tree, model: Tree) -> None:
        """Track that a paragraph looked like another."""
        self._restyled(p, self._look(model), self._look(p))

    def _restyled(self, p: Tree, old: Sequence[Tree], new: Sequence[Tree]) -> None:
        if list(map(text_of, old)) == list(map(text_of, new)):
            return
        properties = self._properties(p)
        if properties.find(self.runs.name("pPrChange")) is not None:
            return
        change = self.runs.made("pPrChange", id=self.id(), **self.by)
        change.append(was := self.runs.made("pPr"))
        was.extend(deepcopy(list(old)))
        for one in self._look(p):
            properties.remove(one)
        for n, one in enumerate(new):
            properties.insert(n, one)
        properties.append(change)

    def says(self, p: Tree) -> bool:
        """Whether a paragraph has words or pictures."""
        return any(local(one) in ("t", "sym", *SHOWN) for one in p.iter())

    def can_go(self, first: Tree, last: Tree) -> bool:
        """Whether all words from one paragraph to another can be taken away."""
        return all(self._holds_runs(one) for p in self.row(first, last) for one in p)

    def _holds_runs(self, one: Tree) -> bool:
        """Whether all words of an element are in runs that can be taken away."""
        name = local(one)
        if name == "sdt":
            said = one.find(self.runs.name("sdtPr"))
            if said is not None and any(local(child) not in CONTROLS for child in said):
                return not self.says(one)
        if name in HOLDERS:
            return all(self._holds_runs(child) for child in one)
        return name in ("r", *GONE) or not self.says(one)

    def strike(self, p: Tree, change: str) -> None:
        """Track that all words of a paragraph go."""
        for run in list(self._runs(p)):
            if change == "del":
                struck(self.runs, run, self.by)
            else:
                mark = self.runs.made(change, id=self.id(), **self.by)
                run.addprevious(mark)
                mark.append(run)

    def _runs(self, holder: Tree) -> Iterator[Tree]:
        """The runs in which words of a paragraph are."""
        for one in holder:
            if local(one) in HOLDERS:
                yield from self._runs(one)
            elif one.tag == self.runs.name("r") and not any(local(child) in APART for child in one):
                yield one

    def words_of(self, first: Tree, last: Tree) -> list[Tree]:
        """A copy of the runs from one paragraph to another, as they come elsewhere."""
        found = []
        for p in self.row(first, last):
            for run in self._runs(p):
                mark = self.runs.made("moveTo", id=self.id(), **self.by)
                mark.append(copy := self.runs.made("r"))
                copy.extend(self.runs.looks(run))
                copy.extend(deepcopy([one for one in run if local(one) != "rPr"]))
                found.append(mark)
        return found

    def can_move(self, first: Tree, last: Tree) -> bool:
        """Whether the words from one paragraph to another are nothing but words: what is counted, or named, stands once."""
        return all(
            local(child) in PLAIN for p in self.row(first, last) for run in p.iter(self.runs.name("r")) for child in run
        ) and not self.runs_apart(first, last)

    def runs_apart(self, first: Tree, last: Tree) -> bool:
        """Whether some runs stand in a link, a field or a control, or are of a tracked change."""
        return any(local(one) in (*HOLDERS, *GONE) for p in self.row(first, last) for one in p)

    def holds_more(self, p: Tree) -> bool:
        """Whether a paragraph has a picture or an object, which stays."""
        return any(local(one) in SHOWN for one in p.iter())

    def ranged(self, first: Tree, last: Tree, change: str, name: str) -> None:
        """Say that from one paragraph to another something moves."""
        id = self.id()
        start = self.runs.made(f"{change}RangeStart", id=id, name=name, **{"date": UNDATED, **self.by})
        properties = first.find(self.runs.name("pPr"))
        if properties is None:
            first.insert(0, start)
        else:
            properties.addnext(start)
        last.addnext(self.runs.made(f"{change}RangeEnd", id=id))

    def end_of(self, p: Tree) -> Tree:
        """A paragraph with the end of a move behind it."""
        following = p.getnext()
        return (
            following
            if following is not None and local(following).endswith("RangeEnd") and local(following)[:4] == "move"
            else p
        )
