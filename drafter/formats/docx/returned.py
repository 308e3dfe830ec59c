""".docx → everything of a Word file that came back: what it says, what it said before, who changed it, what is written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from drafter.formats.docx.body import DELETED, FORMER, INSERTED, LEFT_OUT, Body
from drafter.formats.docx.gate import Package, opened, parse, value
from drafter.formats.docx.paragraphs import Paragraph
from drafter.formats.docx.read import Recorded, is_untouched, recorded
from drafter.formats.docx.remarks import Comment, comments_of
from drafter.formats.docx.sheet import beside, styles
from drafter.formats.docx.tracking import Kept, Mark, Range, Tracking
from drafter.formats.reading.notes import Notes
from drafter.formats.record import lines_digest
from drafter.model.returned import Came, Change, Remark, Returned, Tracked

MARKED = re.compile(r"_drafter_([1-9][0-9]{0,5})")
DRAWN = ("drawing", "pict", "object")
CHANGES: Mapping[str, Change] = {
    "ins": "inserted",
    "del": "deleted",
    "moveTo": "moved-here",
    "moveFrom": "moved-away",
}
OF_MARKS: Mapping[str, Change] = {
    "ins": "mark-inserted",
    "moveTo": "mark-inserted",
    "del": "mark-deleted",
    "moveFrom": "mark-deleted",
}


def returned(data: bytes, file: str) -> Returned:
    """All of a Word file; raises InputError where the gate lets it not through, and nothing else."""
    package = opened(data, file)
    told, notes = recorded(package), Notes(file)
    now = _heard(package, Coming(notes, *styles(package)))
    then = _heard(package, Former(Notes(file), *styles(package))) if now.changed else now
    beside(package, now.references, notes)
    comments = comments_of(package)
    record = told.record
    titles = {n for n, nodes in enumerate(record.nodes if record else (), 1) if nodes == ("title",)}
    views = [
        tuple(_whole(one, titles, told) for one in body.came(then.said, comments))
        for body in ((now, then) if now.parted else (now,))
    ]
    return Returned(
        file=file,
        record=record,
        untouched=record is not None and is_untouched(package, told),
        paragraphs=views[0],
        rejected=views[1] if now.parted else None,
        problems=notes.problems(),
    )


def _heard(package: Package, body: Coming) -> Coming:
    parse(package, package.main, body)
    return body


class Coming(Body):
    """The paragraphs of a document that came back, all tracked changes accepted."""

    gone: tuple[Change, ...] = ("deleted", "moved-away")
    """Changes whose words are left out."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.said: dict[int, list[str]] = {}
        """For each element of a paragraph, by its number, what it says."""
        self.changed = self.parted = False
        """Something was tracked; paragraphs are joined, parted, new or gone by it."""
        self._element = 0
        self._kept: dict[Paragraph, Kept] = {}
        self._changes: list[Tracking] = []
        self._marks: list[Mark] = []
        self._unsaid: dict[str, Mark] = {}
        self._ranges: dict[str, Range] = {}
        self._next = Kept()  # what begins between two paragraphs begins in the next

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        of_mark = self.path[-2:] == ["pPr", "rPr"]
        kinds, inside = OF_MARKS if of_mark else CHANGES, bool(self.path) and self.path[-1].endswith("Pr")
        if name in kinds and self._modes[-1] != FORMER:
            self.changed = True
            self.parted = self.parted or inside
            if of_mark and self._paragraphs:
                self._track(Tracking(kinds[name], attributes), "")
        if name in CHANGES and not inside:
            self._changes.append(Tracking(CHANGES[name], attributes))
        super().opened(name, attributes)
        if name in ("ins", "moveTo") and inside and self._modes[-1] != FORMER:
            self._property(self.path[-1], name, value(attributes))
        if name in DRAWN and not self._modes[-1] and self._paragraphs:
            self._kept[self._paragraphs[-1]].pictures += 1
        elif name.startswith(("bookmark", "comment")):
            self._limit(name, attributes)

    def closed(self, name: str) -> None:
        super().closed(name)
        if name in CHANGES and not self.path[-1].endswith("Pr"):
            self._changes.pop()

    def _limit(self, name: str, attributes: Mapping[str, str]) -> None:
        """A bookmark of ours or the range of a comment begins or ends."""
        id = value(attributes, "id")
        here = self._paragraphs[-1] if self._paragraphs else None
        kept = self._kept[here] if here else self._next
        at = here.size if here else 0
        match name:
            case "bookmarkStart":
                if found := MARKED.fullmatch(value(attributes, "name")):
                    self._unsaid[id] = Mark(int(found[1]), kept)
                    self._marks.append(self._unsaid[id])
                    kept.marks.append(self._unsaid[id])
            case "bookmarkEnd":
                self._unsaid.pop(id, None)
            case "commentRangeStart" | "commentReference" if id not in self._ranges:
                self._ranges[id] = Range(id, at)
                self._ranges[id].end = here, at
                kept.ranges.append(self._ranges[id])
            case "commentRangeEnd" if id in self._ranges:
                self._ranges[id].end = here, at

    def _begin(self) -> None:
        joined = None if self._paragraphs else self._joined
        super()._begin()
        self._element += 1
        here = self._paragraphs[-1]
        kept = self._kept.get(here)
        if kept is None and joined:  # of that one nothing is left but what began in it
            kept = self._kept.pop(joined)
            kept.elements, kept.tracked = [], []
        if kept:
            kept.take(self._next)
        self._kept[here] = kept = kept or self._next
        self._next = Kept()
        kept.where = "box" if len(self._paragraphs) > 1 else "table" if self._tables[-1] else "body"
        kept.elements.append(self._element)

    def _say(self, text: str) -> None:
        super()._say(text)
        if not self._paragraphs or not text:
            return
        here = self._paragraphs[-1]
        text, kept = here.texts[-1], self._kept[here]
        self.said.setdefault(kept.elements[-1], []).append(text)
        if self._changes:
            self._track(self._changes[-1], text, here.size - len(text))
        for mark in self._unsaid.values():
            mark.said, mark.home = True, kept if mark.home.where == "box" else self._kept[self._paragraphs[0]]
        self._unsaid.clear()

    def _leave_out(self, what: str, text: str) -> None:
        super()._leave_out(what, text)
        if text and what in (DELETED, INSERTED) and self._paragraphs and _simple(self._changes, self.gone):
            self._track(self._changes[-1], text)

    def _track(self, change: Tracking, text: str, at: int | None = None) -> None:
        """Some more words of a tracked change."""
        here = self._paragraphs[-1]
        tracked = self._kept[here].tracked
        start = here.size if at is None else at
        if tracked and tracked[-1][0] is change:
            tracked[-1][2].append(text)
        else:
            tracked.append((change, start, [text]))

    def _write(self, paragraph: Paragraph) -> None:
        lines = self._lines
        at = len(lines)
        super()._write(paragraph)
        raw, kept = lines[at], self._kept[paragraph]
        kept.written = True
        kept.label = raw.text[: len(raw.text) - paragraph.size].strip()
        kept.style = f"{raw.claim}{raw.level}" if raw.claim == "heading" else raw.claim

    def came(self, former: Mapping[int, Sequence[str]], comments: Mapping[str, Comment]) -> Iterable[Came]:
        """The paragraphs, in order; `former` has what each element of one says with all tracked changes rejected."""
        marks: dict[Kept, list[Mark]] = {}
        for mark in self._marks:
            marks.setdefault(mark.home, []).append(mark)
        written = [(paragraph, kept) for paragraph, kept in self._kept.items() if kept.written]
        for paragraph, kept in sorted(written, key=lambda one: one[1].elements[0]):
            text = "".join(paragraph.texts)
            yield Came(
                text=text,
                before="".join(piece for n in kept.elements for piece in former.get(n, ())),
                number=paragraph.line,
                where=kept.where,
                marks=_lines_marked(marks.get(kept, ())),
                style=kept.style,
                label=kept.label,
                tracked=tuple(sorted((_tracked(*one, self.gone, len(text)) for one in kept.tracked), key=_start)),
                comments=tuple(_remark(comments[one.id], one, paragraph) for one in kept.ranges if one.id in comments),
                pictures=kept.pictures,
            )


