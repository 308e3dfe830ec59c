"""Chinese as it is mistyped: full-width figures, dates in other forms, marks that stand for others; with what is meant."""

from __future__ import annotations

import re

from drafter.language.usage import Slip

HAN = "\u3400-\u9fff"
BESIDE = f"{HAN}“”‘’（）《》【】、，。；：！？…"
"""What shows that a mark beside it stands in Chinese text."""
DIGITS = "一二三四五六七八九"
FIGURES = str.maketrans(
    {
        **{chr(0xFF10 + n): str(n) for n in range(10)},
        **{chr(0xFF21 + n): chr(65 + n) for n in range(26)},
        **{chr(0xFF41 + n): chr(97 + n) for n in range(26)},
        **dict(zip("．，：％／", ".,:%/", strict=True)),
    }
)
NOUGHTS = str.maketrans(dict.fromkeys("零○◯0oOＯ", "〇"))
MARKS = dict(zip("∶︰﹐﹑﹒﹔﹕﹖﹗‚丶｡､", "：：，、。；：？！，、。、", strict=True))
"""Signs that look like a mark and are another character."""
D = "[0-9０-９]"
FIGURE = f"{D}+(?:[,，]{D}{{3}}(?!{D}))*(?:[.．]{D}+|[:：]{D}{{2}}(?!{D})|/{D}+|／{D}+)?[%％]?"
YEAR, MONTH, DAY = (
    "(?P<y>(?:[1１][9９]|[2２][0０])[0-9０-９]{2})",
    "(?P<m>[1１][0-2０-２]|[0０]?[1-9１-９])",
    "(?P<d>[12１２][0-9０-９]|[3３][01０１]|[0０]?[1-9１-９])",
)
DATE = rf"(?<![\dA-Za-z.．/／-]){YEAR} *(?P<s>[-./．／－–—]) *{MONTH} *(?P=s) *{DAY}日?(?![\dA-Za-z/／-]|[.．]\d| +\d{{1,2}}:\d)"
DASHES = "(?:[-－–─―]{2,}|—{3,})"
DOTS = r"(?>\.{3,}|．{3,}|·{3,}|・{3,}|•{3,})"
BLANKS = " \u00a0\u3000\u2002\u2003"
RANGES = f"{DIGITS}十年月日时分秒省市县区镇乡村州盟旗站港口岛路桥号级岁元季度周期段点京津沪渝"
"""What a dash of one place may stand behind that joins two places or times."""


def _figure(found: re.Match[str]) -> str:
    """A figure in half-width characters, if any of its digits is full-width."""
    return found[0].translate(FIGURES) if any("０" <= char <= "９" for char in found[0]) else found[0]


def _letters(found: re.Match[str]) -> str:
    """Letters at half width; what is left open stays as it was marked."""
    return found[0] if not found[0].strip("ＸｘＮ") else found[0].translate(FIGURES)


def _date(found: re.Match[str]) -> str:
    return f"{int(found['y'])}年{int(found['m'])}月{int(found['d'])}日"


SLIPS = (
    Slip("date", DATE, _date, frozenset("-./．／－–—")),
    Slip("date", "(?<![0-9０-９.．,，])[0０]([1-9１-９][月日])", r"\1", frozenset("0０")),
    Slip(
        "date",
        f"[一二][九〇零○◯0oOＯ][{DIGITS}〇零○◯0oOＯ]{{2}}(?=年)",
        lambda found: found[0].translate(NOUGHTS),
        frozenset("○◯零〇九0oOＯ"),
    ),
    Slip(
        "date",
        f"(?<![{DIGITS}〇零十百千万亿])[一二][九〇零○◯][{DIGITS}〇零○◯]{{2}}(?![{DIGITS}〇零○◯十百千万亿])",
        lambda found: found[0].translate(NOUGHTS),
        frozenset("零○◯"),
    ),
    Slip("date", f"(?:(?<=[{DIGITS}〇])|(?<=[{DIGITS}〇][○◯]))[○◯](?=[{DIGITS}〇○◯年])", "〇", frozenset("○◯")),
    Slip("figures", FIGURE, _figure, frozenset("０１２３４５６７８９")),
    Slip("figures", "[Ａ-Ｚａ-ｚ]+", _letters, frozenset(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))),
    Slip(
        "marks",
        f"(?:(?<=[{BESIDE}])|^) *{DASHES} *(?=[{BESIDE}])|(?<=[{BESIDE}]) *{DASHES}(?=[A-Z0-9]|$)|(?<=[A-Za-z0-9%]){DASHES}(?=[{BESIDE}])",
        "——",
        frozenset("-－–─―—"),
    ),
    Slip(
        "marks",
        f"(?<=[”’）》。，；：！？])—(?!—)(?=[{BESIDE}])|(?<!—)—(?=[“‘（《])|(?:^|(?<=\n))—(?=[{HAN}])",
        "——",
        frozenset("—"),
    ),
    Slip("marks", f"(?<=[{HAN}])(?<![{RANGES}])—(?=[{HAN}])", "——", frozenset("—"), sure=False),
    Slip(
        "marks",
        rf"(?:(?<=[{BESIDE}A-Za-z0-9])|^){DOTS}(?=[{HAN}“‘（《])|(?<=[{BESIDE}]){DOTS}(?!\s*\d+$)",
        "……",
        frozenset(".．·・•"),
    ),
    Slip("marks", f"(?<![…A-Za-z])…(?:…{{2}})*(?!…)(?=[{BESIDE}]|$)", "……", frozenset("…")),
    Slip("marks", f"(?<=[{HAN}])[•‧・∙⋅･](?=[{HAN}])", "·", frozenset("•‧・∙⋅･")),
    Slip("marks", rf"(?<=[{HAN}”’）》])[．﹒](?![\dA-Za-z．])", "。", frozenset("．﹒")),
    Slip(
        "marks",
        f"(?<=[{BESIDE}])[{''.join(MARKS)}]|[{''.join(MARKS)}](?=[{HAN}])",
        lambda found: MARKS[found[0]],
        frozenset(MARKS),
    ),
    Slip(
        "blanks",
        f"(?<=[{BESIDE}0-9A-Za-z%\ufffc])(?<![（《“‘【])[{BLANKS}]+([，。；：、！？）》”’])",
        r"\1",
        frozenset(BLANKS),
    ),
    Slip(
        "blanks", f"([，。；：、！？（《“‘])[{BLANKS}]+(?![）》”’】])(?=[{BESIDE}0-9\ufffc])", r"\1", frozenset(BLANKS)
    ),
)
"""In the order in which they are asked: the first that finds something at a place has it."""
