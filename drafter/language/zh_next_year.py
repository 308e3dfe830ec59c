"""Chinese facts a year on: years and ordinals that count, words told from the year, levels and places in the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.late import late
from drafter.language.next_year import NextYear
from drafter.language.numerals import han
from drafter.language.zh_numbers import number
from drafter.language.zh_quantities import quantities

YEAR = late(r"(?<![\d〔\[（(第])20\d\d(?=年|[-/.]\d{1,2}[-/.]\d|[-—至~～]20\d\d|[度届])")
OLDER = 1
"""Years before its own that a speech still tells of as its work: those further back are what it compares with."""
ORDINAL = late(r"第(?P<number>\d{1,3}|[零一二三四五六七八九十百]{1,5})(?P<of>届|次|个(?=[^月季工小百]))")
COUNTED = late(r"前年|去年|上年(?!度?末)|今年|本年|明年|来年")
YEARS_ON = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1}
LEVEL = late(r"全(?P<level>[省市县区州盟旗镇乡])|(?P<end>[省市县区州盟旗镇乡])(?:委|政府|人民政府)")
PLACE = late(r"^(?:在|中共)?(?P<place>[\u4e00-\u9fff]{2,4}?(?P<level>[省市县区州盟旗镇乡]))(?!委员会议)")
LEADS = "由请报把到向与和及让是对经按将在给"
"""Characters before the name of a body that are not of it."""
NO_BODY = "场|民|城|域|区|间|村|亲|份|面|情|井"
"""What makes a level's character the beginning of another word: 市场, 县城."""


def moved_on(text: str, year: int, by: int) -> str:
    """Its years from the one before its own on, and what is counted from year to year, so many further."""

    def later(found: re.Match[str]) -> str:
        one = int(found[0])
        return str(one + by) if one >= year - OLDER else found[0]

    def next_one(found: re.Match[str]) -> str:
        one = number(found["number"])
        if not isinstance(one, int) or not 0 < one + by < 100:
            return found[0]
        return f"第{one + by if found['number'].isdigit() else han(one + by)}{found['of']}"

    return ORDINAL.sub(next_one, YEAR.sub(later, text))


def counted(text: str) -> Iterator[tuple[str, int]]:
    """今年, 去年 and the like, each once."""
    for words in dict.fromkeys(COUNTED.findall(text)):
        yield words, YEARS_ON[words]


def renamed(text: str, old: str, new: str) -> str:
    """A text in which the old place is the new one, and the old level the new level."""
    before, after = PLACE.match(old), PLACE.match(new)
    if before and after and before["place"] != after["place"] and not old.startswith("全") and not new.startswith("全"):
        text = text.replace(before["place"], after["place"])
    was, now = level(old), level(new)
    if not was or not now or was == now:
        return text
    if text == was:
        return now
    text = re.sub(f"([全我本]){was}", rf"\g<1>{now}", text)
    return re.sub(f"(?:(?<![\u4e00-\u9fff])|(?<=[{LEADS}])){was}(?=[\u4e00-\u9fff])(?!{NO_BODY})", now, text)


def level(meeting: str) -> str:
    """The level that the name of a meeting or a body tells."""
    found = LEVEL.search(meeting) or PLACE.match(meeting)
    return next((one for one in found.groupdict().values() if one and len(one) == 1), "") if found else ""


def promises(text: str) -> bool:
    """Whether it names a quantity."""
    return any(one.unit for one in quantities(text))


NEXT_YEAR = NextYear(
    mark="待核：去年",
    proposes="今年可能是 {value}",
    means="“{words}”原指{year}年",
    joins="；",
    note="请核对：这是去年的值（{slot}，{file} 第 {line} 行），还没有人确认",
    promised="去年承诺的事，办成几成，写进“{slot}”再删去这里的一行",
    promised_alone="去年承诺的事，办成几成，讲话里交代了再删去这里的一行",
    goals=late("目标|承诺|指标"),
    by="{what}（{term}）",
    moved_on=moved_on,
    counted=counted,
    renamed=renamed,
    promises=promises,
)
