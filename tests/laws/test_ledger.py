"""Law: every figure, date and name of a draft comes from its brief, a computation, or the words of blueprint and packs."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.draft import Draft, draft_document, draft_file
from drafter.desk.ledger import ledger, untraced
from drafter.desk.library import Library
from drafter.language.measure import lines_of
from drafter.model.speech import plain
from drafter.problem import InputError
from drafter.yamltext.data import Data, data
from drafter.yamltext.parse import parse
from tests.conftest import ROOT

EXAMPLES = sorted((*(ROOT / "examples").glob("*/*.yaml"), *(ROOT / "tests/briefs").glob("*.yaml")))
LIBRARY = Library()


def from_nowhere(draft: Draft) -> list[str]:
    """What nobody can say the source of, by where it stands and by its words."""
    lines = [plain(line) for line in lines_of(draft.speech)]
    return [
        *(entry.words for entry in ledger(draft) if not entry.source),
        *(one.claim.words for one in untraced(lines, draft)),
    ]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_all_that_a_draft_states_has_a_source(path: Path) -> None:
    draft = draft_file(path, LIBRARY)
    entries = ledger(draft)
    assert from_nowhere(draft) == [] and bool(entries) == (draft.blueprint.language == "zh")
    for entry in entries:
        assert bool(entry.of) == (entry.source in ("brief", "computed", "open"))


@given(st.sampled_from(EXAMPLES), st.randoms(use_true_random=False), st.integers(0, 99_999))
@settings(max_examples=20, deadline=None)
def test_so_it_has_with_any_part_of_the_facts_and_any_seed(path: Path, chance: Random, seed: int) -> None:
    books = LIBRARY.at(path.parent)
    whole = data(books.due(path, "brief").root)
    assert isinstance(whole, dict)
    some: dict[str, Data] = {
        name: _some(value, chance)
        for name, value in whole.items()
        if name in ("blueprint", "会议", "日期") or chance.random() < 0.7
    }
    doc = parse(json.dumps(some, ensure_ascii=False, default=str), str(path))
    try:
        draft = draft_document(doc, books.find(path), seed, books)
    except InputError:  # without a fact that no speech goes without
        return
    assert from_nowhere(draft) == []


def _some(value: Data, chance: Random) -> Data:
    """Some of the items of a list."""
    return [one for one in value if chance.random() < 0.7] if isinstance(value, list) else value
