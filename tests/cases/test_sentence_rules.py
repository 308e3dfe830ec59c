"""Where the rules of sentences and wordings find something, and where they let be what their pages do not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.check import check_file
from drafter.lint import lint_blueprint
from drafter.model.words import Words
from drafter.notation.blueprint import read_blueprint
from drafter.notation.original import Original
from drafter.notation.words import read_words
from drafter.schema import spoken
from drafter.sentences import sentence
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

HEAD = """\
drafter: 1
title: 推进会讲话
slots:
  困难: {ask: 有什么困难}
  目标: {ask: 今年的目标, type: list, of: text}
  层级: {ask: 哪一级, type: choice, of: [市, 县]}
speech:
  title: 讲话
  opening:
    - {id: facts, say: "在{{ 层级 }}里，难在{{ 困难 }}，要办的是{{ 目标 | 顿号 }}。"}
"""


def told(nodes: str, of_packs: Words | None = None) -> list[str]:
    """What is found in a speech with these nodes, each with the words that it names."""
    doc = parse(HEAD + "".join(f"    {line}\n" for line in nodes.splitlines()), "b.yaml")
    blueprint, problems = read_blueprint(doc, "b")
    assert blueprint is not None, problems
    words = of_packs or Words()
    return [
        f"{one.rule} {one.facts.get('name', '')}".strip()
        for one in lint_blueprint(blueprint, Original(doc), problems, words)
    ]


@pytest.mark.parametrize(
    "second",
    [
        "{with: one, say: 这不容易。}",
        "{join: ，, say: 这不容易。}",
        "{say: 眼下这不容易。}",
        "{say: 这次会议很及时。}",
    ],
)
def test_a_sentence_may_point_to_what_it_is_tied_to(second: str) -> None:
    assert told(f'- id: p\n  say:\n    - {{id: one, say: "{{{{ 困难 }}}}。"}}\n    - {second}') == []


def test_a_sentence_may_point_to_a_text_that_is_always_said_and_every_item_has_its_own() -> None:
    assert told("- id: p\n  say:\n    - 今天开会。\n    - {say: 这是头一回。}") == []
    assert told('- id: p\n  say:\n    - 今天开会。\n    - {each: 目标, say: "其中有{{ item }}。"}') == [
        "lonely-opening 其中"
    ]
    assert told("- id: p\n  say:\n    - {id: a, must: true, when: 困难, say: 难。}\n    - {say: 它绕不过去。}") == [
        "lonely-opening 它"
    ]


def test_words_of_a_class_are_those_of_the_packs() -> None:
    words = Words(subjects={"校园": ("校门", "学生", "审计")})
    assert told("- {id: p, say: 让学生安心，把审计做实。}", words) == ["subject-word 学生"]
    conditional = "- id: p\n  say:\n    - id: a\n      say:\n        - {for: 校园, say: 让学生安心。}\n        - 好。"
    assert told(conditional, words) == []
    assert told("- {id: p, when: 困难, say: 让学生安心。}", words) == []
    assert told("- {id: p, say: 让学生安心。}", Words(subjects={"推进": ("学生",)})) == []


@pytest.mark.parametrize("text", ["只有大家动手，才能办成。", "每月不少于两次。", "办法差不多了。"])
def test_a_word_of_amount_in_another_sense_is_let_be(text: str) -> None:
    assert told(f"- {{id: p, say: {text}}}") == []
    assert told("- {id: p, say: 只有这一件。}") == ["measure-word 只有"]


def test_a_frame_lets_pass_what_has_one_form() -> None:
    assert told('- {id: p, say: "要{{ 层级 }}里办。主要是{{ 目标 | 项数 }}件。"}') == []
    assert told('- {id: p, say: "重点是{{ 目标 | 顿号 }}。"}') == ["narrow-frame 重点是"]
    formed = "- id: p\n  say:\n    - id: a\n      say:\n        - {when: 困难.形 == '动宾', say: \"要{{ 困难 }}。\"}\n        - 好。"
    assert told(formed) == []


def test_wordings_that_take_turns_count_once() -> None:
    one = '- id: p\n  say: "一是：{{ 目标 | 分号 }}。"\n  or: ["二是：{{ 目标 | 分号 }}。"]'
    assert told(one) == []
    assert told(f'{one}\n- {{id: q, say: "三是：{{{{ 目标 | 分号 }}}}。"}}') == ["list-after-colon"]


def test_an_announcement_is_looked_for_in_sentences_that_hang_on_nothing() -> None:
    assert told("- id: p\n  say:\n    - {say: 前面说过难处。}") == ["unanswered 前面说"]
    assert told("- id: p\n  say:\n    - {when: 困难, say: 前面说过难处。}") == []


def test_a_word_that_is_too_short_to_look_for_is_an_error_in_words() -> None:
    doc = parse("drafter: 1\nclasses:\n  疏通: {verbs: [疏通], matches: [堵]}\n", "verbs.yaml")
    found = read_words({"verbs": doc}, "zh")[1]
    assert [(one.rule, one.severity, one.place.line) for one in found] == [("wide-match", "error", 3)]
    assert "too short" in sentence(found[0]) and "太短" in sentence(found[0], spoken("zh"))


@pytest.mark.parametrize(
    ("match", "rules"),
    [("[]", ["empty-text"]), ("{a: b}", ["colon-makes-map"]), ("", ["empty-text"]), ("[地下车库, 雨]", [])],
)
def test_what_is_looked_for_is_words(match: str, rules: list[str]) -> None:
    doc = parse(f"drafter: 1\nsentences:\n  - match: {match}\n    say: [水来得快。]\n", "hazards.yaml")
    assert [one.rule for one in read_words({"hazards": doc}, "zh")[1]] == rules


@pytest.mark.parametrize("file", sorted(ROOT.glob("blueprints/*/speeches/*.yaml")), ids=lambda path: path.stem)
def test_what_came_with_drafter_has_no_errors(file: Path) -> None:
    assert [one for one in check_file(file) if one.severity == "error"] == []
