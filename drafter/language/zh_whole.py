"""Deadlines in Chinese facts behind the one by which everything is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.language.doubts import Late
from drafter.language.late import late
from drafter.language.zh_deadlines import Deadline
from drafter.language.zh_readings import dues
from drafter.model.value import Fact
from drafter.model.words import Knowledge

AT_ONCE = "集中(?:整改|整治|攻坚|治理)|专项(?:整治|整改|行动)"
ALL = "(?:全部|所有|各项)(?:整改|整治|治理)?(?:任务|问题|隐患|工作)"
DONE = "(?:完成|完工|办结|结束|到位|销号|清零|见底)"
LEADS = "(?:要|必须|务必|须|任务)?(?:全部|全面|整体|如期|基本)?"
WHOLE = late(
    f"完成(?:{AT_ONCE})|(?:{AT_ONCE}|{ALL}){LEADS}(?:整改)?{DONE}|整体(?:完成|完工|建成|投用|达标)"
    f"|^[，,]?(?:要|必须|务必|须)?(?:全部|全面|整体)(?:整改)?(?:改)?{DONE}$"
)
"""How a clause says that by its deadline everything is done."""
WHOLE_SLOT = late("总(?:期限|时限|工期)|完成(?:期限|时限|时间)|大限|全部|整体|集中")
"""What a slot that holds only a deadline is called, if it is that of all."""
LASTING = late(
    "长期|持续|常态|长效|巩固|提升|回头看|验收|销号|评估|评议|总结|考核|考评|复查|复核|复验|审计|表彰|机制|制度|规划|下一步|今后|第二阶段|二期"
)
"""What may come after all is done."""
CLAUSE = re.compile("[，。；！？;]")


def later_than_whole(facts: Sequence[Fact], knows: Knowledge) -> tuple[Late, ...]:
    """The deadlines of other slots that are later than the last one by which everything is to be done."""
    every = [(n, one, fact) for n, fact in enumerate(facts) for one, _ in dues(fact, knows)]
    wholes = [(n, one) for n, one, fact in every if _is_whole(fact, one)]
    if not wholes:
        return ()
    by, whole = max(wholes, key=lambda pair: pair[1].day)
    with_all = {_slot(facts[n]) for n, _ in wholes}
    return tuple(
        Late(one.words, n, whole.words, by, whole.day)
        for n, one, fact in every
        if one.day > whole.day and _slot(fact) not in with_all and not LASTING.search(fact.text)
    )


def _is_whole(fact: Fact, one: Deadline) -> bool:
    """Whether by a deadline everything is to be done."""
    if fact.due:
        return WHOLE_SLOT.search(fact.slot) is not None
    start, end = one.span
    before, behind = CLAUSE.split(fact.text[:start])[-1], CLAUSE.split(fact.text[end:])
    said = before + (behind[0] if behind[0] or len(behind) == 1 else behind[1])
    return WHOLE.search(said) is not None


def _slot(fact: Fact) -> str:
    """The slot that a fact fills, without which item and field."""
    return re.split(r"[\[.]", fact.slot, maxsplit=1)[0]
