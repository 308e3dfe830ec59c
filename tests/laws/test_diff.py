"""Two texts beside each other: their pieces are both of them, and tracked changes taken give the one, refused the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.diff import Line, Side, beside_each_other, of_word
from drafter.desk.diff_docx import tracked
from drafter.desk.draft import draft_file
from drafter.desk.library import Library
from drafter.formats.docx.returned import returned
from drafter.review.differences import BREAK, differences
from tests.cases.marking import COMMENTS, PARAGRAPHS, document
from tests.cases.packages import package
from tests.conftest import ROOT
from tests.laws.test_old_files import Told, blocks, joined

BOOKS = Library()
WORDS = st.text("甲乙丙事项工作，。；1280年《》“”a ", min_size=1, max_size=12).map(str.strip).filter(bool)
TEXTS = st.lists(WORDS | st.sampled_from(["同志们：", "一是抓落实，不走样。二是抓督查；三是抓考核。"]), max_size=8)
EDIT = st.tuples(
    st.sampled_from(["put", "cut", "add", "delete", "move", "part", "join", "swap"]),
    st.integers(0, 60),
    st.integers(0, 60),
    WORDS,
)
EDITS = st.lists(EDIT, max_size=7)


def edited(lines: tuple[str, ...], edits: list[tuple[str, int, int, str]]) -> list[str]:
    """The lines after somebody has worked on them."""
    texts = list(lines)
    for what, one, other, words in edits:
        if not texts:
            texts = [words]
        n, m = one % len(texts), other % len(texts)
        at = other % (len(texts[n]) + 1)
        match what:
            case "put":
                texts[n] = texts[n][:at] + words + texts[n][at:]
            case "cut":
                texts[n] = texts[n][:at] + texts[n][at + 1 + one % 7 :]
            case "add":
                texts.insert(n, words)
            case "delete":
                del texts[n]
            case "move":
                texts.insert(m, texts.pop(n))
            case "part":
                texts[n : n + 1] = [texts[n][:at], texts[n][at:]]
            case "join":
                texts[n : n + 2] = ["".join(texts[n : n + 2])]
            case "swap":
                texts[n] = words * 3
        texts = [text.strip() for text in texts if text.strip()]
    return texts


def typed(texts: list[str]) -> Side:
    return Side(file=Path("b.txt"), lines=tuple(Line(text=text, number=n) for n, text in enumerate(texts, 1)))


@cache
def word(name: str) -> Side:
    """A draft of an example as a Word file."""
    return of_word(draft_file(ROOT / f"examples/{name}/brief.yaml", BOOKS).write("docx"), Path("a.docx"))


def views(data: bytes) -> tuple[list[str], list[str]]:
    """What the body of a Word file says with its tracked changes taken, and with them refused."""
    whole = returned(data, "a.docx")
    body = [came for came in whole.paragraphs if came.where == "body"]
    former = (
        [came.text for came in whole.rejected if came.where == "body"]
        if whole.rejected
        else [came.before for came in body]
    )
    return [came.text.strip() for came in body if not came.empty], [text.strip() for text in former if text.strip()]


def unbroken(texts: list[str]) -> list[str]:
    """The texts without the break that the layout of a draft puts into a long title."""
    return [text.replace("\n", "") for text in texts]


def texts(side: Side) -> list[str]:
    return [line.text for line in side.lines]


@given(TEXTS, TEXTS | EDITS)
@settings(max_examples=150)
def test_pieces_are_both_versions(before: list[str], other: list[str] | list[tuple[str, int, int, str]]) -> None:
    after = [one for one in other if isinstance(one, str)] or edited(tuple(before), other)  # type: ignore[arg-type]
    found = differences(before, after)
    assert sorted(n for one in found for n in one.before) == list(range(len(before)))
    assert [m for one in found for m in one.after] == list(range(len(after)))
    for one in found:
        assert "".join(piece.before for piece in one.pieces) == BREAK.join(before[n] for n in one.before)
        assert "".join(piece.after for piece in one.pieces) == BREAK.join(after[m] for m in one.after)
        whole = all(piece.same for piece in one.pieces)
        assert whole == (one.kind == "same" or (one.kind == "moved" and before[one.before[0]] == after[one.after[0]]))
    assert all(one.kind == "same" for one in differences(after, after))


@given(st.sampled_from(["work-meeting", "rectification", "kick-off"]), EDITS)
@settings(max_examples=60)
def test_taken_they_give_the_one_and_refused_the_other(name: str, edits: list[tuple[str, int, int, str]]) -> None:
    before = word(name)
    after = edited(tuple(texts(before)), edits)
    found = beside_each_other(before, typed(after))
    made = tracked(found, BOOKS)
    assert made.left == ()
    assert tuple(map(unbroken, views(made.data))) == (after, texts(before))
    assert found.different == (after != texts(before)) == (made.data != before.data)
    again = tracked(beside_each_other(of_word(made.data, Path("a.docx")), typed(after)), BOOKS)
    assert again.data == made.data


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6, unique=True), EDITS)
@settings(max_examples=100)
def test_what_others_made_is_changed_or_left_and_told(
    pieces: list[str], edits: list[tuple[str, int, int, str]]
) -> None:
    before = of_word(document(*pieces, comments=COMMENTS), Path("a.docx"))
    after = edited(tuple(texts(before)), edits)
    made = tracked(beside_each_other(before, typed(after)), BOOKS)
    assert views(made.data)[1] == views(before.data)[1]
    assert made.left or texts(of_word(made.data, Path("a.docx"))) == after


@given(st.lists(blocks, max_size=5).map(joined), EDITS)
@settings(max_examples=60)
def test_any_word_file_is_as_it_was_when_they_are_refused(told: Told, edits: list[tuple[str, int, int, str]]) -> None:
    before = of_word(package(told[0]), Path("a.docx"))
    made = tracked(beside_each_other(before, typed(edited(tuple(texts(before)), edits))), BOOKS)
    assert views(made.data)[1] == views(before.data)[1]
