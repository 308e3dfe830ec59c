"""Marks and numbers that a fact brings along never stand in mid-sentence: the speech is the same, or the fact's line is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import drafter
from drafter.desk.library import Library
from drafter.model.blueprint import Slot
from drafter.model.brief import SETTINGS
from drafter.model.speech import plain
from tests.conftest import ROOT

BRIEFS = sorted((ROOT / "examples").glob("*/*.yaml"))
Step = str | int
LIBRARY = Library()


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("mark", ["。", "；", ".", "。，"])
def test_a_closing_mark_of_a_fact_changes_no_speech(brief: Path, mark: str) -> None:
    facts, paths, said = _read(brief)
    assert _speech(_changed(facts, lambda text: text + mark, paths)) == said


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("number", ["一是", "1、", "（1）", "• "])
def test_a_number_of_a_facts_own_is_left_out_or_told_at_its_line(brief: Path, number: str) -> None:
    facts, paths, said = _read(brief)
    if number == "1、":  # 1、2号机组 begins with two numbers of things
        texts = dict(_texts(facts))
        paths = [path for path in paths if not re.match("[0-9一二两三四五六七八九十]", texts[path])]
    text = _changed(facts, lambda text: number + text, paths)
    told = {problem.place.line for problem in drafter.draft(text, library=LIBRARY).findings}
    root = yaml.compose(text)
    left = [path for path in paths if _line(root, path) not in told]
    assert len(left) < len(paths)
    assert _speech(_changed(facts, lambda text: number + text, left)) == said


@cache
def _read(brief: Path) -> tuple[object, list[tuple[Step, ...]], str]:
    """The facts of a brief, where its text facts stand, and what it says."""
    facts = yaml.load(brief.read_text("utf-8"), yaml.BaseLoader)
    slots = drafter.draft(_written(facts), library=LIBRARY).blueprint.slots
    paths = [path for path, _ in _texts(facts) if path[0] not in SETTINGS and _slot(slots, path).type == "text"]
    return facts, paths, _speech(_written(facts))


def _changed(facts: object, change: Callable[[str], str], paths: list[tuple[Step, ...]]) -> str:
    """A brief with its facts at some paths changed."""
    texts = dict(_texts(facts))
    for path in paths:
        facts = _put(facts, path, change(texts[path]))
    return _written(facts)


def _written(facts: object) -> str:
    return str(yaml.dump(facts, allow_unicode=True, width=10**9, sort_keys=False))


def _speech(text: str) -> str:
    drafted = drafter.draft(text, library=LIBRARY)
    return "\n".join("".join(plain(part.inlines) for part in line.parts) for line in drafted.manuscript.lines)


def _texts(value: object, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*path, key))
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from _texts(one, (*path, n))


def _put(value: object, path: tuple[Step, ...], text: str) -> object:
    if not path:
        return text
    if isinstance(value, dict):
        return {**value, path[0]: _put(value[path[0]], path[1:], text)}
    assert isinstance(value, list)
    return [_put(one, path[1:], text) if n == path[0] else one for n, one in enumerate(value)]


def _slot(slots: object, path: tuple[Step, ...]) -> Slot:
    assert hasattr(slots, "__getitem__")
    slot: Slot = slots[path[0]]
    for step in path[1:]:
        slot = (slot.item or slot) if isinstance(step, int) else next(one for one in slot.fields if one.name == step)
    return slot


def _line(node: Any, path: tuple[Step, ...]) -> int:
    for step in path:
        node = next(v for k, v in node.value if k.value == step) if isinstance(step, str) else node.value[step]
    return int(node.start_mark.line) + 1
