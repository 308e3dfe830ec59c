"""What Chinese facts count, held against one another across slots; nothing is told where that is not sure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec.structs import replace

from drafter.language.doubts import Twice
from drafter.language.late import late
from drafter.language.zh_figures import exact
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_readings import deadlines_of, quantities_of, texts
from drafter.language.zh_sums import REPEATED
from drafter.model.value import Fact, Listing, Value

TOTAL = late("(?:共|总共|一共|合计|总计|共有|总数|全部)[^，。；、！？\\d]{0,6}$")
"""What stands before a figure that is a total."""
PART = late(
    "其中|首批|先行|试点|重点|典型|新增|另|还|剩|未|没有|已|每|比|累计|不少于|至少|[去前往上]年|[12]\\d{3}年|同期|今年以来|上轮|上一轮|邻|兄弟"
)
"""What makes a figure that of a part, of another time or place, or of what is left."""
SHORTEST = 2
"""Characters of a noun that says what is counted: 口 and 站 are of many kinds."""


def two_figures(given: Sequence[str], groups: Sequence[Hashable] = ()) -> tuple[Twice, ...]:
    """The same noun with the same unit and two numbers in two texts, once for each; texts of one group are not compared."""
    told: dict[tuple[str, str], tuple[int, Quantity]] = {}
    found: dict[tuple[str, str], Twice] = {}
    for n, text in enumerate(given):
        for one in quantities_of(text) if not PART.search(text) else ():
            key = (one.noun, one.unit)
            if len(one.noun) < SHORTEST or not exact(one):
                continue
            at, first = told.setdefault(key, (n, one))
            apart = groups[at] != groups[n] if groups else at != n
            if apart and first.number != one.number and key not in found:
                words = (f"{first.words}{first.noun}", f"{one.words}{one.noun}")
                found[key] = Twice(words[0], at, words[1], n, one.span, one.noun)
    return tuple(found.values())


def whole_of(items: Listing, others: Sequence[Fact]) -> Fact | None:
    """The fact that tells the total of what every item of a list counts: one noun with one unit, named as a total just once."""
    counted = [_counted(item) for item in items.items]
    kinds = {(one.unit, one.noun) for one in counted if one is not None}
    if len(counted) < 2 or None in counted or len(kinds) != 1 or _staged(items):
        return None
    wholes = [
        (fact, one)
        for fact in others
        for one in quantities_of(fact.text)
        if (one.unit, one.noun) in kinds and TOTAL.search(fact.text[: one.span[0]])
    ]
    if len(wholes) != 1:
        return None
    fact, one = wholes[0]
    words = f"{one.words}{one.noun}"
    return replace(fact, value=words, text=words, remarks=())


def _counted(item: Value) -> Quantity | None:
    """The one thing that an item counts."""
    words = "；".join(fact.text for fact in texts(item))
    found = quantities_of(words)
    sure = len(found) == 1 and found[0].noun and not REPEATED.search(words)
    return found[0] if sure else None


def _staged(items: Listing) -> bool:
    """Whether the items are due one after another, so that the later may hold the earlier."""
    return any(deadlines_of(fact.text, None) or "月" in fact.text or "年" in fact.text for fact in texts(items))
