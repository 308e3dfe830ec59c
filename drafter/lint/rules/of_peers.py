"""Tasks that stand side by side, and the hall that hears them: who has no day, no owner, no task.

# no-deadline

Of paragraphs side by side that each name who leads, most name a day, too, and this one names none.

Nobody hears that it may take its time; somebody forgot the day.

Wrong:

    清理河道，要拆除阻水建筑17处。由县水利局牵头，5月底前完成。

    备足物料，要补充编织袋5万条。由县应急管理局牵头。

    修复预警，要检修雨量站40个。由县气象局牵头，5月25日前完成。

Right:

    清理河道，要拆除阻水建筑17处。由县水利局牵头，5月底前完成。

    备足物料，要补充编织袋5万条。由县应急管理局牵头，会后立即采购。

    修复预警，要检修雨量站40个。由县气象局牵头，5月25日前完成。

# no-owner

Of points side by side most name who leads, and this one names nobody.

What nobody owns, nobody does. Told to who asks for notes: it may be everybody's.

Wrong:

    一是清理河道。由县水利局牵头，拆除阻水建筑。

    二是备足物料。由县应急管理局牵头，补充编织袋。

    三是修复预警。检修雨量站，补齐广播。

Right:

    一是清理河道。由县水利局牵头，拆除阻水建筑。

    二是备足物料。由县应急管理局牵头，补充编织袋。

    三是修复预警。由县气象局牵头，检修雨量站。

# no-task

A body that reported or spoke at the meeting, and is named nowhere else, while others that spoke have their tasks.

Its people sit in the hall and go home without one. Told to who asks for notes.

Wrong:

    刚才，县水利局通报了汛情，县教育局汇报了校园防汛准备。

    县水利局要逐座复核险工，一处不漏。

Right:

    刚才，县水利局通报了汛情，县教育局汇报了校园防汛准备。

    县水利局要逐座复核险工，县教育局要管住放学路上的漫水路段。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.catalogue import N_
from drafter.language.late import late
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way, family
from drafter.lint.rules.of_plans import closed
from drafter.lint.texts.reading import Fault, Reading
from drafter.lint.texts.steps import Step
from drafter.lint.texts.wide import limits, wide

LEADER = late(
    "^[县市区省镇][\u4e00-\u9fff]{2,10}(?:局|委|办|大队|支队|中心|公司)负责|由[^，。；：！？由]{2,20}?(?:牵头|负责|主抓|承办)|(?:责任|牵头)(?:单位|部门)[：:][^，。；]{2,20}"
)
PEER = range(20, 161)
"""Characters of a paragraph that is one of several tasks."""
SHORT = range(16, 81)
"""Characters of a point that tells a task and no more."""
FEWEST_PEERS = 3
SOME_TIME = late(
    "立即|马上|即刻|即日|随即|当天|今天|明天|会后|每[天日周旬月季年半逐]|逐[日周月]|随时|长期|常年|全年|常态|近期|尽快|同步|同时|贯穿|始终|汛期|[本下]周|[本下]月"
    "|年内|\\d{1,2}月|季度|[日周月]内|小时|期限|时限|节前|节后|前期|上半年|下半年"
)
"""Any word of time."""
DAY = late("[月日底](?:之|以)?前")
"""A day by which something is done."""


def _undated(reading: Reading, options: Options) -> Iterator[Fault]:
    for group in (*_peers(reading), *_points(reading)):
        dated = [n for n, _ in group if SOME_TIME.search(wide(reading.plain[n]))]
        if len(group) < FEWEST_PEERS or len(dated) == len(group) or 3 * len(dated) < 2 * len(group):
            continue
        times = [(n, *span) for n in dated if (span := next(iter(limits(reading.plain[n])), None))]
        for n, (start, end) in group:
            if n not in dated and 3 * len(times) >= 2 * len(group):
                facts = {
                    "text": wide(reading.plain[n])[start:end],
                    "count": str(len(group)),
                    "dated": str(len(dated)),
                }
                yield Fault(n, start, end, facts, related=tuple(times[:3]))


def _peers(reading: Reading) -> Iterator[Sequence[tuple[int, tuple[int, int]]]]:
    """Runs of paragraphs one behind the other that each name who leads, with the place of that."""
    group: list[tuple[int, tuple[int, int]]] = []
    for n in reading.running:
        text = wide(reading.plain[n])
        found = LEADER.search(text) if len(text) in PEER else None
        if group and (not found or closed(reading, group[-1][0], n)):
            yield group
            group = []
        if found:
            group.append((n, found.span()))
    yield group


def _points(reading: Reading) -> Iterator[Sequence[tuple[int, tuple[int, int]]]]:
    """Short points of a row, a paragraph each, of which all but one name a day by which they are done."""
    for row in _rows(reading):
        group = [one for one in row if len(reading.plain[one.paragraph]) in SHORT]
        by = [one for one in group if _by_day(reading, one.paragraph)]
        if len(group) == len(row) and len(by) == len(group) - 1 >= FEWEST_PEERS:
            yield [(one.paragraph, _opening(reading, one)) for one in group]


def _by_day(reading: Reading, n: int) -> bool:
    text = wide(reading.plain[n])
    return any(DAY.search(text[start:end]) for start, end in limits(reading.plain[n]))


def _opening(reading: Reading, step: Step) -> tuple[int, int]:
    """The place of how a point opens."""
    text = reading.plain[step.paragraph]
    return step.end, min((at for mark in "，。；：" if (at := text.find(mark, step.end)) >= 0), default=len(text))


OWNER = late(
    "(?:由|请)[^，。；：由]{2,16}(?:牵头|负责|承办|主抓)|[局委办队院厅司镇乡村道]要|(?:责任|牵头)单位|[局委办队院厅司]牵头|[局委办队院厅司]会同"
)
"""Who does it."""
SPOKE = late("(?:^|(?<=[。]))(?:刚才|会上|前面|今天)，(?P<said>[^。]*(?:通报|汇报|发言|介绍|分析|讲)[^。]*)")
"""A sentence that tells who has spoken."""
BODY = late(
    "(?:^|(?<=[，、；和]))(?P<body>[\u4e00-\u9fff]{2,14}?(?:局|委|办|厅|支队|大队|公司|中心|[乡镇]|街道|[区县市]))(?=[、和]|通报|汇报|作了|分析|介绍|讲了|发言|的同志|的主要|分别)"
)
LEVEL = late("^[省市县区我全]+(?=[\u4e00-\u9fff]{3,})")
FEWEST_SPOKEN = 2
"""Bodies that have spoken before one without a task is missed."""


def _unowned(reading: Reading, options: Options) -> Iterator[Fault]:
    """Points of a row, a paragraph each, of which one or a few name nobody."""
    for group in _rows(reading):
        owned = [OWNER.search(wide(reading.plain[one.paragraph])) is not None for one in group]
        if len(group) < FEWEST_PEERS or all(owned) or 3 * sum(owned) < 2 * len(group):
            continue
        for one, known in zip(group, owned, strict=True):
            if not known:
                start, end = _opening(reading, one)
                facts = {
                    "text": reading.plain[one.paragraph][start:end],
                    "count": str(len(group)),
                    "owned": str(sum(owned)),
                }
                yield Fault(one.paragraph, start, end, facts)


def _rows(reading: Reading) -> Iterator[list[Step]]:
    """Points of one row, paragraph behind paragraph."""
    group: list[Step] = []
    first = {step.paragraph: step for step in reversed(reading.steps)}
    for n in (*reading.running, -1):
        step = first.get(n)
        if group and not (step and step.depth == group[-1].depth and n == group[-1].paragraph + 1):
            yield group
            group = []
        if step:
            group.append(step)


def _untasked(reading: Reading, options: Options) -> Iterator[Fault]:
    """Bodies that have spoken and are named nowhere else, where others of them are."""
    spoke = [(n, found, one) for n, found in reading.find(SPOKE) for one in BODY.finditer(found["said"])]
    named = [_is_named(reading, LEVEL.sub("", one["body"]), n, found.span()) for n, found, one in spoke]
    if len(spoke) < FEWEST_SPOKEN or 2 * sum(named) < len(spoke):
        return
    for (n, found, one), known in zip(spoke, named, strict=True):
        if not known:
            at = found.start("said")
            yield Fault(n, at + one.start("body"), at + one.end("body"), {"text": one["body"]})


def _is_named(reading: Reading, name: str, n: int, span: tuple[int, int]) -> bool:
    """Whether a name stands anywhere but in the sentence that tells who has spoken."""
    return any(name in (text[: span[0]] + text[span[1] :] if m == n else text) for m, text in enumerate(reading.plain))


RULES = family(
    __doc__,
    {
        "no-deadline": Way(
            _undated,
            N_("of {count} tasks side by side {dated} name a time, and this one names none: {text}"),
            N_("say by when"),
        ),
        "no-owner": Way(
            _unowned,
            N_("of {count} points side by side {owned} name who leads, and this one names nobody: {text}"),
            N_("say who does it, or that all do"),
            "info",
        ),
        "no-task": Way(
            _untasked,
            N_("{text} spoke at the meeting and is given nothing to do"),
            N_("name its task, or let it be"),
            "info",
        ),
    },
)
