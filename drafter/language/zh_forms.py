"""Chinese facts in the form that a sentence needs, where their words allow it; texts that are only a deadline or a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.language.late import late
from drafter.language.zh_bodies import body
from drafter.language.zh_deadlines import Deadline
from drafter.language.zh_facts import verb_at
from drafter.language.zh_quantities import STOPS
from drafter.language.zh_readings import OWN, deadlines_of, form_of, quantities_of, time_of
from drafter.language.zh_seams import arranged
from drafter.model.value import Fact
from drafter.model.words import Knowledge

LEAP_YEAR = date(2024, 1, 1)
"""Some day from which every day can be counted; which one does not matter where only the form is asked for."""
ACTED = "|".join(
    """
    封堵 拆除 拆完 拆掉 检定 更换 换完 安装 装完 修复 修好 修缮 修完 加固 清理 清除 清运 清完 取缔 关停 淘汰 销毁 改造 改完
    整改 治理 整治 新建 建成 建好 打通 铺设 疏通 兑付 化解 办结 补齐 配齐 收回 拨付 发放
    """.split()
)
"""Verbs that have an object, so that what stands before one that ends a clause is acted on, unless it can act itself."""
AGENTS = late(
    "(?:[人员者队组户方家们主长商贩厂店校院所站]|单位|部门|公司|企业|机构|街道|社区|乡镇|干部|群众|职工|专家|协会|[省市县区村镇乡局办委])$"
)
"""How the name of one ends that can act itself."""
VERB_FIRST = frozenset({"动宾", "时限+动宾"})
"""The forms that stand behind 要."""
LED = "全部|全面|一律|逐一|逐个|逐户|分批|集中|统一|基本"
CLAUSE = late(rf"(?P<noun>[^，；。：！？,;（）()]{{2,16}}?)(?:要|必须|须|应当|应)?(?P<led>(?:{LED})?)(?P<verb>{ACTED})")
NO_NAME = late(r"[的把被由对将让使给未没不已正在就也都还再与及和从到按以]")
"""Characters that show more before the verb than a name."""


REST = "(?:剩余|剩下|其余|余下|现有|超量|超期|超标|逾期)"
MUST = r"(?:全部|全面|一律|必须|都要|\d{1,2}月|年底|年内|[本下]月)"
SUBJECTS = late(
    rf"(?P<rest>{REST}[^，；。]{{0,8}}?{MUST})|(?P<counted>[0-9一二两三四五六七八九十百]+(?:多|余)?[家个户名座所处人位辆台栋条支](?![一前后以]))"
    r"|(?P<each>每[个家名位座所支户](?![月季星礼工班小]))"
    r"|(?P<timed>[\u4e00-\u9fff“”]{2,12}\d{1,2}月(?:\d{1,2}[日号])?(?:前|底前?)?(?:启用|投运|投用|建成|交付|开工|通车|竣工|完工)$)"
)
"""How a clause begins that has a subject of its own, so that no 要 can stand before it."""
PARTED = re.compile("[，；。,;：]")
STANDING = late("还|没有|未|仍|是|有|不")
"""What tells how things are, and nothing to be done."""
AT_WORK = late(
    r"(?P<count>[0-9一二两三四五六七八九十百]+[家个户座所处名])(?P<which>[^，；。的]{1,6}的)(?:先|立即|马上|今天就|一律)?(?P<act>停[产工业用]|关停|整改|退出)$"
)
"""Some of several that are told to stop: 5家掉线的先停产."""


def offered(text: str, wanted: tuple[str, ...], knows: Knowledge) -> str:
    """What a writer may put in place of a clause with a subject of its own, where its sentence begins with a verb: 让…, 确保…

    Nothing where it is not sure that it is one. Which one is meant only the writer knows.
    """
    if not VERB_FIRST.intersection(wanted) or form_of(text, knows.words) not in ("", "分句"):
        return ""
    plain = text.rstrip(OWN)
    if PARTED.search(plain) or STANDING.search(plain):
        return ""
    if at := AT_WORK.match(plain):
        return f"让{plain} / 责令{at['which']}{at['count']}{at['act']}"
    who = body(plain, knows.words.by_verb) if plain.startswith("各") else None
    if who:
        return f"督促{plain}" if len(plain) > len(who.name) else ""
    found, sure = SUBJECTS.match(plain), re.search(MUST, plain)
    if not found and not (plain.startswith("各") and sure):
        return ""
    if found and found["counted"] and not _acts(plain, found.end() + 1, knows):
        return ""
    return f"{'确保' if sure else '让'}{plain}"


def _acts(plain: str, start: int, knows: Knowledge) -> bool:
    """Whether a verb stands behind what is counted: 5家企业 is no clause."""
    return any(verb_at(plain, knows.words.by_verb, at) for at in range(start, len(plain)))


def reformed(text: str, wanted: tuple[str, ...], knows: Knowledge) -> str:
    """A text in one of the forms that are wanted, with all its words; nothing where that is not sure."""
    return next((one for one in _other(text, knows) if form_of(one, knows.words) in wanted), "")


def _other(text: str, knows: Knowledge) -> Iterator[str]:
    """The same fact otherwise put: its deadline in front, or behind; what is acted on behind its verb; who does it."""
    found = form_of(text, knows.words)
    moved = arranged(Fact(text, text), knows)
    if found == "动宾" and isinstance(moved, Fact) and moved.text != text:
        yield moved.text
    if found == "时限+动宾":
        time, rest = text[: time_of(text)].rstrip("，,"), text[time_of(text) :].lstrip("，,")
        if _is_time(time, knows) and not re.search("[，；。,;]", rest):
            yield f"{rest}，{time}"
    if found == "分句":
        yield from _turned(text, knows)
    if found == "动宾" and not re.search("[，；。,;]", text) and not (times_in(text, knows) or quantities_of(text)):
        yield f"{text}的"


def times_in(text: str, knows: Knowledge) -> tuple[Deadline, ...]:
    """Every deadline in a text, counted from some day where the meeting has none."""
    return deadlines_of(text, knows.today or LEAP_YEAR)


def _is_time(words: str, knows: Knowledge) -> bool:
    """Whether words are one deadline and nothing else."""
    return any(one.span == (0, len(words)) and not one.begins for one in times_in(words, knows))


def _turned(text: str, knows: Knowledge) -> Iterator[str]:
    """A clause that says what becomes of a thing, verb first, with its deadline in front or else behind."""
    times = times_in(text, knows)
    if len(times) > 1 or any(one.begins for one in times):
        return
    start, end = times[0].span if times else (0, 0)
    time, rest = text[start:end], text[:start].rstrip("，,") + text[end:].lstrip("，,")
    found = CLAUSE.fullmatch(rest)
    if not found or not _is_thing(found["noun"], knows):
        return
    said = found["led"] + found["verb"] + found["noun"]
    yield f"{time}{said}"
    if time:
        yield f"{said}，{time}"


def _is_thing(noun: str, knows: Knowledge) -> bool:
    """Whether words name something that is acted on and cannot act."""
    spans = [one.span for one in quantities_of(noun)]
    name = noun
    for start, end in reversed(spans):
        name = name[:start] + name[end:]
    plain = re.fullmatch("[\u4e00-\u9fff“”、]{2,}", name) is not None
    return plain and not NO_NAME.search(name) and not AGENTS.search(name) and body(noun, knows.words.by_verb) is None


def is_due(text: str) -> bool:
    """Whether a text is one deadline, or one day, and nothing else."""
    text = text.strip().rstrip(OWN)
    if any(one.span == (0, len(text)) and not one.begins for one in deadlines_of(text, LEAP_YEAR)):
        return True
    return any(one.span == (0, len(text) + 1) and one.exact for one in deadlines_of(f"{text}前", LEAP_YEAR))


def is_quantity(text: str) -> bool:
    """Whether a text is one quantity, at most with what it counts behind it."""
    text = text.strip().rstrip(OWN)
    found = quantities_of(text)
    if len(found) != 1 or found[0].span[0] != 0:
        return False
    return re.fullmatch(f"(?:(?![{STOPS}])[\u4e00-\u9fff]){{0,8}}", text[found[0].span[1] :]) is not None
