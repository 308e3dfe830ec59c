"""Two speeches beside each other → one HTML page: the second as on paper, with what went and what came; what is the same is folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from drafter.desk.diff import Compared, Line
from drafter.desk.diff_sheet import SHEET
from drafter.desk.galley import RUN_IN, as_text, document
from drafter.review.differences import BREAK, Difference
from drafter.review.words import Piece
from drafter.sentences import Translate
from drafter.sentences.diff import BESIDE, BETWEEN, FACTS, FOLDED, KINDS, MOVED_AWAY, MOVED_HERE, NUMBERS, SAME
from drafter.sentences.galley import LANGUAGE, PARAGRAPH

GLYPHS: Mapping[str, str] = {"changed": "±", "added": "+", "deleted": "−", "moved": "⇅", "parted": "⏎", "joined": "⤴"}
"""What stands beside a difference, so that nobody needs to see colours."""
AROUND = 1
"""Paragraphs that are the same and shown before and behind one that is not."""


def page(found: Compared, translate: Translate = str) -> str:
    """The page; it needs nothing from elsewhere, and nothing in the texts is anything but text in it."""
    made = _Page(found, translate)
    lines = found.after.lines or found.before.lines
    title = next((line.text for line in lines if line.kind == "title"), str(found.after.file))
    chinese = any("\u4e00" <= char <= "\u9fff" for line in lines for char in line.text)
    return document(title, SHEET, made.head(), made.body(), "zh" if chinese else "en", translate)


class _Page:
    """What all parts of one page share."""

    def __init__(self, found: Compared, translate: Translate) -> None:
        self.found, self._ = found, translate
        self.number = {id(one): n for n, one in enumerate(found.differences, 1)}

    def head(self) -> str:
        """Which files these are, how much differs, and the facts that do."""
        found, told = self.found, self._
        said = BETWEEN if found.different else SAME
        names = told(said).format(before=found.before.file.name, after=found.after.file.name)
        return f'<header>\n<p class="file">{as_text(names)}</p>\n{self._counts()}\n{self._facts()}{self._beside()}</header>'

    def _counts(self) -> str:
        """How many differences of each kind, each with its mark and a link to the first."""
        count = Counter(one.kind for one in self.found.differences)
        first = {one.kind: self.number[id(one)] for one in reversed(self.found.differences)}
        items = (
            f'<li><a class="{kind}" href="#d{first[kind]}"><span class="glyph">{glyph}</span> '  # type: ignore[index]
            f"{escape(self._(KINDS[kind]))} <b>{count[kind]}</b></a></li>"  # type: ignore[index]
            for kind, glyph in GLYPHS.items()
            if count[kind]  # type: ignore[index]
        )
        return f'<ul class="counts">{"".join(items)}</ul>'

    def _facts(self) -> str:
        """The values that differ."""
        rows = "".join(
            f"<tr><th>{as_text(fact.name)}</th><td>{_words(fact.pieces)}</td></tr>" for fact in self.found.facts
        )
        return f"<h2>{self._(FACTS)}</h2>\n<table>{rows}</table>\n" if rows else ""

    def _beside(self) -> str:
        """What differs in tables and text boxes."""
        rows = "".join(f"<li>{_words(one.pieces)}</li>" for one in self.found.beside if one.kind != "same")
        return f"<h2>{self._(BESIDE)}</h2>\n<ul>{rows}</ul>\n" if rows else ""

    def body(self) -> str:
        """The rows: those that are the same folded, but for what stands beside a difference."""
        done: list[str] = []
        every = [*self._with_stubs()]
        shown = {
            n + k
            for n, (one, away) in enumerate(every)
            if away or one.kind != "same"
            for k in range(-AROUND, AROUND + 1)
        }
        for open_, group in groupby(enumerate(every), lambda one: one[0] in shown):
            rows = [self._row(one, away) for _, (one, away) in group]
            done += rows if open_ or len(rows) == 1 else [self._folded(rows)]
        return "\n".join(done)

    def _folded(self, rows: Sequence[str]) -> str:
        said, inside = self._(FOLDED).format(n=len(rows)), "\n".join(rows)
        return f"<details><summary>{escape(said)}</summary>\n{inside}\n</details>"

    def _with_stubs(self) -> Iterator[tuple[Difference, bool]]:
        """The differences, and each that moved also where it stood."""
        away = sorted((one for one in self.found.every if one.kind == "moved"), key=lambda one: one.before)
        for one in self.found.every:
            while away and one.before and one.kind != "moved" and away[0].before < one.before:
                yield away.pop(0), True
            yield one, False
        for one in away:
            yield one, True

    def _row(self, one: Difference, away: bool) -> str:
        """A paragraph, and beside it what became of it."""
        if away:
            return self._stub(one)
        old, new = [self.found.before.lines[n] for n in one.before], [self.found.after.lines[m] for m in one.after]
        tag, kind = _set(next((line for line in (*new, *old) if line.kind), (*new, *old)[0]))
        if one.kind == "same":
            return f'<div class="row"><{tag} class="{kind}">{_words(one.pieces)}</{tag}></div>'
        n = self.number[id(one)]
        return (
            f'<div class="row {one.kind}"><{tag} class="{kind} barred" id="d{n}">{_words(one.pieces)}</{tag}>'
            f'<aside lang="{self._(LANGUAGE)}"><section class="note">{self._note(one)}</section></aside></div>'
        )

    def _stub(self, one: Difference) -> str:
        """Where something stood that stands elsewhere now."""
        line = self.found.before.lines[one.before[0]]
        said = self._(MOVED_AWAY).format(n=self.found.after.lines[one.after[0]].number)
        return (
            f'<div class="row moved"><p class="body barred stub"><del>{as_text(line.text)}</del></p>'
            f'<aside lang="{self._(LANGUAGE)}"><section class="note"><p><a href="#d{self.number[id(one)]}">'
            f'<span class="glyph">{GLYPHS["moved"]}</span> {escape(said)}</a></p></section></aside></div>'
        )

    def _note(self, one: Difference) -> str:
        """What is told beside a difference: what it is, where, and which nodes say it."""
        old = ", ".join(str(self.found.before.lines[n].number) for n in one.before)
        new = ", ".join(str(self.found.after.lines[m].number) for m in one.after)
        where = MOVED_HERE if one.kind == "moved" else NUMBERS if one.before and one.after else PARAGRAPH
        said = self._(where).format(n=old if one.before else new, before=old, after=new)
        nodes = " ".join(self.found.nodes(one))
        return (
            f'<p><span class="glyph">{GLYPHS[one.kind]}</span> <b>{escape(self._(KINDS[one.kind]))}</b> {escape(said)}'
            + (f' <span class="rule">{as_text(nodes)}</span>' if nodes else "")
            + "</p>"
        )


def _set(line: Line) -> tuple[str, str]:
    """The tag and the class of a paragraph."""
    if line.kind == "title":
        return "h1", "title"
    if line.kind.startswith("heading"):
        level = int(line.kind[7:] or 1)
        return f"h{max(2, min(level + 1, 5))}", f"heading level{min(level, 4)}" + " run-in" * (len(line.text) > RUN_IN)
    return "p", "body"


def _words(found: Sequence[Piece]) -> str:
    """Stretches in turn: what went, what came, what stayed."""
    return "".join(_stretch(piece) for piece in found)


def _stretch(piece: Piece) -> str:
    if BREAK in (piece.before, piece.after):
        sign = '<span class="break">⏎</span>'
        sign = sign if piece.same else f"<del>{sign}</del>" if piece.before else f"<ins>{sign}</ins>"
        return sign + ('<br><span class="begun"></span>' if piece.after else "")
    return as_text(piece.before) if piece.same else _changed(piece.before, piece.after)


def _changed(old: str, new: str) -> str:
    return (f"<del>{as_text(old)}</del>" if old else "") + (f"<ins>{as_text(new)}</ins>" if new else "")
