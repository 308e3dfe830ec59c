"""Sentences as nodes: what an edit moves, what hangs on what, what is silent and says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafter.compose import compose
from drafter.language.measure import marks_of
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.expression import Prose
from drafter.model.outline import Outline, Planned
from drafter.model.speech import Block, Headed, Listed, plain
from drafter.model.words import Stock, Words
from drafter.notation.blueprint import read_blueprint
from drafter.notation.brief import read_brief
from drafter.plan import plan
from drafter.problem import Place
from drafter.yamltext.parse import parse

TEXTS = "甲乙丙丁戊"
"""Slots for texts; the last one leaves a gap, the others are left out."""
SLOTS = {
    **{name: {"ask": name, "missing": "omit"} for name in TEXTS[:-1]},
    "戊": {"ask": "戊"},
    "项": {"ask": "项", "type": "list", "of": "text", "missing": "omit"},
    "务": {"ask": "务", "type": "list", "missing": "omit", "of": {"名": {"ask": "名"}, "时": {"ask": "时", "missing": "omit"}}},
}  # fmt: skip
CONDITIONS = ("甲", "乙", "戊", "not 丙", '丁 == "丁一"', "(项 | 项数) > 1", "务", "甲 and 丙", "乙 or 丁")
OF_ITEM = {"项": ("item",), "务": ("名", "时")}
Facts = Mapping[str, object]
# Strategies that are made once: each that is made anew is looked through anew.
FEW, SIX, CONDITION = st.integers(1, 3), st.integers(0, 5), st.sampled_from(CONDITIONS)
OFTEN_NONE, SELDOM_NONE = st.sampled_from(("", "", "", *CONDITIONS)), st.sampled_from(("", "", *CONDITIONS))
OF_PASSAGE, OF_UNIT = st.sampled_from(("", "", "", "务", "项")), st.sampled_from(("", "", "项", "务"))
KEYS, HANGS, MOST = (
    st.sampled_from(("", "", "when", "only")),
    st.sampled_from(("", "", "beside", "without")),
    st.sampled_from((0, 0, 1, 2)),
)
NAMED = {
    each: st.lists(st.sampled_from((*TEXTS, *of)), max_size=2, unique=True) for each, of in {"": (), **OF_ITEM}.items()
}
COUNTS, EITHER = st.lists(FEW, min_size=1, max_size=3), st.booleans()


@dataclass(frozen=True)
class Wording:
    """One way to say a sentence."""

    tag: str
    key: str
    condition: str
    names: tuple[str, ...]

    @property
    def say(self) -> str:
        return self.tag + "".join(f"，有{{{{ {name} }}}}" for name in self.names) + "。"


@dataclass(frozen=True)
class Unit:
    """A sentence of a passage."""

    id: str
    wordings: tuple[Wording, ...]
    must: bool = False
    when: str = ""
    each: str = ""
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    most: int = 0
    maxim: bool = False

    def data(self) -> object:
        if self.must:
            return self.wordings[0].say
        say = [{"say": one.say, **({one.key: one.condition} if one.key else {})} for one in self.wordings]
        keys = {
            "when": self.when,
            "each": self.each,
            "with": [*self.beside],
            "without": [*self.without],
            "most": self.most,
            "maxim": self.maxim,
        }
        return {"id": self.id.partition(".")[2], **{key: value for key, value in keys.items() if value}, "say": say}


@dataclass(frozen=True)
class Passage:
    """Sentences one after the other, for every item or once."""

    id: str
    units: tuple[Unit, ...]
    when: str = ""
    each: str = ""

    def data(self) -> object:
        keys = {"when": self.when, "each": self.each}
        return {
            "id": self.id,
            **{key: value for key, value in keys.items() if value},
            "say": [one.data() for one in self.units],
        }


@st.composite
def passages(draw: st.DrawFn, most: bool = False, maxims: bool = False) -> tuple[Passage, ...]:
    """A few passages whose sentences hang on those before them, or on those behind; never in a ring."""
    counts = draw(COUNTS)
    backwards = draw(EITHER)
    done: list[Passage] = []
    for n, count in enumerate(counts):
        each = draw(OF_PASSAGE)
        units = []
        for m in range(count):
            id = f"p{n}.{'xyz'[m]}"
            must = draw(SIX) == 0
            if must:
                units.append(Unit(f"p{n}.{m + 1}", (draw(_wording(id, 0, "", must=True)),), must=True))
                continue
            own = draw(OF_UNIT) if not each else ""
            wordings = tuple(draw(_wording(id, k, each or own)) for k in range(draw(FEW)))
            units.append(
                Unit(
                    id,
                    wordings,
                    when=draw(SELDOM_NONE),
                    each=own,
                    most=draw(MOST) if most else 0,
                    maxim=maxims and draw(EITHER),
                )
            )
        done.append(Passage(f"p{n}", tuple(units), draw(OFTEN_NONE), each))
    return tuple(draw(_hung(done, backwards)))


@st.composite
def _wording(draw: st.DrawFn, id: str, k: int, each: str, must: bool = False) -> Wording:
    names = draw(NAMED[each])
    key = "" if must else draw(KEYS)
    names = [name for name in names if not must or name == "戊"]
    return Wording(f"{id.replace('.', '')}w{k}", key, draw(CONDITION) if key else "", tuple(names))


@st.composite
def _hung(draw: st.DrawFn, done: Sequence[Passage], backwards: bool) -> list[Passage]:
    """The same, some sentences hanging on others or on passages."""
    order = [unit.id for passage in done for unit in passage.units]
    found = []
    for passage in done:
        units = []
        for unit in passage.units:
            at = order.index(unit.id)
            near = order[at + 1 :] if backwards else order[:at]
            groups = [one.id for one in done if all(each.id in near for each in one.units)]
            kind = draw(HANGS) if near and not unit.must else ""
            if kind:
                unit = replace(unit, **{kind: (draw(st.sampled_from((*near, *groups))),)})
            units.append(unit)
        found.append(replace(passage, units=tuple(units)))
    return found


facts = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from((f"{name}一", f"{name}二")) for name in TEXTS},
        "项": st.lists(st.sampled_from(("项一", "项二", "项三")), min_size=1, max_size=4),
        "务": st.lists(
            st.fixed_dictionaries(
                {"名": st.sampled_from(("名一", "名二"))}, optional={"时": st.sampled_from(("时一", "时二"))}
            ),
            min_size=1,
            max_size=4,
        ),
    },
)


def blueprint_of(made: Sequence[Passage]) -> Blueprint:
    data = {"drafter": 1, "slots": SLOTS, "speech": {"title": "讲话", "opening": [one.data() for one in made]}}
    blueprint, problems = read_blueprint(parse(json.dumps(data, ensure_ascii=False), "b.yaml"), "b")
    assert blueprint is not None, problems
    return blueprint


def brief_of(values: Facts, blueprint: Blueprint, seed: int = 0) -> Brief:
    known = {name: value for name, value in values.items() if name in blueprint.slots}
    doc = parse(json.dumps({"blueprint": "b", "seed": seed, **known}, ensure_ascii=False), "f.yaml")
    brief, _, problems = read_brief(doc, lambda name, place: (blueprint, ()))
    assert brief is not None, problems
    return brief


def planned(made: Sequence[Passage], values: Facts, seed: int = 0) -> Outline:
    blueprint = blueprint_of(made)
    return plan(blueprint, brief_of(values, blueprint, seed))


def standing(outline: Outline) -> dict[str, Planned]:
    """The sentences that stand, by id and occurrence."""
    return {one.key: one for one in outline.opening}


def spoken(outline: Outline) -> dict[str, str]:
    """What they say."""
    return {block.id: _text(block) for block in compose(outline).opening}


def _text(block: Block) -> str:
    assert not isinstance(block, Headed)
    return "".join(map(plain, block.items)) if isinstance(block, Listed) else plain(block.inlines)


def id_of(key: str) -> str:
    return key.partition("[")[0]


def item_of(key: str) -> str:
    return key.partition("[")[2]


def named(text: str) -> set[str]:
    """The slots that a condition or a wording names."""
    return {name for name in (*TEXTS, "项", "务") if name in text.replace("项数", "")}


def moved_by(made: Sequence[Passage], slots: set[str], touched: frozenset[str] = frozenset()) -> set[str]:
    """The sentences that name one of the slots, or whose conditions do, and all that hang on these."""
    moved = set(touched)
    for passage in made:
        for unit in passage.units:
            parts = [passage.when, unit.when, *(one.condition for one in unit.wordings)]
            about = {name for part in parts for name in named(part)} | {passage.each, unit.each}
            about |= {name for one in unit.wordings for name in one.names}
            if about & slots:
                moved.add(unit.id)
    return _with_hanging(made, moved)


def _with_hanging(made: Sequence[Passage], moved: set[str]) -> set[str]:
    units = [unit for passage in made for unit in passage.units]
    while True:
        groups = {id.partition(".")[0] for id in moved}
        more = {one.id for one in units if {*one.beside, *one.without} & (moved | groups)} - moved
        if not more:
            return moved
        moved |= more


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    return {id_of(key) for key in one.keys() | other.keys() if one.get(key) != other.get(key)}


@settings(max_examples=100)
@given(passages(), facts, st.data(), st.integers(0, 3))
def test_an_edit_of_a_fact_changes_only_what_names_it_or_hangs_on_it(
    made: tuple[Passage, ...], values: dict[str, object], data: st.DataObject, seed: int
) -> None:
    assume(values)
    name = data.draw(st.sampled_from(sorted(values)))
    edited = {**values, name: data.draw(facts.map(lambda one: one.get(name)).filter(bool))}
    before, after = spoken(planned(made, values, seed)), spoken(planned(made, edited, seed))
    assert differing(before, after) <= moved_by(made, {name})


@settings(max_examples=80)
@given(passages(), facts, st.data(), st.integers(0, 3))
def test_another_wording_of_a_sentence_moves_no_other_sentence(
    made: tuple[Passage, ...], values: dict[str, object], data: st.DataObject, seed: int
) -> None:
    units = [unit for passage in made for unit in passage.units if not unit.must]
    assume(units)
    unit = data.draw(st.sampled_from(units))
    more = replace(unit, wordings=(*unit.wordings, Wording("新", "", "", ())))
    grown = [replace(one, units=tuple(more if each == unit else each for each in one.units)) for one in made]
    before, after = spoken(planned(made, values, seed)), spoken(planned(grown, values, seed))
    assert differing(before, after) <= _with_hanging(made, {unit.id})
    assert all(
        "新" in after[key]
        for key in before.keys() & after.keys()
        if key == unit.id and before[key] != after[key]  # the items of a list take turns
    )


STOCKED = {
    "drafter": 1,
    "slots": SLOTS,
    "speech": {
        "title": "讲话",
        "opening": [
            {"id": "p", "say": ["开头。", {"id": "all", "each": "项", "stock": "甲库", "of": "item"}]},
            {"id": "q", "say": ["中间。", {"id": "one", "stock": "甲库", "of": "项"}, {"id": "other", "stock": "乙库", "of": "项"}]},
        ],
    },
}  # fmt: skip
rows = st.lists(st.tuples(st.sampled_from(("项一", "项二", "项")), st.integers(1, 3)), min_size=1, max_size=4)


def stock_of(name: str, told: Sequence[tuple[str, int]]) -> tuple[Stock, ...]:
    def prose(text: str) -> Prose:
        return Prose(text, (text,), Place("w.yaml"))

    return tuple(
        Stock(match=match, says=tuple(prose(f"{name}{n}之{k}。") for k in range(count)))
        for n, (match, count) in enumerate(told)
    )


@settings(max_examples=60)
@given(rows, rows, st.sampled_from(("项一", "项二")), facts.filter(lambda one: "项" in one), st.integers(0, 3))
def test_another_sentence_of_a_stock_moves_only_what_is_taken_from_it(
    first: list[tuple[str, int]], second: list[tuple[str, int]], match: str, values: dict[str, object], seed: int
) -> None:
    blueprint, problems = read_blueprint(parse(json.dumps(STOCKED, ensure_ascii=False), "b.yaml"), "b")
    assert blueprint is not None, problems
    brief = brief_of(values, blueprint, seed)
    stocks = {"甲库": stock_of("甲库", first), "乙库": stock_of("乙库", second)}
    added = {**stocks, "甲库": (*stocks["甲库"], *stock_of("新", [(match, 1)]))}
    before, after = (spoken(plan(blueprint, brief, Words(stocks=one))) for one in (stocks, added))
    assert differing(before, after) <= {"p.all", "q.one"}
    said = [text for text in after.values() if "库" in text or "新" in text]
    assert len(said) == len(set(said))


@settings(max_examples=80)
@given(passages(), facts, st.integers(0, 3))
def test_no_wording_is_said_twice_while_another_stands_unsaid(
    made: tuple[Passage, ...], values: dict[str, object], seed: int
) -> None:
    outline = planned(made, values, seed)
    units = {unit.id: (passage, unit) for passage in made for unit in passage.units}
    said: list[str] = []
    for one in outline.opening:
        passage, unit = units[one.node.id]
        assert one.said is not None
        if one.said.text in said and len(unit.wordings) > 1:
            scope = _scope(values, passage.each or unit.each, item_of(one.key))
            unsaid = [other.say for other in unit.wordings if _fits(other, scope) and other.say not in said]
            assert unsaid == []
        said.append(one.said.text)


def _scope(values: Facts, each: str, occurrence: str) -> Facts:
    """What an item's sentence knows."""
    if not each:
        return values
    items = values[each]
    assert isinstance(items, list)
    item = items[int(occurrence.rstrip("]")) - 1]
    return {**values, **(item if isinstance(item, dict) else {"item": item})}


