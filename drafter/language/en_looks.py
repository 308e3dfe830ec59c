"""Filters that look into English facts: the days between two dates, the item that comes first, items picked out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from drafter.language.picks import all_of, first, firsts, some, texts, told
from drafter.language.tongue import Finder, Reading
from drafter.model.value import NOTHING, Fact, Figure, Listing, Operand, Record, Value
from drafter.model.words import Knowledge

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WORDS += [*(f"{word}teen" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")), "twenty"]
MONTHS = "January February March April May June July August September October November December".split()


def days_from(value: Value, knows: Knowledge, start: Value) -> Value:
    """The days from one date to another; nothing where the second is the earlier."""
    span = _span(value, start)
    if not span:
        return NOTHING
    end, begin, operands = span
    days = (end - begin).days
    told = Figure(f"{days} day" if days == 1 else f"{days} days", "days_from", operands)
    return Fact(days, str(days), figure=told)


def earliest(value: Value, knows: Knowledge) -> Value:
    """The item of a list with the earliest date, if no other has the same and it is told; items without a date are passed over."""
    items = (*value.items, *value.beyond) if isinstance(value, Listing) else ()
    dated = sorted((day, n) for n, item in enumerate(items) if (day := _day(item)))
    if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return NOTHING
    return told(value, items[dated[0][1]])


def inside(value: Value, knows: Knowledge) -> Value:
    """Words as they stand inside a sentence: with a small letter, unless it is a name's, and with no brackets."""
    from drafter.language.en_seams import as_clause, small, spoken

    return _reworded(value, lambda text: spoken(as_clause(small(text))))


def thing(value: Value, knows: Knowledge) -> Value:
    """The same for a thing, with the article that a note leaves out: a new gate."""
    from drafter.language.en_seams import small, spoken, with_article

    return _reworded(value, lambda text: spoken(with_article(small(text), "a")))


def known(value: Value, knows: Knowledge) -> Value:
    """A body or a place that is known, with the article that a note leaves out: the service desk."""
    from drafter.language.en_seams import known as with_the

    return _reworded(value, with_the)


def _reworded(value: Value, change: Callable[[str], str]) -> Value:
    match value:
        case Listing(items):
            return replace(value, items=tuple(_reworded(item, change) for item in items))
        case Fact(value=str() as text, holes=()):
            words = change(text)
            return replace(value, value=words, text=words)
        case _:
            return value


def day_from(value: Value, knows: Knowledge, start: Value) -> Value:
    """A date as one says it on another: 24 August, 24 August next year; its year where it lies farther off."""
    end_day, start_day = _day(value), _day(start)
    if not isinstance(value, Fact):
        return NOTHING
    if not end_day:
        return _reworded(value, _as_day)
    years = end_day.year - start_day.year if start_day else 9
    near = start_day is not None and 0 < (end_day - start_day).days < 200
    tail = "" if years == 0 or near else " next year" if years == 1 else f" {end_day.year}"
    words = f"{end_day.day} {MONTHS[end_day.month - 1]}{tail}"
    return Fact(words, words, slot=value.slot)


def _as_day(text: str) -> str:
    """A day in its writer's words, as it stands behind by: the end of May."""
    from drafter.language.en_seams import small

    words = re.sub("^(?:by|on|until|till) ", "", small(text))
    return f"the {words}" if re.match("(?:end|middle|beginning|start) of ", words) else words


def on(value: Value, knows: Knowledge) -> Value:
    """When something is held, as it stands behind a verb: on Tuesdays at nine."""
    from drafter.language.en_seams import small
    from drafter.language.en_words import DAYS

    return _reworded(value, lambda text: f"on {text}" if re.match(rf"(?:{DAYS})", text, re.I) else small(text))


def names(value: Value, knows: Knowledge) -> Value:
    """The first field of every item."""
    return label(firsts(value, knows), knows)


def label(value: Value, knows: Knowledge) -> Value:
    """A heading as it stands inside a sentence."""
    from drafter.language.en_seams import label as small_label

    return _reworded(value, small_label)


def tasks(value: Value, knows: Knowledge) -> Value:
    """The items that say what is to be done, their verbs bare."""
    items = value.items if isinstance(value, Listing) else ()
    bare = (task(item, knows) for item in items)
    return replace(value, items=tuple(one for one in bare if one != NOTHING)) if isinstance(value, Listing) else NOTHING


def away(value: Value, knows: Knowledge, start: Value) -> Value:
    """How far one date is from another, as one says it: just under nine months; nothing where the second is the earlier."""
    span = _span(value, start)
    if not span:
        return NOTHING
    end, begin, operands = span
    words = _time(begin, end)
    return Fact(words, words, figure=Figure(words, "away", operands))


