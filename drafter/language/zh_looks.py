"""What may stand behind a point and behind | in Chinese, as tables; how facts are read is imported when one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from drafter.language.picks import all_of, first, firsts, some
from drafter.language.remarks import REMARKS
from drafter.language.sums import Sum
from drafter.language.tongue import Finder, Reading, SlotKind
from drafter.model.value import Fact, Listing, Value
from drafter.model.words import Knowledge, Words


def _later(name: str, room: str = "zh_readings") -> Callable[..., Value]:
    """A function of another file, whose patterns no start should wait for."""

    def find(*given: object) -> Value:
        return _function(name, room)(*given)

    return find


@cache
def _function(name: str, room: str) -> Callable[..., Value]:
    from drafter.language import zh_computed, zh_picks, zh_readings, zh_seams

    files = {"zh_readings": zh_readings, "zh_picks": zh_picks, "zh_seams": zh_seams, "zh_computed": zh_computed}
    found: Callable[..., Value] = getattr(files[room], name)
    return found


def _remark(mark: str) -> Callable[..., Value]:
    def find(*given: object) -> Value:
        from drafter.language.zh_readings import remark

        return remark(mark)(*given)  # type: ignore[arg-type]

    return find


def part_over(fact: Fact) -> tuple[str, str] | None:
    """What does not fit between a fact and the whole that it says itself to be part of."""
    if not any(mark == "共" for mark, _ in fact.remarks):
        return None
    from drafter.language import zh_sums

    return zh_sums.part_over(fact)


def summed(items: Listing, total: Fact) -> Sum | None:
    """What the items of a list add up to, where that is surely other than the total."""
    from drafter.language import zh_sums

    return zh_sums.summed(items, total)


def out_of_season(text: str, knows: Knowledge) -> str:
    """The season that a text says to be here or at hand, where that surely is not so; else nothing."""
    if not knows.today or not any(map(text.__contains__, _season_words(knows.words))):
        return ""
    from drafter.language import zh_seasons

    return zh_seasons.out_of_season(text, knows.today, knows.words)


@lru_cache(maxsize=8)
def _season_words(words: Words) -> tuple[str, ...]:
    return tuple(word for season in words.seasons.values() for word in season.words)


def dates(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names days, months, quarters or years."""
    from drafter.language import zh_dates

    return zh_dates.dates(text)


def told(text: str) -> Iterator[tuple[int, int, str]]:
    """The figures that go from one to another, the times by which something is due, and the quantities of a text."""
    from drafter.language import zh_dates, zh_quantities

    yield from ((start, end, "range") for start, end in zh_quantities.ranges(text))
    yield from ((start, end, "deadline") for start, end in zh_dates.terms(text))
    yield from ((start, end, "figure") for start, end in zh_quantities.counts(text))


def reformed(text: str, wanted: tuple[str, ...], knows: Knowledge) -> str:
    """A text in one of the forms that are wanted, where that can be made surely."""
    from drafter.language import zh_forms

    return zh_forms.reformed(text, wanted, knows)


def offered(text: str, wanted: tuple[str, ...], knows: Knowledge) -> str:
    """What a writer may put in place of a clause with a subject of its own."""
    from drafter.language import zh_forms

    return zh_forms.offered(text, wanted, knows)


def _whole(name: str) -> Callable[[str], bool]:
    """Whether a text is one of a kind and no more, by a function of another file."""

    def fits(text: str) -> bool:
        from drafter.language import zh_forms

        found: Callable[[str], bool] = getattr(zh_forms, name)
        return found(text)

    return fits


SLOT_KINDS = {
    "due": SlotKind(_whole("is_due"), "6月底前、3月18日、汛期前、年内", is_day=True),
    "quantity": SlotKind(_whole("is_quantity"), "67个、9公里、3.6亿元、近六成"),
}
FORMS = {
    "动宾": "封堵排污口12处",
    "时限+动宾": "6月底前封堵排污口12处",
    "分句": "排污口全部封堵",
    "名词": "排污口整治工程",
    "的字": "偷排直排的",
}


READINGS: dict[str, Reading] = {
    "期限": Reading("date", _later("due")),
    "数": Reading("number", _later("amount")),
    "独数": Reading("number", _later("only_amount"), shown=False),
    "形": Reading("text", _later("shape")),
    "类": Reading("text", _later("kind")),
    "态": Reading("text", _later("state_of")),
    "物": Reading("text", _later("thing_of")),
    "谁": Reading("text", _later("body_of")),
    "谁类": Reading("text", _later("body_kind_of")),
    "文种": Reading("text", _later("doc_kind_of")),
    "关系": Reading("text", _later("relation_of"), shown=False),
    "编法": Reading("text", _later("made_by"), shown=False),
    "定法": Reading("text", _later("passed_by"), shown=False),
    "核": Reading("text", _later("core_of")),
    "序": Reading("number", _later("ordinal"), shown=False),
    "长": Reading("number", _later("length"), shown=False),
    **{mark: Reading("text" if words else "flag", _remark(mark)) for mark, words in REMARKS.items()},
}


FINDERS: dict[str, Finder] = {
    "距": Finder(("date",), "number", _later("distance", "zh_computed"), ("date",)),
    "到期": Finder(("date",), "text", _later("own_words", "zh_picks")),
    "之前": Finder(("date",), "text", _later("till", "zh_picks")),
    "较早": Finder(("date",), "date", _later("earlier", "zh_picks"), ("date",)),
    "月日": Finder(("date",), "text", _later("month_and_day", "zh_picks")),
    "最先": Finder(("date",), "flag", _later("foremost", "zh_picks")),
    "跨度": Finder(("text", "record", "list"), "text", _later("horizon", "zh_picks")),
    "月份": Finder(("date",), "number", _later("month", "zh_picks")),
    "含": Finder(("text", "record", "list"), "flag", _later("holding", "zh_picks"), ("text",)),
    "最早": Finder(("list",), "item", _later("earliest", "zh_picks")),
    "最晚": Finder(("list",), "item", _later("latest", "zh_picks")),
    "按期限": Finder(("list",), "same", _later("ordered", "zh_picks")),
    "全部": Finder(("list",), "same", all_of),
    "名目": Finder(("list",), "same", firsts),
    "其中": Finder(("list",), "same", some, ("condition",)),
    "首项": Finder(("list",), "item", first),
    "末项": Finder(("list",), "item", _later("last", "zh_picks")),
    "其余": Finder(("list",), "same", _later("rest", "zh_picks")),
    "除去": Finder(("list",), "same", _later("without", "zh_picks"), ("any",)),
    "呼应": Finder(("text", "record"), "chosen", _later("echoed", "zh_picks"), ("list", "number")),
    "要": Finder(("text",), "text", _later("must", "zh_seams")),
    "任务": Finder(("text",), "text", _later("duty", "zh_seams")),
    "成句": Finder(("text",), "text", _later("sentence", "zh_seams")),
    "理顺": Finder(("text",), "text", _later("arranged", "zh_seams")),
    "的字": Finder(("text",), "text", _later("nominal", "zh_seams")),
    "和": Finder(("list",), "text", _later("added", "zh_computed")),
    "余": Finder(("text",), "text", _later("left", "zh_computed"), ("text",)),
    "占": Finder(("text",), "text", _later("part_of", "zh_computed"), ("text",)),
    "大头": Finder(("text",), "text", _later("main_part", "zh_computed")),
    "倍": Finder(("text",), "text", _later("times", "zh_computed"), ("text",)),
    "均": Finder(("text",), "text", _later("rate", "zh_computed"), ("any",)),
}
