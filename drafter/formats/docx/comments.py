"""Findings as comments in a copy of a Word file, and which of them were heard: resolved there, or answered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from drafter.formats.docx.copied import copied, with_part
from drafter.formats.docx.frame.trees import Tree, grown, space, text_of
from drafter.formats.docx.frame.trees import heard as gated
from drafter.formats.docx.gate import number, opened, value
from drafter.formats.docx.parts import HEAD, escape
from drafter.formats.docx.remarks import comments_of
from drafter.formats.docx.runs import Runs, edges, free
from drafter.formats.docx.sheet import AUTHOR, read
from drafter.formats.docx.traced import Line, Traced, meant

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
BY = f"{AUTHOR} 校对"
"""Who writes the comments."""
INITIALS = "校"
RULE = re.compile(r"\[([a-z]+(?:-[a-z]+)*)\]\s*$")
KEPT = 12
"""Characters of the words at a comment by which it is known again, wherever they stand then."""
LOOK = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)
"""A comment must not be set as the body of a speech is; what styles there are is the document's own affair."""
LETTERS = '<w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'


class Note(Struct, frozen=True):
    """A comment to be."""

    paragraph: int
    """The number of the paragraph, as the reader of Word files counts; one that is not there is the first."""
    start: int
    """Where in the text of the paragraph, as the reader gives it, its words begin."""
    end: int
    """Where they end; where they are none, the comment lies on the whole paragraph."""
    text: str
    """What it says; `[rule]` at its end lets it be known again."""
    author: str = BY
    """Who says so."""
    words: str = ""
    """Its words: paragraphs in a text box have the number of the one that holds the box, and these tell which is meant."""


def key(rule: str, words: str) -> str:
    """By what a finding is known again: its rule and how its words begin, not where they stand."""
    return f"{rule}\0{''.join(words.splitlines())[:KEPT]}"


def commented(data: bytes, notes: Iterable[Note]) -> bytes:
    """A copy with the comments, its words and looks the same, its own comments kept; raises InputError."""
    package = opened(data, "")
    traced = Traced(package)
    runs, lines = Runs(traced.root), traced.by_number(read(data, "").lines)
    existing = next(iter(package.related.get("comments", ())), "")
    root = grown(package, gated(package, existing)) if existing else None
    ids = free({number(id) for id in (*traced.ranges, *_ids(root))})
    done = [(next(ids), note) for note in notes if lines]
    for id, note in done:
        _anchor(runs, meant(lines, note.paragraph, note.start, note.end, note.words), note, str(id))
    if not done:
        return data
    fresh = "".join(_comment(id, note) for id, note in done)
    made = f'{HEAD}<w:comments xmlns:w="{space(traced.root)}">{fresh}</w:comments>'.encode()
    if root is None:
        changed = with_part(package, "comments", KIND, made)
    else:
        root.extend(grown(package, made))
        changed = {existing: text_of(root)}
    return copied(package, data, {**changed, package.main: text_of(traced.root)})


def heard(data: bytes) -> frozenset[str]:
    """The keys of our own comments that somebody resolved or answered; raises InputError."""
    package = opened(data, "")
    remarks = {id: one.remark for id, one in comments_of(package).items()}
    answered = {one.answers for one in remarks.values()}
    rules = {id: RULE.search(one.text) for id, one in remarks.items() if one.ours and (one.resolved or id in answered)}
    if not any(rules.values()):
        return frozenset()
    traced = Traced(package)
    return frozenset(key(rule[1], words) for id, rule in rules.items() if rule for words in traced.words(id))


def _ids(comments: Tree | None) -> tuple[str, ...]:
    return tuple(value(dict(one.attrib), "id") for one in comments) if comments is not None else ()


def _anchor(runs: Runs, line: Line, note: Note, id: str) -> None:
    """Put the two ends of a comment around its words, and behind them what refers to it."""
    start, end = runs.made("commentRangeStart", id=id), runs.made("commentRangeEnd", id=id)
    reference = runs.made("r")
    reference.append(runs.made("commentReference", id=id))
    found = edges(line.spots, note.start, note.end)
    if found is None:
        line.root.extend((start, end, reference))
        return
    first, last = runs.begin(found[0]), runs.end(found[1])
    first.addprevious(start)
    last.addnext(reference)
    last.addnext(end)


def _comment(id: int, note: Note) -> str:
    """A comment, a paragraph for each line that it says."""
    texts = "".join(
        f'<w:p>{LOOK}<w:r>{LETTERS}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in note.text.split("\n")
    )
    return f'<w:comment w:id="{id}" w:author="{escape(note.author)}" w:initials="{INITIALS}">{texts}</w:comment>'
