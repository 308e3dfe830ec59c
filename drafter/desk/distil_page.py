"""Distilled speeches → one HTML page: a speech as on paper, or several side by side, with their facts marked and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import accumulate, groupby

from drafter.desk.distil import Returned, drafts_again
from drafter.desk.distil_marks import Marker, Stretch, Told, told
from drafter.desk.distil_sheet import SHEET
from drafter.desk.galley import Page, as_text, counts, document, note, outline, reference, size
from drafter.distillation.align import Row
from drafter.distillation.frames import UNIT
from drafter.model.finished import Finished, Paragraph, ParagraphKind
from drafter.model.manuscript import page_text, printed
from drafter.model.move import MOVES
from drafter.model.sheet import Cut, Recognised
from drafter.model.speech import Block, Headed, plain
from drafter.problem import Place
from drafter.sentences import WHY, Translate
from drafter.sentences.distil import CUE, CUTS, LEFT_OUT, LIST, MENDED, SEVERAL, ZONES
from drafter.sentences.found import SET_IN, Why
from drafter.sentences.galley import LANGUAGE

ALIKE = 0.6
"""How much of two texts is the same, if it is to be shown what is not."""
KINDS: Mapping[str, ParagraphKind] = {"byline": "speaker", "salutation": "address", "opening": "body"}
"""What a line's role is called in a finished text, where it is called otherwise."""
OFTEN = 3
"""How many times a thing is mended that is told each time; more are told once."""
FRONT = ("title", "byline", "date", "salutation")
"""Roles of lines that do no work but to be what they are."""
CUTS_SHOWN, CUT_SHOWN = 12, 300
"""How many of the lines that were left out together are shown, and how much of each."""


def page(made: Returned, translate: Translate = str) -> str:
    """The page; it needs nothing from elsewhere, and nothing in the speeches is anything but text in it."""
    marker = Marker(made, translate)
    speeches = [told(one, again) for one, again in zip(made.recognised, drafts_again(made), strict=True)]
    language = made.blueprint.language
    if len(speeches) > 1:
        name = " · ".join(made.sources)
        body = _Beside(made, marker, speeches, translate).table()
        head = f'<header>\n<p class="file">{as_text(name)}</p>\n<p class="size">{escape(translate(SEVERAL))}</p>\n{marker.key()}\n</header>'
    else:
        one = _Alone(made.sources[0], made.recognised[0], marker, speeches[0], translate)
        name, head, body = one.title, one.head(), one.body()
    return document(name, SHEET, head, f"{body}\n{marker.table()}", language, translate)


