"""Shares, changes and single figures of a finished text.

# share

A share that is not what the two figures before it give: 412个村中380个，占95%.

One of the three figures was changed and the others stayed.

Wrong:

    全县412个村中，通客车的村有380个，占95%。

Right:

    全县412个村中，通客车的村有380个，占92.2%。

# change

A figure that goes from one value to another, by an amount that is not their difference.

One of the figures was changed and the others stayed.

Wrong:

    集中供水率由85%提高到92%，提高了6个百分点。

Right:

    集中供水率由85%提高到92%，提高了7个百分点。

# percent-point

The difference of two percentages in per cent, which would be a share of the first: 由85%提高到92%，提高7%.

7 per cent of 85 is 6; what is meant is points.

Wrong:

    集中供水率由85%提高到92%，提高7%。

Right:

    集中供水率由85%提高到92%，提高7个百分点。

# near-task

A task with a day to it and a rough figure: 6月底前要有近50个项目开工.

Nobody can say afterwards whether 近50个 was kept. A report may be rough, and so may money.

Wrong:

    6月底前要有近50个项目开工。

Right:

    6月底前要有50个项目开工，目前近50个项目已经备案。

# unit-missing

A figure without a unit among others that have one: 新建泵站12座、改造闸门35、修复堤防7公里.

A speaker stops there.

Wrong:

    新建泵站12座、改造闸门35、修复堤防7公里。

Right:

    新建泵站12座、改造闸门35扇、修复堤防7公里。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.language.zh_figures import MEASURES, RATIOS, comparable, exact
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_sums import quantity
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.texts.reading import Fault, Piece, Reading
from drafter.lint.texts.wide import counted, limits, sentences, wide

POINTS = Fraction(6, 10)
"""Percentage points by which a share may be off: it was rounded."""
ROUGHLY = 5
"""The same where the writer says so: 约占九成."""
ABOUT = late("(?:约|近|大概|接近|超过?|不到|不足|将近)占[^，。；]{0,4}$")
SHARE = late("占(?:总数的|全部的|比|比重|比例|[\u4e00-\u9fff]{2,10}的)?(?:了|为|达|达到|到)?$")
RATIO = late("%|分之|占[^，。；]{0,12}成")
RATE = late(
    "(?:完成|整改|办结|签约|覆盖|到位|达标|合格|开工|复工|竣工|入户|销号|化解|参保|通车|普及|改造|拆除|入库|出勤|到会)率(?:为|达|达到|已达)?$"
)
DONE = late("其中|已(?!有)|(?<=[户村个家处人座项件起名])中|(?<!其)中(?![\u4e00-\u9fff])")
"""What shows that of two figures the second is part of the first."""
OF = late("[\u4e00-\u9fff]{0,6}的$")
FROM = late("[由从][^，。；]{0,14}$")
RISE, FALL = (
    "提高|提升|上升|增加|增长|扩大|攀升|增至|升至|增",
    "下降|降低|减少|压减|压降|缩短|缩减|回落|压缩|收窄|减至|降至|降|减",
)
TO = late(f"(?:{RISE}|{FALL})(?:到了|到|至|为|(?<=至))[^，。；]{{0,10}}$")
BY = late(f"[，（]?(?:共|累计|整整|净|同比|提前)?(?:{RISE}|{FALL}|提了|降了)了?$")
ROUGH = ("近", "将近", "接近", "约", "大约", "大概", "左右", "上下", "多", "余")
NEARLY = Fraction(1, 10)
"""By how much a number of times may be off."""
TASK = late(
    "(?:要(?![求素点闻])|必须|务必|确保|须)[^，。；：！？]{0,14}?(?P<verb>(?<![仅只拥共已没])有|完成|建成|新建|改造|达到|培育|引进|招引|新增|开工|整改|拆除|清理|化解"
    "|办结|发放|培训|安装|打通|安置|搬迁|落地|修复)(?:(?<=完成)新增[\u4e00-\u9fff]{0,6}|(?<=新增)[\u4e00-\u9fff]{2,6})?$"
)
BARE = late(
    "[\u4e00-\u9fff]{2,10}(?<![第号话码线打道前后名分至到从比约计共达年为])(?P<figure>(?!(?:19|20)\\d\\d$)\\d{2,6})"
)
DUE = late("(?:今年|全年|年内)(?:必须|务必|确保)|硬任务|任务分解|的[\u4e00-\u9fff]{0,4}任务")
"""What shows that a figure is one of a year's task."""
TOLD = late("[\u4e00-\u9fff“”〓]{2,10}\\d")
FEWEST_TOLD = 2
"""Figures with a unit in a row before one without is missed."""


