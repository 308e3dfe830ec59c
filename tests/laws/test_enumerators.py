"""Enumerators read back as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import TONGUES
from drafter.language.enumerators import MOST, parse, show
from drafter.model.enumerator import Enumerator

NUMERAL_SCHEMES = [
    (code, name) for code, tongue in TONGUES.items() for name, s in tongue.schemes.items() if not s.words
]
WORD_SCHEMES = [(code, name) for code, tongue in TONGUES.items() for name, s in tongue.schemes.items() if s.words]


@pytest.mark.parametrize(("code", "name"), NUMERAL_SCHEMES)
@given(ordinal=st.integers(1, MOST), rest=st.sampled_from(["", "要抓落实", "Begin", "二、", "3"]))
def test_a_numeral_reads_back_with_the_words_after_it(code: str, name: str, ordinal: int, rest: str) -> None:
    written = show(Enumerator(name, ordinal), TONGUES[code])
    assert parse(written + rest, TONGUES[code], name) == (Enumerator(name, ordinal), rest)
    read = parse(written + rest, TONGUES[code])
    assert read is not None
    assert show(read[0], TONGUES[code]) + read[1] == written + rest


@pytest.mark.parametrize(("code", "name"), WORD_SCHEMES)
def test_words_read_back_and_give_way_to_numerals_past_their_end(code: str, name: str) -> None:
    tongue = TONGUES[code]
    words = tongue.schemes[name].words
    for count in range(2, len(words) + 1):
        for n in range(1, count + 1):
            read = parse(show(Enumerator(name, n, n == count), tongue), tongue)
            assert read is not None
            assert read[0].scheme == name
            assert read[0].ordinal == (len(words) if n == count > 2 else n)
    beyond = parse(show(Enumerator(name, len(words) + 3), tongue), tongue)
    assert beyond is not None
    assert beyond[0] == Enumerator(tongue.schemes[name].beyond, len(words) + 3)


@given(st.text())
def test_any_text_is_read_or_left(text: str) -> None:
    for tongue in TONGUES.values():
        read = parse(text, tongue)
        assert read is None or text.endswith(read[1])
