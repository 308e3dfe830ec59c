"""What is true of every speech that is fitted to a length."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.desk.fit import forms, nearest
from drafter.desk.length import write_choice
from drafter.desk.library import Library
from drafter.desk.proofread import proofread
from drafter.language.measure import measure, slots_shown
from drafter.model.outline import below
from drafter.plan.candidates import SUMMED_UP
from tests.clock import in_time
from tests.conftest import ROOT

LIBRARY = Library()
SECONDS = 1.5
"""CPU seconds in which every form of a speech is made."""
BRIEFS = sorted((ROOT / "examples").glob("*/brief.yaml"))
wishes = st.integers(min_value=6, max_value=56).map(lambda n: n / 2)
cases = st.tuples(st.sampled_from(BRIEFS), wishes, wishes)


@cache
def fitted(path: Path, minutes: float) -> Draft:
    return draft_file(path, LIBRARY, minutes=minutes)


@settings(max_examples=40)
@given(cases)
def test_a_longer_wish_never_drops_a_fact_that_a_shorter_one_kept(case: tuple[Path, float, float]) -> None:
    path, *both = case
    short, long = (fitted(path, one) for one in sorted(both))
    assert slots_shown(short.speech) <= slots_shown(long.speech)


@settings(max_examples=20)
@given(cases)
def test_the_same_wish_gives_the_same_speech_of_the_length_that_is_told(case: tuple[Path, float, float]) -> None:
    path, wish, _ = case
    one, other = fitted(path, wish), draft_file(path, LIBRARY, minutes=wish)
    assert one.speech == other.speech and one.fit is not None
    assert abs(measure(one.speech).minutes - one.fit.form.minutes) < 0.1


@settings(max_examples=20)
@given(cases)
def test_what_is_no_longer_said_is_told(case: tuple[Path, float, float]) -> None:
    path, wish, _ = case
    draft = fitted(path, wish)
    assert draft.fit is not None
    told = {slot for gone in draft.fit.gone for slot in gone.slots}
    whole = slots_shown(draft_file(path, LIBRARY, minutes=200).speech)
    assert whole - slots_shown(draft.speech) <= told


def test_no_state_of_the_chain_is_nearer_to_the_wish_within_a_minute_beside_it() -> None:
    for path in BRIEFS:
        near = [fitted(path, 10 + step / 4).fit for step in range(-4, 5)]
        chosen = fitted(path, 10).fit
        assert chosen is not None
        assert all(
            one is not None and abs(chosen.form.minutes - 10) <= abs(one.form.minutes - 10) + 1e-9 for one in near
        )


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_at_every_half_minute_a_longer_wish_gives_no_shorter_speech_and_all_are_made_in_time(path: Path) -> None:
    draft = draft_file(path, LIBRARY)
    begun = time.process_time()
    chain = list(forms(draft.blueprint, draft.brief, draft.knows.words))
    in_time(SECONDS, time.process_time() - begun)
    sizes = [nearest(iter(chain), half / 2).form.minutes for half in range(6, 61)]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_what_is_written_into_a_brief_makes_the_speech_that_was_fitted_or_a_nearer_one(
    path: Path, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.yaml"
    brief.write_bytes(path.read_bytes())
    made = draft_file(brief, LIBRARY, minutes=7)
    write_choice(made, brief)
    again = draft_file(brief, LIBRARY)
    assert again.manuscript == made.manuscript or off(again) < off(made)


def off(draft: Draft) -> float:
    """How far a draft is from what was wished."""
    assert draft.fit is not None
    return abs(draft.fit.form.minutes - draft.fit.wish)


@pytest.mark.parametrize("minutes", [5, 10, 20])
@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_a_fitted_speech_passes_the_editor_and_sums_up_one_list_at_most(
    path: Path, minutes: int, tmp_path: Path
) -> None:
    draft = fitted(path, minutes)
    (tmp_path / "speech.txt").write_bytes(write_draft(draft, "txt", LIBRARY.style("standard", None)))
    assert proofread(tmp_path / "speech.txt", LIBRARY, all=True).problems == ()
    assert len(summed_up(draft)) <= 1


def summed_up(draft: Draft) -> list[str]:
    """The sentences of a draft that sum up a list."""
    assert draft.fit is not None
    outline = draft.fit.form.outline
    return [
        one.key for one in below((*outline.opening, *outline.emphases, *outline.closing)) if SUMMED_UP in one.node.id
    ]
