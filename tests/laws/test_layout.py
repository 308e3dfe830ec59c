"""A file is laid out once and for all: what it says stays, its comments stay, and laying it out again changes nothing."""

from __future__ import annotations

from hypothesis import given, settings

from drafter.yamltext.comments import comments
from drafter.yamltext.data import data
from drafter.yamltext.layout import laid_out
from drafter.yamltext.parse import parse as read
from tests.laws.layouts import files


@settings(max_examples=200)
@given(files())
def test_a_layout_keeps_every_word_and_comment_and_is_final(source: str) -> None:
    doc = read(source, "f.yaml")
    once = laid_out(doc)
    assert data(once.root) == data(doc.root)
    assert comments(once.text) == comments(source)
    assert laid_out(once).text == once.text
    assert once.text.endswith("\n") and "\t" not in once.text
