"""What is edited in a speech flows back into its brief: drafting that again says what was edited."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.carry import Carried, Edited, carried, edited
from drafter.desk.draft import Draft, draft_file
from drafter.desk.library import Library
from drafter.model.manuscript import directs, page_text
from tests.conftest import ROOT

BRIEFS = sorted((ROOT / "examples").glob("*/brief.yaml"))
LIBRARY = Library()
SENTENCE = "这一句是办公室后来加的。"
PARAGRAPH = "这一段是办公室后来加的，讲的是会后怎样把事情办到底。"
kinds = ("reword", "cut", "add", "append", "move", "part", "join", "front")
edits = st.lists(st.tuples(st.sampled_from(kinds), st.integers(0, 999), st.integers(0, 999)), min_size=1, max_size=4)
texts = st.lists(st.text("一二三，。的是", max_size=12), max_size=8)


@cache
def drafted(path: Path) -> Draft:
    return draft_file(path, LIBRARY)


def lines_of(draft: Draft) -> list[str]:
    return [page_text(line) for line in draft.manuscript.lines]


def one_edit(lines: list[str], draft: Draft, kind: str, a: int, b: int) -> None:
    """One thing that an editor does, in place; the numbers say where."""
    apart = {page_text(line) for line in draft.manuscript.lines if line.role == "heading" or directs(line.parts[0])}
    where = [n for n, text in enumerate(lines) if n > 3 and text not in apart] or [len(lines) - 1]
    n = where[a % len(where)]
    text = lines[n]
    match kind:
        case "reword":
            at = b % max(1, len(text))
            lines[n] = f"{text[:at]}切实{text[at:]}"
        case "cut":
            del lines[n]
        case "add":
            lines.insert(n + 1, PARAGRAPH)
        case "append":
            lines[n] = text + SENTENCE
        case "move":
            lines.insert(where[b % len(where)] % len(lines), lines.pop(n))
        case "part":
            stops = [k + 1 for k, char in enumerate(text[:-1]) if char in "。.！"]
            if stops:
                at = stops[b % len(stops)]
                lines[n : n + 1] = [text[:at].strip(), text[at:].strip()]
        case "join":
            if n + 1 in where and n + 1 < len(lines):
                lines[n : n + 2] = [text + lines[n + 1]]
        case _:
            lines[0] = lines[0] + "提纲"


def whole(draft: Draft, lines: list[str]) -> tuple[Edited, Carried]:
    headings = {page_text(line) for line in draft.manuscript.lines if line.role == "heading"}
    speech = edited(draft, lines, heads=frozenset(n for n, text in enumerate(lines) if text in headings))
    assert draft.document is not None
    return speech, carried(
        speech, draft.document, LIBRARY.at(Path(draft.brief.place.file).parent), Path(draft.brief.place.file)
    )


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_nothing_edited_is_nothing_found(path: Path) -> None:
    draft = drafted(path)
    speech, made = whole(draft, lines_of(draft))
    assert speech.changes == () and made.left == () and made.follows == ()


@settings(max_examples=25)
@given(st.sampled_from(BRIEFS), edits)
def test_what_was_edited_is_drafted_again(path: Path, done: list[tuple[str, int, int]]) -> None:
    draft = drafted(path)
    lines = lines_of(draft)
    for kind, a, b in done:
        one_edit(lines, draft, kind, a, b)
    speech, made = whole(draft, lines)
    assert made.left == ()
    assert draft.document is not None
    if all(change.kind != "fact" for change in speech.changes):
        rest = iter(made.document.text.split("\n"))
        assert all(line in rest for line in draft.document.text.split("\n")), "the brief's own lines stay as they are"
    assert made.follows or made.numbers or lines_of(made.draft) == lines
