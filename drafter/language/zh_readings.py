"""What Chinese facts say beside their words, as tables: readings behind a point, and filters that look into facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from drafter.language.enumerators import unnumbered
from drafter.language.remarks import REMARKS
from drafter.language.zh_deadlines import Deadline, deadlines, time_at
from drafter.language.zh_facts import body, core, form, state, thing
from drafter.language.zh_quantities import Quantity, quantities
from drafter.model.value import NOTHING, Fact, Listing, Record, Value
from drafter.model.words import Knowledge, Words

VERB_FIRST = ("动宾", "时限+动宾")
LONGEST_VERB = 5
"""Characters of a verb that are looked at."""
LATEST = date.max
STOPS = "的了在和与及到于为把是有年月日底前等各个一全市县区乡镇村所项"
"""Characters that facts share by chance."""


OWN_MARKS = "。；，、;,. "
"""What a fact may bring along at its ends, and loses where it is read or built into a sentence."""


def clean(fact: Fact) -> Fact:
    """A fact without the number and the weak marks of its own."""
    if fact.holes:
        return fact
    text = cleaned(fact.text)
    return fact if text == fact.text else replace(fact, value=text, text=text)


@lru_cache(maxsize=4096)
def cleaned(text: str) -> str:
    """The text of a fact without them."""
    return unnumbered(text, "zh").strip(OWN_MARKS)


def texts(value: Value) -> Iterator[Fact]:
    """Every text of a value, without the numbers and marks of their own."""
    match value:
        case Fact(value=str()):
            yield clean(value)
        case Record(fields):
            for one in fields.values():
                yield from texts(one)
        case Listing(items):
            for one in items:
                yield from texts(one)
        case _:
            return


def said(words: str, of: Value) -> Value:
    """Words that were found in a fact; nothing, if there are none."""
    return Fact(words, words, slot_of(of)) if words else NOTHING


def slot_of(value: Value) -> str:
    """The slot that a value fills."""
    return value.slot


# readings


def dues(value: Value, knows: Knowledge) -> list[tuple[Deadline, Fact]]:
    """Every deadline of a value, with the fact that it stands in; what merely begins on a day is none."""
    return [(one, fact) for fact in texts(value) for one in deadlines_of(fact.text, knows.today) if not one.begins]


@lru_cache(maxsize=4096)
def deadlines_of(text: str, today: date | None) -> tuple[Deadline, ...]:
    """The deadlines in a text; facts are asked again and again."""
    return deadlines(text, today)


@lru_cache(maxsize=4096)
def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities in a text."""
    return quantities(text)


def due(value: Value, knows: Knowledge) -> Value:
    """The earliest deadline that is still to come, in its writer's words; else the last of those that are past."""
    found = dues(value, knows)
    coming = [pair for pair in found if not pair[0].past]
    if not found:
        return NOTHING
    one, fact = min(coming, key=lambda pair: pair[0].day) if coming else max(found, key=lambda pair: pair[0].day)
    return Fact(one.day, one.words, fact.slot, exact=one.exact)


def amount(value: Value, knows: Knowledge) -> Value:
    """The first quantity, as a number and in its writer's words."""
    for fact in texts(value):
        for one in quantities_of(fact.text):
            number = one.number if isinstance(one.number, int) else float(one.number)
            return Fact(number, one.words, fact.slot)
    return NOTHING


def only_amount(value: Value, knows: Knowledge) -> Value:
    """The quantity of a fact that has only one."""
    found = [one for fact in texts(value) for one in quantities_of(fact.text)]
    return amount(value, knows) if len(found) == 1 else NOTHING


def shape(value: Value, knows: Knowledge) -> Value:
    """What a fact is made of."""
    return next((said(form_of(fact.text, knows.words), fact) for fact in texts(value)), NOTHING)


@lru_cache(maxsize=4096)
def form_of(text: str, words: Words) -> str:
    """The form of a text; what begins with a noun that looks like a verb does not begin with a verb."""
    named = words.nouns is not None and re.match(words.nouns, text[time_of(text) :])
    return form(text, frozenset() if named else words.verbs)


def kind(value: Value, knows: Knowledge) -> Value:
    """The class of measure that a fact is."""
    return next((said(name, fact) for fact in texts(value) if (name := class_of(fact.text, knows.words))), NOTHING)


@lru_cache(maxsize=4096)
def class_of(text: str, words: Words) -> str:
    """The class of measure that a text begins with, or else has words of; empty for none."""
    plain = text[time_of(text) :].removeprefix("，")
    if not (words.nouns and re.match(words.nouns, plain)):
        for size in range(LONGEST_VERB, 1, -1):
            if name := words.by_verb.get(plain[:size]):
                return name
    return next((one.name for one in words.measures if any(word in text for word in one.matches)), "")


