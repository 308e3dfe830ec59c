"""Our `dataclass` makes what the library's makes."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import frozen


@frozen.dataclass(frozen=True, slots=True, order=True)
class Ours:
    a: str
    b: int = 0
    c: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Theirs:
    a: str
    b: int = 0
    c: tuple[int, ...] = ()


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class OurBase:
    id: str
    facts: dict[str, str] = dataclasses.field(default_factory=dict)


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class OurHeir(OurBase):
    more: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TheirBase:
    id: str
    facts: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TheirHeir(TheirBase):
    more: str


@frozen.dataclass(frozen=True, slots=True)
class Empty:
    pass


given_fields = st.tuples(st.sampled_from("xy"), st.integers(0, 2), st.tuples(st.integers(0, 1)))
PAIRS = [(Ours, Theirs), (OurBase, TheirBase), (OurHeir, TheirHeir)]


@given(given_fields, given_fields)
def test_comparing_hashing_and_showing(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    ours, theirs = (Ours(*one), Ours(*other)), (Theirs(*one), Theirs(*other))
    assert (ours[0] == ours[1], ours[0] < ours[1], ours[0] >= ours[1]) == (
        theirs[0] == theirs[1],
        theirs[0] < theirs[1],
        theirs[0] >= theirs[1],
    )
    assert hash(ours[0]) == hash(theirs[0])
    assert repr(ours[0]) == repr(theirs[0]).replace("Theirs", "Ours")
    assert ours[0] != theirs[0]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_fields_and_signature(ours: type, theirs: type) -> None:
    assert ours.__match_args__ == theirs.__match_args__  # type: ignore[attr-defined]
    assert [one.name for one in dataclasses.fields(ours)] == [one.name for one in dataclasses.fields(theirs)]
    told, wanted = (list(inspect.signature(cls).parameters.values()) for cls in (ours, theirs))
    assert [(one.name, one.kind) for one in told] == [(one.name, one.kind) for one in wanted]
    assert "__slots__" in vars(ours)


def test_nothing_is_changed_or_added() -> None:
    one = Ours("x")
    for change in (lambda: setattr(one, "b", 1), lambda: setattr(one, "new", 1), lambda: delattr(one, "b")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert one == Ours("x", 0, ())


def test_wrong_calls_are_refused() -> None:
    for call in (lambda: Ours(), lambda: Ours("x", 1, (), 2), lambda: Ours("x", d=1), lambda: OurHeir("x", more="y")):
        with pytest.raises(TypeError):
            call()  # type: ignore[no-untyped-call]


def test_copies_and_empty_ones() -> None:
    one = OurHeir(id="x", more="y")
    assert dataclasses.replace(one, more="z") == OurHeir(id="x", more="z")
    assert one.facts == {}
    assert copy.deepcopy(one) == copy.copy(one) == pickle.loads(pickle.dumps(one)) == one
    assert Empty() == Empty() and hash(Empty()) == hash(Empty()) and repr(Empty()) == "Empty()"
