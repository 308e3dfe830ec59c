"""English blueprints look into their facts: days to a date, the date that comes first, items picked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.language.en_forms import form
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


FORMS = {
    "phone rings all morning": "clause",
    "cars queue back to the roundabout": "clause",
    "the stands may come late": "maybe",
    "funding approved by the board": "noun",
    "new tills in 19 of 23 shops": "noun",
    "skip hire": "noun",
    "test with 50 customers": "verb",
    "test results are late": "clause",
    "cutting the number of order sets": "ing",
    "lighting": "noun",
    "to rebuild the hall": "to",
    "signed the lease": "done",
    "told us about a night with three logins": "done",
    "only in the holidays, because of the noise": "phrase",
    "pupils and staff who cycle": "noun",
}


@pytest.mark.parametrize("text", FORMS)
def test_a_note_is_told_from_a_sentence(text: str) -> None:
    assert form(text) == FORMS[text]


@pytest.mark.parametrize(
    ("told", "facts", "said"),
    [
        ("We {{ x.task }}.", "x: Cutting the queue", "We cut the queue."),
        ("We need {{ x | thing }}.", "x: collection shelf in each shop", "We need a collection shelf in each shop."),
        ("{{ x | inside | sentence }}.", "x: phone rings all morning", "The phone rings all morning."),
        ("Ask {{ x | inside }}.", "x: The caretaker and Farrelly Builders", "Ask the caretaker and Farrelly Builders."),
        ("Ask {{ x | inside }}.", "x: Tom from the shop", "Ask Tom from the shop."),
        (
            "We map {{ x | inside }}.",
            "x: The old records (some 31) in March",
            "We map the old records, some 31, in March.",
        ),
        ("By {{ x | day(date) }}.", "x: 2026-08-24", "By 24 August."),
        ("By {{ x | day(date) }}.", "x: 2027-11-30", "By 30 November next year."),
        ("By {{ x | day(date) }}.", "x: by end of May", "By the end of May."),
        ("It is {{ x | away(date) }}.", "x: 2026-12-05", "It is just under nine months."),
        ("It is {{ x | away(date) }}.", "x: 19 March 2026", "It is ten days."),
        ("We meet {{ x | on }}.", "x: Tuesdays at nine", "We meet on Tuesdays at nine."),
    ],
)
def test_a_fact_is_put_as_one_says_it(told: str, facts: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(
        "drafter: 1\ntitle: A talk\nlanguage: en\nslots:\n  date: {ask: When is it, type: date}\n  x: {ask: What}\n"
        f"speech:\n  title: A talk\n  date: '{{{{ date }}}}'\n  opening:\n    - {{id: it, say: '{told}'}}\n",
        "utf-8",
    )
    (tmp_path / "brief.yaml").write_text(f"blueprint: b.yaml\ndate: 2026-03-09\n{facts}\n", "utf-8")
    drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "talk.txt")
    assert (tmp_path / "talk.txt").read_text("utf-8").splitlines()[-1].strip() == said


def test_parts_without_a_name_are_called_by_their_headings(tmp_path: Path) -> None:
    told = "Nobody has {{ parts | where(not lead) | names | choices }}."
    text = BLUEPRINT.split("  opening:")[0] + f"  opening:\n    - {{id: open, say: '{told}'}}\n"
    (tmp_path / "b.yaml").write_text(text, "utf-8")
    parts = "[{name: Data migration}, {name: Wifi, lead: Bo}, {name: Go-live}]"
    (tmp_path / "brief.yaml").write_text(f"blueprint: b.yaml\ndate: 2026-04-07\nparts: {parts}\n", "utf-8")
    drafter(tmp_path, "draft", "brief.yaml", "--no-seed", "-o", "talk.txt")
    said = (tmp_path / "talk.txt").read_text("utf-8").splitlines()[-1].strip()
    assert said == "Nobody has data migration or go-live."
