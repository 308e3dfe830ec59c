"""An edit of one value changes only that value's bytes; comments go where their node goes."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafter.problem import InputError
from drafter.yamltext import data as plain
from drafter.yamltext.comments import comments
from drafter.yamltext.data import Data, Path, at, children, data, walk
from drafter.yamltext.parse import parse as read
from drafter.yamltext.patch import in_flow
from drafter.yamltext.proof import Change, Spot, apply
from drafter.yamltext.splice import insert, move, put, remove, rename
from drafter.yamltext.stretch import rewrite
from drafter.yamltext.tree import Document, Mapping, Scalar, Sequence
from tests.laws.layouts import WORDS, files

MANY = settings(max_examples=100)
ODD = (
    "no",
    "~",
    "",
    " a",
    "- x",
    "甲: 乙",
    "甲 #1",
    "{{ 会议 }}好",
    "“好”",
    "a, b]",
    "? x",
    "　　甲\n乙\n",
    "\n",
    "a\n\n b\n\n",
)
MARKS = (": ", " #", '"', "\\", "'", "\n", "\n\n", "- ", "{", "]", ",", " ", "\t", "%", "|", *WORDS)
texts = st.sampled_from(ODD) | st.lists(st.sampled_from(MARKS), max_size=6).map("".join)
values = st.recursive(
    texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["键0", "键1", "名称", "a: b"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def some_path(draw: st.DataObject, doc: Document, kind: type | tuple[type, ...] = (Scalar, Mapping, Sequence)) -> Path:
    """A path in the file, the root's own left out."""
    assert doc.root is not None
    paths = [path for path, node in walk(doc.root) if path and isinstance(node, kind)]
    assume(paths)
    return draw.draw(st.sampled_from(paths))


@MANY
@given(files(), st.data())
def test_a_new_text_changes_nothing_but_the_old_one(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path, text = some_path(draw, doc, Scalar), draw.draw(texts)
    node = at(doc.root, path)
    assert node is not None
    after = put(doc, path, text)
    assert data(after.root) == plain.replaced(data(doc.root), path, text)
    assert comments(after.text) == comments(source)
    line_start, line_end = source.rfind("\n", 0, node.start) + 1, source.find("\n", node.end)
    before, behind = source[:line_start], source[line_end:] if line_end >= 0 else ""
    assert after.text.startswith(before) and after.text.rstrip("\n").endswith(behind.rstrip("\n"))


@MANY
@given(files(), st.data())
def test_any_value_is_put_in_place_of_any_other(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path, value = some_path(draw, doc), draw.draw(values)
    assert data(put(doc, path, value).root) == plain.replaced(data(doc.root), path, value)


@MANY
@given(files(), st.data())
def test_what_is_put_in_and_taken_out_again_leaves_the_file_as_it_was(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path, value = some_path(draw, doc), draw.draw(values)
    where, name = draw.draw(st.sampled_from(["before", "after"])), "新" if isinstance(path[-1], str) else ""
    after = insert(doc, Spot(where, path), value, name)  # type: ignore[arg-type]
    new = (*path[:-1], name or int(path[-1]) + (where == "after"))
    assert data(at(after.root, new)) == value
    assert comments(after.text) == comments(source)
    again = remove(after, new).text
    assert again == source or again == source + "\n" or again.replace(",\n", "\n") == source.replace(",\n", "\n")


@MANY
@given(files(), st.data())
def test_what_is_removed_takes_its_own_comments_and_nothing_else(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path = some_path(draw, doc)
    assume(len(path) > 1 or len(children(doc.root)) > 1)
    after = remove(doc, path)
    assert data(after.root) == plain.removed(data(doc.root), path)
    assert not Counter(words_of(after.text)) - Counter(words_of(source))


@MANY
@given(files(), st.data())
def test_what_is_moved_keeps_its_value_and_every_comment(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path = some_path(draw, doc)
    assert doc.root is not None
    spots = [spot for spot, _ in walk(doc.root) if spot and spot[: len(path)] != path and beside(spot, path)]
    assume(spots)
    spot = Spot(draw.draw(st.sampled_from(["before", "after"])), draw.draw(st.sampled_from(spots)))
    try:
        after = move(doc, path, spot)
    except InputError:  # comments have no room in brackets on one line
        assert in_flow(doc.root, spot.path)
        return
    assert sorted(comments(after.text)) == sorted(comments(source))
    assert after.root is not None
    left = [len(at_path) for at_path, node in walk(after.root) if data(node) == data(at(doc.root, path))]
    assert left


def beside(spot: Path, path: Path) -> bool:
    """Whether an item can go to an item's side; a key stays in its map here, another may have one of its name."""
    return spot[:-1] == path[:-1] or not (isinstance(spot[-1], str) or isinstance(path[-1], str))


def words_of(text: str) -> list[str]:
    """What is typed, blanks, commas and brackets left out."""
    return re.sub(r"[,\[\]{}]", " ", text).split()


@MANY
@given(files(), st.data())
def test_a_stretch_of_a_text_is_changed_in_every_style(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path = some_path(draw, doc, Scalar)
    node = at(doc.root, path)
    assert isinstance(node, Scalar)
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(node.text)), min_size=2, max_size=4)))
    changes = [Change(start, end, draw.draw(texts)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    after = rewrite(doc, {path: changes})
    assert data(after.root) == plain.replaced(data(doc.root), path, apply(node.text, changes))
    assert comments(after.text) == comments(source)


@MANY
@given(files(), st.data())
def test_a_key_is_renamed_and_nothing_else(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    assert doc.root is not None
    path = some_path(draw, doc)
    assume(isinstance(path[-1], str))
    name = draw.draw(st.sampled_from(["新", "a: b", "task-how[2]", "no"]))
    after = rename(doc, path, name)
    assert data(after.root) == plain.renamed(data(doc.root), path, name)
    assert comments(after.text) == comments(source)


@MANY
@given(files(), st.data())
def test_a_list_made_another_keeps_the_comments_of_what_stays(source: str, draw: st.DataObject) -> None:
    doc = read(source, "f.yaml")
    path = some_path(draw, doc, Sequence)
    old = data(at(doc.root, path))
    assert isinstance(old, list)
    new: list[Data] = [item for item in old if draw.draw(st.booleans())] + draw.draw(st.lists(values, max_size=2))
    after = put(doc, path, new)
    assert data(after.root) == plain.replaced(data(doc.root), path, new)