class Former(Coming):
    """The paragraphs of a document with all tracked changes rejected."""

    gone = ("inserted", "moved-here")
    left_out: Mapping[str, str] = {
        **{name: what for name, what in LEFT_OUT.items() if name not in CHANGES},
        "ins": INSERTED,
        "moveTo": INSERTED,
    }
    joining = ("ins", "moveTo", "vanish", "specVanish")
    unmade = ("ins", "cellIns")


def _simple(changes: Sequence[Tracking], gone: tuple[Change, ...]) -> bool:
    """Whether words that are left out for a tracked change would stand in the other view: they were not put in and taken out."""
    return bool(changes) and all(one.kind in gone for one in changes)


def _lines_marked(marks: Sequence[Mark]) -> tuple[int, ...]:
    """The lines whose bookmarks are in a paragraph: of those that have words, else of all."""
    full = [mark.line for mark in marks if mark.said]
    return tuple(full or (mark.line for mark in marks))


def _start(one: Tracked) -> int:
    return one.start


def _tracked(change: Tracking, start: int, words: Sequence[str], gone: tuple[Change, ...], size: int) -> Tracked:
    text = "".join(words)
    of_mark = change.kind.startswith("mark-")
    end = size if of_mark else start if change.kind in gone else start + len(text)
    return Tracked(change.kind, change.author, change.date, size if of_mark else start, end, text)


def _remark(comment: Comment, range: Range, here: Paragraph) -> Remark:
    """A comment where it lies; one that ends in another paragraph lies on all of the rest of its first."""
    paragraph, at = range.end
    end = at if paragraph is here else here.size
    return replace(comment.remark, start=range.start, end=max(range.start, end))


def _whole(came: Came, titles: set[int], told: Recorded) -> Came:
    """A paragraph; where only our layout broke its line, that is whole again, and what lies in it with it."""
    text = came.text.replace("\n", "")
    if text == came.text or not (titles & set(came.marks) or lines_digest([text]) in told.hashes):
        return came

    def moved(at: int) -> int:
        return at - came.text.count("\n", 0, at)

    return replace(
        came,
        text=text,
        before=came.before.replace("\n", ""),
        tracked=tuple(
            replace(one, start=moved(one.start), end=moved(one.end), words=one.words.replace("\n", ""))
            for one in came.tracked
        ),
        comments=tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in came.comments),
    )
