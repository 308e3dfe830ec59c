"""A Word file that came back: what was changed in it, and the brief that says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.desk.draft import Draft, draft_document
from drafter.desk.length import chosen
from drafter.desk.library import Library
from drafter.desk.seed import ORDER, with_line
from drafter.desk.subjects import words_for
from drafter.language import TONGUES, knowing
from drafter.language.enumerators import unnumbered
from drafter.model.blueprint import every
from drafter.model.expression import Prose
from drafter.model.manuscript import Heading, Line, Point, key_of, page_text
from drafter.model.occurrence import Occurrence, parsed, printed
from drafter.model.outline import Outline, Planned, Scope
from drafter.plan import plan
from drafter.problem import InputError, Place
from drafter.review.align import aligned
from drafter.review.changes import Change, changes, with_changes
from drafter.review.segments import segments
from drafter.review.template import templated
from drafter.yamltext.data import Data, at, data, path_of
from drafter.yamltext.splice import put, remove
from drafter.yamltext.tree import Document, Scalar
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
    splicer = _Splicer(speech.draft)
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


def carried(edited: Edited, doc: Document, find_in: Library, path: Path) -> Carried:
    """The brief with what was edited; each attempt is drafted and compared, and what still differs is said outright."""
    carrier = _Carrier(edited, find_in, path)
    return carrier.carried(doc)


class _Carrier:
    """Carries what was edited into a brief."""

    def __init__(self, edited: Edited, library: Library, path: Path) -> None:
        self.edited, self.library, self.path = edited, library, path
        self.wanted = edited.lines
        self.was = [page_text(line) for line in edited.draft.manuscript.lines]
        self.facts = {one.slot for one in edited.changes if one.kind == "fact" and not one.elsewhere}

    def carried(self, doc: Document) -> Carried:
        """The brief that says most of what was edited."""
        doc, draft = self._tried(self._held(doc), self.edited.draft, self.edited.changes, 0)
        level = 0
        for _ in range(ROUNDS):
            left, _ = self._left(draft)
            if not left:
                break
            if drifted := self._drifted(draft):
                doc = _pinned(doc, drifted)
                draft = self._drafted(doc)
            elif (level := level + 1) == OUTRIGHT:
                doc, draft = self._outright(doc, draft, left)
            else:
                doc, draft = self._tried(doc, draft, left, level)
        doc, draft = self._lasting(doc, draft)
        left, follows = self._left(draft)
        numbers = tuple(one for one in self._found(draft) if one.kind == "number")
        return Carried(doc, draft, follows, numbers, left)

    def _outright(self, doc: Document, draft: Draft, left: Sequence[Change]) -> tuple[Document, Draft]:
        """Points between which something came, or of which one was parted, said with all that stands among them."""
        lines = draft.manuscript.lines
        pairs = aligned([page_text(line) for line in lines], self.wanted)
        became = {n: pair.after for pair in pairs for n in pair.before}
        for id, rows in _points(lines).items():
            there = sorted(m for n in rows for m in became.get(n, ()))
            touched = [one for one in left if one.line in rows or (there and there[0] <= one.paragraph <= there[-1])]
            if there and touched:
                text = "\n\n".join(self.wanted[there[0] : there[-1] + 1])
                after = _put(_without_added(doc, id), ("overrides", id), text)
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
        then, now = outline_of(self.edited.draft), outline_of(draft)
        pick: dict[str, Data] = {
            key: f"{n}"
            for key, n in then.wordings.items()
            if now.wordings.get(key, n) != n and key not in draft.brief.pick
        }
        shapes: dict[str, Data] = {
            key: shape
            for key, shape in then.shapes.items()
            if now.shapes.get(key, shape) != shape and key not in draft.brief.shapes
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
            after = _Splicer(draft, keeps=keeps, level=level).edited(doc, found)
            with suppress(InputError):
                return after, self._drafted(after)
        made = draft
        for one in found:
            after = _Splicer(draft, keeps=False, level=level).edited(doc, [one])
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


class _Splicer:
    """Writes changes into a brief: by node, its facts kept or not, and what went left out; from level 1 on what went says
    nothing, which moves nothing; from level 2 on the first node of a line says all of it."""

    def __init__(self, draft: Draft, *, keeps: bool = True, level: int = 0) -> None:
        self.draft, self.keeps, self.level = draft, keeps, level
        self.lines = draft.manuscript.lines
        self.tongue = TONGUES[draft.blueprint.language]
        self.gone: list[Data] = []
        """Texts that the brief adds and that are deleted: taken out last, so that the others keep their numbers."""
        self._said: dict[str, tuple[Prose | None, Scope]] | None = None

    def edited(self, doc: Document, found: Sequence[Change]) -> Document:
        """The brief with every change."""
        if self.level > 1:
            found = tuple(self._whole(found))
        self.gone.clear()
        for one in found:
            doc = self._one(doc, one)
        for entry in self.gone:
            every = data(at(doc.root, ("insert",)))
            if isinstance(every, list) and entry in every:
                doc = remove(doc, ("insert", every.index(entry)))
        return doc

    def _whole(self, found: Sequence[Change]) -> Iterator[Change]:
        """Changes within lines as their first node saying all of it, and what went as saying nothing, which moves nothing."""
        done: set[int] = set()
        for one in found:
            within = one.line >= 0 and one.paragraph >= 0 and one.kind not in ("moved", "reshaped", "number")
            if not within:
                yield one
            elif one.line not in done:
                done.add(one.line)
                yield self._by_first(one)

    def _by_first(self, change: Change) -> Change:
        """All of a line said by its first node; behind a heading that runs in, which stays, by the next."""
        line = self.lines[change.line]
        keys, text = tuple(dict.fromkeys(map(key_of, line.parts))), change.whole
        for one in segments(line):
            if one.part >= 0 and not (isinstance(line.parts[one.part], Heading) and len(line.parts) > 1):
                break
            if not text.startswith(one.text):
                break
            text = text[len(one.text) :]
            keys = keys[1:] if one.part >= 0 and len(keys) > 1 else keys
        return replace(change, kind="reshaped", keys=keys, after=text)

    def _one(self, doc: Document, change: Change) -> Document:
        if change.keys and (n := _of_added(change.keys[0])) is not None and change.kind not in ("added", "number"):
            return self._in_added(doc, n, change)
        match change.kind:
            case "fact":
                return self._fact(doc, change)
            case "words":
                return _put(doc, ("overrides", change.keys[0]), self.text(change))
            case "deleted" if self.level and self.lines[change.line].role not in ("title", "heading"):
                return self._emptied(doc, change.keys)
            case "deleted":
                return _omitted(doc, self._together(change.keys))
            case "added":
                return self._added(doc, change, change.after)
            case "moved":
                return self._added(_omitted(doc, self._together(change.keys)), change, change.after)
            case "reshaped":
                return self._emptied(_put(doc, ("overrides", change.keys[0]), change.after), change.keys[1:])
            case _:
                return doc

    def _emptied(self, doc: Document, keys: Iterable[str]) -> Document:
        """Nodes that say nothing, while what stands beside them stays as it is."""
        for key in keys:
            if (n := _of_added(key)) is not None:
                self.gone.append(data(at(doc.root, ("insert", n))))
            else:
                doc = _put(doc, ("overrides", key), "")
        return doc

    def _together(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Nodes as they may be left out: a passage all of whose sentences go goes as a whole."""
        every = {key_of(part) for line in self.lines for part in line.parts}
        found: list[str] = []
        for key in keys:
            one = parsed(key)
            whole = printed(Occurrence(one.id.partition(".")[0], one.numbers))
            of = {other for other in every if _is_of(other, whole)}
            found.append(whole if len(of) > 1 and of <= set(keys) else key)
        return tuple(dict.fromkeys(found))

    def _fact(self, doc: Document, change: Change) -> Document:
        """A fact where the brief has it, if it is told nowhere else; else the words of the place."""
        path = path_of(change.slot)
        node = at(doc.root, path)
        if change.elsewhere or not isinstance(node, Scalar):
            return _put(doc, ("overrides", change.keys[0]), self.text(change))
        text = (
            change.after
            if node.text == change.before or node.text.count(change.before) != 1
            else node.text.replace(change.before, change.after)
        )
        return put(doc, path, text)

    def text(self, change: Change) -> str:
        """What a node says now."""
        if not self.keeps:
            return "".join(one.text for one in change.segments) or change.after
        prose, scope = self.said.get(change.keys[0], (None, {}))
        return templated(change.segments, prose, scope, knowing(self.tongue.code, self.draft.knows))

    @property
    def said(self) -> Mapping[str, tuple[Prose | None, Scope]]:
        """What every node of the draft says, before its facts are filled in."""
        if self._said is None:
            outline = outline_of(self.draft)
            every = (*outline.opening, *outline.emphases, *outline.closing)
            self._said = {one.key: (one.override or one.said, one.scope) for one in _below(every)}
            self._said |= {key: (prose, outline.scope) for key, prose in outline.front.items()}
        return self._said

    def _in_added(self, doc: Document, n: int, change: Change) -> Document:
        """What was done to a text that the brief adds itself."""
        said = data(at(doc.root, ("insert", n, "say")))
        if isinstance(said, list) and change.before in said:
            left = [change.after if one == change.before else one for one in said]
            return put(doc, ("insert", n, "say"), [one for one in left if one])
        if change.kind not in ("deleted", "moved"):
            text = self.text(change) if change.segments else change.after
            doc = put(doc, ("insert", n, "heading" if said is None else "say"), text)
            return self._emptied(doc, change.keys[1:])
        self.gone.append(data(at(doc.root, ("insert", n))))
        return self._added(doc, change, change.after) if change.kind == "moved" else doc

    def _added(self, doc: Document, change: Change, text: str) -> Document:
        """One more entry of what is said in addition; beside one that the brief adds itself, at the same node."""
        old = data(at(doc.root, ("insert",)))
        have: list[Data] = [*old] if isinstance(old, list) else []
        entry: dict[str, Data] = {change.where: change.anchor}
        end = len(have)
        beside = parsed(change.anchor)
        if beside.id == "insert" and beside.numbers and isinstance(one := have[beside.numbers[0] - 1], dict):
            entry = {key: one[key] for key in ("after", "before") if key in one}
            end = beside.numbers[0] - (change.where == "before")
        entry |= {"heading": unnumbered(text, self.tongue.code)} if change.heading else {"say": text}
        if change.run_on:
            entry["layout"] = "run_on"
        return put(doc, ("insert",), [*have[:end], entry, *have[end:]], ORDER)