@lru_cache(maxsize=4096)
def time_of(text: str) -> int:
    """Where the time ends that a text begins with."""
    return time_at(text)


def of_text(find: Callable[[str, Knowledge], str]) -> Callable[[Value, Knowledge], Value]:
    """A reading of a text, and of an item by its first text that has it."""

    def found(value: Value, knows: Knowledge) -> Value:
        return next((said(words, fact) for fact in texts(value) if (words := find(fact.text, knows))), NOTHING)

    return found


def doc_kind(text: str, knows: Knowledge) -> str:
    """The kind of document that a text names: the longest that its name ends in."""
    title = re.split("[》，。（(]", text.removeprefix("《"), maxsplit=1)[0]
    kinds = [kind for kind in knows.words.documents if title.endswith(kind)]
    return max(kinds, key=len, default="")


def doc_verb(stage: str) -> Callable[[str, Knowledge], str]:
    """The verb by which a document of its kind is made, or passed."""

    def found(text: str, knows: Knowledge) -> str:
        verbs = knows.words.documents.get(doc_kind(text, knows), {}).get(stage, ())
        return verbs[0] if verbs else ""

    return found


def body_kind(text: str, knows: Knowledge) -> str:
    """The kind of the body that a text begins with."""
    found = body(text)
    return found.kind if found else ""


def ordinal(value: Value, knows: Knowledge) -> Value:
    """Which item of its list a value is."""
    found = re.findall(r"\[(\d+)\]", slot_of(value))
    return Fact(int(found[-1]), found[-1]) if found else NOTHING


def length(value: Value, knows: Knowledge) -> Value:
    """How many characters a fact has."""
    size = sum(len(fact.text) for fact in texts(value))
    return Fact(size, str(size))


def remark(mark: str) -> Callable[[Value, Knowledge], Value]:
    """What stands behind a mark of a fact, or of any field of an item."""

    def found(value: Value, knows: Knowledge) -> Value:
        for fact in texts(value):
            for name, words in fact.remarks:
                if name == mark:
                    return Fact(words, words, f"{fact.slot}") if REMARKS[mark] else Fact(True, "", fact.slot)
        return NOTHING if REMARKS[mark] else Fact(False)

    return found


# filters


def own_words(value: Value, knows: Knowledge) -> Value:
    """A deadline as its writer says it."""
    return Fact(value.text, value.text, value.slot) if isinstance(value, Fact) else NOTHING


def month_and_day(value: Value, knows: Knowledge) -> Value:
    """3月18日; a deadline without a day in its writer's words."""
    if not isinstance(value, Fact) or not isinstance(value.value, date):
        return value
    words = f"{value.value.month}月{value.value.day}日" if value.exact else value.text
    return Fact(words, words, value.slot)


def holding(value: Value, knows: Knowledge, words: Value) -> Value:
    """Whether one of several words, parted by |, stands in a fact."""
    wanted = str(words.value).split("|") if isinstance(words, Fact) else []
    return Fact(any(word and word in fact.text for fact in texts(value) for word in wanted))


UNREAD = re.compile("月|季度|年底|年末|上冻|封冻|节前|[天日周]内")
"""What may be a time that was not read."""


def beyond_year(value: Value, knows: Knowledge) -> Value:
    """Whether something is due in a later year than that of the speech."""
    year = knows.today.year if knows.today else 9999
    return Fact(any(one.day.year > year for one, _ in dues(value, knows)))


def unsure(value: Value, knows: Knowledge) -> bool:
    """Whether some item may have a time that was not read, so that nobody can say which comes first."""
    items = value.items if isinstance(value, Listing) else ()
    return any(
        UNREAD.search(fact.text) and not deadlines_of(fact.text, knows.today) for item in items for fact in texts(item)
    )


def earliest(value: Value, knows: Knowledge) -> Value:
    """The item whose deadline comes first, where every time was read."""
    if unsure(value, knows):
        return NOTHING
    return next(iter(by_due(value, knows, dated=True)), NOTHING)


def latest(value: Value, knows: Knowledge) -> Value:
    """The item whose deadline comes last."""
    dated = by_due(value, knows, dated=True)
    return dated[-1] if dated else NOTHING


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
    if not isinstance(value, Fact):
        return value
    text = value.text
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


def some(value: Value, knows: Knowledge, fits: Callable[[Value], bool]) -> Value:
    """The items for which something holds."""
    return replace(value, items=tuple(filter(fits, value.items))) if isinstance(value, Listing) else value


def first(value: Value, knows: Knowledge) -> Value:
    """The first item."""
    return value.items[0] if isinstance(value, Listing) and value.items else NOTHING


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


