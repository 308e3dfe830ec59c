"""A Word file that came back: what was changed in it, and the brief that says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from math import ceil
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.desk.draft import Draft, draft_document
from drafter.desk.filled import filled
from drafter.desk.length import chosen, drifted
from drafter.desk.library import Library
from drafter.desk.seed import ORDER, with_line
from drafter.desk.splices import Splicer, outline_of, overridden, pinned, without_added
from drafter.expression.spell import escaped
from drafter.language import TONGUES
from drafter.model.blueprint import every
from drafter.model.manuscript import Line, Point, page_text
from drafter.model.occurrence import parsed
from drafter.model.outline import Outline
from drafter.problem import InputError, Place
from drafter.review.align import SHORT, aligned
from drafter.review.changes import Change, changes, with_changes
from drafter.review.segments import segments
from drafter.yamltext.data import Data, at, data, path_of
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document
from drafter.yamltext.written import scalar

ROUNDS = 8
"""How often a brief is mended until it says what was edited; each round is coarser than the one before."""
OUTRIGHT = 3
"""In that round what could not be said by a point is said by all that stands among its fellows."""
ENDLESS = 400.0
"""Minutes for which nothing is cut."""


class Edited(Struct, frozen=True):
    """A speech that somebody edited."""

    draft: Draft
    """As it was drafted."""
    lines: tuple[str, ...]
    """As it is."""
    changes: tuple[Change, ...]
    """What was done."""
    marks: Mapping[int, int] = field(default_factory=dict)
    """The lines of the draft that the edited file names, with where they stand in it."""
    heads: frozenset[int] = frozenset()
    """The lines of it that are headings."""

    @property
    def is_other(self) -> bool:
        """It has no line of the draft but what any speech may have: it is another one."""
        then = (page_text(line) for line in self.draft.manuscript.lines)
        return bool(self.lines) and {*self.lines}.isdisjoint(line for line in then if len(line) > SHORT)


def edited(
    draft: Draft, lines: Sequence[str], marks: Mapping[int, int] = {}, heads: frozenset[int] = frozenset()
) -> Edited:
    """A speech as somebody edited it."""
    return Edited(draft, tuple(lines), changes(draft.manuscript.lines, lines, marks, heads), marks, heads)


def taking(speech: Edited, wanted: Callable[[Change], bool]) -> Edited:
    """A speech with some of what was done to it, the rest as it was."""
    taken = [change for change in speech.changes if change.kind == "number" or wanted(change)]
    if len(taken) == len(speech.changes):
        return speech
    lines, heads = with_changes(speech.draft.manuscript.lines, speech.lines, taken, speech.marks, speech.heads)
    return edited(speech.draft, lines, heads=heads)


def wordings_of(speech: Edited) -> Iterator[tuple[Place, str, str]]:
    """What nodes say in other words now, facts as slots: where the blueprint has the node, its id, and the wording as YAML."""
    splicer = Splicer(speech.draft)
    made = speech.draft.blueprint
    nodes = {node.id: node for node in every((*made.opening, *made.emphases, *made.closing))}
    for one in speech.changes:
        node = nodes.get(parsed(one.keys[0]).id) if one.kind == "words" else None
        if node is not None:
            yield node.place, node.id, scalar(splicer.text(one), flow=False)


class Carried(Struct, frozen=True):
    """A brief that says what was edited."""

    document: Document
    """The brief."""
    draft: Draft
    """What it drafts."""
    follows: tuple[tuple[str, str], ...] = ()
    """Lines that nobody edited and that follow a changed fact: as they were, and as they are."""
    numbers: tuple[Change, ...] = ()
    """Numbers that its order sets otherwise than the editor left them."""
    left: tuple[Change, ...] = ()
    """What it does not say."""
    unheld: tuple[Change, ...] = ()
    """Facts that its sentences say as edited while the slot, which does not take that, stays as it was."""


def carried(edited: Edited, doc: Document, find_in: Library, path: Path) -> Carried:
    """The brief with what was edited; each attempt is drafted and compared, and what still differs is said outright."""
    carrier = _Carrier(edited, find_in, path)
    return carrier.carried(doc)


class _Carrier:
    """Carries what was edited into a brief."""

    def __init__(self, edited: Edited, library: Library, path: Path) -> None:
        self.edited, self.library, self.path = edited, library, path
        made = edited.draft
        tongue = TONGUES[made.blueprint.language]
        self.filled = filled(edited.changes, made.manuscript.lines, made.blueprint.slots, tongue)
        self.wanted = tuple(self._with_filled(line) for line in edited.lines)
        self.was = [page_text(line) for line in edited.draft.manuscript.lines]
        self.facts = {one.slot for one in edited.changes if one.kind == "fact" and not one.elsewhere}

    def _with_filled(self, line: str) -> str:
        """A line in which gaps that were filled in elsewhere are filled in, too."""
        for gap, value in self.filled.items():
            line = line.replace(gap, value)
        return line

    @cached_property
    def then(self) -> Outline:
        """The plan of the draft that was edited."""
        return outline_of(self.edited.draft)

    def carried(self, doc: Document) -> Carried:
        """The brief that says most of what was edited."""
        found = [replace(one, elsewhere=()) if one.before in self.filled else one for one in self.edited.changes]
        base = doc
        doc, draft = self._tried(self._held(doc), self.edited.draft, found, 0)
        level = 0
        for _ in range(ROUNDS):
            left, _ = self._left(draft)
            if not left:
                break
            if drifted := self._drifted(draft):
                doc = pinned(doc, drifted)
                draft = self._drafted(doc)
            elif (level := level + 1) == OUTRIGHT:
                doc, draft = self._outright(doc, draft, left)
            else:
                doc, draft = self._tried(doc, draft, left, level)
        doc, draft = self._lasting(doc, draft)
        left, follows = self._left(draft)
        numbers = tuple(one for one in self._found(draft) if one.kind == "number")
        follows = (
            *((old, new) for old, new in zip(self.edited.lines, self.wanted, strict=True) if old != new),
            *follows,
        )
        return Carried(doc, draft, follows, numbers, left, tuple(_unheld(found, base, doc)))

    def _outright(self, doc: Document, draft: Draft, left: Sequence[Change]) -> tuple[Document, Draft]:
        """Points between which something came, or of which one was parted, said with all that stands among them."""
        lines = draft.manuscript.lines
        pairs = aligned([page_text(line) for line in lines], self.wanted)
        became = {n: pair.after for pair in pairs for n in pair.before}
        for id, rows in _points(lines).items():
            there = sorted(m for n in rows for m in became.get(n, ()))
            touched = [one for one in left if one.line in rows or (there and there[0] <= one.paragraph <= there[-1])]
            if there and touched:
                text = escaped("\n\n".join(self.wanted[there[0] : there[-1] + 1]))
                after = overridden(without_added(doc, id), ("overrides", id), text)
                with suppress(InputError):
                    doc, draft = after, self._drafted(after)
        return doc, draft

    def _left(self, draft: Draft) -> tuple[tuple[Change, ...], tuple[tuple[str, str], ...]]:
        """What a draft does not say of what was edited, and the lines that nobody edited and that follow a fact."""
        found = self._found(draft)
        follows = tuple(dict.fromkeys(self._follows(draft, found)))
        told = {line for line, _ in follows}
        left = (one for one in found if one.kind != "number" and not self._is_followed(one, told))
        return tuple(left), follows

    def _found(self, draft: Draft) -> tuple[Change, ...]:
        """In what a draft differs from what was edited."""
        return changes(draft.manuscript.lines, self.wanted, heads=self.edited.heads)

    def _drifted(self, draft: Draft) -> Mapping[str, Mapping[str, Data]]:
        """The wordings and shapes that were chosen otherwise in a draft than in the one that was edited."""
        then, now = self.then, outline_of(draft)
        made = draft.brief
        pick: dict[str, Data] = {
            key: f"{n}" for key, n in drifted(then.wordings, now.wordings).items() if key not in made.pick
        }
        shapes: dict[str, Data] = {
            key: shape for key, shape in drifted(then.shapes, now.shapes).items() if key not in made.shapes
        }
        return {name: given for name, given in (("pick", pick), ("shapes", shapes)) if given}

    def _held(self, doc: Document) -> Document:
        """The brief with what keeps all that was not edited: its seed, and what was chosen to fit a length."""
        made = self.edited.draft
        if made.brief.seed is None:
            doc = with_line(doc, made.seed)
        return chosen(doc, made) if made.fit else doc

    def _lasting(self, doc: Document, draft: Draft) -> tuple[Document, Draft]:
        """A brief that wishes for the length that it has now, so that nothing more is cut, nor less."""
        if draft.fit is None:
            return doc, draft
        minutes = ceil(draft.fit.form.minutes * 10) / 10
        doc = put(doc, ("minutes",), f"{minutes:g}", ORDER)
        return doc, self._drafted(doc, minutes)

    def _tried(self, doc: Document, draft: Draft, found: Sequence[Change], level: int) -> tuple[Document, Draft]:
        """A brief with changes, and what it drafts: with facts kept in sentences, else without, else with what can be read of it."""
        for keeps in (False,) if level else (True, False):
            after = Splicer(draft, keeps=keeps, level=level).edited(doc, found)
            with suppress(InputError):
                return after, self._drafted(after)
        made = draft
        for one in found:
            after = Splicer(draft, keeps=False, level=level).edited(doc, [one])
            with suppress(InputError):
                doc, made = after, self._drafted(after)
        return doc, made

    def _drafted(self, doc: Document, minutes: float = ENDLESS) -> Draft:
        """What a brief drafts by the blueprint as it was; where a length was wished for, without another cut."""
        made = self.edited.draft
        demand = replace(made.demand, minutes=minutes if made.fit else None)
        return draft_document(doc, lambda name, place: (made.blueprint, ()), made.seed, self.library, demand=demand)

    def _follows(self, draft: Draft, found: Iterable[Change]) -> Iterator[tuple[str, str]]:
        """The lines that differ because of a fact alone."""
        lines = draft.manuscript.lines
        for one in found:
            if one.paragraph < 0 or one.line < 0 or self.wanted[one.paragraph] not in self.was:
                continue
            computed = any(segment.computed or segment.slot in self.facts for segment in segments(lines[one.line]))
            if self.facts and computed:
                yield self.wanted[one.paragraph], page_text(lines[one.line])

    def _is_followed(self, one: Change, told: set[str]) -> bool:
        return one.paragraph >= 0 and self.wanted[one.paragraph] in told


def _unheld(found: Iterable[Change], base: Document, doc: Document) -> Iterator[Change]:
    """The facts that stand in a brief as they stood."""
    for one in found:
        if one.kind == "fact" and not one.elsewhere:
            path = path_of(one.slot)
            if data(at(base.root, path)) == data(at(doc.root, path)):
                yield one


def _points(lines: Sequence[Line]) -> Mapping[str, list[int]]:
    """The lines of each enumeration whose points have paragraphs of their own."""
    found: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if isinstance(line.parts[0], Point):
            found.setdefault(line.parts[0].id, []).append(n)
    return found
