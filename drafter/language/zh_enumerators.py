"""The Chinese table of enumerators: how each is printed, read as people type it, how high it stands, how it tells points off."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.language.numerals import (
    ARABIC,
    CAPITALS,
    CIRCLED,
    CIRCLED_HAN,
    HAN_IN_BRACKETS,
    HAN_NUMERALS,
    IN_BRACKETS,
    ROMAN_CHARACTERS,
    WITH_STOP,
    Numerals,
    roman,
    values,
)
from drafter.language.schemes import Scheme, Schemes, Typed
from drafter.model.enumerator import Enumerator

FIRST = ("首先", "其次", "再次", "最后")
ALSO_FIRST = ("首先", "其次", "再者", "最後")
FIRST_NUMERALS = Numerals((lambda n: FIRST[n - 1], lambda n: ALSO_FIRST[n - 1]), len(FIRST), words=True)
NARROW = Numerals((str,))
FEW_ROMAN_LETTERS = Numerals((roman,), 20)
"""Without L and C, which are points told off by letters."""

STOPS = tuple("、.．﹑､丶")
"""丶 is the stroke that an input method offers for 、"""
SOFT = ("", *"、.．")
MARKS = tuple("，、,：:")
ROUND, ROUND_CLOSED = "（(", "）)"
SQUARE, SQUARE_CLOSED = "【［〔[", "】］〕]"
NO_LIST = "[二三四五六七八九十][季月线产类级期年]"
"""一、二季度 is no first point."""
NO_DECIMAL = r"(?!\1[、.．])[\d０-９]"
"""1.5 is no first point; a number that stands twice is."""
NO_SUM = "[零壹贰叁肆伍陆柒捌玖拾佰仟万元]"
NO_CLASS = r"(?!\1)[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]"
"""Ⅲ、Ⅳ类水体 is no third point."""
NO_ROW = r"(?!\1)[①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿]"
"""①②号井 is no first point; a sign that stands twice is."""
COUNTED = "((?:[个层点条句件项道关步笔堂场类种篇段]|大?部分|方面)[\u4e00-\u9fff]{0,4}?)"
"""What the points of a speech are called where their numbers say it: 第一个问题：第一点，"""
CALLED = "(问题|要求|任务|建议|意见|议题|话题|专题|故事|措施|关键词)"
"""What stands before the numeral: 问题一："""
NAMED = f"(?:第一{COUNTED}|{CALLED}一)([：，是])"
NUMBERED = re.compile(f"第([一二三四五六七八九十]{{1,3}}){COUNTED}(?:(?<=部分)(?= )|([：:，,、是]))[ \u3000\t]*")
CALLED_SO = re.compile(f"{CALLED}([一二三四五六七八九十]{{1,3}})([：:，,、])[ \u3000\t]*")
WORDS_FOLLOW = "[\u4e00-\u9fff“《]"


@lru_cache
def _counting(name: str) -> Scheme | None:
    """The row of numbers that say what they count."""
    found = re.fullmatch(NAMED, name)
    if not found:
        return None
    before, after = ("第", found[1] + found[3]) if found[1] else (found[2], found[3])
    return Scheme(name, before, after, HAN_NUMERALS)


def _counted(text: str, at: int) -> tuple[Enumerator, int] | None:
    """A number that says what it counts."""
    if found := NUMBERED.match(text, at):
        said, before, after = found[1], "第一", found[2]
    elif found := CALLED_SO.match(text, at):
        said, before, after = found[2], f"{found[1]}一", ""
    ordinal = values(HAN_NUMERALS).get(said) if found else None
    if not found or not ordinal:
        return None
    mark = "，" if found[3] in ("，", ",", "、") else "是" if found[3] == "是" else "："
    return Enumerator(f"{before}{after}{mark}", ordinal), found.end()


SCHEMES = Schemes(
    (
        Scheme(
            "一、",
            after="、",
            numerals=HAN_NUMERALS,
            rank=1,
            typed=(
                Typed(HAN_NUMERALS, ends=STOPS, unless=NO_LIST),
                Typed(HAN_NUMERALS, ends=(*"，,：:", " "), alone=True),
            ),
        ),
        Scheme(
            "（一）",
            "（",
            "）",
            HAN_NUMERALS,
            rank=2,
            typed=(
                Typed(HAN_NUMERALS, ROUND, ROUND_CLOSED, ends=("", *STOPS, *"，,：:")),
                Typed(HAN_NUMERALS, SQUARE, SQUARE_CLOSED, ends=("", *STOPS, *"，,：:")),
                Typed(HAN_NUMERALS, closes=ROUND_CLOSED, ends=SOFT),
                Typed(HAN_IN_BRACKETS, ends=SOFT, unless=NO_ROW),
                Typed(CIRCLED_HAN, ends=SOFT, unless=NO_ROW),
            ),
        ),
        Scheme(
            "1.",
            after=".",
            numerals=ARABIC,
            rank=3,
            typed=(Typed(ARABIC, ends=STOPS, unless=NO_DECIMAL), Typed(WITH_STOP, ends=("", "、"), unless=NO_ROW)),
        ),
        Scheme(
            "（1）",
            "（",
            "）",
            ARABIC,
            rank=4,
            typed=(
                Typed(ARABIC, ROUND, ROUND_CLOSED, ends=("", *STOPS, *"，,：:")),
                Typed(ARABIC, "【", "】", ends=("", *STOPS)),
                Typed(ARABIC, closes=ROUND_CLOSED, ends=SOFT),
                Typed(CIRCLED, ends=SOFT, unless=NO_ROW),
                Typed(IN_BRACKETS, ends=SOFT, unless=NO_ROW),
            ),
            told=Typed(NARROW, "（", "）"),
        ),
        Scheme(
            "壹、",
            after="、",
            numerals=CAPITALS,
            rank=0,
            usual="一、",
            typed=(Typed(CAPITALS, ends=STOPS, unless=NO_SUM),),
        ),
        Scheme(
            "Ⅰ、",
            after="、",
            numerals=ROMAN_CHARACTERS,
            rank=0,
            usual="一、",
            typed=(
                Typed(ROMAN_CHARACTERS, ends=STOPS, unless=NO_CLASS),
                Typed(FEW_ROMAN_LETTERS, ends=STOPS, then=WORDS_FOLLOW),
            ),
        ),
        Scheme(
            "第一，",
            "第",
            "，",
            HAN_NUMERALS,
            typed=(
                Typed(HAN_NUMERALS, "第", ends=MARKS),
                Typed(HAN_NUMERALS, "第", ends=(" ",), alone=True),
            ),
            told=Typed(
                HAN_NUMERALS, "第", counted=(("", "件事", "件", "点", "条", "个方面", "方面"),), ends=("，", "、")
            ),
        ),
        Scheme(
            "第一项，",
            "第",
            "项，",
            HAN_NUMERALS,
            typed=(Typed(HAN_NUMERALS, "第", counted=(("项",),), ends=MARKS),),
            told=Typed(HAN_NUMERALS, "第", counted=(("项",),), ends=("，",)),
        ),
        Scheme("第一是", "第", "是", HAN_NUMERALS, repeats="是", told=Typed(HAN_NUMERALS, "第", ends=("是",))),
        Scheme(
            "其一，",
            "其",
            "，",
            HAN_NUMERALS,
            typed=(Typed(HAN_NUMERALS, "其", ends=MARKS),),
            told=Typed(HAN_NUMERALS, "其", ends=("，", "、")),
        ),
        Scheme("其一是", "其", "是", HAN_NUMERALS, repeats="是", told=Typed(HAN_NUMERALS, "其", ends=("是",))),
        Scheme("一是", after="是", numerals=HAN_NUMERALS, repeats="是", told=Typed(HAN_NUMERALS, ends=("是",))),
        Scheme("一要", after="要", numerals=HAN_NUMERALS, repeats="要", told=Typed(HAN_NUMERALS, ends=("要",))),
        Scheme(
            "首先",
            after="，",
            words=FIRST,
            beyond="第一，",
            fewest=3,
            typed=(
                Typed(FIRST_NUMERALS, ends=(*MARKS, "是")),
                Typed(FIRST_NUMERALS, then="要"),
            ),
            told=Typed(FIRST_NUMERALS, ends=("，", "")),
        ),
    ),
    NAMED,
    _counting,
    _counted,
)
