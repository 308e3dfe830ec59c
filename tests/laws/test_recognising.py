"""Whatever is read as a speech, nothing is lost silently, nothing raises, and places are right."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from drafter.model.cues import Costs, Cues
from drafter.model.fold import nest
from drafter.model.manuscript import Heading
from drafter.model.sheet import Raw, Recognised, Sheet
from drafter.model.speech import Headed, plain
from drafter.problem import Place
from drafter.recognition import reading, recognise
from drafter.recognition.lexicon import lexicon, traditional
from tests.cases.recognising import CASES, CUES, found_tree, read_case, sheet_of
from tests.clock import within

REPAIRED = frozenset(",;:!?.()｡､\"“”‘’'＇″＂〝〞，；：！？。（）、《》【】[]-—·…|｜│ ")
"""Marks that recognising may change, drop between two others, or take off a title."""
PIECES = [
    *"一二三四五六七八九十１2①③第是要、．.。！？；：，,;:!?()（）《》“”\"'‘’ 　\t\u200b\ufeff\u2060\u202e…—-*×X#_○零•年０",
    *("\n县区\t任务\t进度\n", "\n云岭\t100\t正常\n", "\n|甲|1|\n|乙|2|\n|丙|3|\n", "县区    任务    进度\n"),
    *("2026.2.27", "２０２６年０２月", "二○二六年", "--", "...", "abc"),
    *(
        "同志们：",
        "同志们,",
        "各位领导、同志们：",
        "在全县安全生产工作会议上的讲话",
        "（2023年5月1日）",
        "县长 王某某",
        "谢谢大家！",
    ),
    *(
        "一、提高认识",
        "二、压实责任",
        "（一）抓好排查。",
        "1.建立台账",
        "一是",
        "二是",
        "首先，",
        "最后，",
        "第一，",
        "目录",
        "- 3 -",
    ),
    *(
        "小编为大家整理",
        "下一篇：无",
        "此处隐藏300字",
        "篇二：",
        "我们要把这件事办好",
        "刚才，大家讲得很好",
        "下面，我讲三点意见。",
        "总之，",
    ),
    *("\n", "\n\n", "\n　　", "　　", "    ", "\r\n", "word ", "http://a.b/c", "同志們：", "\x0c", "\u2028"),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map("".join)


def letters(text: str) -> Counter[str]:
    """The characters that may not be lost."""
    return Counter(
        char
        for char in text
        if char not in REPAIRED and not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc")
    )


WHOLE = ("number", "figures", "date", "marks", "invisible")
"""Mends that tell all that stood there, and not only where a line begins."""


def kept(done: Recognised) -> Counter[str]:
    """The characters that can be found again."""
    said = "".join(
        ("" if not isinstance(part, Heading) else part.label) + plain(part.inlines)
        for line in done.manuscript.lines
        for part in line.parts
    )
    typed = "".join(mend.text for mend in done.mends if mend.why in WHOLE)
    return letters(said + "".join(cut.text for cut in done.cuts) + typed)


@given(texts)
@settings(max_examples=400)
@example("第一部分 总体要求\n第二部分 具体安排\n同志们，一是二是")
@example("在全县安全生产工作会议上的讲话（2023年5月1日）县长 王某某 同志们：")
def test_no_character_is_lost_silently(text: str) -> None:
    done = recognise(sheet_of(text), CUES)
    assert letters(text) - kept(done) == Counter()


@given(
    texts,
    st.lists(st.sampled_from(["", "title", "heading", "item", "quote", "table"]), min_size=1, max_size=6),
    st.booleans(),
)
@settings(max_examples=200)
def test_any_claims_are_taken_and_the_speech_can_be_nested(text: str, claims: list[str], paragraphs: bool) -> None:
    lines = text.split("\n")
    raws = (
        Raw(line, Place("a.docx", n), claims[n % len(claims)], n % 4)  # type: ignore[arg-type]
        for n, line in enumerate(lines, 1)
    )
    done = recognise(Sheet(tuple(raws), paragraphs), CUES)
    nest(done.manuscript)
    assert letters(text) - kept(done) == Counter()


@given(texts)
@settings(max_examples=200)
def test_what_is_cut_stands_where_it_is_said_to_stand(text: str) -> None:
    lines = text.split("\n")
    done = recognise(sheet_of(text), CUES)
    mended = {mend.place for mend in done.mends if mend.why in WHOLE}
    for cut in done.cuts:
        there = lines[cut.place.line - 1][cut.place.column - 1 :]
        assert cut.place in mended or there[:1] == cut.text[:1] or cut.text[0] in "，。；：！？（）、“”", (cut, there)


NOISE = {
    "one character": "好",
    "blanks": " ",
    "full-width blanks": "　",
    "lines that go on": "我们要把各项工作抓紧抓实，\n",
    "headings": "一、提高认识，统一思想\n",
    "points": "一是抓好排查；二是抓好整改；",
    "numbers in order": "".join(f"（{n}）" for n in "一二三四五六七八九"),
    "brackets": "（(",
    "quotes": '"“',
    "short lines": "好\n\n",
    "blanks between characters": "好 ",
    "noise": "点击下载 来源：网络\n",
    "holes": "此处隐藏100字",
    "titles": "在全县安全生产工作会议上的讲话\n",
    "commas": "，",
    "salutations": "同志们：",
    "addresses": "同志们、",
    "numbers behind marks": "。1、要。2、",
    "names before addresses": "大会上的讲话 区长 贺某某同志们",
    "letters": "a,b:c.d (e) ",
    "a refrain": "同志们，路还要走。\n",
    "signs among lines": "8 K+ -^ & A5 ~\n要抓好落实。\n大家要记住。\n",
    "first articles": "第一篇\n好。\n",
}


@pytest.mark.parametrize("kind", NOISE)
def test_time_grows_no_faster_than_the_text(kind: str) -> None:
    text = (NOISE[kind] * 100_000)[:100_000]
    with within(4):  # some texts of this length take 0.05
        recognise(sheet_of(text), CUES)


SPECIMENS = tuple(read_case(path).sheet for path in CASES)


def frame(sheet: Sheet) -> list[str]:
    """The numbers of the first level."""
    return [block.label for block in nest(recognise(sheet, CUES).manuscript).emphases if isinstance(block, Headed)]


def headings(sheet: Sheet, cues: Cues) -> Counter[str]:
    """The headings that are found in a text."""
    return Counter(line for line in found_tree(recognise(sheet, cues)) if " × " not in line)


def test_wide_blanks_in_place_of_all_paragraph_marks_change_no_frame() -> None:
    plain = [sheet for sheet in SPECIMENS if not any(line.claim for line in sheet.lines)]
    flat = ["　　".join(line.text.strip() for line in sheet.lines) for sheet in plain]
    changed = [
        sheet.lines[0].text
        for sheet, text in zip(plain, flat, strict=True)
        if frame(sheet) and frame(sheet) != frame(Sheet((Raw(text, Place("old.txt")),)))
    ]
    assert len(changed) <= 1, changed  # one has square brackets behind tabs, which then look like what a page prints


@pytest.mark.parametrize("share", [0.8, 1.2])
def test_no_cost_is_so_fine_that_a_fifth_more_or_less_turns_the_headings(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The patterns are those of before: to make them anew for each cost takes longer than all else."""
    usual = [headings(sheet, CUES) for sheet in SPECIMENS[::3]]
    for name in (one.name for one in fields(Costs) if isinstance(one.default, float)):
        costs = replace(CUES.costs, **{name: getattr(CUES.costs, name) * share})
        for cues in (CUES, traditional(CUES)):
            monkeypatch.setattr(lexicon(cues), "costs", costs)
        other = [headings(sheet, CUES) for sheet in SPECIMENS[::3]]
        changed = sum(((one - two) + (two - one)).total() for one, two in zip(usual, other, strict=True))
        assert changed <= 0.03 * sum(one.total() for one in usual), name