def _fits(wording: Wording, scope: Facts) -> bool:
    return all(name in scope for name in wording.names) and holding(wording.condition, scope)


def holding(condition: str, values: Facts) -> bool:
    """Whether one of the conditions holds, told without the house's own means."""
    match condition.split():
        case []:
            return True
        case [name]:
            return name in values
        case ["not", name]:
            return name not in values
        case [name, "==", text]:
            return values.get(name) == text.strip('"')
        case [one, "and", other]:
            return one in values and other in values
        case [one, "or", other]:
            return one in values or other in values
        case _:
            items = values.get("项", ())
            assert isinstance(items, Sequence)
            return len(items) > 1


@settings(max_examples=120)
@given(passages(most=True, maxims=True), facts, st.integers(0, 3))
def test_what_stands_with_another_never_stands_without_it(
    made: tuple[Passage, ...], values: dict[str, object], seed: int
) -> None:
    there = standing(planned(made, values, seed))
    units = {unit.id: unit for passage in made for unit in passage.units}
    for key in there:
        unit = units[id_of(key)]
        assert all(any(_beside(name, key, other) for other in there) for name in unit.beside), key
        assert not any(_beside(name, key, other) for name in unit.without for other in there), key


def _beside(name: str, key: str, other: str) -> bool:
    """Whether a sentence is the one that is named, or of the passage that is named, for the same item if both have one."""
    of_it = id_of(other) == name or id_of(other).partition(".")[0] == name
    return of_it and (not item_of(key) or not item_of(other) or item_of(key) == item_of(other))


