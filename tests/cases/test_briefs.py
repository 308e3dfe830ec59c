"""Briefs of ten subjects, drafted whole: no conditional sentence has a gap, no marks meet, nothing is said twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.prose import SENTENCE, drafted, linked, shared, shingles, table, written
from drafter.desk.draft import Draft, draft_file
from drafter.language.measure import marks_of
from drafter.model.blueprint import every
from drafter.model.manuscript import page_text
from tests.conftest import ROOT

BRIEFS = sorted((ROOT / "tests/briefs").glob("*.yaml"))
DOUBLED = re.compile(
    r"[。，、；：][。，、；：！？]|[！？][。，、；：]|(?<!目)的的(?!确)|[。，、；：！？]$\n[。，、；：]"
)
"""What no seam may leave behind."""


@pytest.fixture(scope="module", params=BRIEFS, ids=lambda path: path.stem)
def draft(request: pytest.FixtureRequest) -> Draft:
    return draft_file(request.param)


def paragraphs(draft: Draft) -> list[str]:
    return [page_text(line) for line in draft.manuscript.lines]


def test_only_what_must_be_said_has_gaps(draft: Draft) -> None:
    zones = (draft.blueprint.opening, draft.blueprint.emphases, draft.blueprint.closing)
    may_be_silent = {node.id for zone in zones for node in every(zone) if not getattr(node, "must", True)}
    gaps = [(gap.id, gap.label) for gap in marks_of(draft.speech)]
    assert [gap for gap in gaps if gap[0].partition("[")[0] in may_be_silent] == []


def test_no_marks_and_no_small_words_meet(draft: Draft) -> None:
    assert [found[0] for line in paragraphs(draft) for found in DOUBLED.finditer(line)] == []


def test_no_sentence_is_said_twice(draft: Draft) -> None:
    said = [found[0] for line in paragraphs(draft) for found in SENTENCE.finditer(line) if len(found[0]) > 4]
    assert [sentence for n, sentence in enumerate(said) if sentence in said[:n]] == []


def test_what_is_told_off_goes_on(draft: Draft) -> None:
    text = "\n".join(paragraphs(draft))
    assert text.count("一是") <= text.count("二是")


def test_the_figures_of_prose_are_the_same_in_every_run(tmp_path: Path) -> None:
    for brief in BRIEFS[:2]:
        (tmp_path / brief.name).write_bytes(brief.read_bytes())
    by_hand = tmp_path / "hand"
    by_hand.mkdir()
    (by_hand / "a.md").write_text(
        "# 讲话\n\n同志们：\n\n水要清。这件事不容易！钱从哪里来？钱从三处来：市里；县里；乡里。\n", "utf-8"
    )
    once = table(tmp_path, by_hand)
    assert once == table(tmp_path, by_hand)
    assert [line.split("|")[3].strip() for line in once.splitlines()[2:]] == [
        "1", "32", "—", "—", "31.25", "8", "33 %", "—", "—", "—", "—", "31.25", "0.00",
    ]  # fmt: skip


def test_a_draft_is_told_apart_from_its_brief(tmp_path: Path) -> None:
    name, read = drafted(BRIEFS[0])
    assert name == "joint-treatment"
    assert all(len(sentence.own) <= len(sentence.text) for sentence in read.sentences)
    assert any(sentence.own != sentence.text for sentence in read.sentences)
    assert all(sentence.own == sentence.text for sentence in read.sentences if sentence.free)
    assert shared([read], shingles) is None


def test_a_sentence_begins_from_the_one_before_by_a_word_or_a_noun(tmp_path: Path) -> None:
    assert linked("这件事不容易。", "水要清。") and linked("管子换完，路就好走。", "先换管子。")
    assert not linked("大家要出力，管子要换。", "先换管子。") and not linked("我们要去。", "他们要去。")
    text = tmp_path / "a.txt"
    text.write_text("一、标题\n（此处有掌声）\n先换管子。管子换了。\n", "utf-8")
    assert [(one.text, one.first) for one in written(text).sentences] == [("先换管子。", True), ("管子换了。", False)]
