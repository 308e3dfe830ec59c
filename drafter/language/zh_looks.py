"""What may stand behind a point and behind | in Chinese, as tables; how facts are read is imported when one is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from drafter.language.remarks import REMARKS
from drafter.language.sums import Sum
from drafter.language.tongue import Finder, Reading
from drafter.model.value import Fact, Listing, Value


def _later(name: str) -> Callable[..., Value]:
    """A function of `zh_readings`, whose patterns no start should wait for."""

    def find(*given: object) -> Value:
        return _function(name)(*given)

    return find


@cache
def _function(name: str) -> Callable[..., Value]:
    from drafter.language import zh_readings

    found: Callable[..., Value] = getattr(zh_readings, name)
    return found


def _computed(name: str) -> Callable[..., Value]:
    """A function of `zh_computed`."""

    def find(*given: object) -> Value:
        from drafter.language import zh_computed

        found: Value = getattr(zh_computed, name)(*given)
        return found

    return find


def _remark(mark: str) -> Callable[..., Value]:
    def find(*given: object) -> Value:
        from drafter.language.zh_readings import remark

        return remark(mark)(*given)  # type: ignore[arg-type]

    return find


def part_over(fact: Fact) -> tuple[str, str] | None:
    """The quantity of a fact and that of the whole that it says itself to be part of, where the part is the larger."""
    if not any(mark == "共" for mark, _ in fact.remarks):
        return None
    from drafter.language import zh_sums

    return zh_sums.part_over(fact)


def summed(items: Listing, total: Fact) -> Sum | None:
    """What the items of a list add up to, where that is surely other than the total."""
    from drafter.language import zh_sums

    return zh_sums.summed(items, total)


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
    "编法": Reading("text", _later("made_by"), shown=False),
    "定法": Reading("text", _later("passed_by"), shown=False),
    "核": Reading("text", _later("core_of")),
    "序": Reading("number", _later("ordinal"), shown=False),
    "长": Reading("number", _later("length"), shown=False),
    **{mark: Reading("text" if words else "flag", _remark(mark)) for mark, words in REMARKS.items()},
}


FINDERS: dict[str, Finder] = {
    "距": Finder(("date",), "number", _computed("distance"), ("date",)),
    "到期": Finder(("date",), "text", _later("own_words")),
    "之前": Finder(("date",), "text", _later("till")),
    "较早": Finder(("date",), "date", _later("earlier"), ("date",)),
    "月日": Finder(("date",), "text", _later("month_and_day")),
    "跨年": Finder(("text", "record", "list"), "flag", _later("beyond_year")),
    "月份": Finder(("date",), "number", _later("month")),
    "含": Finder(("text", "record", "list"), "flag", _later("holding"), ("text",)),
    "最早": Finder(("list",), "item", _later("earliest")),
    "最晚": Finder(("list",), "item", _later("latest")),
    "按期限": Finder(("list",), "same", _later("ordered")),
    "其中": Finder(("list",), "same", _later("some"), ("condition",)),
    "首项": Finder(("list",), "item", _later("first")),
    "末项": Finder(("list",), "item", _later("last")),
    "其余": Finder(("list",), "same", _later("rest")),
    "除去": Finder(("list",), "same", _later("without"), ("any",)),
    "呼应": Finder(("text", "record"), "chosen", _later("echoed"), ("list", "number")),
    "要": Finder(("text",), "text", _later("must")),
    "任务": Finder(("text",), "text", _later("duty")),
    "成句": Finder(("text",), "text", _later("sentence")),
    "理顺": Finder(("text",), "text", _later("arranged")),
    "的字": Finder(("text",), "text", _later("nominal")),
    "和": Finder(("list",), "text", _computed("added")),
    "余": Finder(("text",), "text", _computed("left"), ("text",)),
    "占": Finder(("text",), "text", _computed("part_of"), ("text",)),
    "倍": Finder(("text",), "text", _computed("times"), ("text",)),
    "均": Finder(("text",), "text", _computed("rate"), ("any",)),
}
