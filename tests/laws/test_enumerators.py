"""Enumerators are read back as they are written and as people type them, by the reader that reads old texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.language import TONGUES
from drafter.language.enumerators import reader, show, spellings, told_off, typings
from drafter.language.numerals import MOST
from drafter.language.schemes import Typed
from drafter.model.enumerator import Enumerator
from drafter.recognition.numbers import numbered
from drafter.recognition.points import series
from tests.cases.recognising import CUES, found_tree, recognise, sheet_of

ROWS = [(code, name) for code, tongue in TONGUES.items() for name in tongue.schemes]
ZH = TONGUES["zh"].schemes
TYPINGS = [(name, n) for name, scheme in ZH.items() for n in range(len(typings(scheme)))]
HEADINGS = ("充分肯定成绩", "扎实做好工作", "切实加强领导")
BLANKS = ("", "\t", "\u3000 ")


def reach(code: str, name: str) -> int:
    """The largest ordinal of a scheme that is printed in its own numerals or words."""
    return len(TONGUES[code].schemes[name].words) or MOST


def own(code: str, name: str, ordinal: int) -> Enumerator:
    words = TONGUES[code].schemes[name].words
    return Enumerator(name, ordinal, last=bool(words) and ordinal == len(words))


def typed(name: str, typing: Typed, ordinal: int) -> Iterator[str]:
    """Every way of typing an enumerator, with the words that must follow."""
    for spelling in spellings(typing, ordinal):
        blanks = BLANKS if spelling[-1:] not in "是要" and not spelling.endswith(" ") else ("",)
        yield from (spelling + blank + ("要" if typing.then == "要" else "") for blank in blanks)


@pytest.mark.parametrize(("code", "name"), ROWS)
def test_what_is_printed_is_read_back_with_the_words_after_it(code: str, name: str) -> None:
    tongue, read = TONGUES[code], reader(code)
    for ordinal in range(1, reach(code, name) + 1):
        enumerator = own(code, name, ordinal)
        label = show(enumerator, tongue)
        for rest in ("", "要抓落实", "二者并重", "Begin"):
            found = read(label + rest)
            assert found is not None, label + rest
            assert found[1] == len(label), label + rest
            same = [one for other in tongue.schemes if other != name for one in [own(code, other, found[0].ordinal)]]
            assert found[0] == enumerator or (found[0] in same and show(found[0], tongue) == label)


@pytest.mark.parametrize(("name", "n"), TYPINGS)
def test_every_way_of_typing_an_enumerator_is_read_as_that_one(name: str, n: int) -> None:
    typing = typings(ZH[name])[n]
    for ordinal in range(1, min(typing.numerals.most, MOST) + 1):
        for said in typed(name, typing, ordinal):
            text = said.removesuffix("要") if typing.then == "要" else said
            assert numbered(said + HEADINGS[0]) == (own("zh", name, ordinal), len(text)), said


@pytest.mark.parametrize(("name", "n"), TYPINGS)
def test_headings_typed_in_any_way_are_headings_of_an_old_speech_printed_as_the_table_says(name: str, n: int) -> None:
    typing = typings(ZH[name])[n]
    usual = ZH[name].usual or name
    each = [[*typed(name, typing, ordinal)] for ordinal in (1, 2, 3)]
    ways = [[said[n % len(said)] for said in each] for n in range(max(map(len, each)))]
    for way in ways:
        points = [
            f"{said}{words}\n这件事去年就办了，群众都看在眼里。" for said, words in zip(way, HEADINGS, strict=True)
        ]
        text = "\n".join(
            ["在全市推进会上的讲话", "同志们：", "下面，我讲三点意见。", *points, "同志们，让我们一起努力！"]
        )
        labels = [show(own("zh", usual, ordinal), TONGUES["zh"]) for ordinal in (1, 2, 3)]
        words = ["要" + heading if typing.then == "要" else heading for heading in HEADINGS]
        assert found_tree(recognise(sheet_of(text), CUES)) == [
            label + said for label, said in zip(labels, words, strict=True)
        ], way


@pytest.mark.parametrize("name", [name for name, scheme in ZH.items() if scheme.told])
def test_points_told_off_in_any_way_are_told_apart(name: str) -> None:
    told = ZH[name].told
    assert told is not None
    second, _ = told_off(told)
    for one, two in zip(spellings(told, 1), spellings(told, 2), strict=True):
        assert second in two
        found = series(f"要做到：{one}抓紧；{two}抓实。")
        assert found is not None
        assert found.scheme == name
        assert found.starts == (4, 4 + len(one) + 3)
        assert found.words == (4 + len(one), 4 + len(one) + 3 + len(two))


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name in ROWS if TONGUES[code].schemes[name].words])
def test_words_give_way_to_numerals_past_their_end(code: str, name: str) -> None:
    tongue = TONGUES[code]
    beyond = Enumerator(name, reach(code, name) + 3)
    assert reader(code)(show(beyond, tongue)) == (
        Enumerator(tongue.schemes[name].beyond, beyond.ordinal),
        len(show(beyond, tongue)),
    )


@given(st.text(), st.integers(0, 9))
def test_any_text_is_read_or_left(text: str, at: int) -> None:
    for code in TONGUES:
        found = reader(code)(text, at)
        assert found is None or at < found[1] <= len(text)
