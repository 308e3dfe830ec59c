"""Several old speeches in one blueprint: each `.case` file in `several/` holds the speeches, and what they make together.

`=== NAME.txt` begins a speech; `=== blueprint` the speech part of the blueprint and `=== briefs` what each brief says,
both renewed by `make accept`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.distil import drafted_again
from drafter.model.manuscript import page_text
from tests.cases.distilling import SEVERAL, accepted_together, together


@pytest.mark.parametrize("path", SEVERAL, ids=lambda path: path.stem)
def test_what_they_share_is_one_and_each_comes_back(path: Path) -> None:
    assert path.read_text("utf-8") == accepted_together(path)
    made = together(path)
    for n, recognised in enumerate(made.recognised):
        again = drafted_again(made, n)
        assert again is not None
        assert [page_text(line) for line in again.lines] == [page_text(line) for line in recognised.manuscript.lines]
