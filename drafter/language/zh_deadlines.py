"""Deadlines in Chinese text: the last day that each allows, in the writer's own words; what may be a report is left alone."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from drafter.language import zh_calendar as calendar
from drafter.language.late import late
from drafter.language.zh_calendar import Now, Period, Read
from drafter.language.zh_numbers import original, squeezed

HAN = "零一二两三四五六七八九十百"
OPEN = rf"(?<![\d{HAN}.])"
WITH_YEAR = r"(?:(?P<year>(?<!\d)(?:19|20)\d\d|(?:二零|一九)[零一二三四五六七八九]{2}|(?<!\d)[今明后去前本上翌]|(?<![年\d])来)年度?)"
YEAR = WITH_YEAR + "?"
YEARS, EVENTS = (
    "12二一今明后去前本上翌来",
    "主汛进入供采取今秋新暑高春过清端中除元正五“劳六七八国十开",
)  # how these begin
MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
DAY = f"3[01]|[12]\\d|0?[1-9]|三十一?|二?十[{HAN[1:11]}]?|[{HAN[1:11]}]"
TO = "(?:至|到|—{1,2}|–|-|~|～|－)"
NO_YEAR = rf"(?<![\d{HAN}今明后去前本上每历近多往几全半同整成学财当次大])"
FOOT = "[底末](?![数线子册账层部盘端级梢])"
PART = f"[上中]?[中下]旬|上旬|月?{FOOT}|初(?![中级步次查审信])|中(?![学小心央型期长考标层间])"
OF_MONTH = f"(?P<month>{OPEN}(?:{MONTH}))月份?(?![\\d份])|(?P<rel>本|这个|下个?|次|上个?)月"
UNIT = "个工作日|工作日|个?星期|个礼拜|个季度|个月|年|周|天|日|月"
WEEKDAY = "[一二三四五六日天末]"
STRETCH = rf"{OPEN}(?P<count>\d{{1,3}}|[{HAN}]{{1,4}}|半)(?P<unit>{UNIT})(?P<half>半)?"
RULES: tuple[tuple[str, re.Pattern[str], Read], ...] = tuple(
    (signs, late(pattern), read)
    for signs, pattern, read in (
        (
            "月 日号 至到—–-~～－",
            rf"{YEAR}(?P<from_month>{OPEN}(?:{MONTH}))月(?P<from_day>{DAY})[日号]?{TO}(?P<next>(?:[明后]|20\d\d)年)?(?:(?P<month>{MONTH})月)?(?P<day>{DAY})[日号]",
            lambda said, now: calendar.a_day({**said, "month": said["month"] or said["from_month"]}, now),
        ),
        (
            "月 日号",
            rf"(?=[{YEARS}{HAN}\d下次]){YEAR}(?:(?P<month>{OPEN}(?:{MONTH}))月|(?P<rel>本|下个?|次|上个?)月)(?P<day>{DAY})[日号](?![楼院线])",
            calendar.a_day,
        ),
        (
            "号",
            r"(?<![\d零一二三四五六七八九十第月、至到.-])(?P<day>3[01]|[12]\d|[1-9])号(?=前|以前|之前)",
            calendar.a_day_to_come,
        ),
        (
            "-./",
            r"(?<!\d)(?P<year>20\d\d)[-./](?P<month>1[0-2]|0?[1-9])[-./](?P<day>3[01]|[12]\d|0?[1-9])(?!\d)",
            calendar.a_day,
        ),
        ("月", rf"每个?月(?P<each>{DAY})[日号]", lambda said, now: None),
        (
            "月",
            rf"{YEAR}(?:(?P<from_month>{OPEN}(?:{MONTH}))月?份?(?:[上中下]旬|初|底)?{TO})?(?:{OF_MONTH})(?P<part>{PART})?",
            calendar.a_month,
        ),
        (
            "月",
            rf"(?<![\d{HAN}本这下上个每逐当次按历同])(?P<year>)(?P<from_month>)(?P<month>)(?P<rel>)月(?P<part>{FOOT}|(?=内))",
            calendar.a_month,
        ),
        (
            "季",
            rf"{YEAR}(?:第?(?P<from_quarter>[一二三四1-4])(?:季度)?{TO})?(?:(?<!前)第?(?P<quarter>[一二三四1-4])|(?P<which>[本下])个?)季度(?P<closed>{FOOT})?",
            calendar.a_quarter,
        ),
        (
            "季",
            r"(?<![\d一二三四本下上每这个当逐四两])(?P<year>)(?P<which>)(?P<from_quarter>)(?P<quarter>)季度?(?P<closed>[底末]|(?=内))",
            calendar.a_quarter,
        ),
        ("半", rf"{YEAR}(?P<half>[上下])半年(?P<closed>{FOOT})?", calendar.a_half),
        ("年", rf"(?:20\d\d年?{TO})?{WITH_YEAR}(?P<part>年?{FOOT}|年?中(?=前|以前|之前))?", calendar.a_year),
        (
            "年",
            rf"(?<![\d{HAN}今明后去前本上每历近多往几全半同整成学财当次])(?P<year>)(?P<part>年(?:{FOOT}|中(?=前|以前|之前)|(?=以?内)))",
            calendar.a_year,
        ),
        ("末", rf"[“\"]?(?P<plan>{'|'.join(calendar.PLANS)})[”\"]?(?:规划)?期?末", calendar.a_plan),
        (
            "日天周年月拜期度",
            rf"(?:[从自]?(?:即日|今日|今天|今|本次会议|会议)[起后]|会后)?(?P<used>){STRETCH}(?:左右)?的?(?:时间)?",
            calendar.a_stretch,
        ),
        ("日天周年月拜期度", rf"(?P<used>用){STRETCH}(?:左右)?的?(?:时间|工夫)", calendar.a_stretch),
        (
            "周",
            rf"(?:(?P<which>[本这下])个?|(?=周{WEEKDAY})|(?<![\u4e00-\u9fff]))周(?P<weekday>{WEEKDAY})?",
            calendar.a_week,
        ),
        ("", f"(?=[{YEARS}{EVENTS}]){YEAR}(?=[{EVENTS}])(?:{calendar.EVENT})", calendar.an_event),
        ("年", rf"{NO_YEAR}(?<!学期)(?P<year>)(?P<e{calendar.SPRING}>年)(?=前)", calendar.an_event),
    )
)
"""How times are written, each with rows of characters of which it has one, and how each is read.

