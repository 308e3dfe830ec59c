"""Deadlines of a finished text, each by itself: said twice, said of nothing, over before the meeting.

# double-date

One and the same time twice within a breath: 8月底前腾空危房，各乡镇8月底前报验收.

It comes from two pieces that each bring their own. What is meant to stand in a row (年内开工、年内见效; …；…) is left alone.

Wrong:

    8月底前腾空12栋危房，各乡镇8月底前报县住建局验收。

Right:

    8月底前腾空12栋危房，由各乡镇报县住建局验收。年内开工、年内见效。

# orphan-date

A clause that is a time and nothing else, with no verb to go with it: 完成11公里管网改造，9月底前.

The time goes before its verb. What answers a question, or stands behind 时限：, is a time by right.

Wrong:

    完成11公里管网改造，9月底前；新建泵站2座。

Right:

    9月底前完成11公里管网改造；新建泵站2座。什么时候拆完？6月底前。

# past-deadline

A deadline that lies before the day of the meeting, and nothing in its sentence says that it was kept.

Mostly the meeting was put off, or the piece comes from an older speech. A year is taken from the date below the title.

Wrong:

    在全县防汛备汛工作会议上的讲话

    （2026年5月14日）

    同志们：

    山洪灾害隐患要逐户登记，3月底前建好台账。

Right:

    在全县防汛备汛工作会议上的讲话

    （2026年5月14日）

    同志们：

    山洪灾害隐患3月底前已经逐户登记，6月底前要建好台账。

# backward-range

A stretch of days within one month whose end lies before its start: 6月20日至6月10日.

One of the two days is mistyped, or the month is missing.

Wrong:

    集中排查从6月20日至6月10日进行。

Right:

    集中排查从6月10日至6月20日进行，复查从12月25日至1月10日进行。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.overdue import gone_by, says_done
from drafter.language.zh_dates import day_ranges
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Reading
from drafter.lint.texts.wide import limits, wide
from drafter.model.value import Fact
from drafter.model.words import Knowledge

NEAR, NEAR_A_COLON = 32, 60
"""Characters between two mentions of one time that are heard as one breath; as many before and behind a colon."""
BY_DAY = late("(?:之|以)?前$")
"""What makes a sentence of a time that is none: 6月10日前。"""
BY = late(r"(?:之|以)?[前内]$")
STRETCH = late(r"[\d一二两三四五六七八九十半]+(?:个?工作日|个?月|个?小时|[日天周年])(?:之|以)?内$")
COUNTED_FROM = late("(?:后|起|接到|收到|受理|发现|申请|登记)[^。；]{0,8}$")
ROW = late("[^，、。：；]{1,6}[，、]")
"""What parts two times in a row that is meant: 年内开工、年内见效."""
SEASON = late(
    "(?:主?汛期|春节期间|国庆期间|节日期间|两节期间|冬季|供暖季|暑期)(?=要|须|必须|应当|每[天日周]|实行|严格|加密|全员|一律|24小时|坚持)"
)
"""A season as the time in which something is to be done."""
ASKED = late("时间|期限|时限|工期|进度|时候|何时|多久|截止|截至|为期|最迟|最晚|节点|分[两三四]步|[是？：:]")
"""What a bare time answers."""
TOLD = late("[去前上当那]年|已|曾|了(?=$|[，。；])")
ASKS = late("要(?![求素点闻])|必须|务必|确保|力争")
KEPT = late(
    "已|了(?![解然])|累计|同比|达到|共(?=[有\\d计完投发])|[去前上]年|上月|截[至止]|原[定本计]|本[应该]|没有|没能|未能|未按|滞后|逾期|超期|至今|目前|当时|那时|曾|[只仅才](?!要|能|有)|仍|如期|回头看"
    "|的(?:目标|要求|任务|承诺)"
)
"""What shows that a time that is over is spoken of as over."""


def _double(reading: Reading, options: Options) -> Iterator[Fault]:
    for n in reading.running:
        text = wide(reading.plain[n])
        told = [(text[slice(*one)], one) for one in limits(reading.plain[n])]
        told += [(found[0], found.span()) for found in SEASON.finditer(text)]
        days = {one.span[1]: str(one.day) for m, one in reading.deadlines if m == n and "月" in one.words}
        last: dict[str, tuple[int, int]] = {}
        for words, (start, end) in sorted(told, key=lambda one: one[1]):
            key = days.get(end) or BY.sub("", words)
            first = last.get(key)
            last[key] = (start, end)
            if first and _in_a_breath(text[first[1] : start]) and not _counted(text, words, first[0], start):
                yield Fault(n, start, end, {"text": words}, related=((n, *first),))


def _in_a_breath(between: str) -> bool:
    """Whether what stands between two mentions of one time is short, and they are no row that is meant."""
    if "；" in between or ROW.fullmatch(between):
        return False
    stops = sum(map(between.count, "。！？"))
    if "：" in between and not stops:
        return len(between) <= NEAR_A_COLON
    return len(between) <= NEAR and stops <= 1


def _counted(text: str, words: str, *starts: int) -> bool:
    """Whether a time is so many days, one of them counted from something: 3日内受理，受理后3日内办结."""
    return bool(STRETCH.match(words)) and any(COUNTED_FROM.search(text[max(0, one - 14) : one]) for one in starts)


def _orphan(reading: Reading, options: Options) -> Iterator[Fault]:
    for n in reading.running:
        text = wide(reading.plain[n])
        alone = [one for one in limits(reading.plain[n]) if _is_clause(text, *one)]
        for start, end in alone if len(alone) == 1 else ():
            part = _around(text, start)
            front = text[part[0] : start]
            if not ASKED.search(front) and not TOLD.search(text[slice(*part)]):
                yield Fault(n, start, end, {"text": text[start:end]})


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether a time stands alone behind a mark, at the end of what is said."""
    led = text[:start].rstrip(" \u3000").removesuffix("到").removesuffix("在")
    if led.endswith(("。", "！")) and BY_DAY.search(text[start:end]):
        return text[end : end + 1] == "。"
    return led.endswith(("，", "；")) and (text[end : end + 1] in "；。！" or not text[end:].strip())


