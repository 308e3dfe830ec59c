"""What is true of every speech that is fitted to a length."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.draft import Draft, draft_file, write_draft
from drafter.desk.fit import Form, forms, nearest
from drafter.desk.length import write_choice
from drafter.desk.library import Library
from drafter.desk.proofread import proofread
from drafter.language.measure import measure, slots_shown
from drafter.model.outline import below
from drafter.plan.candidates import SUMMED_UP
from tests.clock import within
from tests.conftest import ROOT

LIBRARY = Library()
SECONDS = 1.5
"""CPU seconds in which every form of a speech is made."""
BRIEFS = sorted((ROOT / "examples").glob("*/brief.yaml"))
WISHES = (3, 5, 12, 20, 60)
"""Minutes, from what no speech is short enough for to what none is long enough for; few, so that what was made is met again."""
cases = st.tuples(st.sampled_from(BRIEFS), st.sampled_from(WISHES))


@cache
def fitted(path: Path, minutes: float) -> Draft:
    return draft_file(path, LIBRARY, minutes=minutes)


@cache
def chain(path: Path) -> tuple[Form, ...]:
    """Every form of a speech, made in time."""
    draft = draft_file(path, LIBRARY)
    with within(SECONDS):
        return tuple(forms(draft.blueprint, draft.brief, draft.knows.words))


@settings(max_examples=20)
@given(cases, st.sampled_from(WISHES))
def test_a_longer_wish_never_drops_a_fact_that_a_shorter_one_kept(case: tuple[Path, float], other: float) -> None:
    path, one = case
    short, long = (fitted(path, wish) for wish in sorted((one, other)))
    assert slots_shown(short.speech) <= slots_shown(long.speech)


@settings(max_examples=8)
@given(cases)
def test_the_same_wish_gives_the_same_speech_of_the_length_that_is_told(case: tuple[Path, float]) -> None:
    path, wish = case
    one, other = fitted(path, wish), draft_file(path, LIBRARY, minutes=wish)
    assert one.speech == other.speech and one.fit is not None
    assert abs(measure(one.speech).minutes - one.fit.form.minutes) < 0.1


@settings(max_examples=20)
@given(cases)
def test_what_is_no_longer_said_is_told(case: tuple[Path, float]) -> None:
    path, wish = case
    draft = fitted(path, wish)
    assert draft.fit is not None
    told = {slot for gone in draft.fit.gone for slot in gone.slots}
    whole = slots_shown(fitted(path, WISHES[-1]).speech)
    assert whole - slots_shown(draft.speech) <= told


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_at_every_half_minute_the_nearest_state_of_the_chain_is_chosen_and_a_longer_wish_is_longer_and_says_no_less(
    path: Path,
) -> None:
    every = chain(path)
    chosen = [(half / 2, nearest(iter(every), half / 2).form) for half in range(6, 61)]
    for wish, form in chosen:
        assert abs(form.minutes - wish) == min(abs(one.minutes - wish) for one in every)
    for (_, shorter), (_, longer) in pairwise(chosen):
        assert shorter.minutes <= longer.minutes and shorter.slots <= longer.slots
    made = fitted(path, 12).fit
    assert made is not None and made.form.speech == nearest(iter(every), 12).form.speech


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.parent.name)
def test_what_is_written_into_a_brief_makes_the_speech_that_was_fitted_or_a_nearer_one(
    path: Path, tmp_path: Path
) -> None:
    brief = tmp_path / "brief.yaml"
    brief.write_bytes(path.read_bytes())
    made = fitted(path, 5)
    write_choice(made, brief)
    again = draft_file(brief, LIBRARY)
    assert again.manuscript == made.manuscript or off(again) < off(made)


def off(draft: Draft) -> float:
    """How far a draft is from what was wished."""
    assert draft.fit is not None
    return abs(draft.fit.form.minutes - draft.fit.wish)


@pytest.mark.parametrize("minutes", [5, 12, 20])
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
