"""What the desk tells of facts that cannot be so, or not beside one another.

# later-than-whole

A deadline behind the one by which everything is to be done.

One fact says that all is done by a day (集中整改6月底前全部完成, 各项任务…全部办结, or a slot that holds only the deadline of the whole),
and a fact of another slot is due later. What goes on or comes after anyway (长期, 持续, 验收, 回头看, 考核, 机制) is not told. The other
place is named.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [集中整治5月底前全部完成, 物资备足备好]
    措施: [6月底前修好闸门]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [集中整治6月底前全部完成, 物资备足备好]
    措施: [5月底前修好闸门]

# weekday

A weekday that its date does not have.

2026年5月20日（星期四） is a Wednesday: one of the two is wrong, and people come on the other day. A date without its year is one of the
year in which the speech is held; early in a year it may be of the last one, late in it of the next.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [5月20日（星期四）集中查一遍, 物资备足备好]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [5月20日（星期三）集中查一遍, 物资备足备好]

# no-such-date

A day that no calendar has.

6月31日, or 2月29日 of a common year. The last day of the month is named; whether it was meant only the writer knows.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [6月31日前修好闸门, 物资备足备好]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    日期: 2026-03-18
    要求: [6月30日前修好闸门, 物资备足备好]

# two-names

A body that is called by two names in one brief.

Who listens takes 市住建局 and 市住房和城乡建设局 for two. Which short names belong to which full one is told by the packs
(`names` in `words/bodies.yaml`); what stands in 《》, a body of a place that is named, and a short name that the text itself gives in
brackets, 市河长制办公室（市河长办）, are left alone. Both places are named.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [闸门由市水务局逐座查, 险情报市水利局]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [闸门由市水务局逐座查, 险情报市水务局]

# same-item

An item of a list that says the same as one before it.

Equal but for blanks and marks, or nearly so: what differs are words without weight (全面, 进一步, 切实). Items with other figures or other
nouns are two items, however much they share, and so are short ones.

Wrong:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [逐座检修水库闸门, 逐座检修水库闸门。]

Right:

    blueprint: meeting.yaml
    会议: 全市防汛工作会议
    要求: [逐座检修水库闸门, 逐座检修水库涵洞]

# level

Words of another level of government than the meeting's.

A county that holds a meeting has no 各县区, and does not speak for 全市上下; the choice of a slot 层级 and the name of the meeting say the
same. What a level above has said or printed may be told in its words.

Wrong:

    blueprint: meeting.yaml
    会议: 全县防汛工作会议
    要求: [各县区逐座查闸门, 物资备足备好]

Right:

    blueprint: meeting.yaml
    会议: 全县防汛工作会议
    要求: [各乡镇逐座查闸门, 物资备足备好]

# two-figures

The same things with one number here and another one there.

42家企业 in one slot and 38家企业 in another may be two counts, or a figure that was not brought up to date everywhere. It is a note:
`drafter check --facts` shows it. Parts, remainders and figures of other years are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from drafter.catalogue import N_
from drafter.language.doubts import Wrong
from drafter.lint.rule import Options
from drafter.lint.rules.family import Way
from drafter.lint.rules.of_plans import LATER
from drafter.lint.rules.told import told
from drafter.lint.texts.reading import Fault, Reading


def _each(find: Callable[[Reading, str], tuple[Wrong, ...]]) -> Callable[[Reading, Options], Iterator[Fault]]:
    """What is wrong in each paragraph of a text."""

    def faults(reading: Reading, options: Options) -> Iterator[Fault]:
        for n in reading.running:
            for one in find(reading, reading.plain[n]):
                yield Fault(
                    n, one.span[0], one.span[1], {"text": one.words, "right": one.right, "meeting": reading.meeting}
                )

    return faults


def _year(reading: Reading) -> int | None:
    return reading.day.year if reading.day else None


def _names(reading: Reading, options: Options) -> Iterator[Fault]:
    """A body that goes by two names, each time by the second."""
    texts = [reading.plain[n] for n in reading.running]
    for one in reading.tongue.doubts.two_names(texts, reading.words) if reading.words else ():
        first, second = reading.running[one.at], reading.running[one.other]
        at = reading.plain[first].find(one.first)
        spot = ((first, at, at + len(one.first)),) if at >= 0 else ()
        yield Fault(second, one.span[0], one.span[1], {"text": one.second, "other": one.first}, None, spot)


IN_TEXTS = {
    "later-than-whole": LATER,
    "weekday": Way(
        _each(lambda reading, text: reading.tongue.doubts.wrong_weekdays(text, _year(reading))),
        N_("{text} does not fit its date, which is a {right}"),
        N_("correct the date or the weekday"),
        "error",
    ),
    "no-such-date": Way(
        _each(lambda reading, text: reading.tongue.doubts.no_such_dates(text, _year(reading))),
        N_("there is no such day as {text}"),
        N_("correct the day"),
        "error",
    ),
    "level": Way(
        _each(lambda reading, text: reading.tongue.doubts.levels(text, reading.meeting) if reading.meeting else ()),
        N_("{text} is of another level than {meeting}"),
        N_("name the bodies of this level"),
    ),
    "two-names": Way(_names, N_("{text} is called {other} before"), N_("use one name for one body")),
}
"""What is looked for in finished texts as well, and how it is told there."""
RULES = tuple(
    replace(rule, of_text=way.find, says=way.says, mend=way.mend, in_texts=way.severity)
    if (way := IN_TEXTS.get(rule.name))
    else rule
    for rule in told(__doc__, "Brief", notes=("two-figures",))
)