def test_more_readings_kept_side_by_side_find_none_that_is_likelier(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = [headings(sheet, CUES) for sheet in SPECIMENS]
    monkeypatch.setattr(reading, "WIDTH", 64)
    assert [headings(sheet, CUES) for sheet in SPECIMENS] == usual


@pytest.mark.parametrize(
    "text", ["> 同志们：\n>\n> 一、要快\n", f"1、\n{'好' * 120}\n2、好。\n"], ids=["a mail", "sheets"]
)
def test_a_line_of_nothing_but_a_sign_is_left_out(text: str) -> None:
    done = recognise(sheet_of(text), CUES)
    assert letters(text) - kept(done) == Counter()


@pytest.mark.parametrize(
    "words", ["　　3月4日，会议现场。本报记者 王某某 摄", "责任编辑：李某某", "- 3 -", "相关链接", "上一篇：无"]
)
def test_what_a_page_prints_between_lines_changes_no_heading(words: str) -> None:
    for sheet in SPECIMENS:
        lines = (*sheet.lines, Raw(words, Place("old.txt", len(sheet.lines) + 1)))
        assert headings(replace(sheet, lines=lines), CUES) == headings(sheet, CUES)


@pytest.mark.parametrize(
    "text", ["一是要做好。", "一、要好\n（一）快来看。好好。\n1.大家好\n第一，要快\n第二，要好\n", "3月4日，王市长。"]
)
def test_a_text_of_a_megabyte_is_read_in_two_seconds(text: str) -> None:
    with within(2):
        recognise(sheet_of((text * 350_000)[:350_000]), CUES)
