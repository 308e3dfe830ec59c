"""Deadlines of a finished text against one another: the whole and its parts, peers of which one has none, rhythms.

# short-horizon

The task of a whole year, parted by quarters, where every target is due within a month.

One of the two was taken from another speech.

Wrong:

    在全县防汛备汛工作会议上的讲话

    （2026年5月14日）

    同志们：

    年内必须办成的是：6月1日前，清完全部险工险段。各单位要把年度任务拆到季度、拆到月份。

Right:

    在全县防汛备汛工作会议上的讲话

    （2026年5月14日）

    同志们：

    年内必须办成的是：10月底前，清完全部险工险段。各单位要把年度任务拆到季度、拆到月份。

# two-rhythms

One thing that is done at two rhythms: 每周调度, and further on 每半月调度.

Two bodies may each have their own; it is told to who asks for notes.

Wrong:

    县防指办每周调度一次。

    县水利局每半月调度一次。

Right:

    县防指办每周调度一次。

    县水利局每周调度一次，每月通报一次。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_dates import marked_times
from drafter.language.zh_deadlines import Deadline, deadlines
from drafter.language.zh_numbers import number
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Reading
from drafter.lint.texts.wide import wide

Dated = tuple[int, Deadline]
WHOLE = late(
    "完成(?:集中|全部|全面|各项|所有)(?:整改|整治|排查整治|任务|问题整改|工作任务)|全部(?:改|整改)到位|整体(?:完成|完工|交账)"
    "|(?:各项|全部|所有|所有的)(?:任务|工作|问题|整改任务|工作任务)(?:都要|要|必须)?(?:全部|全面)?(?:完成|见底|办结|清零|整改到位)|全面完成(?:整改|整治|各项)"
)
"""What is said of everything."""
NEW_YEAR = date(2001, 1, 1)
"""In whose year times lie where nobody knows the day of the meeting."""
PARTS = late(
    "\\d{1,2}月(?:底|\\d{1,2}日|[上中]旬)(?:以|之)?前[^，。；：]{0,8}?(?:全部|全面|整体|必须|要)[^，。；：]{0,4}?(?:完工|完成|竣工|建成|落实到位|改造完|改到位|销号)[，。：](?:其中|(?<=：))"
)
"""A whole with its time, and the word behind which its parts stand."""
OTHERS = late("[；。](?:另外|此外|同时|下一步|二期|其他|验收)|明年|来年")
OWN = late("负责|牵头|主抓|承办|责任单位")
"""What shows that a paragraph tells of one task: 城东街道负责，7月底前整体完成."""
AFTERWARDS = late(
    "长期|持续|长效|常态|回头看|验收|总结|评估|巩固|复查|复核|抽查|考核|督查|检查|报告|上报|明年|来年|20\\d\\d年|验交|移交|审计|通报|汇报|销号"
)
"""What comes after the work."""
YEARLY = late("年度任务|全年任务|年度目标任务|拆到季度|分解到季度|一年一年")
TARGET = late("目标|办成|必须(?:办|完成|干成)|硬任务|总任务|任务是|要完成")
A_MONTH = 31
SPAN = late(
    r"(?P<span>用(?P<years>[二两三四五六七八九十\d]{1,2})年(?:左右)?(?:的)?时间)(?P<between>[^。；！？]{0,60}?)(?:到|在|至)?(?P<end>今年年?底|明年年?底|20\d\d年)"
)
"""So many years, and in the same sentence a year in which all is to be done."""
STEP = late("第一|首先|首批|一期|起步|开局|先行|其中|今年先|每年|第二步|从今年")
"""What shows that the nearer time is a step of several."""
RHYTHM = late(
    "(?P<every>每(?:两|半|三|[二三四五六七八九十\\d]{1,2})?个?(?:天|日|周|旬|月|季度|季|年)|[日周月季]{1}(?=调度|通报|会商|研判))(?:[^，。；：！？、每]{0,4}?)"
    "(?P<what>调度|会商|通报|研判|例会|碰头|巡查|督查)"
)
SAME = {
    "每日": "每天",
    "日": "每天",
    "周": "每周",
    "月": "每月",
    "每个月": "每月",
    "季": "每季度",
    "每季": "每季度",
    "每两周": "每半月",
}


def _later(reading: Reading, options: Options) -> Iterator[Fault]:
    whole: Dated | None = None
    for n, one in _to_come(reading):
        said = _sentence(wide(reading.plain[n]), one.span)
        if whole and closed(reading, whole[0], n):
            whole = None
        if WHOLE.search(_clauses(wide(reading.plain[n]), one.span)) and not OWN.search(reading.plain[n]):
            whole = whole or (n, one)
        elif whole and one.day > whole[1].day and not one.begins and not AFTERWARDS.search(said):
            facts = {"text": _words(reading, n, one), "whole": _words(reading, *whole)}
            yield Fault(n, *one.span, facts, related=((whole[0], *whole[1].span),))


def _within(reading: Reading, options: Options) -> Iterator[Fault]:
    """Parts of a whole in one paragraph: X 6月底前全部完工，其中…，解放路段7月15日前完工."""
    yield from _later(reading, options)
    for n in reading.running:
        text = wide(reading.plain[n])
        split = PARTS.search(text)
        due = [one for one in deadlines(text, reading.day or NEW_YEAR) if not one.begins] if split else ()
        whole = next((one for one in due if split and split.start() <= one.span[0] < split.end()), None)
        for one in due:
            if whole and split and one.span[0] >= split.end() and one.day > whole.day:
                if OTHERS.search(text[split.end() : one.span[0]]) or AFTERWARDS.search(_clauses(text, one.span)):
                    continue
                facts = {"text": text[slice(*one.span)], "whole": text[slice(*whole.span)]}
                yield Fault(n, *one.span, facts, related=((n, *whole.span),))


def closed(reading: Reading, first: int, n: int) -> bool:
    """Whether a heading of the first level stands between two paragraphs: another field begins."""
    return any(one.kind == "heading" and one.level == 1 for one in reading.paragraphs[first:n])


def _to_come(reading: Reading) -> Iterator[Dated]:
    return ((n, one) for n, one in reading.deadlines if not one.past)


def _words(reading: Reading, n: int, one: Deadline) -> str:
    return wide(reading.plain[n])[slice(*one.span)]


def _sentence(text: str, span: tuple[int, int]) -> str:
    start = max(text.rfind(mark, 0, span[0]) for mark in "。！？；") + 1
    return text[start : min((at for mark in "。！？；" if (at := text.find(mark, span[1])) >= 0), default=len(text))]


def _clauses(text: str, span: tuple[int, int]) -> str:
    """The clause that a time stands in, and, where it is set off by a comma, the next."""
    start = max(text.rfind(mark, 0, span[0]) for mark in "，。！？；：") + 1
    end = span[1] + text.startswith("，", span[1])
    return text[start : min((at for mark in "，。！？；" if (at := text.find(mark, end)) >= 0), default=len(text))]


def _short(reading: Reading, options: Options) -> Iterator[Fault]:
    yield from _horizons(reading)
    yearly = next(reading.find(YEARLY), None) if reading.day else None
    if not yearly or not reading.day:
        return
    due = [one for one in _to_come(reading) if not one[1].begins and not _frames(reading, *one)]
    targets = [one for one in due if TARGET.search(_sentence(wide(reading.plain[one[0]]), one[1].span))]
    if not targets or max(one.day for _, one in due).toordinal() - reading.day.toordinal() >= A_MONTH:
        return
    n, last = max(targets, key=lambda one: one[1].day)
    apart = str((last.day - reading.day).days)
    facts = {"text": yearly[1][0], "other": _words(reading, n, last), "days": apart}
    yield Fault(yearly[0], *yearly[1].span(), facts, related=((n, *last.span),))


def _horizons(reading: Reading) -> Iterator[Fault]:
    """用五年时间 with an end that is much nearer: 到今年年底."""
    for n, found in reading.find(SPAN) if reading.day else ():
        if not reading.day:
            return
        years, end = int(number(found["years"]) or 0), found["end"]
        year = int(end[:4]) if end[:4].isdecimal() else reading.day.year + ("明" in end)
        if years > 1 and 0 <= year - reading.day.year < years - 1 and not STEP.search(found["between"]):
            facts = {"text": found["years"] + "年", "other": end, "days": str((date(year, 12, 31) - reading.day).days)}
            yield Fault(n, *found.span("end"), facts, related=((n, *found.span("span")),))


def _frames(reading: Reading, n: int, one: Deadline) -> bool:
    """Whether a time only announces what stands behind a colon with times of its own: 年内必须办成的是：6月1日前…"""
    head, colon, rest = _sentence(wide(reading.plain[n]), one.span).partition("：")
    return bool(colon) and _words(reading, n, one) in head and any(marked_times(rest))


def _rhythms(reading: Reading, options: Options) -> Iterator[Fault]:
    first: dict[str, tuple[str, tuple[int, int, int]]] = {}
    for n, found in reading.find(RHYTHM):
        every = SAME.get(found["every"], found["every"])
        kept = first.setdefault(found["what"], (every, (n, *found.span())))
        if kept[0] != every:
            facts = {"text": found[0], "what": found["what"], "other": kept[0]}
            yield Fault(n, *found.span(), facts, related=(kept[1],))


LATER = Way(
    _within,
    N_("{text} is later than {whole}, by when everything is to be done"),
    N_("bring the two into line, or say that this one runs on"),
)
"""How a text is told what briefs are told, too."""
RULES = family(
    __doc__,
    {
        "short-horizon": Way(
            _short,
            N_("{text} is spoken of, but what is due latest is due in {days} days: {other}"),
            N_("name the target of the year, or speak of the weeks to come"),
        ),
        "two-rhythms": Way(
            _rhythms,
            N_("{what} is done at two rhythms: {text}, and {other} above"),
            N_("settle on one, unless two bodies each have their own"),
            "info",
        ),
    },
)
