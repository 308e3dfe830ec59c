"""A long title is broken where a person would break it, and nothing of it is lost."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from drafter.formats.titles import broken, measured
from drafter.language import TONGUES
from drafter.language.zh_words import WORDS
from drafter.model.speech import Inlines, Strong, Text, plain
from drafter.model.value import Gap

OPENINGS = (
    "在全市深入学习贯彻习惯养成精神暨",
    "在青川市2025—2026年度",
    "在贯彻落实《城镇排水条例》和",
    "在AI赋能、5G+融合应用暨第3届",
)
MIDDLES = (
    "2026年度生态环境保护",
    "口岸管理与GDP增长6.5%攻坚",
    "“安全生产月”暨城乡人居环境整治",
    "国资国企改革1,200万元以上项目",
)
ENDS = (
    "工作推进会议上的讲话",
    "工作会议暨表彰大会上的讲话",
    "动员部署会2026年第2次会议上的讲话",
    "领导小组会议上的讲话",
)
titles = st.builds("{}{}{}".format, *map(st.sampled_from, (OPENINGS, MIDDLES, ENDS)))
GLUED = re.compile(r"[0-9A-Za-z.,%—-]{2}|第\d|\d[年月日％届次号万]|\S[”》）、，。的]|[“《（]\S")


def told(title: Inlines, width: int) -> list[str]:
    lines = [plain(line) for line in broken(title, width, TONGUES["zh"])]
    assert "".join(lines) == plain(title)
    return lines


def seam(one: str, other: str) -> str:
    return one[-1:] + other[:1]


@given(titles, st.integers(14, 22))
def test_a_title_is_broken_neither_in_a_figure_nor_in_a_word_nor_in_quotes(title: str, width: int) -> None:
    lines = told((Text(title),), width)
    assert all(measured(line) <= width for line in lines)
    assert all(measured(line) > 2 for line in lines)
    for one, other in pairwise(lines):
        assert not GLUED.fullmatch(seam(one, other))
        assert not [n for n in range(1, 5) for m in range(1, 5) if one[-n:] + other[:m] in WORDS]
    for pair in ("“”", "《》"):
        assert all(line.count(pair[0]) == line.count(pair[1]) for line in lines)


@given(titles)
def test_the_lines_of_a_title_swell_or_shrink_and_never_have_a_waist(title: str) -> None:
    lengths = [measured(line) for line in told((Text(title),), 20)]
    waists = [n for n in range(1, len(lengths) - 1) if lengths[n] < min(lengths[n - 1], lengths[n + 1]) - 3]
    assert not waists


inline = st.one_of(
    st.text(max_size=30).map(Text),
    st.text(max_size=9).map(lambda text: Text(text, "会议")),
    st.text(max_size=9).map(lambda text: Strong((Text(text),))),
    st.just(Gap("会议", "会议全称", "【待补充：会议全称】")),
)


@given(st.lists(inline, max_size=6).map(tuple), st.integers(1, 40))
@example((Text("甲" * 300),), 20)
@example((Text(""), Text(""), Text("甲乙丙")), 20)
def test_of_whatever_stands_in_a_title_nothing_is_lost(title: Inlines, width: int) -> None:
    lines = told(title, width)
    for one, other in pairwise(lines):
        assert not re.fullmatch(r"[0-9A-Za-z.,%—-]{2}", seam(one, other))