Of those that overlap the first stands, and of two at one place the longer."""
COUNTED = "[0-9一二两三四五六七八九十]{1,2}(?:个?月|个?季度|[名位强])"  # 前8个月, 前三名
BEFORE = f"(?:之|以)?前(?![后期景述沿往来端]|提(?![交出供请升高取])|列(?![入支出])|置(?!换)|{COUNTED})"
INSIDE = "(?:之|以)?内(?![涝外容控业科存]|部(?!署)|设(?![立置备])|资(?!金)|环(?!境)|网(?!格)|河(?!道))"
TAIL = late(f"(?:[12]?\\d[时点]|下班|上午|中午|下午)?{BEFORE}|为?止|{INSIDE}")
LEAD = late(r"(?:截[至止]|截止[到至]|[赶放]在|最迟|最晚|不迟于|不晚于|[到至于在从自])$")
START = late(r"起(?![草诉运降获])|开始|之后|以后")
"""What makes a start of a time that it stands behind."""
JOINED = late(r"[日号节旦秋庆一][”\"]?[、和及与]?$")
"""What a feast or a season stands behind that is no time alone: 中秋、国庆节前, 11月15日供暖前."""
REPEATED = late(r"(?:原定于?|原计划|原本|本应|[每历逐往]|[每往历][年月季周]|每个月|每季度)$")
ANSWERED = late(
    r"(?:必须|全部|一律|要|须|都要|作出|给出|给予|书面)?(?:回复|答复|反馈|处理|处置|查处|回应|到场|上门|受理|核查|出具)"
)
"""What is done each time within so many days, and is due on no day."""
BYGONE = late(r"(?:近|过去|此前|前|上|往后|今后)$")
EVENTS = "接到|收到|受理|发现|答复|反映|申请|举报|投诉|见面|验收"
ANCHORED = late(f"(?:之日起|日起|之后|以后|后|起)$|(?:{EVENTS})[^，；。]{{0,8}}$")
"""What a stretch is counted from, when that is not the meeting."""
HELD = late(
    r"(?:控制|控|压缩|压减|压降|压|缩短|缩减|缩|减少|减|降低|下降|降|限制|限定|保持|稳定|维持|天数|日数|时间|时长|时限|周期|工期|用时|耗时"
    r"|超标|逾期|停机|停水|停电|中断)(?:要|应|须|必须|力争|争取|确保)?(?:在|到|至|为|成)?$"
)
"""What makes a stretch an amount of days that is kept to, and no term: 超标天数控制在32天以内."""
FINISHED = (
    "完成|建成|完工|竣工|交付|投用|投产|投入使用|投入运行|投运|通车|通水|通气|验收|办结|清零"
    "|见底|达标|上线|到位|结束|销号|清完|换完|拆完|装完|建好|修好|做完|收尾"
)
DONE = late(FINISHED)
BARE = late(rf"(?:全部|全面|正式|基本|一律|如期|按期|务必|必须|确保|力争|要|应当|应)?(?:{FINISHED})")
PLANNED = late(r"(?:计划|拟|拟于|将|要|力争|确保|争取|预计|务必|必须|须|定于|打算|限)$")
STARTED = late(r"(?<!新)(?:开工|动工|启动|开建|进场(?=$|施工|检测|作业)|开始|施行|起步)")
REPORTED = late(r"(?:全部|均|都|就)?已经?(?![批建有]|[^，；。]{0,8}的)")
"""How a report goes on behind a time."""
OF_OLD = late("(?!把|将|让|使|对|给|要|须|完|务必|必须|全部|全面|拿出)[^，；。]{1,10}的")
"""What stands behind a time that is over and tells of things from then: 2000年底前建成的小区."""
PAST = late(r"(?<!不得)已|了(?!解)|曾|累计|同比|共有|达到|为主|[为是]")
AGAIN = late(r"再|又|反弹|复发|重复|发生|出现|累计|连续|[不未没有多屡]|[两三四五六\d]{1,3}次")
"""What is told of a stretch of time that is a measure and no deadline: 一年内反弹的."""
SENTENCE = "。！？\n；"
CLAUSE = late(r"[，。；！？、,;\n]")
REACH = 40
"""Characters of a clause that are looked at on either side of a time."""


class Deadline(Struct, frozen=True):
    """A day by which something is due."""

    day: date
    """The last day that it allows."""
    words: str
    """The writer's own, without 前."""
    span: tuple[int, int]
    """Where it stands, with its 到 and its 前."""
    exact: bool = False
    """A day was written."""
    past: bool = False
    """It lies before the meeting."""
    begins: bool = False
    """It is the start of something and no end."""


