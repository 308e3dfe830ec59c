"""Feasts and seasons of a finished text against the day of the meeting.

# season-day

Something is asked for a feast that has gone by: 清明期间全员上山值守, in May.

The piece comes from a speech of another month. What looks back (刚过, 以来, 已), and rows of feasts, are left alone.

Wrong:

    在全县森林防灭火工作会议上的讲话

    （2026年5月14日）

    同志们：

    清明期间全员上山值守，要看住火源。

Right:

    在全县森林防灭火工作会议上的讲话

    （2026年5月14日）

    同志们：

    清明刚过，端午期间全员上山值守，要看住火源。

# too-late-for-season

A day by which something is due before a season, and which lies in the midst of it: 8月15日前完成汛前检查.

One of the two comes from a speech of another month.

Wrong:

    在全市防汛工作视频会议上的讲话

    （2026年4月9日）

    同志们：

    水利部门要在8月15日前完成汛前检查，逐座签字。

Right:

    在全市防汛工作视频会议上的讲话

    （2026年4月9日）

    同志们：

    水利部门要在5月15日前完成汛前检查，逐座签字。

# season

Something is asked for a season that is over, or a season is said to be here that is not: 汛期值守要加强, in November.

The months of a season are those of `words/seasons.yaml`, in which it can lie wherever that is; a pack of your own may tell yours.

Wrong:

    在全市冬春火灾防控工作会议上的讲话

    （2026年11月9日）

    同志们：

    汛期值守要加强，夜间不能断人。

Right:

    在全市冬春火灾防控工作会议上的讲话

    （2026年11月9日）

    同志们：

    冬季值守要加强，夜间不能断人。明年汛期值守要提前安排。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_feasts import days_over, feasts
from drafter.language.zh_seasons import out_of_season
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import MASK, Fault, Piece, Reading
from drafter.lint.texts.wide import sentences
from drafter.model.words import Season, Words

OVER = 92
"""Days after a feast from which on the next one is meant."""
MONTHS_OVER = range(1, 4)
"""Months after a season in which it is surely over, and the next one is not yet meant."""
ASKS = late("要(?![求素点闻])|必须|务必|须|加强|抓好|做好|严防|确保|全员|值守|一律|落实|坚决|不得|严禁|强化")
"""What shows that a sentence asks for something."""
LOOKS_BACK = late(
    "[去前明来往历每当常]年|上年|年年|[刚已]过|已经?|曾|了(?=[，。；]|$)|以来|之?后(?![天续])|过去|结束|总结|经过|反思|教训|同比|像|那样|下一?个|提前|谋划|筹备|准备|一年四季|四季|全年|平时|[等、和]"
)
"""What shows that a feast or a season is none that is asked for now."""
DOING = (
    "(?:期间|期)?(?:的)?(?:值守|值班|巡查|巡逻|巡护|在岗|备勤"
    "|防守|防火|防汛|要|须|必须|每[天日]|全员|一律|严格|加密|实行|严禁|安全(?!过))"
)
"""What stands behind a season in which something is to be done."""
NO_TIME = ("今", "明", "入", "越", "过")
"""First characters of words of a season that look ahead, or tell what somebody does."""


def _parts(reading: Reading) -> Iterator[Piece]:
    """The sentences, parted at semicolons, too."""
    for piece in sentences(reading):
        at = piece.start
        for words in piece.text.split("；"):
            yield Piece(piece.paragraph, at, words)
            at += len(words) + 1


TOO_LATE = {
    "汛前": (7, 10),
    "入汛前": (7, 10),
    "供暖前": (12, 3),
    "供暖季到来之前": (12, 3),
    "秋季开学": (9, 12),
    "春季开学": (4, 7),
    "春耕前": (5, 9),
    "上冻前": (1, 4),
}
"""Months in which what is due before a season is surely too late: the first, and the last that still speaks of that season."""
BEFORE = late("(?P<before>入?汛前|供暖前|供暖季到来之前|秋季开学|春季开学|春耕前|上冻前)(?!后)")
SAID = late("[^，。；！？]*(?:，[^，。；！？]*)?")
"""The clause in which a time stands, and the next."""
SINCE = {
    "入冬以来": (11, 4),
    "入春以来": (2, 7),
    "开春以来": (2, 7),
    "入夏以来": (5, 10),
    "入秋以来": (8, 1),
    "入汛以来": (4, 11),
}
"""Months in which one may look back so."""


def _before(reading: Reading) -> Iterator[Fault]:
    """Deadlines of what is due before a season, that lie in it: 8月15日前完成汛前检查."""
    for n, one in reading.deadlines:
        text = reading.plain[n]
        said = SAID.match(text, one.span[1])
        others = (other.span[0] for m, other in reading.deadlines if m == n and other.exact)
        stop = min((at for at in others if at > one.span[0]), default=len(text))
        found = BEFORE.search(text, one.span[1], min(stop, said.end() if said else stop))
        if found and not one.past and _between(one.day.month, *TOO_LATE[found["before"]]):
            facts = {"text": one.words, "season": found["before"]}
            yield Fault(n, *one.span, facts, related=((n, *found.span()),))


def _between(month: int, first: int, last: int) -> bool:
    return (month - first) % 12 <= (last - first) % 12


def _since(reading: Reading) -> Iterator[Fault]:
    """Looking back on a season that is none of this half-year."""
    for n, found in reading.find(LOOKED_BACK) if reading.day else ():
        if reading.day and not _between(reading.day.month, *SINCE[found[0]]):
            yield Fault(n, *found.span(), {"text": found[0], "day": str(reading.day)})


LOOKED_BACK = late("(?<![年度])(?:" + "|".join(SINCE) + ")")


def _feasts(reading: Reading, options: Options) -> Iterator[Fault]:
    today = reading.day
    for part in _parts(reading) if today else ():
        said = reading.open[part.paragraph][part.start : part.end]
        if not today or not ASKS.search(part.text):
            continue
        for start, end, days in feasts(said):
            since = days_over(days, today)
            quoted = MASK in part.text[start:end] and said[start] != "“"
            clause = _clause(part.text, start, end)
            if since is None or not 0 < since <= OVER or quoted or LOOKS_BACK.search(clause):
                continue
            at = part.start + start, part.start + end
            if not any(
                n == part.paragraph and one.span[0] < at[1] and at[0] < one.span[1] for n, one in reading.deadlines
            ):
                facts = {"text": said[start:end], "day": str(today), "days": str(since)}
                yield Fault(part.paragraph, *at, facts)


def _clause(text: str, start: int, end: int) -> str:
    """The clause in which something stands."""
    first = max(text.rfind(mark, 0, start) for mark in "，：") + 1
    return text[first : min((at for mark in "，：。" if (at := text.find(mark, end)) >= 0), default=len(text))]


def _seasons(reading: Reading, options: Options) -> Iterator[Fault]:
    yield from _since(reading)
    if not reading.day or not reading.words:
        return
    known = _patterns(reading.words)
    names = [name for season in reading.words.seasons.values() for name in season.words]
    named = {n for n in reading.running if any(name in reading.plain[n] for name in names)}
    for part in _parts(reading):
        if part.paragraph not in named or not any(name in part.text for name in names):
            continue
        for season, pattern in known:
            if not _is_over(season, reading.day.month):
                continue
            found = pattern.search(part.text)
            if found and ASKS.search(part.text) and not LOOKS_BACK.search(_clause(part.text, *found.span("word"))):
                yield _season(part, found["word"], found.start("word"), str(reading.day))
                break
        else:
            if word := out_of_season(part.text, reading.day, reading.words):
                yield _season(part, word, part.text.find(word), str(reading.day))


def _is_over(season: Season, month: int) -> bool:
    """Whether a season ended lately, and the next one is not at hand."""
    first, last = season.months
    return (month - last) % 12 in MONTHS_OVER and (first - month) % 12 >= len(MONTHS_OVER)


def _season(part: Piece, word: str, at: int, day: str) -> Fault:
    return Fault(part.paragraph, part.start + at, part.start + at + len(word), {"text": word, "day": day})


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[tuple[Season, re.Pattern[str]], ...]:
    """How each season is named in which something is to be done; feasts are told by their day."""
    found = []
    for season in words.seasons.values():
        names = [one for one in season.words if one[0] not in NO_TIME and one[-1] not in "天前后"]
        if names and not any(feasts(" ".join(season.words))):
            choice = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
            found.append((season, re.compile(f"(?P<word>{choice}){DOING}")))
    return tuple(found)


RULES = family(
    __doc__,
    {
        "season-day": Way(
            _feasts,
            N_("{text} was {days} days before the meeting, which is on {day}"),
            N_("name the feast that comes next, or say that this one is over"),
            "error",
        ),
        "too-late-for-season": Way(
            lambda reading, options: _before(reading),
            N_("{text} is too late for what is due before a season: {season}"),
            N_("set an earlier day, or name another season"),
        ),
        "season": Way(
            _seasons,
            N_("{text} is spoken of as now, and the meeting is on {day}"),
            N_("name the season that is here, or say which year's it is"),
        ),
    },
)
