"""What a person decides about a distilled blueprint, one kind of choice after the other, and why some cannot be."""

from __future__ import annotations

import pytest

from drafter.desk import distil_choices as desk
from drafter.desk.distil import Returned
from drafter.problem import Problem
from tests.cases.distilling import SEVERAL, distilled, together

SPEECH = """在全市防汛工作会议上的讲话
同志们：
今天开会，市水利局通报了情况。
一、看住堤防
市水利局要把险段看住，东圩大堤加高到32.5米，东圩水位不得超过31米。
去年转移群众1200人，今年要早转移。
二、分工负责
分工如下：市水务局负责清淤，5月底前完成；市住建局负责截污，8月底前完成；市城管局负责清障，6月底前完成。
三、把话说到
要讲给每一户。
要讲给每一个人。
谢谢大家！
"""


def made() -> Returned:
    return distilled(SPEECH)


def done(after: Returned | Problem) -> Returned:
    assert isinstance(after, Returned), after
    return after


def names(one: Returned) -> list[str]:
    return [fact.name for fact in one.facts]


def test_a_sentence_is_shown_with_the_place_of_the_slot_and_of_the_line() -> None:
    first, second = desk.sentences(made(), "水利局")
    assert first.words[first.start : first.end] == "市水利局"
    assert (first.words, first.line, second.line) == ("今天开会，市水利局通报了情况。", "第 3 行", "第 5 行")


def test_a_slot_is_renamed_and_the_others_keep_their_names() -> None:
    before = made()
    after = done(desk.renamed(before, "群众人数", "转移人数"))
    assert [name for name in names(after) if name not in names(before)] == ["转移人数"]
    assert "去年转移群众{{ 转移人数 }}人" in after.blueprint_text


def test_one_place_is_split_off_and_joined_again() -> None:
    after = done(desk.split(made(), "水利局", 1, "看堤单位"))
    assert "{{ 看堤单位 }}要把险段看住" in after.blueprint_text
    assert "今天开会，{{ 水利局 }}通报" in after.blueprint_text
    assert desk.may_join(after, "看堤单位") == ("水利局",)
    assert done(desk.joined(after, "看堤单位", "水利局")).blueprint_text == made().blueprint_text


def test_words_are_added_wherever_they_stand_and_dropped_again() -> None:
    after = done(desk.added(made(), "东圩", "圩名"))
    assert "{{ 圩名 }}大堤加高到" in after.blueprint_text
    assert "{{ 圩名 }}水位不得超过" in after.blueprint_text
    assert next(fact for fact in after.facts if fact.name == "圩名").kind == "added"
    assert done(desk.dropped(after, "圩名")).blueprint_text == made().blueprint_text


def test_words_are_added_in_one_place() -> None:
    after = done(desk.added(made(), "东圩", "圩名", 1))
    assert "东圩大堤加高到" in after.blueprint_text
    assert "{{ 圩名 }}水位不得超过" in after.blueprint_text


def test_a_type_and_a_question_are_changed() -> None:
    assert desk.types(made(), "群众人数") == ("number", "text")
    after = done(desk.reasked(done(desk.retyped(made(), "群众人数", "text")), "群众人数", "转移了多少人？"))
    assert "  群众人数:\n    ask: 转移了多少人？\n" in after.blueprint_text


def test_a_list_is_undone_and_made_again_and_its_field_renamed() -> None:
    plain = done(desk.unlisted(made(), "任务分工"))
    assert "任务分工" not in names(plain)
    row = next(row for row in desk.may_list(plain) if len(row.records) == 3)
    assert row.words[0].startswith("市水务局")
    again = done(desk.listed(plain, row.id, "分工"))
    assert "{{ 清淤期限 }}" not in again.blueprint_text
    field = next(fact for fact in again.facts if fact.name == "分工").slot.fields[-1].name
    named = done(desk.renamed(again, f"分工.{field}", "完成期限"))
    assert "{{ 完成期限 }}前完成" in named.blueprint_text
    assert "    完成期限: 5月底" in named.brief_texts[0]


def test_the_words_of_a_list_stay_in_their_sentence() -> None:
    after = done(desk.dropped(made(), "任务分工"))
    assert "市住建局负责截污，8月底前完成；" in after.blueprint_text
    assert set(names(after)) == set(names(made())) - {"任务分工"}


def test_paragraphs_that_share_no_fact_are_made_a_list() -> None:
    row = next(row for row in desk.may_list(made()) if row.words == ("户", "个人"))
    assert "要讲给每一{{ 内容 }}。" in done(desk.listed(made(), row.id)).blueprint_text


def test_lists_of_several_speeches_are_undone_and_made_again() -> None:
    duties = together(next(path for path in SEVERAL if path.stem == "duties"))
    plain = done(desk.unlisted(duties, "任务分工"))
    row = next(row for row in desk.may_list(plain) if len(row.records) == 7)
    again = done(desk.listed(plain, row.id, "任务分工"))
    assert again.blueprint_text == duties.blueprint_text


def test_a_place_of_several_speeches_is_split_off_in_all_that_say_it() -> None:
    fires = together(next(path for path in SEVERAL if path.stem == "forest-fire"))
    fact = next(fact for fact in fires.facts if fact.count > len(fires.sources) and fact.slot.type == "text")
    places = desk.sentences(fires, fact.name)
    after = done(desk.split(fires, fact.name, 0, "另一个"))
    assert {one.speech for one in desk.sentences(after, "另一个")} == {0, 1, 2}
    assert len(desk.sentences(after, "另一个")) + len(desk.sentences(after, fact.name)) == len(places)


@pytest.mark.parametrize(
    ("why", "after"),
    [
        ("no-slot-yet", lambda: desk.renamed(made(), "群众人", "人数")),
        ("odd-slot-name", lambda: desk.renamed(made(), "群众人数", "1人")),
        ("taken-slot-name", lambda: desk.renamed(made(), "群众人数", "item")),
        ("slots-differ", lambda: desk.renamed(made(), "群众人数", "水利局")),
        ("slot-taken", lambda: desk.added(made(), "东圩", "水利局")),
        ("stands-once", lambda: desk.split(made(), "群众人数", 0, "人数")),
        ("not-of-type", lambda: desk.retyped(made(), "水利局", "number")),
        ("type-is-fixed", lambda: desk.retyped(made(), "任务分工", "text")),
        ("is-no-list", lambda: desk.unlisted(made(), "水利局")),
        ("no-such-row", lambda: desk.listed(made(), "nothing")),
        ("words-in-slot", lambda: desk.added(made(), "水利局要把", "单位")),
        ("words-not-said", lambda: desk.added(made(), "东圩大提", "堤名")),
        ("comes-out-otherwise", lambda: desk.added(made(), "，今年要早转移。", "话")),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(why: str, after: object) -> None:
    problem = after()  # type: ignore[operator]
    assert isinstance(problem, Problem)
    assert problem.rule == why


def test_the_near_miss_is_told() -> None:
    assert "did you mean 东圩大堤?" in str(desk.added(made(), "东圩大提", "堤名"))
    assert "did you mean 群众人数?" in str(desk.renamed(made(), "群众人", "人数"))
