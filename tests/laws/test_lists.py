"""Lists told in shapes, promises, maxims: what must hold whatever the facts are."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose import compose
from drafter.model.blueprint import Blueprint
from drafter.model.speech import Block, Listed, Said, Speech, plain
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.plan import plan
from drafter.yamltext.parse import parse
from tests.laws.test_units import Passage, _text, facts, passages, planned, spoken

SHAPES = ("sentences", "joined", "一是", "第一，")
HELD = {"sentences": {}, "joined": {"join": "；"}}
"""How a list without a choice is written."""
Lists = Sequence[tuple[tuple[str, ...], int, bool]]
"""Of each list the shapes that it may have, how many items there are, and whether every item has a second sentence."""

lists: st.SearchStrategy[Lists] = st.lists(
    st.tuples(
        st.lists(st.sampled_from(SHAPES), min_size=1, max_size=3, unique=True).map(tuple),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def _node(n: int, shapes: tuple[str, ...], two: bool) -> dict[str, object]:
    """A list as a passage; one that has no choice is written as ever."""
    said: list[object] = [{"id": "it", "say": "{{ item }}。"}, *([{"id": "so", "say": "如上。"}] if two else [])]
    node: dict[str, object] = {"id": f"p{n}", "each": f"项{n}", "layout": "run_on", "say": said}
    [first, *others] = shapes
    if others:
        return node | {"shapes": [*shapes]}
    if first in HELD:
        said[0] = {**HELD[first], "id": "it", "say": "{{ item }}。"}
        return node
    return {"id": f"p{n}", "enumerate": first, "each": f"项{n}", "say": "{{ item }}"}


def _speech(made: Lists, seed: int) -> Speech:
    slots = {f"项{n}": {"type": "list", "of": "text", "missing": "omit", "ask": "项"} for n in range(len(made))}
    opening = [_node(n, shapes, two) for n, (shapes, _, two) in enumerate(made)]
    blueprint = _blueprint({"drafter": 1, "slots": slots, "speech": {"title": "讲话", "opening": opening}})
    values = {f"项{n}": [f"甲{n}乙{k}" for k in range(count)] for n, (_, count, _) in enumerate(made) if count}
    text = json.dumps({"blueprint": "b", "seed": seed, **values}, ensure_ascii=False)
    brief, _, problems = read_brief(parse(text, "f.yaml"), lambda name, place: (blueprint, ()))
    assert brief is not None, problems
    return compose(plan(blueprint, brief))


def _blueprint(data: Mapping[str, object]) -> Blueprint:
    blueprint, problems = read_blueprint(parse(json.dumps(data, ensure_ascii=False), "b.yaml"), "b")
    assert blueprint is not None, problems
    return blueprint


def _of(speech: Speech, n: int) -> list[Block]:
    """What is said of a list."""
    return [one for one in speech.opening if one.id.partition("[")[0].partition(".")[0] == f"p{n}"]


def _shape(blocks: Sequence[Block]) -> str:
    """The shape that a list has for who hears it."""
    for one in blocks:
        if isinstance(one, Listed):
            return one.scheme
    return (
        "joined" if any(isinstance(one, Said) and plain(one.inlines).endswith("；") for one in blocks) else "sentences"
    )


def _may(shapes: tuple[str, ...], two: bool) -> tuple[str, ...]:
    """The shapes that can be; items of two sentences are not joined, and where nothing is left it is sentences."""
    if len(shapes) == 1:
        return ("sentences",) if two and shapes == ("joined",) else shapes
    return tuple(one for one in shapes if one != "joined" or not two) or ("sentences",)


@settings(max_examples=200)
@given(lists, st.integers(0, 50))
def test_no_list_has_the_shape_of_the_one_before_where_another_was_possible(made: Lists, seed: int) -> None:
    made = [one for one in made if not (one[0] == ("joined",) and one[2])]  # which its author joins in vain
    speech = _speech(made, seed)
    told = [n for n, (_, count, _) in enumerate(made) if count > 1]
    found = [_shape(_of(speech, n)) for n in told]
    possible = [_may(made[n][0], made[n][2]) for n in told]
    assert all(shape in may for shape, may in zip(found, possible, strict=True))
    assert _alike(found) == min(map(_alike, itertools.product(*possible)))


def _alike(shapes: Sequence[str]) -> int:
    """Neighbours of one shape."""
    return sum(one == other for one, other in itertools.pairwise(shapes))


@settings(max_examples=100)
@given(lists, st.integers(0, 50))
def test_every_item_is_said_once_and_a_list_of_one_is_a_sentence(made: Lists, seed: int) -> None:
    speech = _speech(made, seed)
    for n, (_, count, _) in enumerate(made):
        blocks = _of(speech, n)
        text = "".join(map(_text, blocks))
        assert [text.count(f"甲{n}乙{k}") for k in range(count)] == [1] * count
        if count == 1:
            assert not any(isinstance(one, Listed) for one in blocks)
            assert text.startswith(f"甲{n}乙0。") and "；" not in text


@settings(max_examples=100)
@given(st.lists(st.booleans(), min_size=1, max_size=4), st.booleans(), st.integers(0, 5))
def test_a_promise_is_made_where_all_of_it_is_kept_and_only_there(kept: list[bool], stood: bool, seed: int) -> None:
    ids = [f"k{n}" for n in range(len(kept))]
    slots = {f"项{n}": {"missing": "omit", "ask": "项"} for n in range(len(kept))}
    begin = [
        {"id": "promise", "with": ids, "say": "几个问题要先想透。"},
        {"id": "hangs", "with": "promise", "say": "一个一个来。"},
        {"id": "else", "without": "promise", "say": "有话直说。"},
    ]
    opening = [{"id": "begin", "say": begin if stood else ["开场。", *begin]}]
    sections = [
        {"id": id, "heading": f"第{n}件", "body": [{"id": f"b{n}", "say": [{"id": "it", "say": f"{{{{ 项{n} }}}}。"}]}]}
        for n, id in enumerate(ids)
    ]
    blueprint = _blueprint(
        {"drafter": 1, "slots": slots, "speech": {"title": "讲话", "opening": opening, "emphases": sections}}
    )
    values = {f"项{n}": "有" for n, one in enumerate(kept) if one}
    text = json.dumps({"blueprint": "b", "seed": seed, **values}, ensure_ascii=False)
    brief, _, problems = read_brief(parse(text, "f.yaml"), lambda name, place: (blueprint, ()))
    assert brief is not None, problems
    said = {one.id for one in compose(plan(blueprint, brief)).opening}
    assert {"begin.promise", "begin.hangs", "begin.else"} & said == (
        {"begin.promise", "begin.hangs"} if all(kept) else {"begin.else"}
    )


@settings(max_examples=300)
@given(passages(most=True, maxims=True), facts, st.integers(0, 3))
def test_maxims_stand_apart_and_are_few(made: tuple[Passage, ...], values: dict[str, object], seed: int) -> None:
    maxims = {unit.id for passage in made for unit in passage.units if unit.maxim}
    outline = planned(made, values, seed)
    said = [one.node.id in maxims for one in outline.opening]
    assert not any(one and other for one, other in itertools.pairwise(said))
    texts = {key: len(text) for key, text in spoken(outline).items()}
    proses = [one.said for one in outline.opening if one.node.id in maxims and one.said]
    own = sum(len(piece) for prose in proses for piece in prose.pieces if isinstance(piece, str))
    assert own == 0 or own < sum(texts.values()) / 20


@settings(max_examples=100)
@given(st.lists(st.sampled_from(("maxim", "called for", "long", "short")), max_size=12), st.integers(0, 3))
def test_a_maxim_falls_only_beside_another_or_for_want_of_room(kinds: list[str], seed: int) -> None:
    texts = {
        "maxim": "小洞不补大洞吃苦。",
        "called for": "磨刀不误砍柴工。",
        "long": "照着办。" * 50,
        "short": "照办。",
    }
    opening = [
        {"id": f"n{n}", "say": [{"id": "it", "maxim": kind in ("maxim", "called for"), "say": [
            {"say": texts[kind], **({"when": "甲"} if kind == "called for" else {})}]}]}
        for n, kind in enumerate(kinds)
    ]  # fmt: skip
    blueprint = _blueprint(
        {"drafter": 1, "slots": {"甲": {"ask": "甲"}}, "speech": {"title": "讲话", "opening": opening}}
    )
    brief, _, _ = read_brief(
        parse(f"blueprint: b\nseed: {seed}\n甲: 有\n", "f.yaml"), lambda name, place: (blueprint, ())
    )
    assert brief is not None
    said = [int(one.node.id.partition(".")[0][1:]) for one in plan(blueprint, brief).opening]
    flags = [kinds[n] in ("maxim", "called for") for n in said]
    size = sum(len(texts[kinds[n]]) for n in said if kinds[n] in ("maxim", "called for"))
    whole = sum(len(texts[kinds[n]]) for n in said)
    assert not any(one and other for one, other in itertools.pairwise(flags))
    assert size == 0 or size * 20 < whole
    assert [n for n in said if kinds[n] in ("long", "short")] == [
        n for n, kind in enumerate(kinds) if kind in ("long", "short")
    ]
    maxims = [n for n, kind in enumerate(kinds) if kind in ("maxim", "called for")]
    apart = not any(other - one == 1 for one, other in itertools.pairwise(maxims))
    if apart and sum(len(texts[kinds[n]]) for n in maxims) * 20 < sum(len(texts[kind]) for kind in kinds):
        assert said == [*range(len(kinds))]
