"""Chinese: numerals, enumerators, forms, dates and marks."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from drafter.language.tongue import Form, Joiner, Mapper, Marks, Scheme, Tongue

DIGITS = "零一二三四五六七八九"


def han(n: int) -> str:
    """1–99 as 一 … 九十九; larger numbers digit by digit."""
    if not 0 <= n < 100:
        return "".join(DIGITS[int(d)] for d in str(abs(n)))
    tens, ones = divmod(n, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def quantity(n: int) -> str:
    """A number before a measure word: two is 两."""
    return "两" if n == 2 else han(n)


def full_date(day: date) -> str:
    """2026年3月1日: arabic, the whole year, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


ALIAS = re.compile(r"（(?:以下)?(?:简称)?[“\"]?([^（）“”\"]+)[”\"]?）$")


def short_name(text: str) -> str:
    """The short form that a name carries in brackets: 青川市河长制办公室（市河长办） → 市河长办."""
    found = ALIAS.search(text)
    return found[1] if found else text


def full_name(text: str) -> str:
    """A name without the short form in brackets."""
    return ALIAS.sub("", text)


def _schemes(*schemes: Scheme) -> dict[str, Scheme]:
    return {scheme.name: scheme for scheme in schemes}


ZH = Tongue(
    code="zh",
    ladder=("一、", "（一）", "1.", "（1）"),
    schemes=_schemes(
        Scheme("一、", after="、", numeral=han),
        Scheme("（一）", "（", "）", han),
        Scheme("1.", after=".", numeral=str),
        Scheme("（1）", "（", "）", str),
        Scheme("第一，", "第", "，", han),
        Scheme("第一是", "第", "是", han, repeats="是"),
        Scheme("一是", after="是", numeral=han, repeats="是"),
        Scheme("一要", after="要", numeral=han, repeats="要"),
        Scheme("首先", after="，", words=("首先", "其次", "再次", "最后"), beyond="第一，"),
    ),
    space="",
    points=Form("；", "；", end="。"),
    points_long=Form("。", "。", end="。"),
    filters={
        "顿号": Joiner(Form("、", "和", last_taken="以及")),
        "并列": Joiner(Form("、", "、")),
        "逗号": Joiner(Form("，", "，")),
        "分号": Joiner(Form("；", "；")),
        "分述": Joiner(Form("，", "，")),
        "汉字": Mapper("number", "text", lambda n: quantity(cast(int, n))),
        "序数": Mapper("number", "text", lambda n: han(cast(int, n))),
        "项数": Mapper("list", "number", lambda items: len(cast(tuple[object, ...], items))),
        "日期": Mapper("date", "text", lambda day: full_date(cast(date, day))),
        "年": Mapper("date", "text", lambda day: f"{cast(date, day).year}年"),
        "月日": Mapper("date", "text", lambda day: f"{cast(date, day).month}月{cast(date, day).day}日"),
        "简称": Mapper("text", "text", lambda text: short_name(cast(str, text))),
        "全称": Mapper("text", "text", lambda text: full_name(cast(str, text))),
    },
    date=full_date,
    gap="【待补充：{}】",
    gap_note="请补充：{ask}（待填项“{slot}”，{file} 第 {line} 行）",
    brief_words={
        "how": "逐项填写；留空的内容会在讲话中标出。填好后运行 drafter draft 加本文件名。",
        "example": "例：{}",
        "at_least": "不少于 {} ",
        "at_most": "不超过 {} ",
        "items": "项",
        "size": "字",
        "value": "",
        "date": "写作 2026-03-18",
        "number": "只写数字，不写单位",
        "flag": "填 是 或 否",
        "choose": "选一个：{}",
        "default": "不填即为“{}”",
        "omit": "可不填",
        "comma": "，",
        "or": "、",
        "brackets": "（）",
    },
    question_ends=("是什么", "是谁", "叫什么"),
    label_cuts="（，。；？?,",
    marks=Marks(
        soft="。；，、：",
        strong="！？…",
        wide={",": "，", ";": "；", ".": "。", "!": "！", "?": "？", ":": "："},
        closing="”’）》」』",
        sentence="。！？…",
        kept=("…，", "…；", "…、", "？！"),
        parted=("》《", "”“"),  # GB/T 15834-2011, 4.5.3.5
        light="、",
    ),
    truth={"是": True, "否": False, "有": True, "无": False, "yes": True, "no": False, "true": True, "false": False},
    heading_stop="。",
    rate=180,
    unit="characters",
    title_tails=(
        "工作会议",
        "工作推进会",
        "推进会",
        "工作会",
        "动员会",
        "部署会",
        "总河长会议",
        "会议上",
        "会上",
        "上的讲话",
    ),
)
