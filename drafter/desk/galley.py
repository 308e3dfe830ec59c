"""A finished text and what was found in it → one HTML page: the speech as on paper, each finding in the margin beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from msgspec import Struct

from drafter.desk.galley_sheet import SHEET
from drafter.language import TONGUES
from drafter.language.marks import characters, units
from drafter.model.finished import Finished, Paragraph
from drafter.problem import Place, Problem, Severity
from drafter.sentences import Translate, sentence, spot, visible
from drafter.sentences.galley import (
    BACK,
    DROP,
    FINDINGS,
    FORTH,
    INSTEAD,
    LANGUAGE,
    LENGTH,
    MINUTES,
    NONE,
    OUTLINE,
    PARAGRAPH,
    SEE,
    WHOLE,
)

GLYPHS: Mapping[Severity, str] = {"error": "■", "warning": "▲", "info": "○"}
"""What stands behind the words, so that nobody needs to see colours; the worst first."""
CONTENT = "default-src 'none'; style-src 'unsafe-inline'"
"""The page may fetch and run nothing, whatever stands in the text."""
WORD = ".docx"
"""Where a line is a paragraph."""
RUN_IN = 45
"""Characters of a heading that is a paragraph which begins with one."""


class Mark(Struct, frozen=True):
    """Words that a finding speaks of."""

    paragraph: int
    """Which paragraph, from 0."""
    start: int
    """Where in it they begin."""
    end: int
    """Where they end."""
    finding: int
    """Which finding, from 1."""
    other: int = 0
    """Which of its other places, from 1; 0 where the finding itself stands."""

    @property
    def id(self) -> str:
        """By what it is linked to."""
        return f"w{self.finding}" + (f"-{self.other}" if self.other else "")


class Page:
    """What all parts of one page share."""

    def __init__(self, finished: Finished, problems: Sequence[Problem], translate: Translate) -> None:
        self.finished, self.problems, self._ = finished, problems, translate
        self.tongue = TONGUES.get(finished.language) or TONGUES["zh"]
        self.marks: dict[int, list[Mark]] = {}
        self.linked: set[str] = set()
        self.beside: dict[int, list[int]] = {}
        for n, problem in enumerate(problems, 1):
            at = located(finished, problem.place, problem.words)
            self.beside.setdefault(at[0] if at else -1, []).append(n)
            others = (located(finished, one.place, one.words) for one in problem.related)
            for k, found in enumerate((at, *others)):
                if found:
                    mark = Mark(*found, n, k)
                    self.marks.setdefault(found[0], []).append(mark)
                    self.linked.add(mark.id)

    def minutes(self, paragraphs: Iterable[Paragraph]) -> str:
        """How long paragraphs take to say."""
        minutes = sum(units(one.text, self.tongue) for one in paragraphs) / self.tongue.rate
        return f"{minutes:.1f}"


def page(finished: Finished, problems: Sequence[Problem], translate: Translate = str) -> str:
    """The page; it needs nothing from elsewhere, and nothing in the text is anything but text in it."""
    made = Page(finished, problems, translate)
    title = next((one.text.strip() for one in finished.paragraphs if one.kind == "title"), finished.file)
    rows = "\n".join(_row(made, n, one) for n, one in enumerate(finished.paragraphs))
    return document(title, SHEET, _head(made), rows, finished.language, translate)


def document(title: str, sheet: str, head: str, body: str, language: str, translate: Translate) -> str:
    """A whole page of a text in that language; it needs nothing from elsewhere."""
    spoken = "zh-CN" if language == "zh" else escape(language)
    return (
        f'<!DOCTYPE html>\n<html lang="{translate(LANGUAGE)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{CONTENT}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{as_text(title)}</title>\n<style>\n{sheet}</style>\n</head>\n<body>\n{head}\n"
        f'<main lang="{spoken}">\n{body}\n</main>\n</body>\n</html>\n'
    )


def located(finished: Finished, place: Place, words: str) -> tuple[int, int, int] | None:
    """Which paragraph a place is in, and where in it the words are; without words, or where they are not, all of it."""
    if not place.line or place.file != finished.file:
        return None
    before = [n for n, one in enumerate(finished.paragraphs) if one.place.line <= place.line]
    if not before:
        return None
    line = finished.paragraphs[before[-1]].place.line
    near = [n for n in before if finished.paragraphs[n].place.line == line]
    for n in near:
        one = finished.paragraphs[n]
        due = place.column - one.place.column if place.line == line else 0
        found = [at.start() for at in re.finditer(f"(?={re.escape(words)})", one.text)] if words else []
        if found:
            start = min(found, key=lambda at: abs(at - due))
            return n, start, start + len(words)
    return near[0], 0, len(finished.paragraphs[near[0]].text)


def _head(page: Page) -> str:
    """What the page is of, how much was found, and the outline."""
    told = page._
    whole = "".join(note(page, n) for n in page.beside.get(-1, ()))
    return (
        f'<header>\n<p class="file">{as_text(page.finished.file)}</p>\n<p class="size">{size(page)}</p>\n'
        f"{counts(page)}\n{outline(page)}\n" + (f"<h2>{told(WHOLE)}</h2>\n{whole}\n" if whole else "") + "</header>"
    )


def size(page: Page) -> str:
    """How long the text is, on paper and in minutes."""
    minutes = page.minutes(page.finished.paragraphs)
    count = f"{characters(page.finished.text):,}"
    return escape(page._(LENGTH).format(characters=count, minutes=minutes, rate=page.tongue.rate))


def counts(page: Page) -> str:
    """How many findings of each severity, each with its mark and a link to the first."""
    count = Counter[str]()
    for problem in page.problems:
        count[problem.severity] += 1 + problem.more
    items = [
        f'<li><a class="{severity}" href="#n{first}"><span class="glyph">{glyph}</span> {escape(page._(severity))} '
        f"<b>{count[severity]}</b></a></li>"
        for severity, glyph in GLYPHS.items()
        for first in [n for n, one in enumerate(page.problems, 1) if one.severity == severity][:1]
    ]
    if not items:
        return f'<p class="none">{page._(NONE)}</p>'
    return f'<nav aria-label="{escape(page._(FINDINGS))}"><ul class="counts">{"".join(items)}</ul></nav>'


def outline(page: Page, words: Mapping[int, str] | None = None) -> str:
    """The headings, with the minutes of what stands under each and how much was found there; `words` are theirs, where more follows."""
    every = page.finished.paragraphs
    heads = [(n, one) for n, one in enumerate(every) if one.kind == "heading"]
    rows = []
    for k, (n, one) in enumerate(heads):
        end = next((m for m, other in heads[k + 1 :] if other.level <= one.level), len(every))
        found = Counter(page.problems[i - 1].severity for m in range(n, end) for i in page.beside.get(m, ()))
        marks = "".join(
            f' <span class="{name}"><span class="glyph">{glyph}</span>{found[name]}</span>'
            for name, glyph in GLYPHS.items()
            if found[name]
        )
        minutes = page._(MINUTES).format(minutes=page.minutes(every[n:end]))
        text = (words or {}).get(n, one.text).strip()
        short = text if len(text) <= RUN_IN else re.split("(?<=[。！？])", text)[0][:RUN_IN]
        rows.append(
            f'<li class="level{max(1, min(one.level, 4))}"><a href="#p{n}">{as_text(short)}</a>'
            f'<span class="told">{escape(minutes)}{marks}</span></li>'
        )
    if not rows:
        return ""
    return f'<nav class="outline" aria-label="{escape(page._(OUTLINE))}"><ol>\n' + "\n".join(rows) + "\n</ol></nav>"


def _row(page: Page, n: int, one: Paragraph) -> str:
    """A paragraph, and beside it what was found in it."""
    tag = {"title": "h1", "heading": f"h{max(2, min(one.level + 1, 5))}"}.get(one.kind, "p")
    kind = f"{one.kind} level{min(one.level, 4)}" if one.kind == "heading" else one.kind
    kind += " run-in" if one.kind == "heading" and len(one.text) > RUN_IN else ""
    kind += " set-in" if one.text[:1].isspace() else ""
    whole = [page.problems[mark.finding - 1].severity for mark in page.marks.get(n, ()) if _whole(mark, one.text)]
    kind += next((f" barred {name}" for name in GLYPHS if name in whole), "")
    notes = "".join(note(page, number) for number in page.beside.get(n, ()))
    return (
        f'<div class="row"><{tag} class="{kind}" id="p{n}">{_marked(page, n, one.text)}</{tag}>'
        + (f'<aside lang="{page._(LANGUAGE)}">{notes}</aside>' if notes else "")
        + "</div>"
    )


def _marked(page: Page, n: int, text: str) -> str:
    """The text of a paragraph, its marked words marked; where several findings meet, each piece as the worst of them."""
    marks = page.marks.get(n, [])
    cuts = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    done = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        words = as_text(text[start:end])
        over = [mark for mark in marks if mark.start <= start and end <= mark.end and not _whole(mark, text)]
        own = [page.problems[mark.finding - 1].severity for mark in over if not mark.other]
        worst = next((name for name in GLYPHS if name in own), "related" if over else "")
        if worst and words:
            words = f'<mark class="{worst}">{words}</mark>'
        done.append(words + "".join(reference(page, mark) for mark in marks if mark.end == end and start < end))
    empty = "" if text else "".join(reference(page, mark) for mark in marks)
    return "".join(done) + empty


def _whole(mark: Mark, text: str) -> bool:
    """Whether a mark is on all of a paragraph, which then has a bar beside it; a line under all of it would be none."""
    return mark.end - mark.start == len(text) and not mark.other


def reference(page: Page, mark: Mark) -> str:
    """What stands behind marked words: glyph and number, a link to the note."""
    severity = page.problems[mark.finding - 1].severity
    label = page._(FORTH).format(n=mark.finding, severity=page._(severity))
    glyph = "→" if mark.other else GLYPHS[severity]
    return (
        f'<a class="ref {severity}" id="{mark.id}" href="#n{mark.finding}" aria-label="{escape(label)}">'
        f'<span class="glyph">{glyph}</span>{mark.finding}</a>'
    )


def note(page: Page, n: int) -> str:
    """One finding in the margin."""
    problem, told = page.problems[n - 1], page._
    glyph = f'<span class="glyph">{GLYPHS[problem.severity]}</span>{n}'
    back = escape(told(BACK).format(n=n))
    number = f'<a href="#w{n}" aria-label="{back}">{glyph}</a>' if f"w{n}" in page.linked else f"<span>{glyph}</span>"
    more = []
    if problem.edit and problem.words:
        text = f"<q>{as_text(problem.edit.text)}</q>"
        says = escape(told(INSTEAD)).format(text=text) if problem.edit.text else escape(told(DROP))
        more.append(f'<p class="instead">{says}</p>')
    for k, one in enumerate(problem.related, 1):
        at = told(PARAGRAPH).format(n=one.place.line) if one.place.file.lower().endswith(WORD) else spot(one.place)
        place, words = escape(at), f"<q>{as_text(one.words)}</q>"
        place = f'<a href="#w{n}-{k}">{place}</a>' if f"w{n}-{k}" in page.linked else place
        more.append(f'<p class="see">{escape(told(SEE)).format(place=place, words=words)}</p>')
    return (
        f'<section class="note {problem.severity}" id="n{n}"><p>{number} <b>{escape(told(problem.severity))}</b> '
        f'{escape(sentence(problem, told))} <span class="rule">{as_text(problem.rule)}</span></p>{"".join(more)}</section>'
    )


def as_text(text: str) -> str:
    """Text that may come from anyone, as text; what could turn it round is made visible, its own breaks are kept."""
    return escape("".join(one if one in "\n\t" else visible(one) for one in re.split("([\n\t])", text)))
