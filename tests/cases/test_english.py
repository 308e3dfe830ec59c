"""English blueprints look into their facts: days to a date, the date that comes first, items picked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.running import drafter

BLUEPRINT = """\
drafter: 1
title: A talk
language: en
slots:
  date: {ask: When is it, type: date}
  parts:
    ask: What are the parts
    type: list
    of:
      name: {ask: Which part}
      lead: {ask: Who answers for it, missing: omit}
      due: {ask: When is it due, type: date, missing: omit}
derive:
  nearest: parts | earliest
  open: parts | where(not lead)
speech:
  title: A talk
  date: "{{ date }}"
  opening:
    - id: parts
      say:
        - {id: near, say: "{{ nearest.name | sentence }} comes first, in {{ nearest.due | days_from(date) }} days."}
        - id: open
          say:
            - {only: open | count == 1, say: "Nobody has {{ (open | first).name }} yet."}
            - {only: open | count >= 2, say: "{{ open | count | words }} parts have no name beside them."}
        - Let us begin.
"""
CASES = {
    "both": (
        "[{name: supply, due: 2026-05-09}, {name: fitting, lead: Ann, due: 2026-05-02}]",
        "Fitting comes first, in 25 days. Nobody has supply yet. Let us begin.",
    ),
    "one has no date": (
        "[{name: supply, lead: Bo}, {name: fitting, lead: Ann, due: 2026-04-08}]",
        "Fitting comes first, in 1 days. Let us begin.",
    ),
    "two on one day": (
        "[{name: supply, due: 2026-05-02}, {name: fitting, due: 2026-05-02}]",
        "two parts have no name beside them. Let us begin.",
    ),
    "past": ("[{name: supply, lead: Bo, due: 2026-04-01}]", "Let us begin."),
}


@pytest.mark.parametrize(("parts", "said"), CASES.values(), ids=CASES)
def test_days_and_items_are_found(parts: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(BLUEPRINT, "utf-8")
    (tmp_path / "brief.yaml").write_text(f"blueprint: b.yaml\ndate: 2026-04-07\nparts: {parts}\n", "utf-8")
    done = drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "talk.txt")
    assert (tmp_path / "talk.txt").read_text("utf-8").splitlines()[-1].strip() == said
    if "25 days" in said:
        assert "25 days = days_from(2026-05-02, 2026-04-07)" in done.said


def test_words_of_a_fact_fit_the_sentence_that_they_stand_in(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(
        "drafter: 1\ntitle: A talk\nlanguage: en\nslots:\n  steps: {ask: What is done, type: list, of: text}\n"
        "speech:\n  title: A talk\n  opening:\n    - {id: do, say: 'We will {{ steps | inside | series }}.'}\n",
        "utf-8",
    )
    steps = "['Clean up the data', 'PSC tests run twice', 'New York comes last', 'A trial by hand']"
    (tmp_path / "brief.yaml").write_text(f"blueprint: b.yaml\nsteps: {steps}\n", "utf-8")
    drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "talk.txt")
    said = (tmp_path / "talk.txt").read_text("utf-8").splitlines()[-1].strip()
    assert said == "We will clean up the data, PSC tests run twice, New York comes last and a trial by hand."
