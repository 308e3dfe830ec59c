"""Whatever a person decides about a distilled blueprint, the speech comes back, or the choice is refused and said why."""

from __future__ import annotations

import functools
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk import distil_choices as desk
from drafter.desk.distil import Returned, distil_speeches, drafts_again, made_again
from drafter.desk.library import Library
from drafter.desk.tidy import recognise_file
from drafter.model.manuscript import page_text
from drafter.model.sheet import Recognised
from drafter.problem import Problem
from tests.conftest import ROOT
from tests.laws.test_return import read, speeches

EXAMPLES = sorted((ROOT / "examples").glob("*/speech.docx"))
Choice = tuple[str, int, int]
KINDS = ("rename", "join", "drop", "split", "add", "add all", "retype", "reask", "list", "unlist", "field")
choices = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=6)


def chosen(made: Returned, choice: Choice) -> Returned | Problem:
    """What one choice gives; which slot, sentence or row it is about is told by numbers."""
    kind, one, other = choice
    slots = [fact.name for fact in made.facts] or ["没有"]
    apt = [fact.name for fact in made.facts if _apt(made, fact, kind)] or slots
    slot = apt[one % len(apt)]
    others = made.facts and desk.may_join(made, slot)
    field = next((field.name for fact in made.facts if fact.name == slot for field in fact.slot.fields), "内容")
    words = ([text.words for text in made.choices.spans] or ["无"])[one % max(1, len(made.choices.spans))]
    start = other % len(words)
    rows = [row.id for row in desk.may_list(made)] or ["none"]
    do: dict[str, Callable[[], Returned | Problem]] = {
        "rename": lambda: desk.renamed(made, slot, f"新{other}"),
        "join": lambda: desk.joined(made, slot, (others or slots)[other % len(others or slots)]),
        "drop": lambda: desk.dropped(made, slot),
        "split": lambda: desk.split(made, slot, other % 4, f"另{other}"),
        "add": lambda: desk.added(made, words[start : start + 1 + one % 5], f"添{other}", 0),
        "add all": lambda: desk.added(made, words[start : start + 2], f"添{other}"),
        "retype": lambda: desk.retyped(made, slot, desk.OPEN_TYPES[other % len(desk.OPEN_TYPES)]),
        "reask": lambda: desk.reasked(made, slot, f"问{other}"),
        "list": lambda: desk.listed(made, rows[other % len(rows)]),
        "unlist": lambda: desk.unlisted(made, slot),
        "field": lambda: desk.renamed(made, f"{slot}.{field}", f"栏{other}"),
    }
    return do[kind]()


def _apt(made: Returned, fact: desk.Fact, kind: str) -> bool:
    """Whether a choice about a slot is likely not to be refused; what is none is tried where no slot is apt."""
    if kind in ("unlist", "field"):
        return fact.slot.type == "list"
    return bool(desk.may_join(made, fact.name)) if kind == "join" else kind != "split" or fact.count > 1


def comes_back(made: Returned, found: tuple[Recognised, ...]) -> None:
    for recognised, again in zip(found, drafts_again(made), strict=True):
        assert again is not None, made.blueprint_text
        assert [page_text(line) for line in again.lines] == [page_text(line) for line in recognised.manuscript.lines]


def holds(made: Returned, picks: list[Choice]) -> None:
    for pick in picks:
        after = chosen(made, pick)
        if isinstance(after, Problem):
            assert "None" not in str(after)
            continue
        others = {fact.name for fact in made.facts}
        made = after
        assert {fact.name for fact in made.facts} == made.blueprint.slots.keys()
        if pick[0] in ("reask", "retype"):
            assert {fact.name for fact in made.facts} == others
    comes_back(made, made.recognised)


@functools.cache
def example(at: int) -> Returned:
    path = EXAMPLES[at % len(EXAMPLES)]
    return distil_speeches([recognise_file(path, Library())], [path.parent.name], "旧稿")


@settings(max_examples=20)
@given(at=st.integers(0, len(EXAMPLES) - 1), picks=choices)
def test_the_draft_of_an_example_comes_back_or_the_choice_is_refused(at: int, picks: list[Choice]) -> None:
    holds(example(at), picks)


@settings(max_examples=30)
@given(text=speeches, picks=choices)
def test_so_does_any_speech(text: str, picks: list[Choice]) -> None:
    holds(distil_speeches([read(text)], ["旧稿.txt"], "旧稿"), picks)


@settings(max_examples=12)
@given(texts=st.lists(speeches, min_size=2, max_size=3), picks=choices)
def test_so_does_each_of_several(texts: list[str], picks: list[Choice]) -> None:
    found = [read(text) for text in texts]
    holds(distil_speeches(found, [f"{n}.txt" for n in range(len(found))], "合"), picks)


@settings(max_examples=20)
@given(texts=st.lists(speeches, min_size=1, max_size=3))
def test_what_is_settled_gives_the_same_again(texts: list[str]) -> None:
    made = distil_speeches([read(text) for text in texts], [f"{n}.txt" for n in range(len(texts))], "合")
    again = made_again(made, made.choices)
    assert again is not None
    assert (again.blueprint_text, again.brief_texts) == (made.blueprint_text, made.brief_texts)
    assert (again.facts, again.choices.lists, again.choices.flags) == (
        made.facts,
        made.choices.lists,
        made.choices.flags,
    )
