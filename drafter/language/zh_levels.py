"""Words of a level of government in Chinese text, held against the meeting at which they are said."""

from __future__ import annotations

import re

from drafter.language.doubts import Wrong
from drafter.language.late import late

MEETING = late(
    r"(?:在)?(?P<whole>全[省市县旗镇乡]|[\u4e00-\u9fff]{2,4}(?=[镇乡][^会]{2,20}会)(?P<own>[镇乡]))(?P<rest>.*?)(?:会议?|大会|[推动]?[进员]会|座谈会|调度会)"
)
"""How the name of a meeting tells whose it is; 全区 is that of a district or of an autonomous region."""
LEVELS = {"全省": "省", "全市": "市", "全县": "县", "全旗": "县", "全镇": "乡", "全乡": "乡"}
EACH = {
    "省": "各市州|各地市|各州市|各盟市|各设区市",
    "市": "各县区|各区县|各县市区|各市区县|各县（市、区）|各旗县区?|各旗区",
    "县": "各乡镇街道|各镇街|各乡镇|各镇乡",
    "乡": "各村社区|各村组|各行政村",
}
"""How the units below a level are called together: a speaker of another level has no such units."""
SHOWN = {"省": "各市州", "市": "各县区", "县": "各乡镇", "乡": "各村"}
"""What a speaker of each level would say."""
EVERYBODY = "(?:上下|各级各部门|各级领导干部|各级干部|广大干部|干部群众|人民群众|广大党员)"
"""What makes 全市 those who are spoken to, and not the wider place that they are part of."""
ORDER = "省市县乡"
WHOLES = {"省": "省", "市": "市", "县": "县旗", "乡": "镇乡"}
OTHER = {
    level: late(
        "|".join(names for one, names in EACH.items() if one != level)
        + f"|全[{''.join(own for one, own in WHOLES.items() if one != level)}]{EVERYBODY}"
    )
    for level in ORDER
}
"""Words of another level than each."""
QUOTED = late("《[^》]*》|“[^”]*”")
"""What names papers of others is left alone."""
OF_OTHERS = late("[^，。；！？]{0,12}(?:印发|会议|要求|部署|通报|转发|文件|通知)")
"""A clause that goes on so tells what a level above has said."""
SAID = late(
    "(?:国务院|国家|中央|[省市州](?:委|政府|里|安委[会办]))[^。！？]{0,16}(?:要求|部署|强调|明确|规定|提出|印发|通报)[^。！？]*$"
)
"""And one that begins so."""


def level_of(meeting: str) -> str:
    """The level whose meeting a name tells, or that is named itself: 省, 市, 县 or 乡; nothing where none is told."""
    found = MEETING.match(meeting)
    return LEVELS.get(
        f"全{found['own']}" if found and found["own"] else found["whole"] if found else f"全{meeting}", ""
    )


def levels(text: str, meeting: str) -> tuple[Wrong, ...]:
    """Words of another level than that of the meeting, with what a speaker of its own would say."""
    level = level_of(meeting)
    if not level:
        return ()
    plain = QUOTED.sub(lambda found: " " * len(found[0]), text)
    return tuple(
        Wrong(found.span(), found[0], SHOWN[level] if found[0].startswith("各") else _own(level) + found[0][2:])
        for found in OTHER[level].finditer(plain)
        if not _of_others(plain, found) and not _below(plain, found, level)
    )


def _of_others(plain: str, found: re.Match[str]) -> bool:
    """Whether the words stand in what a level above has said."""
    return OF_OTHERS.match(plain, found.end()) is not None or SAID.search(plain[: found.start()]) is not None


def _below(plain: str, found: re.Match[str], level: str) -> bool:
    """Whether the words name something below the meeting's level that may well be named there: 乡镇 of a city, a county's own
    people where that county is told of.
    """
    below = ORDER[ORDER.index(level) + 1 :]
    if found[0].startswith("各"):
        return any(re.fullmatch(EACH[one], found[0]) for one in below)
    whole = found[0][1]
    return any(whole in WHOLES[one] for one in below) and whole in plain[: found.start()]


def _own(level: str) -> str:
    return next(name for name, one in LEVELS.items() if one == level)