def _around(text: str, at: int) -> tuple[int, int]:
    """Where the part of a sentence stands, between stops and 、s of its level, that has a place in it."""
    start = max(text.rfind(mark, 0, at) for mark in "；。！？") + 1
    ends = [found for mark in "；。！？" if (found := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def _past(reading: Reading, options: Options) -> Iterator[Fault]:
    for n, one in reading.deadlines:
        if not reading.day or not one.past or one.begins or not gone_by(one.day, reading.day):
            continue
        text = wide(reading.plain[n])
        said = text[slice(*_around(text, one.span[0]))]
        if (
            not _is_report(text, one.span, said)
            and not KEPT.search(said)
            and not says_done(reading.tongue, Fact(said), Knowledge(today=reading.day))
        ):
            start, end = one.span
            yield Fault(n, start, end, {"text": text[start:end], "date": str(one.day), "day": str(reading.day)})


def _is_report(text: str, span: tuple[int, int], said: str) -> bool:
    """Whether a time that is over dates a figure: 到2017年底的3046万人; 2025年末，常住人口42.6万人."""
    return text[span[1] : span[1] + 1] == "的" or not (BY.search(text[slice(*span)]) or ASKS.search(said))


def _backward(reading: Reading, options: Options) -> Iterator[Fault]:
    for n in reading.running:
        text = wide(reading.plain[n])
        for (start, end), first, last in day_ranges(reading.plain[n]):
            if first > last:
                yield Fault(n, start, end, {"text": text[start:end]})


RULES = family(
    __doc__,
    {
        "double-date": Way(
            _double,
            N_("the time {text} is said twice in one breath"),
            N_("say it once, before the first verb that it holds for"),
            "error",
        ),
        "orphan-date": Way(
            _orphan,
            N_("the time {text} stands alone: no verb goes with it"),
            N_("put it before its verb, or add 完成 behind it"),
            "error",
        ),
        "past-deadline": Way(
            _past,
            N_("{text} lies before the meeting, which is on {day}: it ends on {date}"),
            N_("set a day that is to come, write its year, or say that it is done (已)"),
            "error",
        ),
        "backward-range": Way(
            _backward,
            N_("{text} ends before it begins"),
            N_("mend one of the two days"),
            "error",
        ),
    },
)
