"""The Chinese table of enumerators: how each is printed, read as people type it, how high it stands, how it tells points off."""

from __future__ import annotations

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
)
from drafter.language.tongue import Scheme, Typed, table

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
CALLED = (
    ("", "个", "点", "条", "个方面"),
    ("希望", "要求", "意见", "建议", "想法", "体会", "感受", "任务"),
)
"""第一点希望，"""
NO_LIST = "[二三四五六七八九十][季月线产类级期年]"
"""一、二季度 is no first point."""
NO_DECIMAL = r"[\d０-９]"
NO_SUM = "[零壹贰叁肆伍陆柒捌玖拾佰仟万元]"
NO_CLASS = r"(?!\1)[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]"
"""Ⅲ、Ⅳ类水体 is no third point."""
NO_ROW = r"(?!\1)[①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿]"
"""①②号井 is no first point; a sign that stands twice is."""
COUNTING = {
    **dict.fromkeys(("大部分", "部分", "个问题", "句话"), "："),
    **dict.fromkeys(("个方面", "方面", "点", "条", "件事"), "，"),
}
"""What the points of a speech are called where their numbers say it, with the mark that follows then: 第一个问题："""
WORDS_FOLLOW = "[\u4e00-\u9fff“《]"

SCHEMES = table(
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
        "壹、", after="、", numerals=CAPITALS, rank=0, usual="一、", typed=(Typed(CAPITALS, ends=STOPS, unless=NO_SUM),)
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
    *(
        Scheme(
            f"第一{word}{mark}",
            "第",
            f"{word}{mark}",
            HAN_NUMERALS,
            typed=(Typed(HAN_NUMERALS, "第", counted=((word,),), ends=(*MARKS, " ") if "部分" in word else MARKS),),
            told=Typed(HAN_NUMERALS, "第", counted=((word,),), ends=(mark,)),
        )
        for word, mark in COUNTING.items()
    ),
    Scheme(
        "第一，",
        "第",
        "，",
        HAN_NUMERALS,
        typed=(
            Typed(HAN_NUMERALS, "第", counted=(("", "个", "件"),), ends=MARKS),
            Typed(HAN_NUMERALS, "第", counted=CALLED, ends=MARKS),
            Typed(HAN_NUMERALS, "第", ends=(" ",), alone=True),
        ),
        told=Typed(HAN_NUMERALS, "第", counted=(("", "件"),), ends=("，", "、")),
    ),
    Scheme(
        "第一项，",
        "第",
        "项，",
        HAN_NUMERALS,
        typed=(Typed(HAN_NUMERALS, "第", counted=(("项议程", "项"),), ends=MARKS),),
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
)
