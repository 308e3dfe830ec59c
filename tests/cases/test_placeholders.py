"""What counts as a placeholder of an old speech, and what only looks like one."""

from __future__ import annotations

import re

import pytest

from drafter.language import TONGUES

OPEN = {
    "zh": """
        XX万亩|XX X月X日|X 202X年|202X 20XX年|20XX X年内|X X同志|X X余人|X 近X家|X 3XX户|XX xx同志|xx ×月×日|× ×××同志|×××
        在×县|× ***省|*** 第**次|** ___万元|___ ##万|## 某某市|某某 某市工作会议|某 2026年某市工作会议|某 3月某县委|某 某县|某 某局|某
        待定|待定 时间待定，另行通知|待定
        待补充|待补充 【待补充：会议】|【待补充：会议】 投入（待核实）|待核实 待核|待核 待填|待填 ？？万亩|？？ ??|?? 〇〇县|〇〇 ○○镇|○○
        △△村|△△ □□公司|□□ （）处|（） TODO|TODO TBD|TBD N万元|N N个项目|N 共N亿元|N AA县|AA BB市政府|BB X|X ×|×""",
    "en": """
        XX%|XX N%|N £XX|XX TBD|TBD 20XX|20XX 202X|202X ____|____ ??|?? xx|xx""",
}
NOT = {
    "zh": """
        4×4 5*3 20*30米 20×30米 甲类×2 长×宽×高 单价×件数 A4纸 X光 X光机3台 X射线 X轴 1+X证书 5G+X X86 XXL码 20x镜头 某种 某些 某一 某区域
        某市场主体 某村民 去年春节前某县40余名工人 2024年某市一起火灾，某厂 邻近某县
        *重点 …… 抓好落实…… 二〇〇八年 二〇〇〇年 一〇〇号 二○○八年 AAA级景区 AA制 A区、B区 ABB公司 第N次 N95口罩
        待定事项 有待核实 等待核实。 待核准项目 待核销 怎么办？ （一）是 #1号工程""",
    "en": """
        4x4 5*3 X-ray 20x N.B. What? (a) XIV""",
}


@pytest.mark.parametrize(
    ("tongue", "text", "hole"), [(code, *one.split("|")) for code, list in OPEN.items() for one in list.split()]
)
def test_a_placeholder_is_found_and_nothing_beside_it(tongue: str, text: str, hole: str) -> None:
    assert {found[0] for found in re.finditer(TONGUES[tongue].placeholder, text)} == {hole}
    assert not TONGUES[tongue].placeholder_signs.isdisjoint(hole)


@pytest.mark.parametrize(("tongue", "text"), [(code, one) for code, list in NOT.items() for one in list.split()])
def test_a_word_that_only_looks_like_one_is_none(tongue: str, text: str) -> None:
    assert not re.search(TONGUES[tongue].placeholder, text)


def test_blanks_in_brackets_are_a_placeholder() -> None:
    assert re.findall(TONGUES["zh"].placeholder, "建成（ ）公里，（\u3000）处") and re.search(
        TONGUES["en"].placeholder, "( )"
    )


@pytest.mark.parametrize("text", ["World XX", "the XXX Olympiad", "Malcolm X", "a * b", "20x zoom", "iPhone X"])
def test_letters_among_english_words_are_words(text: str) -> None:
    assert not re.search(TONGUES["en"].placeholder, text)
