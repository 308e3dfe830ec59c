"""What an editor does to a draft in a word processor, and what the draft says then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.desk.draft import Draft
from drafter.model.manuscript import Words, page_text
from drafter.review.segments import segments

PARAGRAPH = {
    "zh": "这一段是办公室后来加的，讲的是会后怎样把事情办到底。",
    "en": "This paragraph came from the office, and it says what follows.",
}
SENTENCE = {"zh": "切实", "en": "quite "}
ASKED = "这个数核过没有？"


@dataclass(frozen=True, slots=True)
class Edit:
    """Something that is done to a document; paragraphs and characters are counted from 0."""

    kind: str
    """What it is called."""
    name: str
    """Which of the things that every editor can do: Replaced, Inserted, Deleted, Parted, Joined, Moved, Bold, Remarked."""
    given: tuple[int | str, ...]
    """Where, and with which words."""


def done(edit: Edit, lines: Sequence[str]) -> list[str]:
    """What the paragraphs say afterwards."""
    lines = list(lines)
    match edit.name, edit.given:
        case "Replaced", (int(n), int(at), int(size), str(words)):
            lines[n] = lines[n][:at] + words + lines[n][at + size :]
        case "Inserted", (int(n), str(words)):
            lines.insert(n + 1, words)
        case "Deleted", (int(n),):
            del lines[n]
        case "Parted", (int(n), int(at)):
            lines[n : n + 1] = [lines[n][:at], lines[n][at:]]
        case "Joined", (int(n),):
            lines[n : n + 2] = [lines[n] + lines[n + 1]]
        case "Moved", (int(n), int(m)):
            lines.insert(m, lines.pop(n))
    return lines


def edits(draft: Draft) -> Iterator[Edit]:
    """One of every kind, each at the first place of the draft where it can be done."""
    lines = draft.manuscript.lines
    texts, tongue = [page_text(line) for line in lines], draft.speech.language
    body = [n for n, line in enumerate(lines) if n > 4 and isinstance(line.parts[0], Words) and len(texts[n]) > 40]
    pairs = [n for n in body if n + 1 in body]
    n, other = body[0], body[-2]
    yield Edit("insert", "Inserted", (n, PARAGRAPH[tongue]))
    yield Edit("delete", "Deleted", (body[1],))
    yield _figure(draft)
    yield Edit("reword", "Replaced", (*_inside(draft, n), 0, SENTENCE[tongue]))
    yield Edit("cut", "Replaced", (*_inside(draft, other), 2, ""))
    yield Edit("move", "Moved", (other, n))
    yield Edit("move-down", "Moved", (n, other))
    split = next(n for n in body if re.search(r"[。.](?=.)", texts[n]))
    at = next(re.finditer(r"[。.]\s*(?=.)", texts[split])).end()
    yield Edit("split", "Parted", (split, at))
    if pairs:
        yield Edit("merge", "Joined", (pairs[0],))
    yield Edit("title", "Replaced", (0, len(texts[0]), 0, "提纲" if tongue == "zh" else " in brief"))
    yield Edit("bold", "Bold", (n, 3, 4))
    yield Edit("comment", "Remarked", (n, 3, 4, ASKED))


def _inside(draft: Draft, n: int) -> tuple[int, int]:
    """A place in a line where the blueprint's own words stand."""
    at = 0
    for segment in segments(draft.manuscript.lines[n]):
        if not segment.slot and len(segment.text) > 7 and segment.part >= 0:
            space = segment.text.find(" ", 2) + 1 if " " in segment.text else 3
            return n, at + space
        at += len(segment.text)
    return n, 1


def _figure(draft: Draft) -> Edit:
    """A figure of a fact that stands once."""
    every = [segment for line in draft.manuscript.lines for segment in segments(line)]
    for n, line in enumerate(draft.manuscript.lines):
        at = 0
        for segment in segments(line):
            found = re.search(r"[0-9]+", segment.text)
            once = sum(segment.slot == other.slot for other in every) == 1
            if n > 4 and segment.slot and not segment.computed and found and once and draft.place(segment.slot):
                return Edit("figure", "Replaced", (n, at + found.start(), len(found[0]), str(int(found[0]) + 1)))
            at += len(segment.text)
    raise AssertionError("no figure")
