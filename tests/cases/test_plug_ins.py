"""A plug-in that cannot be loaded is told of by name, and everything else goes on without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import drafter
from drafter import plugins

BLUEPRINT = "drafter: 1\ntitle: 试\nspeech: {title: 讲话, opening: [{id: a, say: 好。}]}\n"


def fails() -> object:
    raise ImportError("no such module")


def leaves() -> object:
    raise SystemExit(1)


def offering(group: str, load: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "offers", lambda asked: (("theirs", load),) if asked == group else ())


@pytest.mark.parametrize("load", [fails, leaves])
def test_a_pack_that_cannot_be_loaded_stops_nothing(
    load: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    offering("drafter.packs", load, monkeypatch)
    assert drafter.draft({"会议": "甲"}, blueprint="work-meeting").write("txt")
    with pytest.raises(drafter.InputError) as stop:
        drafter.draft({"会议": "甲"}, blueprint="theirs/speech")
    told = {one.rule: dict(one.facts) for one in stop.value.problems}
    assert told["bad-plug-in"]["name"] == "theirs" and "unknown-blueprint" in told


@pytest.mark.parametrize("load", [fails, leaves, lambda: 5])
def test_a_rule_that_cannot_be_loaded_is_told_of(load: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    offering("drafter.rules", load, monkeypatch)
    assert [(one.rule, one.facts["name"]) for one in drafter.check(BLUEPRINT)] == [("bad-plug-in", "theirs")]
    assert drafter.draft({"会议": "甲", "checks": {"repeats-beside": "off"}}, blueprint="work-meeting").write("txt")