def deadlines(text: str, today: date | None) -> tuple[Deadline, ...]:
    """Every deadline of a text, in its order; without a day of the meeting only those that have their year."""
    plain, places = squeezed(text)
    found: list[Deadline] = []
    year, at = None, 0
    for match, read in times(plain):
        if any(stop in plain[at : match.start()] for stop in SENTENCE):
            year = None
        at = match.end()
        period = _period(match, read, Now(today, year or (today.year if today else None)))
        to_come = _to_come(match, read, period, today) if period and today and not year else None
        if period and (deadline := _deadline(plain, match, period, today, to_come)):
            start, end = original(places, *deadline.span)
            shown = original(places, match.start(), match.start() + len(deadline.words))
            deadline = replace(deadline, words=text[slice(*shown)], span=(start, end))
            if found and found[-1].span[1] == start and not deadline.begins:
                found.pop()  # 6月底7月初 is one time, and the later allows more
            found.append(deadline)
            year = deadline.day.year if (period.dated or to_come) and not deadline.past else year
    return tuple(found)


@lru_cache(maxsize=256)
def times(plain: str) -> tuple[tuple[re.Match[str], Read], ...]:
    """Whatever is written as a time, no two of them overlapping; one text is asked for them several times."""
    all_of_them = [
        (match, read)
        for signs, pattern, read in RULES
        if all(any(sign in plain for sign in row) for row in signs.split())
        for match in pattern.finditer(plain)
    ]
    kept: list[tuple[re.Match[str], Read]] = []
    for match, read in sorted(all_of_them, key=lambda one: (one[0].start(), -one[0].end())):
        if match.end() > match.start() >= (kept[-1][0].end() if kept else 0):
            kept.append((match, read))
    return tuple(kept)


