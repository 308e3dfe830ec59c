"""What was edited in a speech, written into its brief: facts, overrides, what is left out, what is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from drafter.desk.draft import Draft
from drafter.desk.filled import as_given, slot_at
from drafter.desk.seed import ORDER
from drafter.desk.subjects import words_for
from drafter.expression.spell import escaped
from drafter.language import TONGUES, knowing
from drafter.language.enumerators import unnumbered
from drafter.model.expression import Prose
from drafter.model.manuscript import Heading, key_of
from drafter.model.occurrence import Occurrence, parsed, printed
from drafter.model.outline import Outline, Scope, below
from drafter.plan import plan
from drafter.review.changes import Change
from drafter.review.segments import segments
from drafter.review.template import templated
from drafter.review.words import redone
from drafter.yamltext.data import Data, at, data, path_of
from drafter.yamltext.splice import put, remove
from drafter.yamltext.tree import Document, Scalar


class Splicer:
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
                doc = remove(doc, ("insert", every.index(entry)) if len(every) > 1 else ("insert",))
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
                return overridden(doc, ("overrides", change.keys[0]), self.text(change))
            case "deleted" if self.level and self.lines[change.line].role not in ("title", "heading"):
                return self._emptied(doc, change.keys)
            case "deleted":
                return _omitted(doc, self._together(change.keys))
            case "added":
                return self._added(doc, change, change.after)
            case "moved":
                return self._added(_omitted(doc, self._together(change.keys)), change, change.after)
            case "reshaped":
                said = overridden(doc, ("overrides", change.keys[0]), escaped(change.after))
                return self._emptied(said, change.keys[1:])
            case _:
                return doc

    def _emptied(self, doc: Document, keys: Iterable[str]) -> Document:
        """Nodes that say nothing, while what stands beside them stays as it is."""
        for key in keys:
            if (n := _of_added(key)) is not None:
                self.gone.append(data(at(doc.root, ("insert", n))))
            else:
                doc = overridden(doc, ("overrides", key), "")
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
        old = node.text if isinstance(node, Scalar) else None
        text = (old and old != change.before and redone(old, change.before, change.after)) or change.after
        value = as_given(text, slot_at(self.draft.blueprint.slots, path), self.tongue, old)
        if change.elsewhere or value is None or (old is None and not change.open):
            return overridden(doc, ("overrides", change.keys[0]), self.text(change))
        return put(doc, path, value, (*ORDER, *self.draft.blueprint.asked))

    def text(self, change: Change) -> str:
        """What a node says now."""
        if not self.keeps:
            return escaped("".join(one.text for one in change.segments) or change.after)
        prose, scope = self.said.get(change.keys[0], (None, {}))
        return templated(change.segments, prose, scope, knowing(self.tongue.code, self.draft.knows))

    @property
    def said(self) -> Mapping[str, tuple[Prose | None, Scope]]:
        """What every node of the draft says, before its facts are filled in."""
        if self._said is None:
            outline = outline_of(self.draft)
            every = (*outline.opening, *outline.emphases, *outline.closing)
            self._said = {one.key: (one.override or one.said, one.scope) for one in below(every)}
            self._said |= {key: (prose, outline.scope) for key, prose in outline.front.items()}
        return self._said

    def _in_added(self, doc: Document, n: int, change: Change) -> Document:
        """What was done to a text that the brief adds itself."""
        said = data(at(doc.root, ("insert", n, "say")))
        before, after = escaped(change.before), escaped(change.after)
        if isinstance(said, list) and before in said:
            left = [after if one == before else one for one in said]
            return put(doc, ("insert", n, "say"), [one for one in left if one])
        if change.kind not in ("deleted", "moved"):
            text = self.text(change) if change.segments else after
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
        text = escaped(text)
        entry |= {"heading": unnumbered(text, self.tongue.code)} if change.heading else {"say": text}
        if change.run_on:
            entry["layout"] = "run_on"
        return put(doc, ("insert",), [*have[:end], entry, *have[end:]], ORDER)


def outline_of(draft: Draft) -> Outline:
    """The plan of a draft."""
    if draft.fit:
        return draft.fit.form.outline
    return plan(draft.blueprint, draft.brief, words_for(draft.blueprint, draft.library), gaps=draft.gaps)


def _of_added(key: str) -> int | None:
    """Which of the texts that a brief adds a key names, from 0."""
    one = parsed(key)
    return one.numbers[0] - 1 if one.id == "insert" and one.numbers else None


def _is_of(key: str, whole: str) -> bool:
    """Whether a key is that of a sentence of a passage."""
    one, of = parsed(key), parsed(whole)
    return one.id.startswith(f"{of.id}.") and one.numbers == of.numbers


def overridden(doc: Document, path: tuple[str, str], text: str) -> Document:
    """A brief with an entry of `overrides`, which then is no more left out."""
    key = path[1]
    left = data(at(doc.root, ("omit",)))
    if isinstance(left, list) and key in left:
        doc = put(doc, ("omit",), [one for one in left if one != key])
    old = data(at(doc.root, ("overrides",)))
    return put(doc, ("overrides",), {**(old if isinstance(old, dict) else {}), key: text}, ORDER)


def pinned(doc: Document, chosen: Mapping[str, Mapping[str, Data]]) -> Document:
    """A brief with wordings and shapes chosen."""
    for name, given in chosen.items():
        old = data(at(doc.root, (name,)))
        doc = put(doc, (name,), {**(old if isinstance(old, dict) else {}), **given}, ORDER)
    return doc


def without_added(doc: Document, id: str) -> Document:
    """A brief that adds nothing beside the points of an enumeration."""
    every = data(at(doc.root, ("insert",)))
    for n, entry in reversed([*enumerate(every if isinstance(every, list) else ())]):
        anchor = str(entry.get("after") or entry.get("before")) if isinstance(entry, dict) else ""
        if parsed(anchor).id.partition(".")[0] == id:
            doc = remove(doc, ("insert", n))
    return remove(doc, ("insert",)) if data(at(doc.root, ("insert",))) == [] else doc


def _omitted(doc: Document, keys: Iterable[str]) -> Document:
    """A brief that leaves out nodes."""
    left = data(at(doc.root, ("omit",)))
    have = left if isinstance(left, list) else []
    new = [key for key in keys if key not in have]
    return put(doc, ("omit",), [*have, *new], ORDER) if new else doc