@settings(max_examples=100)
@given(passages(most=True), facts, st.integers(0, 3))
def test_whatever_facts_are_dropped_no_conditional_sentence_has_a_gap(
    made: tuple[Passage, ...], values: dict[str, object], seed: int
) -> None:
    must = {unit.id for passage in made for unit in passage.units if unit.must}
    speech = compose(planned(made, values, seed))
    assert {id_of(gap.id) for gap in marks_of(speech)} <= must


@settings(max_examples=120)
@given(passages(), facts, st.integers(0, 3))
def test_every_silent_sentence_is_told_or_has_a_condition_that_does_not_hold(
    made: tuple[Passage, ...], values: dict[str, object], seed: int
) -> None:
    outline = planned(made, values, seed)
    there, silent = standing(outline), {one.key: one.slots for one in outline.silent}
    for passage, unit, key in _occurrences(made, values):
        if key in there:
            continue
        scope = _scope(values, passage.each or unit.each, item_of(key))
        hung = any(not any(_beside(name, key, other) for other in there) for name in unit.beside)
        barred = any(_beside(name, key, other) for name in unit.without for other in there)
        failing = not holding(passage.when, values) or not holding(unit.when, values)
        fitting = [one for one in unit.wordings if holding(one.condition, scope)]
        assert hung or barred or failing or not fitting or key in silent, key
        if key in silent and fitting and not failing:
            assert set(silent[key]) and all(slot for slot in silent[key])


def _occurrences(made: Sequence[Passage], values: Facts) -> Iterator[tuple[Passage, Unit, str]]:
    """Every sentence that there could be."""
    for passage in made:
        for unit in passage.units:
            items = values.get(passage.each or unit.each, ())
            if not (passage.each or unit.each):
                yield passage, unit, unit.id
            elif isinstance(items, list):
                yield from ((passage, unit, f"{unit.id}[{n}]") for n in range(1, len(items) + 1))


def test_the_laws_look_at_sentences_that_hang_and_at_items() -> None:
    hung = Unit("p0.y", (Wording("yw0", "", "", ()),), beside=("p0.x",))
    made = (Passage("p0", (Unit("p0.x", (Wording("xw0", "", "", ("时",)),)), hung), each="务"),)
    outline = planned(made, {"务": [{"名": "名一"}, {"名": "名二", "时": "时一"}]})
    assert [*standing(outline)] == ["p0.x[2]", "p0.y[2]"]
    assert [(one.key, one.slots) for one in outline.silent] == [("p0.x[1]", ("务[1].时",))]
    assert re.fullmatch("xw0，有时一。", spoken(outline)["p0.x[2]"])
