"""What is computed from Chinese facts, each figure with what it was computed from; nothing where that is not sure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from drafter.language.late import late
from drafter.language.zh_facts import state
from drafter.language.zh_figures import (
    MEASURES,
    RATIOS,
    comparable,
    daily,
    exact,
    kept_share,
    monthly,
    multiple,
    quantity_words,
    rate_words,
    total,
)
from drafter.language.zh_numbers import number
from drafter.language.zh_quantities import Quantity
from drafter.language.zh_readings import quantities_of, slot_of, texts
from drafter.model.value import NOTHING, Fact, Figure, Listing, Operand, Value
from drafter.model.words import Knowledge

Found = tuple[Quantity, Fact]
"""A quantity, and the fact in which it stands."""
SOUGHT = late("申请|申报|争取|向上|报批|请求支持")
GRANTED = late("(?:争取|申请|申报)(?:到(?!位)|来了?|下来)|已(?:经)?(?:到账|到位|下达|拨付|批复|落实)")
"""What shows that it was given."""
SPAN = late(r"用?(?P<count>\d{1,4}|[一二两三四五六七八九十]{1,3}|半)(?P<unit>天|日|个月|年)(?:的?时间|内)?")


def distance(value: Value, knows: Knowledge, start: Value) -> Value:
    """The days between two days; nothing where the second is the earlier."""
    if not isinstance(value, Fact) or not isinstance(start, Fact):
        return NOTHING
    if not isinstance(value.value, date) or not isinstance(start.value, date):
        return NOTHING
    days = (value.value - start.value).days
    told = Figure(f"{days}天", "距", (_day(value), _day(start)))
    return Fact(days, str(days), figure=told) if days > 0 else NOTHING


def added(value: Value, knows: Knowledge) -> Value:
    """The sum of a list that is told whole: of one unit and one noun, no part of it planned beside what is done."""
    if isinstance(value, Listing) and value.beyond:
        return NOTHING
    facts = tuple(texts(value))
    each = [quantities_of(fact.text) for fact in facts]
    found = total(each, [_state(fact.text) for fact in facts])
    parts = _stated([(one[0], fact) for one, fact in zip(each, facts, strict=True)]) if found else ()
    return _told(quantity_words(found), value, "和", parts) if found else NOTHING


def _state(text: str) -> str:
    """The state of a fact; what is applied for is not in hand, and what was applied for and given is."""
    return "" if GRANTED.search(text) else "求" if SOUGHT.search(text) else state(text)


def left(value: Value, knows: Knowledge, part: Value) -> Value:
    """What is left of a whole once a part is taken: of one unit, neither rough."""
    pair = _alike(value, part)
    if not pair or not exact(pair[0][0]) or not exact(pair[1][0]):
        return NOTHING
    whole, taken = pair[0][0], pair[1][0]
    rest = Fraction(whole.number) - Fraction(taken.number)
    return _told(quantity_words(replace(whole, number=rest)) if rest > 0 else "", value, "余", _stated(pair))


def part_of(value: Value, knows: Knowledge, whole: Value) -> Value:
    """The part that a quantity is of another, in words: 近六成, 一半, 三分之一; a rough part keeps its word."""
    pair = _alike(value, whole)
    return _told(kept_share(pair[0][0], pair[1][0]), value, "占", _stated(pair)) if pair else NOTHING


OF_WHICH = "其中"
"""What stands between a whole and its parts."""
NAMED = late("(?:^|[，、；])(?P<name>[\u4e00-\u9fff]{2,6})$")
"""How a part is named before its figure."""


def main_part(value: Value, knows: Knowledge) -> Value:
    """The part of a fact that is half of its whole and more, with its share: 落水县占近七成; only where its parts make up the whole."""
    for fact in texts(value):
        head, mark, tail = fact.text.partition(OF_WHICH)
        parts = [(one, NAMED.search(tail, 0, one.span[0])) for one in quantities_of(tail)] if mark else []
        wholes = [one for one in quantities_of(head) if parts and comparable(one, parts[0][0])]
        if (
            len(parts) < 2
            or len(wholes) != 1
            or not all(name and exact(one) and comparable(one, wholes[0]) for one, name in parts)
        ):
            continue
        largest, name = max(parts, key=lambda part: Fraction(part[0].number))
        whole = wholes[0]
        if name and exact(whole) and sum(Fraction(one.number) for one, _ in parts) == whole.number < 2 * largest.number:
            share = kept_share(largest, whole)
            words = f"{name['name']}占{share}"
            figure = Figure(share, "占", _stated([(largest, fact), (whole, fact)]))
            return Fact(words, words, slot_of(value), figure=figure) if share else NOTHING
    return NOTHING


def times(value: Value, knows: Knowledge, other: Value) -> Value:
    """How many times as much a quantity is as another, in words; neither may be rough."""
    pair = _alike(value, other)
    if not pair or not exact(pair[0][0]) or not exact(pair[1][0]):
        return NOTHING
    words = multiple(Fraction(pair[0][0].number), Fraction(pair[1][0].number))
    return _told(words, value, "倍", _stated(pair))


def rate(value: Value, knows: Knowledge, over: Value) -> Value:
    """A quantity for each day up to a day, for each month of a time, or for each of what is counted in another fact."""
    mine, other = _only(value), _only(over)
    if not mine or not exact(mine[0]) or not isinstance(over, Fact):
        return NOTHING
    found, words = mine[0], ""
    if over.figure and over.figure.operation == "距" and isinstance(over.value, int):
        part = Operand(over.figure.words, over.slot, figure=over.figure)
        words = daily(found, over.value) if state(mine[1].text) != "已" else ""
    elif span := SPAN.fullmatch(over.text.strip()):
        part = Operand(span[0], over.slot, figure=over.figure)
        words = _in_time(found, span["count"], span["unit"])
    elif other and exact(other[0]) and other[0].number > 1 and _countable(other[0].unit, found.unit):
        part = _stated([other])[0]
        words = rate_words(found, Fraction(other[0].number))
    return _told(words, value, "均", (*_stated([mine]), part)) if words else NOTHING


def _countable(unit: str, other: str) -> bool:
    """Whether a unit is of what is counted, and other than another."""
    return unit not in MEASURES and unit not in RATIOS and unit != other and other not in RATIOS


def _in_time(found: Quantity, count: str, unit: str) -> str:
    """What is done in each day or month of a time in words: 60天, 3个月, 半年."""
    if count == "半":
        return monthly(found, 6) if unit == "年" else ""
    size = int(number(count) or 0)
    if not size:
        return ""
    return daily(found, size) if unit in "天日" else monthly(found, size * 12 if unit == "年" else size)


def _day(fact: Fact) -> Operand:
    """A day as its writer says it."""
    assert isinstance(fact.value, date)
    return Operand(fact.text or str(fact.value), fact.slot, fact.value)


def _stated(found: Sequence[Found]) -> tuple[Operand, ...]:
    """Quantities as their writers say them."""
    return tuple(Operand(one.words, fact.slot, figure=fact.figure) for one, fact in found)


def _told(words: str, of: Value, operation: str, operands: tuple[Operand, ...]) -> Value:
    """A figure in words, with how it was computed; nothing, if there are no words."""
    return Fact(words, words, slot_of(of), figure=Figure(words, operation, operands)) if words else NOTHING


def _counted(value: Value) -> list[Found]:
    """Every quantity of a value."""
    return [(one, fact) for fact in texts(value) for one in quantities_of(fact.text)]


def _only(value: Value) -> Found | None:
    """The quantity of a value that has one only, shares and multiples apart."""
    found = [pair for pair in _counted(value) if pair[0].unit not in RATIOS]
    return found[0] if len(found) == 1 else None


def _alike(value: Value, other: Value) -> tuple[Found, Found] | None:
    """The one quantity of a value that can be compared with the one of another; none where several could be meant."""
    mine, others = _counted(value), _counted(other)
    pairs = [(one, two) for one in mine for two in others if comparable(one[0], two[0])]
    return pairs[0] if len(pairs) == 1 else None