class _Alone:
    """One speech, paragraph by paragraph, and beside each what it is, what was doubted, cut and mended there."""

    def __init__(
        self, source: str, recognised: Recognised, marker: Marker, lines: Sequence[Told], translate: Translate
    ) -> None:
        self.source, self.recognised, self.marker, self.lines, self._ = source, recognised, marker, lines, translate
        self.finished = _finished(recognised)
        self.places = [one.place.line for one in self.finished.paragraphs]
        self.galley = Page(self.finished, recognised.problems, translate)
        self.mends = Counter(mend.why for mend in recognised.mends)
        self.lists: set[str] = set()
        self.before: set[str] = set()

    @property
    def title(self) -> str:
        """What the speech is called."""
        return next((page_text(one.old) for one in self.lines if one.old.role == "title"), self.source)

    def head(self) -> str:
        """What the page is of, which kinds of facts there are, how much is doubted, and the headings."""
        heads = {n: one.heading for n, one in enumerate(self.lines) if one.heading}
        whole = "".join(note(self.galley, n) for n in self.galley.beside.get(-1, ()))
        doubts = counts(self.galley) if self.recognised.problems else ""
        cuts = len(self.recognised.cuts)
        told = [f"✂ {self._(CUTS).format(n=cuts)}"] * bool(cuts)
        told += [f"✎ {self._(MENDED).format(what=self._mended(self.mends))}"] * bool(self.mends)
        size_of = " · ".join((size(self.galley), *map(escape, told)))
        return (
            f'<header>\n<p class="file">{as_text(self.source)}</p>\n<p class="size">{size_of}</p>\n'
            f"{self.marker.key()}\n{doubts}\n{outline(self.galley, heads)}\n{whole}</header>"
        )

    def body(self) -> str:
        """The paragraphs, and between them what was left out."""
        rows: list[str] = []
        cuts = sorted((cut for cut in self.recognised.cuts if cut.place.line not in self.places), key=_line)
        for n, place in enumerate(self.places):
            before = [cut for cut in cuts if cut.place.line < place]
            rows += self._out(before)
            cuts = cuts[len(before) :]
            rows.append(self._row(n))
        return "<div>\n" + "\n".join([*rows, *self._out(cuts)]) + "\n</div>"

    def _out(self, cuts: Sequence[Cut]) -> Iterator[str]:
        """Lines that were left out, those together that stand together for one reason."""
        for why, group in groupby(cuts, lambda cut: cut.why):
            every = [as_text(_short(cut.text, CUT_SHOWN)) for cut in group]
            more = [f"…… ×{len(every) - CUTS_SHOWN}"] * (len(every) > CUTS_SHOWN)
            words = "<br>".join([*every[:CUTS_SHOWN], *more])
            yield f'<div class="row"><p class="out">{words}</p>{self._aside([self._cut(self._(WHY[why]))])}</div>'

    def _cut(self, why: str) -> str:
        return f'<p class="move">✂ {escape(self._(LEFT_OUT).format(why=why))}</p>'

    def _aside(self, notes: Sequence[str]) -> str:
        return f'<aside lang="{self._(LANGUAGE)}">{"".join(notes)}</aside>' if any(notes) else ""

    def _row(self, n: int) -> str:
        """A paragraph, and what is told of it."""
        one, paragraph = self.lines[n], self.finished.paragraphs[n]
        starts = list(one.starts)
        put = {at: f'<span class="part">{_circled(k)}</span>' for k, (at, *_) in enumerate(starts, 1)}
        put = put if len(starts) > 1 else {}
        run_in = len(one.heading) < len(page_text(one.line)) if one.heading else False
        if run_in:
            put = {**put, 0: "<b>" + put.get(0, ""), len(one.heading): "</b>" + put.get(len(one.heading), "")}
        text = self.marker.words(page_text(one.line), one.facts, put)
        marks = self.galley.marks.get(n, [])
        barred = f" barred {self.recognised.problems[marks[0].finding - 1].severity}" if marks else ""
        kind = paragraph.kind + f" level{paragraph.level}" * (paragraph.kind == "heading")
        tag = {"title": "h1", "heading": f"h{paragraph.level + 1}"}.get(paragraph.kind, "p")
        named = " named" * bool(one.facts) + " run-in" * run_in
        signs = "".join(reference(self.galley, mark) for mark in marks)
        return (
            f'<div class="row"><{tag} class="{kind}{named}{barred}" id="p{n}">{text}{signs}</{tag}>'
            f"{self._aside([*self._moves(one, starts), *self._lists(one), *self._doubts(n)])}</div>"
        )

    def _moves(self, one: Told, starts: Sequence[tuple[int, str, str]]) -> Iterator[str]:
        """What each part of a paragraph is and does, its node, and by which words its move was told."""
        if one.old.role in FRONT:
            yield f'<p class="move front">{escape(self._(SET_IN[one.old.role]))}</p>'
            return
        level = SET_IN.get(f"heading{one.old.depth}", "") if one.old.role == "heading" else ""
        cues = {at: self.recognised.cues.get(id, "") for at, id in one.ids}
        for k, (at, id, move) in enumerate(starts, 1):
            if id in self.before:
                continue
            what = [_circled(k)] * (len(starts) > 1)
            what += [escape(self._(level))] if level and at == 0 else []
            what += [f"<b>{MOVES[move]}</b>"] if move in MOVES else []
            what.append(f'<span class="rule">{as_text(id)}</span>')
            what += [escape(self._(CUE).format(words=cues[at]))] if cues.get(at) else []
            yield f'<p class="move">{" ".join(what)}</p>'
        self.before = {id for _at, id, _move in starts}

    def _lists(self, one: Told) -> Iterator[str]:
        """The lists that begin in a paragraph."""
        for name in dict.fromkeys(fact.slot.partition("[")[0] for fact in one.facts if "[" in fact.slot):
            _n, fact = self.marker.facts.get(name, (0, None))
            if fact and not isinstance(fact.value, str) and name not in self.lists:
                fields = "、".join(fact.value[0])
                said = self._(LIST).format(name=name, n=len(fact.value), fields=fields)
                yield f'<p class="move list">≡ {as_text(said)}</p>'
            self.lists.add(name)

    def _doubts(self, n: int) -> Iterator[str]:
        """What is doubted in a paragraph, and what was cut and mended."""
        yield from (note(self.galley, number) for number in self.galley.beside.get(n, ()))
        if n + 1 < len(self.places) and self.places[n + 1] == self.places[n]:
            return
        yield from (
            self._cut(f"{self._(WHY[cut.why])}: {_short(cut.text, CUT_SHOWN)}")
            for cut in self.recognised.cuts
            if cut.place.line == self.places[n]
        )
        mends = Counter(mend.why for mend in self.recognised.mends if mend.place.line == self.places[n])
        if seldom := {why: k for why, k in mends.items() if self.mends[why] <= OFTEN}:
            yield f'<p class="move mends">✎ {escape(self._mended(seldom))}</p>'

    def _mended(self, mends: Mapping[Why, int]) -> str:
        return ", ".join(self._(WHY[why]) + f" ×{n}" * (n > 1) for why, n in mends.items())