def _shares(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece in sentences(reading):
        if not RATIO.search(piece.text):
            continue
        known = counted(reading, piece)
        for n, one in enumerate(known):
            rough = "成" in one.words or not one.unit
            pair = (
                _pair(piece.text, known[:n], one) if (one.unit == "%" or "分之" in one.words) and exact(one) else None
            )
            if not pair:
                continue
            part, whole = pair
            share = 100 * Fraction(part.number) / Fraction(whole.number)
            told = Fraction(one.number) * (1 if one.unit else 100)
            if abs(share - told) > (ROUGHLY if rough or ABOUT.search(piece.text[: one.span[0]]) else POINTS):
                facts = {"part": part.words, "whole": whole.words, "share": f"{float(share):.1f}%", "text": one.words}
                related = _places(piece, part, whole)
                yield Fault(piece.paragraph, *_span(piece, one), facts, related=related)


def _pair(text: str, before: list[Quantity], share: Quantity) -> tuple[Quantity, Quantity] | None:
    """The part and the whole that a share surely is of."""
    if len(before) < 2:
        return None
    one, two = before[-2:]
    ahead, between = text[: share.span[0]], text[one.span[1] : two.span[0]]
    if not comparable(one, two) or not exact(one) or not exact(two) or "；" in text[one.span[0] : share.span[0]]:
        return None
    behind = text[two.span[1] : share.span[0]]
    if OF.fullmatch(behind) and re.search("占[^，。；]{0,6}$", text[: two.span[0]]):
        return (one, two) if one.number <= two.number else None
    alone = sum(other.unit == one.unit for other in before) == 2
    of = (SHARE.search(ahead) or RATE.search(ahead)) and DONE.search(between)
    near = len(behind) <= 16 and len(between) <= 30
    return (two, one) if of and alone and near and 0 < two.number < one.number else None


def _changes(reading: Reading) -> Iterator[tuple[Piece, Quantity, Quantity, Quantity]]:
    """由A提高到B，提高C: the three figures."""
    for piece in sentences(reading):
        if not ("由" in piece.text or "从" in piece.text):
            continue
        known = counted(reading, piece)
        for one, two, by in zip(known, known[1:], known[2:], strict=False):
            fits = FROM.search(piece.text[: one.span[0]]) and TO.search(piece.text[one.span[1] : two.span[0]])
            if fits and BY.fullmatch(piece.text[two.span[1] : by.span[0]]) and all(map(exact, (one, two, by))):
                yield piece, one, two, by


def _differences(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece, one, two, by in _changes(reading):
        apart = abs(Fraction(two.number) - Fraction(one.number))
        if one.unit != two.unit:
            continue
        if (one.unit == "%" and by.unit == "个百分点") or (one.unit == by.unit and one.unit not in RATIOS):
            wrong, due = apart != by.number, quantity(replace(by, number=apart))
        elif by.unit == "%" and one.unit not in RATIOS and one.unit not in MEASURES and one.number:
            share = 100 * apart / Fraction(one.number)
            wrong, due = abs(share - by.number) > POINTS, f"{float(share):.1f}%"
        elif by.unit == "倍" and one.unit not in RATIOS and one.number:
            times = apart / Fraction(one.number)
            wrong, due = abs(times - by.number) > NEARLY, f"{float(times):.1f}倍".replace(".0倍", "倍")
        else:
            continue
        if wrong:
            facts = {"first": one.words, "last": two.words, "due": due, "text": by.words}
            yield Fault(piece.paragraph, *_span(piece, by), facts, related=_places(piece, one, two))


def _points(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece, one, two, by in _changes(reading):
        apart = abs(Fraction(two.number) - Fraction(one.number))
        if one.unit == two.unit == by.unit == "%" and apart == by.number and by.words.endswith("%"):
            mended = f"{by.words[:-1]}个百分点"
            yield Fault(piece.paragraph, *_span(piece, by), {"text": by.words, "due": mended}, mended)


def _rough(reading: Reading, options: Options) -> Iterator[Fault]:
    for piece in sentences(reading):
        for one in counted(reading, piece):
            ahead = piece.text[: one.span[0]]
            task = TASK.search(ahead) if one.about in ROUGH and one.unit not in (*RATIOS, "元") else None
            if task and (task["verb"] == "有" or _has_limit(reading, piece)):
                yield Fault(piece.paragraph, *_span(piece, one), {"text": one.words})


def _has_limit(reading: Reading, piece: Piece) -> bool:
    """Whether a sentence says by when, or that it tells of a task."""
    return bool(DUE.search(piece.text)) or any(
        piece.start <= start < piece.end for start, _ in limits(reading.plain[piece.paragraph])
    )


def _bare(reading: Reading, options: Options) -> Iterator[Fault]:
    for n in reading.running:
        text, known = wide(reading.plain[n]), {one.span[0] for one in reading.quantities[n]}
        for row in re.finditer("[^。；：！？]+", text):
            yield from _bare_in(n, row[0], row.start(), known) if "、" in row[0] or "，" in row[0] else ()


def _bare_in(n: int, row: str, at: int, known: set[int]) -> Iterator[Fault]:
    """Figures without a unit in one row of items."""
    told, bare = [], []
    for item in re.split("[、，]", row):
        if (found := TOLD.match(item)) and at + found.end() - 1 in known:
            told.append(item)
        elif figure := BARE.fullmatch(item):
            bare.append((at + figure.start("figure"), at + figure.end("figure"), item))
        at += len(item) + 1
    if len(told) >= FEWEST_TOLD and len(bare) == 1:
        start, end, item = bare[0]
        yield Fault(n, start, end, {"text": item, "other": told[-1]})


def _span(piece: Piece, one: Quantity) -> tuple[int, int]:
    return piece.start + one.span[0], piece.start + one.span[1]


def _places(piece: Piece, *others: Quantity) -> tuple[tuple[int, int, int], ...]:
    return tuple((piece.paragraph, *_span(piece, one)) for one in others)


RULES = family(
    __doc__,
    {
        "share": Way(
            _shares,
            N_("{part} of {whole} is {share}, not {text}"),
            N_("mend the share or one of the figures"),
            "error",
        ),
        "change": Way(
            _differences,
            N_("from {first} to {last} it is {due}, not {text}"),
            N_("mend one of the three figures"),
            "error",
        ),
        "percent-point": Way(
            _points,
            N_("the difference of two percentages is told in per cent: {text}"),
            N_("write {due}"),
            "error",
        ),
        "near-task": Way(
            _rough,
            N_("a task is told with a rough figure: {text}"),
            N_("give the figure that is to be reached (50个, 不少于50个)"),
        ),
        "unit-missing": Way(
            _bare,
            N_("{text} has no unit, though the others in the row have: {other}"),
            N_("write the unit behind the figure"),
        ),
    },
)
