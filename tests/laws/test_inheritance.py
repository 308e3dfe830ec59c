"""What a blueprint takes from another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.draft import composed
from drafter.model.manuscript import page_text
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.problem import Place, Problem
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Document

PARENT = """\
drafter: 1
title: 试
slots: {会议: {ask: 会议全称}, 单位: {ask: 牵头单位}}
speech:
  title: 在{{ 会议 }}上的讲话
  opening: [{id: a, say: 开会。}, {id: b, say: "讲{{ emphases | 汉字 }}点。"}]
  emphases:
    - {id: c, heading: 提高认识, body: [{id: d, say: 要认清。}, {id: e, say: "由{{ 单位 }}负责。"}]}
    - {id: f, heading: 抓好落实, body: [{id: g, say: 要抓紧。}]}
  closing: [{id: h, say: 散会。}]
"""
PASSAGES = "abdegh"
IDS = "abcdefgh"


def fetch(kind: str, name: str, place: Place) -> tuple[Document, tuple[Problem, ...]]:
    return parse(PARENT, "parent.yaml"), ()


def lines(child: str) -> list[str]:
    """What a speech of the child says."""
    blueprint, problems = read_blueprint(parse("drafter: 1\nextends: parent\n" + child, "child.yaml"), "child", fetch)
    assert blueprint is not None, problems
    brief, _, problems = read_brief(
        parse("blueprint: x\n会议: 大会\n单位: 市局\n", "b.yaml"), lambda name, place: (blueprint, ())
    )
    assert brief is not None, problems
    return [page_text(line) for line in composed(brief, blueprint).manuscript.lines]


ALL = lines("")


@given(st.sampled_from(PASSAGES))
def test_an_override_changes_its_own_line_and_no_other(id: str) -> None:
    after = lines(f"override: {{{id}: {{say: 另一句话。}}}}\n")
    assert sum(old != new for old, new in zip(ALL, after, strict=True)) == 1
    assert "另一句话。" in after


@given(st.lists(st.sampled_from(PASSAGES), unique=True), st.sampled_from(["before", "after"]))
def test_inserts_stand_where_they_are_put_and_the_rest_stays(ids: list[str], how: str) -> None:
    items = "".join(f"  - {{{how}: {id}, node: {{id: new-{id}, say: 新{id}。}}}}\n" for id in ids)
    after = lines(f"insert:\n{items}" if ids else "")
    assert [line for line in after if not line.startswith("新")] == ALL
    for id in ids:
        at = after.index(f"新{id}。")
        old = lines(f"override: {{{id}: {{say: 此处。}}}}\n").index("此处。")
        assert after[at + 1 if how == "before" else at - 1] == ALL[old]


@given(st.lists(st.sampled_from(PASSAGES), unique=True))
def test_what_is_removed_is_gone_and_the_rest_stays_in_order(ids: list[str]) -> None:
    after = lines(f"remove: [{', '.join(ids)}]\n")
    kept = iter(ALL)
    assert all(line in kept for line in after)
    assert len(ALL) - len(after) == len(ids)