class _Beside:
    """Several speeches, a column each; what does the same work stands in one row."""

    def __init__(
        self, made: Returned, marker: Marker, speeches: Sequence[Sequence[Told]], translate: Translate
    ) -> None:
        self.made, self.marker, self._ = made, marker, translate
        self.parts = [dict(_parts(lines)) for lines in speeches]

    def table(self) -> str:
        """The rows, zone by zone."""
        heads = "".join(f"<th>{as_text(name)}</th>" for name in self.made.sources)
        body = "".join(
            f'<tr><th class="zone" colspan="{len(self.parts)}">{escape(self._(ZONES[zone]))}</th></tr>\n'
            + "".join(self._rows(rows, 0))
            for zone, rows in self.made.rows.items()
            if rows
        )
        return f'<table class="beside">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>'

    def _rows(self, rows: Sequence[Row], depth: int) -> Iterator[str]:
        for row in rows:
            said = [self.parts[n].get(part.id, ("", ())) if part else ("", ()) for n, part in enumerate(row.parts)]
            cells = (self._cell(n, part, said, depth) for n, part in enumerate(row.parts))
            yield f"<tr>{''.join(cells)}</tr>\n"
            yield from self._rows(row.below, depth + 1)

    def _cell(self, n: int, part: Block | None, said: Sequence[tuple[str, Sequence[Stretch]]], depth: int) -> str:
        if part is None:
            return '<td class="none"></td>'
        text, facts = said[n]
        kind = f"depth{min(depth, 3)}" + " head" * isinstance(part, Headed) + " named" * bool(facts)
        before = [words for words, _ in said[:n] if words]
        kind += " same" * (text in before)
        move = f'<p class="move">{MOVES[part.move]}</p>' if part.move in MOVES else ""
        marks = dict(_others(text, before[0], facts)) if before else {}
        name = as_text(self.made.sources[n])
        return f'<td class="{kind}" data-of="{name}">{move}{self.marker.words(text, facts, marks)}</td>'


def _others(text: str, before: str, facts: Sequence[Stretch]) -> Iterator[tuple[int, str]]:
    """Where words begin and end that are no facts and other than in a text that is like this one."""
    one, other = UNIT.findall(before), UNIT.findall(text)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        return
    at = [0, *accumulate(map(len, other))]
    changed = {n for kind, _, _, a, b in matcher.get_opcodes() if kind != "equal" for n in range(at[a], at[b])}
    changed -= {n for fact in facts for n in range(fact.start, fact.end)}
    for n in sorted({*changed, *(n + 1 for n in changed)}):
        if (n in changed) != (n - 1 in changed):
            yield n, "<u>" if n in changed else "</u>"


def _parts(lines: Sequence[Told]) -> Iterator[tuple[str, tuple[str, tuple[Stretch, ...]]]]:
    """The words and the facts of each part of a speech, by its id."""
    found: dict[str, tuple[str, tuple[Stretch, ...]]] = {}
    for one in lines:
        at = 0
        for part in one.old.parts:
            words = plain(printed(part))
            text, facts = found.get(part.id, ("", ()))
            by = len(text) - at
            more = (
                Stretch(fact.start + by, fact.end + by, fact.slot)
                for fact in one.facts
                if at <= fact.start < at + len(words)
            )
            found[part.id] = text + words, (*facts, *more)
            at += len(words)
    yield from found.items()


def _finished(recognised: Recognised) -> Finished:
    """The speech as a finished text, so that doubts find their paragraphs."""
    paragraphs: list[Paragraph] = []
    place, at = Place(""), 0
    for line in recognised.manuscript.lines:
        place = next((recognised.places[part.id] for part in line.parts if part.id in recognised.places), place)
        level = min(line.depth, 4) if line.role == "heading" else 0
        text = page_text(line)
        paragraphs.append(Paragraph(KINDS.get(line.role, line.role), level, text, at, place))  # type: ignore[arg-type]
        at += len(text) + 1
    text = "\n".join(one.text for one in paragraphs)
    return Finished(place.file, recognised.manuscript.language, text, tuple(paragraphs))


def _line(cut: Cut) -> int:
    return cut.place.line


def _short(text: str, size: int) -> str:
    return text if len(text) <= size else text[:size] + "……"


def _circled(n: int) -> str:
    return chr(0x245F + n) if n <= 20 else f"({n})"
