"""Expressions that are put together once and remembered come to what they would come to each time."""

from __future__ import annotations

import gc
import weakref

import pytest

from drafter.expression.evaluate import evaluate, meaning_of
from drafter.expression.grammar import Reading, read
from drafter.expression.names import COUNTED, Names, of_item
from drafter.language import TONGUES
from drafter.language.once import MOST, once
from drafter.model.expression import Expression, Literal
from drafter.model.value import Fact, Listing, Record
from drafter.plan.met import by_first, met

ZH = TONGUES["zh"]


def expression(text: str) -> Expression:
    found = read(text)
    assert isinstance(found, Reading)
    return found.expression


def named(**values: str) -> Names:
    return Names({name: Fact(text, text, name) for name, text in values.items()}, ZH)


def text_of(written: str, names: Names) -> object:
    found = evaluate(expression(written), names, ZH)
    assert isinstance(found, Fact)
    return found.value


def test_what_is_written_alike_is_one_and_nothing_else_is() -> None:
    assert meaning_of(expression("单位 == '市政府' and 层级")) is meaning_of(expression("单位=='市政府' and 层级"))
    assert len({meaning_of(Literal(one)) for one in (1, 1.0, True, "1")}) == 4
    assert len({meaning_of(Literal((one,))) for one in (1, 1.0, True, "1")}) == 4


@pytest.mark.parametrize("written", ["单位", "item", "item | 含('乙')", "单位 == '乙'"])
def test_an_item_has_its_own_answers(written: str) -> None:
    """The names around it answer first, and again after it."""
    around = named(单位="甲", item="甲")
    item = Record({"单位": Fact("乙", "乙")})
    one = around.having(of_item(item))
    before, inside, after = (evaluate(expression(written), names, ZH) for names in (around, one, around))
    assert before == after == evaluate(expression(written), dict(around), ZH)
    assert inside == evaluate(expression(written), dict(one), ZH) != before


def test_what_an_item_does_not_touch_is_asked_of_the_names_around_it() -> None:
    around = named(单位="甲", 层级="市")
    one = around.having({"item": Fact("乙", "乙")})
    meaning = meaning_of(expression("单位 == '甲' and 层级 == '市'"))
    assert meaning.of(one) is meaning.of(around)
    assert meaning in around.found


def test_the_number_of_sections_is_asked_anew() -> None:
    names = named(单位="甲")
    names[COUNTED] = Fact(0, "0")
    assert text_of(f"{COUNTED} > 2 and 单位", names) is False
    names[COUNTED] = Fact(3, "3")
    assert text_of(f"{COUNTED} > 2 and 单位", names) == "甲"


def test_other_knowledge_reads_anew() -> None:
    names = Names({"单位": Listing((Fact("甲", "甲"), Fact("乙", "乙")))}, ZH)
    for tongue in (ZH, TONGUES["en"], ZH):
        evaluate(expression("单位"), names, tongue)
    assert not isinstance(evaluate(expression("单位 | 顿号"), names, ZH), Fact)
    with pytest.raises(KeyError):
        evaluate(expression("单位 | 顿号"), names, TONGUES["en"])


def test_nothing_keeps_the_names_of_a_draft() -> None:
    class Weak(Names):
        __slots__ = ("__weakref__",)

    names = Weak(named(单位="甲"), ZH)
    evaluate(expression("单位 == '甲'"), names.having({"item": Fact("乙", "乙")}), ZH)
    gone = weakref.ref(names)
    gc.disable()
    try:
        del names
        assert gone() is None
    finally:
        gc.enable()


def test_what_is_made_once_is_forgotten_when_there_is_too_much_of_it() -> None:
    made: list[int] = []

    @once
    def sizes(of: list[int]) -> int:
        made.append(len(of))
        return len(of)

    first = [1, 2, 3]
    assert [sizes(first), sizes(first)] == [3, 3]
    for _ in range(MOST):
        sizes([])
    assert sizes(first) == 3
    assert made.count(3) == 2


@pytest.mark.parametrize("text", ["", "汛", "汛期", "主汛期前", "防汛期间", "期汛"])
def test_words_are_met_wherever_they_stand(text: str) -> None:
    words = ("汛期", "主汛期", "防汛", "汛", "期间")
    assert met(by_first(words), text) == {word for word in words if word in text}
