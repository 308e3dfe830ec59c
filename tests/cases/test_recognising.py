"""What a careful reader finds in an old text is found: each `.case` file in `recognise/` is one specimen, whole.

The first line says what is special. `=== text` begins the text (`=== claims` one whose file says what its paragraphs are),
`=== outline` what is found: title, byline, date, salutation, the words with which the opening ends and the closing begins,
between them headings (one that runs in ends in its mark and …) and enumerations with their counts; `=== cut` what was left
out and why; `=== doubts` the rules of the doubts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model.fold import nest
from drafter.recognise import recognise
from tests.cases.recognising import CASES, CUES, boundaries, cut_as, cuts, doubts, found_tree, front, read_case


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_read_as_a_careful_reader_reads_it(path: Path) -> None:
    case = read_case(path)
    done = recognise(case.sheet, CUES)
    assert front(nest(done.manuscript)) == case.front
    assert found_tree(done) == case.tree
    assert boundaries(case, done) == (True, True)
    if case.cuts is not None:
        assert cut_as(case.cuts, cuts(done)), cuts(done)
    if case.doubts is not None:
        assert sorted(doubts(done)) == sorted(case.doubts)
