"""Joining a person's words into a sentence never doubles a mark, and loses nothing but marks."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from drafter.language import TONGUES, ZH
from drafter.language.marks import bare, joined, settle
from drafter.model.speech import Text, plain

DOUBLED = re.compile("[，。；、：][，。；、：]|！！|？？|[！？][，。；、]")
words = st.text("抓落实", min_size=1, max_size=3)
ends = st.sampled_from(["", "。", "；", "，", "、", "！", "？", ".", ";"])
pieces = st.lists(st.builds(lambda word, end: word + end, words, ends), min_size=1, max_size=6)
tails = st.sampled_from(["，都要抓", "。", "；还要抓", "要抓", "！"])


@given(pieces, tails)
def test_no_mark_is_doubled_at_a_seam(items: list[str], tail: str) -> None:
    for name in ("顿号", "分号", "逗号", "并列"):
        form = ZH.filters[name].form  # type: ignore[union-attr]
        text = plain(settle((*joined([(Text(item, "x"),) for item in items], form, ZH.marks), Text(tail)), ZH.marks))  # type: ignore[arg-type]
        assert not DOUBLED.search(text), text


@given(pieces, tails)
def test_no_word_is_lost_and_no_question_or_call_either(items: list[str], tail: str) -> None:
    text = plain(settle([*(Text(item, "x") for item in items), Text(tail)], ZH.marks))
    everything = "".join(items) + tail
    for kept in ("[^抓落实都要还]", "[，。；、.;]"):
        assert re.sub(kept, "", text) == re.sub(kept, "", everything) or kept.startswith("[，")
    for strong in "！？":
        runs = re.sub(f"{strong}+", strong, everything)
        assert text.count(strong) == runs.count(strong)


@given(st.lists(st.text(max_size=6), max_size=5))
def test_joining_any_texts_never_fails(items: list[str]) -> None:
    for tongue in TONGUES.values():
        plain(settle([Text(item) for item in items], tongue.marks))
        for item in items:
            assert item.startswith(plain(bare((Text(item),), tongue.marks)))
