"""Filters that pick among the items of lists, and ask for their days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.picks import all_of, told
from drafter.language.zh_deadlines import BEFORE
from drafter.language.zh_readings import deadlines_of, due, dues, slot_of, texts
from drafter.model.value import NOTHING, Fact, Listing, Value
from drafter.model.words import Knowledge

LATEST = date.max
STOPS = "的了在和与及到于为把是有年月日底前等各个一全市县区乡镇村所项"
"""Characters that facts share by chance."""


RELATIVE = late("(?:下个?|本|这个|次)月")
"""A month that only the day of the meeting tells."""


def own_words(value: Value, knows: Knowledge) -> Value:
    """A deadline as its writer says it, its month by its number: 6月10日 for 下个月10号."""
    if not isinstance(value, Fact):
        return NOTHING
    words = value.text
    if isinstance(value.value, date) and RELATIVE.match(words):
        words = RELATIVE.sub(f"{value.value.month}月", words, count=1).replace("号", "日")
    return Fact(words, words, value.slot)


def month_and_day(value: Value, knows: Knowledge) -> Value:
    """3月18日; a deadline without a day in its writer's words."""
    if not isinstance(value, Fact) or not isinstance(value.value, date):
        return value
    words = f"{value.value.month}月{value.value.day}日" if value.exact else value.text
    return Fact(words, words, value.slot)


def holding(value: Value, knows: Knowledge, words: Value) -> Value:
    """Whether one of several words, parted by |, stands in a fact."""
    wanted = _parted(str(words.value)) if isinstance(words, Fact) else ()
    for fact in texts(value):
        for word in wanted:
            if word in fact.text:
                return Fact(True)
    return Fact(False)


@lru_cache(maxsize=1024)
def _parted(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("|")))


VAGUE = rf"上冻|封冻|年底|年末|(?:两会|[\u4e00-\u9fff”](?<![目当此面眼提先生空超门房屋跟从事会岗窗桌床车台幕向日战史])(?<!以)){BEFORE}"
"""Times whose day may lie before any that was read: 两会前, 春耕前."""
UNTOLD = late(VAGUE)
UNREAD = late(f"月|季度|[天日周]内|[今明后][天晚日]|[本这下]周|(?<!每)(?:周|星期)[一二三四五六日末天]|{VAGUE}")
"""What may be a time that was not read."""


SHORT, YEAR = 100, 500
"""Days up to which what ends in the year of the speech is 短, and what ends in another is 一年."""


def horizon(value: Value, knows: Knowledge) -> Value:
    """How far the last deadline of something lies: 短, 年内 in the year of the speech, 一年, 多年; nothing without one to come."""
    last = max((one.day for one, _ in dues(value, knows)), default=None)
    if not last or not knows.today or last < knows.today:
        return NOTHING
    days, later = (last - knows.today).days, last.year > knows.today.year
    near, far = ("一年", "多年") if later else ("短", "年内")
    words = near if days <= (YEAR if later else SHORT) and (later or last.month < 12) else far
    return Fact(words, words, slot_of(value))


def unsure(value: Value, knows: Knowledge) -> bool:
    """Whether some item may have a time that was not read, so that nobody can say which comes first."""
    items = value.items if isinstance(value, Listing) else ()
    return any(
        UNREAD.search(fact.text) and not deadlines_of(fact.text, knows.today) for item in items for fact in texts(item)
    )


def foremost(value: Value, knows: Knowledge) -> Value:
    """Whether nothing in the whole brief is due before a day; not where some fact has a time that nobody can tell."""
    if not isinstance(value, Fact) or not isinstance(value.value, date):
        return Fact(False)
    for text in knows.facts.split("\n"):
        found = deadlines_of(text, knows.today)
        sooner = any(not one.past and not one.begins and one.day < value.value for one in found)
        if sooner or (not found and UNTOLD.search(text)):
            return Fact(False)
    return Fact(True)


