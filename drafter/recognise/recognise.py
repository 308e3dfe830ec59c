"""A sheet read as a speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.language import TONGUES, Tongue
from drafter.language.enumerators import show
from drafter.model.cues import Cues
from drafter.model.enumerator import Enumerator
from drafter.model.manuscript import Heading, Line, Manuscript, Part, Point, Role, Words
from drafter.model.sheet import Recognised, Sheet
from drafter.model.speech import Text
from drafter.recognise.frame import frame
from drafter.recognise.ladder import Item, ladder, unglued
from drafter.recognise.marks import mended
from drafter.recognise.moves import move_of, moves
from drafter.recognise.paragraphs import paragraphs
from drafter.recognise.patterns import any_of
from drafter.recognise.points import Series, series
from drafter.recognise.trace import Para, Trace

CLOSING_REACH = 4
"""Paragraphs at the end among which the closing is looked for."""
GLUED_CLOSING = re.compile("(?<=[。！])(?=(?:同志们|总之)，)")


def recognise(sheet: Sheet, cues: Cues) -> Recognised:
    """The speech on a sheet; nothing is left out without being told."""
    trace = Trace()
    paras = [mended(para, cues, trace) for para in unglued(paragraphs(sheet, trace))]
    paras = [para for para in paras if para.text]
    _other_kind(paras, cues, trace)
    found = frame(paras, cues, trace)
    writer = _Writer(TONGUES[cues.language], cues)
    for role, para in (
        ("title", found.title),
        ("byline", found.byline),
        ("date", found.date),
        ("salutation", found.salutation),
    ):
        if para is not None:
            writer.front(role, para.text)  # type: ignore[arg-type]
    body = _closing_unglued(found.body)
    items = ladder(body, trace)
    opening, emphases, closing = _zones(items, cues, trace)
    for zone, role, part in (
        ("opening", "opening", opening),
        ("body", "body", emphases),
        ("closing", "closing", closing),
    ):
        writer.items(part, zone, role)  # type: ignore[arg-type]
    return Recognised(
        manuscript=Manuscript(cues.language, tuple(writer.lines)),
        cuts=tuple(trace.cuts),
        mends=tuple(trace.mends),
        problems=(*sheet.problems, *trace.problems),
        cues=writer.cues_found,
    )


def _other_kind(paras: Sequence[Para], cues: Cues, trace: Trace) -> None:
    """Say so where a text is a letter or a notice."""
    pattern = any_of(cues.other)
    found = next((para for para in (*paras[:6], *paras[-4:]) if pattern.search(para.text)), None)
    titled = any(any_of(cues.title).search(para.text) for para in paras[:8])
    if found and not titled:
        trace.doubt("not-a-speech", found.place, text=found.text[:24])


def _closing_unglued(body: Sequence[Para]) -> list[Para]:
    """The body with a closing that is glued to the last paragraph parted from it."""
    if not body or (len(body) > 12 and all(len(p.text) < 600 for p in body)):
        return list(body)
    last = body[-1]
    cuts = [found.start() for found in GLUED_CLOSING.finditer(last.text)]
    if len(last.text) < 200 or not cuts or len(last.text) - cuts[-1] < 20:
        return list(body)
    at = cuts[-1]
    end = replace(last, text=last.text[at:], place=replace(last.place, column=last.place.column + at))
    return [*body[:-1], replace(last, text=last.text[:at]), end]


def _zones(items: Sequence[Item], cues: Cues, trace: Trace) -> tuple[list[Item], list[Item], list[Item]]:
    """Opening, emphases and closing; no heading says where the last emphasis ends."""
    first = next((n for n, item in enumerate(items) if item.number and item.heading), None)
    if first is None:
        return _unnumbered(items, cues, trace)
    opening, emphases = list(items[:first]), list(items[first:])
    tail = emphases[-1].children if emphases[-1].number else emphases
    loose = _trailing(tail)
    if not tail or not loose:
        inner = _deepest(emphases[-1])
        tail, loose = inner, _trailing(inner)
    at = _closing_at([item.para for item in loose], cues)
    if at is None:
        return opening, emphases, []
    closing = loose[at:]
    del tail[len(tail) - len(closing) :]
    return opening, emphases, closing


def _deepest(item: Item) -> list[Item]:
    """The list that holds the last paragraphs of a section."""
    while item.children and item.children[-1].number:
        item = item.children[-1]
    return item.children


def _trailing(items: Sequence[Item]) -> list[Item]:
    """The paragraphs without numbers at the end."""
    n = len(items)
    while n and not items[n - 1].number and len(items) - n < CLOSING_REACH:
        n -= 1
    return list(items[n:])


def _closing_at(paras: Sequence[Para], cues: Cues) -> int | None:
    """Where the closing begins among the last paragraphs."""
    starts = any_of(cues.closing, "^")
    for n, para in enumerate(paras):
        if starts.match(para.text):
            return n
    if paras and paras[-1].text.rstrip("”")[-1:] in "！!":
        return len(paras) - 1
    return None


def _unnumbered(items: Sequence[Item], cues: Cues, trace: Trace) -> tuple[list[Item], list[Item], list[Item]]:
    """A speech without headings: the opening ends where it says that points follow, or with the first paragraph."""
    rest = list(items)
    zones = [move_of(item.para.text, "opening", cues) for item in rest[:6]]
    at = max((n + 1 for n, found in enumerate(zones) if found and found[0] == "transition"), default=0)
    at = at or (1 if len(rest) > 2 else 0)
    opening, rest = rest[:at], rest[at:]
    loose = _trailing(rest) if len(rest) > 1 else []
    begin = _closing_at([item.para for item in loose], cues)
    closing = loose[begin:] if begin is not None and len(loose) - begin < len(rest) else []
    if rest:
        trace.doubt("no-numbered-points", rest[0].para.place)
    return opening, rest[: len(rest) - len(closing)], closing


def _has_numbers(item: Item) -> bool:
    return any(child.number for child in item.children)


class _Writer:
    """Items as lines of a manuscript, every part with an id that says what it is."""

    def __init__(self, tongue: Tongue, cues: Cues) -> None:
        self.tongue = tongue
        self.cues = cues
        self.lines: list[Line] = []
        self.cues_found: dict[str, str] = {}
        self.ids: Counter[str] = Counter()

    def front(self, role: Role, text: str) -> None:
        """A line before the first sentence; the date stands in brackets."""
        from drafter.model.fold import bracketed

        inlines = (Text(text),)
        self.lines.append(
            Line(role, 0, (Words(role, role, bracketed(inlines, self.tongue.code) if role == "date" else inlines),))
        )

    def items(self, items: Sequence[Item], zone: str, role: Role) -> None:
        """Lines for items and for all that stands below them; what leads to the numbered ones is a lead."""
        row: dict[str, str] = {}
        numbered = any(item.number for item in items)
        for n, item in enumerate(items):
            depth = item.depth
            leads = zone == "body" and depth > 0 and numbered and not any(one.number for one in items[: n + 1])
            if item.number and item.heading:
                self._headed(item, zone)
                self.items(item.children, zone, role)
            elif item.number:
                id = row.setdefault(item.number.scheme, "") or self._id(f"{zone}-points")
                row[item.number.scheme] = id
                label = show(Enumerator(item.number.scheme, item.number.ordinal, item.number.last), self.tongue)
                move = (move_of(item.rest, zone, self.cues) or ("measures", ""))[0]
                point = Point(id, move, item.number.scheme, item.number.ordinal, (Text(label + item.rest),))
                self.lines.append(Line(role, depth - 1, (point,)))
                self.items(item.children, zone, role)
            else:
                self.lines.append(Line(role, depth, tuple(self._parts(item.rest, zone, leads))))

    def _headed(self, item: Item, zone: str) -> None:
        assert item.number is not None
        text = item.heading + item.rest + "".join(child.rest for child in item.children[:2])
        found = move_of(item.heading, zone, self.cues) or move_of(text, zone, self.cues)
        move = found[0] if found else ""
        id = self._named(move or "point", found[1] if found else "")
        label = show(Enumerator(item.number.scheme, item.number.ordinal, item.number.last), self.tongue)
        runs_in = bool(item.stop)
        head = Heading(id, move, item.number, label, (Text(item.heading),), runs_in, item.stop)
        parts: tuple[Part, ...] = (head, *self._parts(item.rest, zone, bool(item.rest) and _has_numbers(item)))
        self.lines.append(Line("heading", item.depth, parts))

    def _parts(self, text: str, zone: str, leads: bool) -> Iterator[Part]:
        """A paragraph's passages and the points told off in it."""
        told = series(text, self.cues)
        if told is None:
            yield from self._words(text, zone, leads)
            return
        yield from self._words(text[: told.start], zone, zone == "body")
        yield from self._points(text, told, zone)
        yield from self._words(text[told.end :], zone, False)

    def _words(self, text: str, zone: str, leads: bool) -> Iterator[Part]:
        """The passages of a text; one that leads to points is a lead, unless it demands something by strong words."""
        if leads and text:
            found = move_of(text, zone, self.cues)
            move, cue = found if found and found[0] == "demand" else ("lead", "")
            yield Words(self._named(move, cue), move, (Text(text),))
            return
        for words, move, cue in moves(text, zone, self.cues):
            yield Words(self._named(move or "words", cue), move, (Text(words),))

    def _named(self, name: str, cue: str) -> str:
        id = self._id(name)
        if cue:
            self.cues_found[id] = cue
        return id

    def _points(self, text: str, told: Series, zone: str) -> Iterator[Part]:
        id = self._id("points")
        ends = (*told.starts[1:], told.end)
        move = (move_of(text[told.start : told.end], zone, self.cues) or ("measures", ""))[0]
        for n, (start, end) in enumerate(zip(told.starts, ends, strict=True), 1):
            yield Point(id, move, told.scheme, n, (Text(text[start:end]),))

    def _id(self, name: str) -> str:
        name = name.replace("_", "-")
        self.ids[name] += 1
        return name if self.ids[name] == 1 else f"{name}-{self.ids[name]}"
