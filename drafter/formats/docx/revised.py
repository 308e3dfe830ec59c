"""A copy of a Word file with tracked changes that make it another text: taken, they give that, refused, what it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from drafter.formats.docx.copied import copied
from drafter.formats.docx.frame.trees import Tree, local, text_of
from drafter.formats.docx.gate import opened
from drafter.formats.docx.marks import Marks
from drafter.formats.docx.runs import Runs
from drafter.formats.docx.steps import Comes, Goes, Joins, Parts, Step, Told, Unnumbered, Within, Words
from drafter.formats.docx.traced import Line, Traced, aligned
from drafter.formats.docx.tracked import By, Change, change_made, inserted, parted


def revised(
    data: bytes, lines: Sequence[Told], steps: Iterable[Step], author: str, date: str = ""
) -> tuple[bytes, tuple[Step, ...]]:
    """The copy, and the steps that could not be taken: in fields, formulas, locked controls; raises InputError.

    Steps come in the order of the text. Without a date the changes have none.
    """
    every = tuple(steps)
    if not every:
        return data, ()
    package = opened(data, "")
    traced = Traced(package)
    work = Reviser(traced, lines, {"author": author, **({"date": date} if date else {})})
    left = work.take(every)
    return copied(package, data, {package.main: text_of(traced.root)}), left


class Reviser:
    """Takes steps in one document."""

    def __init__(self, traced: Traced, told: Sequence[Told], by: By) -> None:
        self.runs = Runs(traced.root)
        self.marks = Marks(traced.root, self.runs, by)
        self.by, self.told, self.root = by, told, traced.root
        under = {one.paragraph.line: one for one in traced.written if not one.boxed}
        self.lines = [self._line(traced, one, under) for one in told]
        self.first = [line.root for line in self.lines]
        self.last = [self._last(line) for line in self.lines]
        self.opened: dict[int, Tree] = {}  # a line parted at its beginning: the paragraph before it
        self.shapes = [self.marks.like(one) for one in self.last]
        self.models = _Models(self.told, self.shapes, self.marks)
        self.left: list[Step] = []

    def _line(self, traced: Traced, told: Told, under: Mapping[int, object]) -> Line:
        written = under[told.number]
        spots = aligned(told.text, *traced.letters([written]))  # type: ignore[list-item]
        return Line(told.text, spots, written.root)  # type: ignore[attr-defined]

    def _last(self, line: Line) -> Tree:
        """The paragraph in which a line ends: somebody may have joined several."""
        spot = next((spot for spot in reversed(line.spots) if spot), None)
        return line.root if spot is None else self._outer(spot.node)

    def _outer(self, node: Tree) -> Tree:
        """The outermost paragraph around a node."""
        return list(node.iterancestors(self.runs.name("p")))[-1]

    def take(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """Take the steps; returns those that could not be taken."""
        gone = {one.line: one for one in steps if isinstance(one, Goes)}
        stay = {n for n, one in gone.items() if not self.marks.can_go(self.first[n], self.last[n])}
        self.left += [gone.pop(n) for n in sorted(stay)]
        came = [one for one in steps if isinstance(one, Comes) and one.line not in stay]
        self.left += [one for one in steps if isinstance(one, Comes) and one.line in stay]
        for step in reversed(steps):
            if isinstance(step, Within) and not self._taken(step):
                self.left.append(step)
        self._paragraphs(gone, came)
        return tuple(self.left)

    def _taken(self, step: Within) -> bool:
        line = self.lines[step.line]
        match step:
            case Unnumbered():
                self.marks.restyle(self.last[step.line], self.last[step.line], plain=True)
                return True
            case Joins():
                return self._joined(step.line)
            case Parts():
                return self._parted(step, line)
            case Words() if step.line in self.opened and step.end == 0:
                self.opened[step.line].append(inserted(self.runs, step.text, self._looks(line), self.by))
                return True
            case Words():
                onward = 0 < step.start < len(line.text) and line.text[step.start - 1] in "。！？；"
                change = Change(0, step.start, step.end, step.text, onward=onward and step.start == step.end)
                return change_made(self.runs, line, change, self.by)

    def _looks(self, line: Line, *, end: bool = False) -> list[Tree]:
        """How the words of a line look, at its beginning or end."""
        spots = [spot for spot in line.spots if spot and local(spot.node.getparent()) == "r"]
        return self.runs.looks(spots[-end].node.getparent()) if spots else []

    def _parted(self, step: Parts, line: Line) -> bool:
        """Put an end of a paragraph into a line."""
        before = self.marks.like(line.root)
        if step.at == 0:
            self.first[step.line].addprevious(before)
            self.opened[step.line] = before
        else:
            spot = line.spots[step.at - 1]
            if spot is None or not self.runs.parts(spot) or not self._open(spot.node):
                return False
            here = self._outer(spot.node)
            at = self.runs.end(spot)
            while at.getparent() is not here:
                at = parted(self.runs, at, before=False)
            moving = [one for one in here if local(one) != "pPr"]
            before = self.marks.like(here)
            before.extend(moving[: moving.index(at) + 1])
            here.addprevious(before)
            if self.told[step.line].label and not step.label:
                self.marks.restyle(here, here, plain=True)
        self.marks.mark(before, "ins")
        if self.first[step.line] is before.getnext():
            self.first[step.line] = before
        return True

    def _open(self, node: Tree) -> bool:
        """Whether nothing but somebody's insertion stands around the run of a text."""
        for one in node.getparent().iterancestors():
            if local(one) == "p":
                return True
            if local(one) not in ("ins", "moveTo"):
                return False
        return False

    def _joined(self, n: int) -> bool:
        """Take away the end of a line's last paragraph, and of the empty ones behind it."""
        marks = self.marks
        row, goal = [self.last[n]], self.first[n + 1]
        while row[-1] is not goal:
            following = marks.following(row[-1])
            if following is None or (following is not goal and marks.says(following)):
                return False
            row.append(following)
        if any(marks.ends_section(one) for one in row[:-1]):
            return False
        for one in row[:-1]:
            marks.mark(one, "del")
        marks.restyle(goal, row[0])
        return True

    def _paragraphs(self, gone: Mapping[int, Goes], came: Sequence[Comes]) -> None:
        """Take away and put in whole paragraphs."""
        at: dict[int, list[Comes]] = {}
        for one in came:
            at.setdefault(self._anchor(one.after, gone), []).append(one)
        fixed = {n for n in (*gone, *at) if n >= 0 and self.marks.following(self.last[n]) is None}
        moved = {one.line for n, row in at.items() if n not in fixed for one in row if self._can_move(one)} - fixed
        last: dict[int, Comes] = {n: at[n].pop() for n in at if n in fixed and n in gone}
        names = {n: self.marks.fresh_name() for n in sorted(moved)}
        copies = {n: self.marks.words_of(self.first[n], self.last[n]) for n in names}
        for n in sorted(gone):
            self._away(n, n in fixed, n in last, names.get(n, ""))
        for n, row in at.items():
            self._put(n, row, fixed=n in fixed, replaced=n in last, names=names, copies=copies)
        for n, one in last.items():
            model = self.models.of(one, n)
            self.last[n].extend(self._runs_of(one, model))
            self.marks.restyle(self.last[n], self.shapes[model], plain=self._plain(one, model))

    def _plain(self, one: Comes, model: int) -> bool:
        """Whether its model has a number that Word generates, and it has none."""
        return model >= 0 and bool(self.told[model].label) and not one.label

    def _can_move(self, one: Comes) -> bool:
        return one.line >= 0 and self.marks.can_move(self.first[one.line], self.last[one.line])

    def _anchor(self, n: int, gone: Mapping[int, Goes]) -> int:
        """Behind which line something comes: behind what goes from there."""
        while n + 1 in gone:
            n += 1
        return n

    def _away(self, n: int, fixed: bool, replaced: bool, name: str) -> None:
        """Take a line away; the end of a paragraph behind which none follows stays, and that of the one before it goes."""
        marks, here = self.marks, self.last[n]
        for one in marks.row(self.first[n], here):
            marks.strike(one, "moveFrom" if name else "del")
        if name:
            marks.ranged(self.first[n], here, "moveFrom", name)
        keeps = marks.holds_more(here) or marks.ends_section(here)
        for one, following in pairwise(marks.row(self.first[n], here)):
            assert following is not None
            marks.mark(one, "del")
        if not fixed and not keeps:
            marks.mark(here, "moveFrom" if name else "del")
        elif not keeps and not replaced:
            before = marks.preceding(self.first[n])
            while before is not None and marks.is_gone(before):
                before = marks.preceding(before)
            if before is not None and not marks.ends_section(before):
                marks.mark(before, "del")
                marks.restyle(here, before)

    def _put(
        self,
        n: int,
        row: Sequence[Comes],
        *,
        fixed: bool,
        replaced: bool,
        names: Mapping[int, str],
        copies: Mapping[int, Sequence[Tree]],
    ) -> None:
        """Put lines behind one, or before the first; behind the last of all its own end is the new one."""
        here = self.last[n] if n >= 0 else None
        open_end = fixed and not replaced and here is not None and not self.marks.ends_section(here)
        for k, one in enumerate(row):
            model = self.models.of(one, n)
            name = names.get(one.line, "")
            like = self.shapes[one.line] if name else self.shapes[model] if model >= 0 else None
            new = self.marks.like(like, plain=not name and self._plain(one, model))
            new.extend(copies[one.line] if name else self._runs_of(one, model))
            self._insert(new, here, replaced=replaced)
            if name:
                self.marks.ranged(new, new, "moveTo", name)
            if open_end and k == len(row) - 1:
                self.marks.restyle_from(new, self.last[n])
                self.marks.mark(self.last[n], "ins")
            else:
                self.marks.mark(new, "moveTo" if name else "ins")
            here = here if replaced else self.marks.end_of(new)

    def _insert(self, new: Tree, here: Tree | None, *, replaced: bool) -> None:
        if here is not None:
            (here.addprevious if replaced else self.marks.end_of(here).addnext)(new)
        elif self.first:
            self.first[0].addprevious(new)
        else:
            body = next((one for one in self.root if local(one) == "body"), None)
            if body is None:
                self.root.append(body := self.runs.made("body"))
            body.insert(0, new)

    def _runs_of(self, one: Comes, model: int) -> list[Tree]:
        """The words of a new line, looking as those of its model: behind the heading that begins one as the rest of it."""
        if model < 0:
            return [inserted(self.runs, one.label + one.text, [], self.by)]
        text = one.text if self.told[model].label and one.label else one.label + one.text
        like = self.lines[model]
        heads, rests = self._looks(like), self._looks(like, end=True)
        end = text.find("。") + 1
        if one.kind and 0 < end < len(text) and list(map(text_of, heads)) != list(map(text_of, rests)):
            return [
                inserted(self.runs, text[:end], heads, self.by),
                inserted(self.runs, text[end:], rests, self.by),
            ]
        return [inserted(self.runs, text, heads, self.by)]


class _Models:
    """For a new line the one of the file that it is to look like."""

    def __init__(self, told: Sequence[Told], shapes: Sequence[Tree], marks: Marks) -> None:
        self.told = told
        self.looks = [marks.look(one) for one in shapes]
        self.usual = {
            kind: Counter(look for look, one in zip(self.looks, told, strict=True) if one.kind == kind).most_common(1)[
                0
            ][0]
            for kind in {one.kind for one in told}
        }

    def of(self, new: Comes, near: int) -> int:
        """The nearest that is of its kind and looks as most of these; -1 where there is none."""
        kind = new.kind if new.kind in self.usual else ""
        rows = [n for n, one in enumerate(self.told) if one.kind == kind and self.looks[n] == self.usual[kind]]
        rows = rows or list(range(len(self.told)))
        return min(rows, key=lambda n: (abs(n - near), n), default=-1)