def earliest(value: Value, knows: Knowledge) -> Value:
    """The item whose deadline comes first of all, told or not, where every time was read; nothing if it is not told."""
    whole = all_of(value, knows)
    if unsure(whole, knows):
        return NOTHING
    return told(value, next(iter(by_due(whole, knows, dated=True)), NOTHING))


def latest(value: Value, knows: Knowledge) -> Value:
    """The item whose deadline comes last of all, told or not; nothing if it is not told."""
    dated = by_due(all_of(value, knows), knows, dated=True)
    return told(value, dated[-1]) if dated else NOTHING


def by_due(value: Value, knows: Knowledge, *, dated: bool = False) -> tuple[Value, ...]:
    """The items in the order of their deadlines, those without one behind; with `dated`, only those whose day is to come."""
    items = value.items if isinstance(value, Listing) else ()

    def day(item: Value) -> date:
        found = due(item, knows)
        return found.value if isinstance(found, Fact) and isinstance(found.value, date) else LATEST

    pairs = sorted(((day(item), n) for n, item in enumerate(items)))
    today = knows.today or date.min
    return tuple(items[n] for day, n in pairs if not dated or (day != LATEST and day >= today))


def earlier(value: Value, knows: Knowledge, other: Value) -> Value:
    """The earlier of two days."""
    if not isinstance(value, Fact) or not isinstance(other, Fact):
        return value
    both = (value.value, other.value)
    return other if isinstance(both[0], date) and isinstance(both[1], date) and both[1] < both[0] else value


def till(value: Value, knows: Knowledge) -> Value:
    """A deadline with what stands behind it in a sentence: 6月底前, 年内."""
    told = own_words(value, knows)
    if not isinstance(value, Fact) or not isinstance(told, Fact):
        return value
    text = told.text
    words = (
        f"{text}内"
        if text.endswith(("季度", "半年"))
        else text
        if text.endswith(("内", "前", "末", "年底"))
        else f"{text}前"
    )
    return Fact(words, words, value.slot)


def ordered(value: Value, knows: Knowledge) -> Value:
    """A list in the order of its deadlines."""
    return replace(value, items=by_due(value, knows)) if isinstance(value, Listing) else value


def last(value: Value, knows: Knowledge) -> Value:
    """The last item."""
    return value.items[-1] if isinstance(value, Listing) and value.items else NOTHING


def rest(value: Value, knows: Knowledge) -> Value:
    """All items but the first."""
    return replace(value, items=value.items[1:]) if isinstance(value, Listing) else value


def without(value: Value, knows: Knowledge, item: Value) -> Value:
    """All items but one."""
    return (
        replace(value, items=tuple(one for one in value.items if slot_of(one) != slot_of(item)))
        if isinstance(value, Listing)
        else value
    )


def echoed(value: Value, knows: Knowledge, others: Value, least: Value) -> Value:
    """The item of another list that shares most pairs of characters with a fact, if it shares enough and no other as many."""
    words = "".join(fact.text for fact in texts(value))
    mine = _pairs(words)
    wanted = int(least.value) if isinstance(least, Fact) and isinstance(least.value, int) else 1
    items = others.items if isinstance(others, Listing) else (others,)
    counts = [len(mine & _pairs("".join(fact.text for fact in texts(item)))) for item in items]
    best = max(counts, default=0)
    return items[counts.index(best)] if best >= max(1, wanted - 1) and counts.count(best) == 1 else NOTHING


def _pairs(text: str) -> set[str]:
    """Two characters beside each other, none of which stands in every fact."""
    return {
        text[n : n + 2]
        for n in range(len(text) - 1)
        if all("\u4e00" <= char <= "\u9fff" and char not in STOPS for char in text[n : n + 2])
    }


def month(value: Value, knows: Knowledge) -> Value:
    """The month of a date."""
    if not isinstance(value, Fact) or not isinstance(value.value, date):
        return NOTHING
    return Fact(value.value.month, str(value.value.month))
