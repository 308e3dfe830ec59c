"""What a careful reader finds in an old text is found: each `.case` file in `recognise/` is one specimen, whole.

The first line says what is special. `=== text` begins the text (`=== claims` one whose file says what its paragraphs are),
`=== outline` what is found: title, byline, date, salutation, the words with which the opening ends and the closing begins,
between them headings (one that runs in ends in its mark and …) and enumerations with their counts; `=== cut` what was left
out and why; `=== doubts` the rules of the doubts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.draft import draft_file
from drafter.model.fold import nest
from drafter.model.manuscript import page_text
from drafter.model.speech import plain
from drafter.problem import in_order
from drafter.recognition import recognise
from drafter.sentences import report
from tests.cases.recognising import (
    CASES,
    CUES,
    boundaries,
    cut_as,
    cuts,
    doubts,
    found_tree,
    front,
    read_case,
    sheet_of,
    tree,
    words,
)
from tests.conftest import ROOT


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    case = read_case(path)
    done = recognise(case.sheet, CUES)
    assert front(nest(done.manuscript)) == case.front
    assert found_tree(done) == case.tree
    assert boundaries(case, done) == (True, True)
    if case.cuts is not None:
        assert cut_as(case.cuts, cuts(done)), cuts(done)
    if case.doubts is not None:
        assert sorted(doubts(done)) == sorted(case.doubts)


MESSY = """昨天，全县召开防火会议，会议由县长主持，书记到会讲了话，下面是讲话的全部内容。
在全县森林防火会议上的讲话
同志们：
下面，我讲四点意见。
一、看好山头
（此处隐藏300字）进山的路口要有人守。
三、看好人头
放牛的老人、上坟的后生，“都要叮嘱到。
（一）看好火种。谁带火，谁下山。
篇2：在全县防汛会议上的讲话
同志们：
汛期快到了。"""


def test_what_is_doubted_is_told_with_its_place_and_what_to_do() -> None:
    done = recognise(sheet_of(MESSY), CUES)
    assert [report(problem) for problem in in_order(done.problems)] == [
        "old.txt:1:1: warning: left out before the title: 昨天，全县召开防火会议，会议由县长主持，书记到会; "
        "move it behind the salutation if it belongs there [cut-before-title]",
        "old.txt:4:5: warning: 4 points are announced, 2 found; look for a heading without a number [points-miscounted]",
        "old.txt:6:1: warning: text is missing here: （此处隐藏300字）; put in what is missing, if you have it [hole]",
        "old.txt:7:1: warning: the number 三、 should be number 2; "
        "it is renumbered; look whether a point is missing [number-out-of-turn]",
        "old.txt:8:1: warning: the mark “ has no partner: 放牛的老人、上坟的后生，“都要叮嘱到。; add the other one [odd-quote]",
        "old.txt:9:1: warning: a number stands alone: （一）看好火种。谁带火，谁下山。; "
        "drop it, or number the points that belong to it [lone-number]",
        "old.txt:10:1: warning: another speech begins here: 篇2：在全县防汛会议上的讲话; "
        "there are 2, number 1 is taken; take another by --part [several-speeches]",
    ]


def test_a_name_that_was_taken_out_is_marked_at_its_place() -> None:
    done = recognise(
        sheet_of("讲话\n同志们：\n刚才，同志通报了情况，同志们都听了；同志作了发言。\n一、好\n好。\n二、快\n快。"), CUES
    )
    assert words(done, "opening") == "刚才，××同志通报了情况，同志们都听了；××同志作了发言。"
    assert [(mend.why, mend.place.column, mend.text[:4]) for mend in done.mends] == [
        ("emptied", 4, "同志通报"),
        ("emptied", 19, "同志作了"),
    ]


TWO_ROWS = """在全县图书馆工作会议上的讲话
同志们：
书要送到人手里。
一是把车开到山里。最远的点在海拔三千米。
二是把门开到夜里。夜班司机也能来坐坐。
第一，把馆建到社区。十五分钟走得到。
第二，把书选到心里。读者点单，馆里买单。
同志们，让我们把灯守好！"""


def test_the_other_of_two_likely_readings_is_kept() -> None:
    done = recognise(sheet_of(TWO_ROWS), CUES)
    assert doubts(done) == ["two-readings"]
    assert done.other is not None and found_tree(done) == ["第一，把馆建到社区。…", "第二，把书选到心里。…"]
    assert found_tree(done.other)[::3] == ["一是把车开到山里。…", "  第二，把书选到心里。…"]


@pytest.mark.parametrize("example", ["ecology-push", "joint-treatment", "rectification", "river-chief", "work-meeting"])
def test_a_drafted_speech_is_read_back(example: str) -> None:
    drafted = draft_file(ROOT / "examples" / example / "brief.yaml").manuscript
    done = recognise(sheet_of("\n".join(page_text(line) for line in drafted.lines)), CUES)
    assert front(nest(done.manuscript)) == front(nest(drafted))
    numbered = [
        line for line in tree(nest(drafted).emphases) if line.strip()[0] in "一二三四五六（" and "×" not in line
    ]
    assert [line for line in found_tree(done) if line in numbered] == numbered
    for zone in ("opening", "closing"):
        assert words(done, zone) == "".join(
            plain(part.inlines) for line in drafted.lines if line.role == zone for part in line.parts
        )
    assert (done.problems, done.cuts) == ((), ())


NOT_YET = {"addressed-in-three-lines"}
"""Specimens whose cleaned text is still read otherwise."""


@pytest.mark.parametrize("path", [path for path in CASES if path.stem not in NOT_YET], ids=lambda path: path.stem)
def test_a_text_that_was_cleaned_stays_as_it_is(path: Path) -> None:
    once = recognise(read_case(path).sheet, CUES).manuscript.lines
    front = ("title", "byline", "date", "salutation")
    text = "\n".join(("" if line.role in front else "　　") + page_text(line) for line in once)
    twice = recognise(sheet_of(text), CUES).manuscript.lines
    assert [page_text(line) for line in twice] == [page_text(line) for line in once]