def _span(value: Value, start: Value) -> tuple[date, date, tuple[Operand, ...]] | None:
    """The end and the start of a time, and what a figure of them is computed from, if the end is the later."""
    end_day, start_day = _day(value), _day(start)
    if (
        not end_day
        or not start_day
        or end_day <= start_day
        or not (isinstance(value, Fact) and isinstance(start, Fact))
    ):
        return None
    operands = tuple(Operand(str(day), fact.slot, day) for day, fact in ((end_day, value), (start_day, start)))
    return end_day, start_day, operands


def _time(start: date, end: date) -> str:
    days = (end - start).days
    if days < 14:
        return _many(days, "day")
    if days < 63:
        return _about(days // 7, days % 7 / 7, "week")
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    over = end.day - start.day + (30.4 if end.day < start.day else 0)
    if months < 24:
        return _about(months, over / 30.4, "month")
    return _about(months // 12, (months % 12 + over / 30.4) / 12, "year")


def _about(n: int, part: float, unit: str) -> str:
    """A whole and a part of the next, roughly."""
    if part < 0.02:
        return "exactly " + _many(n, unit)
    if part < 0.34:
        return "a little over " + _many(n, unit)
    if part > 0.66:
        return "just under " + _many(n + 1, unit)
    return f"about {_word(n)} and a half {unit}s"


def _many(n: int, unit: str) -> str:
    return f"{_word(n)} {unit}" + "s" * (n != 1)


def _word(n: int) -> str:
    return WORDS[n] if n < len(WORDS) else str(n)


def form(value: Value, knows: Knowledge) -> Value:
    """What a text is: to, verb, not, ing, done, maybe, clause, phrase or noun."""
    from drafter.language import en_forms

    found = en_forms.form(value.text) if isinstance(value, Fact) and isinstance(value.value, str) else ""
    return Fact(found, found) if found else NOTHING


def task(value: Value, knows: Knowledge) -> Value:
    """What is to be done, its verb bare, as it stands after we or will; nothing where the text does not say it so."""
    from drafter.language.en_seams import spoken
    from drafter.language.en_seams import task as bare

    found = bare(value.text) if isinstance(value, Fact) and isinstance(value.value, str) else ""
    words = spoken(found)
    return replace(value, value=words, text=words) if words and isinstance(value, Fact) and not value.holes else NOTHING


def timed(value: Value, knows: Knowledge) -> Value:
    """Whether a text, or any text of an item, names a time."""
    from drafter.language.en_words import TIMES

    return Fact(any(TIMES.search(one.text) and not _typed(one.text) for one in texts(value)))


def knotty(value: Value, knows: Knowledge) -> Value:
    """Whether a text has commas, brackets or an and of its own, so that a list of such is hard to follow by ear."""
    return Fact(any(re.search(r"[,;(]| and | or ", one.text) for one in texts(value)))


def ordinal(value: Value, knows: Knowledge) -> Value:
    """Which item of its list a value is."""
    slot = value.slot if isinstance(value, (Fact, Record)) else ""
    found = re.findall(r"\[(\d+)\]", slot)
    return Fact(int(found[-1]), found[-1]) if found else NOTHING


def _day(value: Value) -> date | None:
    """A date, or the first date among the fields of an item."""
    match value:
        case Fact(value=date() as day):
            return day
        case Fact(value=str() as text):
            return _typed(text)
        case Record(fields):
            return next(filter(None, map(_day, fields.values())), None)
        case _:
            return None


def _typed(text: str) -> date | None:
    """A text that is a day and nothing else: 2026-10-30, 30 October 2026."""
    found = re.fullmatch(
        r"(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<day>\d\d?) (?P<month>[A-Z][a-z]+),? (?P<year>\d{4})", text.strip()
    )
    if not found or (found["month"] and found["month"] not in MONTHS):
        return None
    month = MONTHS.index(found["month"]) + 1 if found["month"] else int(found["m"])
    try:
        return date(int(found["y"] or found["year"]), month, int(found["d"] or found["day"]))
    except ValueError:
        return None


FINDERS: dict[str, Finder] = {
    "days_from": Finder(("text", "date"), "number", days_from, ("date",)),
    "earliest": Finder(("list",), "item", earliest),
    "whole": Finder(("list",), "same", all_of),
    "where": Finder(("list",), "same", some, ("condition",)),
    "first": Finder(("list",), "item", first),
    "inside": Finder(("text", "list"), "same", inside),
    "thing": Finder(("text", "list"), "same", thing),
    "day": Finder(("text", "date"), "text", day_from, ("date",)),
    "away": Finder(("text", "date"), "text", away, ("date",)),
    "on": Finder(("text",), "text", on),
    "known": Finder(("text",), "text", known),
    "label": Finder(("text", "list"), "same", label),
    "names": Finder(("list",), "same", names),
    "tasks": Finder(("list",), "same", tasks),
    "timed": Finder(("text", "record", "list"), "flag", timed),
    "knotty": Finder(("text", "list"), "flag", knotty),
}

READINGS: dict[str, Reading] = {
    "form": Reading("text", form, shown=False),
    "task": Reading("text", task, shown=False),
    "nth": Reading("number", ordinal, shown=False),
}