DEMANDING = re.compile("要|必须|务必|须|严禁|不得|不准|一律|坚决|禁止|不许")
"""What is demanded already."""


def must(value: Value, knows: Knowledge) -> Value:
    """A fact as what is demanded: 要打通…, 6月底前要打通…; bare where 要 does not fit."""
    if not isinstance(value, Fact):
        return value
    value = clean(value)
    text, found = value.text, form_of(value.text, knows.words)
    at = time_of(text)
    if DEMANDING.search(re.split("[，；。]", text, maxsplit=1)[0]):
        return value
    if found == "动宾":
        return _led(value, 0, "要")
    if found == "时限+动宾":
        comma = at + (text[at : at + 1] in "，,")
        return _led(value, comma, "要")
    return value


def _led(fact: Fact, at: int, words: str) -> Fact:
    """A fact with words put into it; its holes move on."""
    text = fact.text[:at] + words + fact.text[at:]
    holes = tuple((start + len(words) if start >= at else start, gap) for start, gap in fact.holes)
    return replace(fact, value=text, text=text, holes=holes)


OWN_VERB = re.compile(
    r"总?牵头|一次|一律|全部|负责|承担|会同|配合|要|是|管|把|对|按|每|用|让|抓|守|做|找|派|建|[一二三四五六七八九十两\d]+(?:天|周|个?月|季度)一"
)
"""How a duty begins that needs no verb before it."""
SHORT_DUTY = 12
"""Characters of a duty's first clause that only names something."""


def duty(value: Value, knows: Knowledge) -> Value:
    """A duty behind the body that has it: 负责… where it begins with a name; as it stands where it begins with a verb."""
    if not isinstance(value, Fact):
        return value
    value = clean(value)
    first = re.split("[，；。]", value.text, maxsplit=1)[0]
    found = form_of(first, knows.words)
    if behind := re.match("牵头[，、](?=[^，；。]{2,8}$)", value.text):
        led = form_of(value.text[behind.end() :], knows.words)
        return _led(value, behind.end(), "负责") if led in ("名词", "") else value
    if OWN_VERB.match(value.text) or found in VERB_FIRST or form_of(value.text, knows.words) in VERB_FIRST:
        return value
    if first.endswith("责任"):
        return _led(value, 0, "承担")
    named = len(first) <= SHORT_DUTY and (found == "名词" or not found)
    return _led(value, 0, "负责" if named else "的任务是，")


FROM_NOW = ("即日起", "从即日起", "今天起", "从今天起", "明天起")
"""Times at the end of a fact that begin at once."""
BARE_TIME = re.compile(r"[，,（(](?P<time>[^，,（()）；。]{2,10}?)[)）]?$")


def sentence(value: Value, knows: Knowledge) -> Value:
    """A fact as a sentence that demands: a bare deadline at its end goes to its front, and what is to be done takes 要."""
    return must(arranged(value, knows), knows)


def arranged(value: Value, knows: Knowledge) -> Value:
    """A fact with the bare deadline at its end put to its front: 6月底前，取缔无证摊点."""
    if not isinstance(value, Fact) or value.holes:
        return value
    value = clean(value)
    found = BARE_TIME.search(value.text)
    if found and found["time"] in FROM_NOW:
        text = f"{found['time']}{value.text[: found.start()]}"
        return replace(value, value=text, text=text)
    if found and any(one.span == found.span("time") for one in deadlines_of(value.text, knows.today)):
        head = re.sub("[：:]", "", value.text[: found.start()], count=1)
        if not deadlines_of(head, knows.today):
            text = f"{found['time']}，{head}"
            value = replace(value, value=text, text=text)
    return value


def nominal(value: Value, knows: Knowledge) -> Value:
    """What somebody does as who does it: 脱岗的."""
    if not isinstance(value, Fact):
        return value
    value = clean(value)
    if value.text.endswith(("的", "者", "行为", "情形")):
        return value
    return replace(value, value=f"{value.text}的", text=f"{value.text}的")


def month(value: Value, knows: Knowledge) -> Value:
    """The month of a date."""
    if not isinstance(value, Fact) or not isinstance(value.value, date):
        return NOTHING
    return Fact(value.value.month, str(value.value.month))


state_of = of_text(lambda text, knows: state(text))
thing_of = of_text(lambda text, knows: thing(text, knows.words.verbs))
body_of = of_text(lambda text, knows: found.name if (found := body(text, knows.words.verbs)) else "")
body_kind_of = of_text(body_kind)
core_of = of_text(lambda text, knows: core(text, knows.today))
doc_kind_of = of_text(doc_kind)
made_by = of_text(doc_verb("make"))
passed_by = of_text(doc_verb("pass"))