def outline_of(draft: Draft) -> Outline:
    """The plan of a draft."""
    if draft.fit:
        return draft.fit.form.outline
    return plan(draft.blueprint, draft.brief, words_for(draft.blueprint, draft.library), gaps=draft.gaps)


def _below(several: Iterable[Planned]) -> Iterator[Planned]:
    for one in several:
        yield one
        yield from _below((*one.children, *one.points))


def _of_added(key: str) -> int | None:
    """Which of the texts that a brief adds a key names, from 0."""
    one = parsed(key)
    return one.numbers[0] - 1 if one.id == "insert" and one.numbers else None


def _is_of(key: str, whole: str) -> bool:
    """Whether a key is that of a sentence of a passage."""
    one, of = parsed(key), parsed(whole)
    return one.id.startswith(f"{of.id}.") and one.numbers == of.numbers


def _points(lines: Sequence[Line]) -> Mapping[str, list[int]]:
    """The lines of each enumeration whose points have paragraphs of their own."""
    found: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if isinstance(line.parts[0], Point):
            found.setdefault(line.parts[0].id, []).append(n)
    return found


def _without_added(doc: Document, id: str) -> Document:
    """A brief that adds nothing beside the points of an enumeration."""
    every = data(at(doc.root, ("insert",)))
    for n, entry in reversed([*enumerate(every if isinstance(every, list) else ())]):
        anchor = str(entry.get("after") or entry.get("before")) if isinstance(entry, dict) else ""
        if parsed(anchor).id.partition(".")[0] == id:
            doc = remove(doc, ("insert", n))
    return doc


def _put(doc: Document, path: tuple[str, str], text: str) -> Document:
    """A brief with an entry of `overrides`, which then is no more left out."""
    key = path[1]
    left = data(at(doc.root, ("omit",)))
    if isinstance(left, list) and key in left:
        doc = put(doc, ("omit",), [one for one in left if one != key])
    old = data(at(doc.root, ("overrides",)))
    return put(doc, ("overrides",), {**(old if isinstance(old, dict) else {}), key: text}, ORDER)


def _pinned(doc: Document, chosen: Mapping[str, Mapping[str, Data]]) -> Document:
    """A brief with wordings and shapes chosen."""
    for name, given in chosen.items():
        old = data(at(doc.root, (name,)))
        doc = put(doc, (name,), {**(old if isinstance(old, dict) else {}), **given}, ORDER)
    return doc


def _omitted(doc: Document, keys: Iterable[str]) -> Document:
    """A brief that leaves out nodes."""
    left = data(at(doc.root, ("omit",)))
    have = left if isinstance(left, list) else []
    new = [key for key in keys if key not in have]
    return put(doc, ("omit",), [*have, *new], ORDER) if new else doc
