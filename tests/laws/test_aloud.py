"""Law: a draft with marks for reading aloud reads back as the one without; and what the marks say is so."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.desk.draft import draft_file, look_of, write_draft
from drafter.desk.library import Library
from drafter.formats import read, written
from drafter.language.zh_breath import MARKS, NEAREST, breaths
from drafter.language.zh_numbers import number
from drafter.language.zh_spoken import large_figures, whole
from drafter.model.manuscript import Line, Manuscript, Words
from drafter.model.speech import Text
from drafter.model.style import EVERY_MARK, Reading
from drafter.problem import Place
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*/*.yaml"))
PODIUM = Library().style("podium", Place("law"))
WORDS = st.sampled_from(
    (
        *(
            "供给",
            "参与",
            "以及",
            "并建立",
            "必须",
            "的",
            "基础上",
            "，",
            "。",
            "（甲）",
            "(b)",
            " / ",
            "“一句话”",
            "发展和改革委员会",
        ),
        *(
            "12.37亿元",
            "95%",
            "5,600户",
            "2026年",
            "12345",
            "全市生态环境",
            "各级各部门",
            "和加强",
            "认识到",
            "。（一）",
        ),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=24).map("".join)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_draft_with_marks_reads_back_as_the_one_without(path: Path) -> None:
    draft = draft_file(path)
    look = look_of(draft)
    both = [write_draft(draft, "docx", replace(look, reading=reading)) for reading in (Reading(), EVERY_MARK)]
    plain, marked = (read(document, "draft.docx") for document in both)
    assert marked == plain
    records = [zipfile.ZipFile(io.BytesIO(document)).read("customXml/item1.xml").decode() for document in both]
    assert len({re.sub('document="[^"]*"', "", record) for record in records}) == 1


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_whatever_is_written_with_marks_reads_back_without(texts: list[str]) -> None:
    lines = tuple(Line("body", 0, (Words("a", "", (Text(text),)),)) for text in texts)
    manuscript = Manuscript("zh", lines, {"供给": "gōngjǐ", "参与": "cān yù"})
    plain, marked = (
        read(written("docx", manuscript, replace(PODIUM, reading=reading)), "draft.docx")
        for reading in (Reading(), EVERY_MARK)
    )
    assert marked == plain


@given(TEXTS)
def test_a_breath_keeps_its_distance(text: str) -> None:
    places = breaths(text)
    marks = [0, *(end for found in MARKS.finditer(text) for end in found.span()), len(text), *places]
    for place in places:
        assert all(other == place or abs(other - place) >= NEAREST for other in marks)
        assert not any(start < place < end for start, end, _ in large_figures(text))


@given(st.integers(1, 99_999_999) | st.integers(1, 999).map(lambda n: n * 10_000 + n))
def test_a_number_is_said_as_it_is_read(n: int) -> None:
    said = whole(n)
    if len(said) < 3 or said[-2] not in "万亿":  # 一万二 is read by nobody
        assert number(said.replace("零一十", "零十")) == n