def _period(match: re.Match[str], read: Read, now: Now) -> Period | None:
    """What a time says; nothing for a day that no calendar has."""
    try:
        return read(match.groupdict(default=""), now)
    except (ValueError, OverflowError):
        return None


def _to_come(match: re.Match[str], read: Read, period: Period, today: date) -> Period | None:
    """The next time like one without its year that is over, if it is near: 3月底 in December."""
    if period.dated or period.last >= today:
        return None
    coming = _period(match, read, Now(today, today.year + 1))
    months = calendar.LONGEST_WAIT if period.needs else calendar.NEXT_TIME
    if not coming or coming.last < today:
        return None
    return coming if (coming.before or coming.last) <= calendar.later(today, months) else None


def _deadline(
    plain: str, match: re.Match[str], period: Period, today: date | None, to_come: Period | None
) -> Deadline | None:
    """A time as a deadline, where its neighbours make it one; of one that is over and comes again, the next."""
    start, end = match.span()
    lead, tail = LEAD.search(plain[max(0, start - 4) : start]), TAIL.match(plain, end)
    led, mark = lead[0] if lead else "", tail[0][-1] if tail else ""
    start -= len(led)
    if not _is_time(plain[max(0, start - 6) : start], match[0], period, mark):
        return None
    stop, told, period = tail.end() if tail else end, period, to_come or period
    day = period.before if mark == "前" and period.before else period.last
    if behind := START.match(plain, stop):
        day, stop = period.first if not mark else day, behind.end()
    begins = bool(behind) or _starts(_rest(plain, stop))
    if period.needs == "内" and match[0][:1] not in "从自即今本会" and ANSWERED.match(plain, stop):
        return None
    if led.startswith("截") and PAST.search(plain, stop, stop + REACH):
        return None
    if not _is_due(_rest(plain, stop), _front(plain, start), told, led, mark, begins, today):
        return None
    kept = tail if mark == "内" or match[0] in ("年", "汛") or match[0].endswith("年汛") else None
    shown = plain[match.start() : kept.end() if kept else end]
    return Deadline(day, shown, (start, stop), period.exact, bool(today and day < today), begins)


def _is_time(ahead: str, words: str, period: Period, mark: str) -> bool:
    """Whether it is one time that is to come, and no habit (每月底) and nothing that is counted from elsewhere."""
    if (period.needs and (not mark or mark not in period.needs)) or REPEATED.search(ahead):
        return False
    if period.needs == "前" and JOINED.search(ahead):
        return False
    counted = period.needs == "内" and words[:1] not in "从自即今本会"
    return not (counted and any(sign.search(ahead) for sign in (ANCHORED, BYGONE, HELD)))


def _is_due(rest: str, front: str, period: Period, led: str, mark: str, begins: bool, today: date | None) -> bool:
    """Whether its neighbours say that something shall be done by then; of what may be a report, never."""
    sure = bool(mark) or period.closed
    if (not mark and rest[:1] in ("为", "是")) or REPORTED.match(rest):
        return False
    if today and period.last < today:
        return sure and not led.startswith("截") and not any(map(PAST.search, (rest, front))) and not OF_OLD.match(rest)
    if sure and period.course and period.first == today and (rest.endswith("的") or AGAIN.match(rest)):
        return False
    if sure or begins or led[:1] in ("到", "至", "最", "不", "赶", "截"):
        return True
    if PLANNED.search(front) or (BARE.match(rest) and not (today and period.first < today)):
        return True
    if not period.course:
        return False
    return not today or 2 * (today - period.first) < period.last - period.first


def _rest(plain: str, at: int) -> str:
    """The clause from a place on."""
    return CLAUSE.split(plain[at : at + REACH], maxsplit=1)[0]


def _front(plain: str, at: int) -> str:
    """The clause up to a place."""
    return CLAUSE.split(plain[max(0, at - REACH) : at])[-1]


def _starts(rest: str) -> bool:
    """Whether a clause tells that something starts, before it tells that something ends."""
    started, done = STARTED.search(rest), DONE.search(rest)
    return bool(started and not (done and done.start() < started.start()))
