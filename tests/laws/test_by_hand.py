"""What a person changes by hand in a brief changes that and nothing else: every key of every example overridden, every other left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter.desk.draft import Draft, composed, draft_file
from drafter.desk.library import Library
from drafter.expression.names import COUNTED
from drafter.expression.walk import names_of
from drafter.language import TONGUES
from drafter.language.enumerators import show
from drafter.model.blueprint import Blueprint, Node, Passage, every, wordings
from drafter.model.brief import FRONT, Brief, Insert
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.manuscript import Heading, Line, Part, Point, key_of, page_text
from drafter.model.occurrence import id_of
from drafter.model.speech import plain
from drafter.problem import Place

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/brief.yaml"))
LIBRARY = Library()
STEP = 5
"""Every so manieth key is changed at once."""
MARKS = "。；，：！？.;,:!? "
Said = list[tuple[str, str]]
"""Keys with what they say, the numbers and the marks between parts apart."""


@cache
def pinned(path: Path) -> Draft:
    """The draft of an example whose every wording is fixed, as a record has them."""
    draft = draft_file(path, LIBRARY)
    brief = replace(draft.brief, seed=draft.seed, pick={**draft.wordings, **draft.brief.pick})
    made = composed(brief, draft.blueprint, library=LIBRARY)
    assert made.manuscript == draft.manuscript
    return made


def prose(text: str) -> Prose:
    return Prose(text, (text,) if text else (), Place("brief.yaml"))


def keys(draft: Draft) -> list[str]:
    return list(dict.fromkeys(key_of(part) for line in draft.manuscript.lines for part in line.parts))


def again(draft: Draft, brief: Brief) -> tuple[Line, ...]:
    return composed(brief, draft.blueprint, library=LIBRARY).manuscript.lines


def words(part: Part) -> str:
    text = plain(part.inlines).strip()
    if isinstance(part, Point):
        language = "zh" if part.scheme in TONGUES["zh"].schemes else "en"
        for last in (False, True):
            text = text.removeprefix(show(Enumerator(part.scheme, part.ordinal, last), TONGUES[language]))
    return text.strip(MARKS + "（）()")


def said(lines: Sequence[Line]) -> list[Said]:
    """The lines, each with who says what."""
    return [[(key_of(part), words(part)) for part in line.parts] for line in lines]


def texts(lines: Sequence[Line]) -> list[str]:
    return [text for line in said(lines) for _, text in line]


def instead(lines: Sequence[Line], others: Mapping[str, str]) -> list[Said]:
    """The lines with other words in the place of what keys say, however many paragraphs that is."""
    found, left = [], dict(others)
    for line in said(lines):
        kept = [(key, left.pop(key, "") if key in others else text) for key, text in line]
        kept = [(key, text) for key, text in kept if text]
        found += [kept] if kept else []
    return found


def without(lines: Sequence[Line], key: str) -> Said:
    """What is said without what a key says; a heading takes with it what stands under it."""
    found: Said = []
    under = 0
    for line, parts in zip(lines, said(lines), strict=True):
        if isinstance(line.parts[0], Heading) and line.depth <= under:
            under = 0
        if isinstance(line.parts[0], Heading) and parts[0][0] == key:
            under = line.depth
        if not under or line.depth < under:
            found += [(name, text) for name, text in parts if name != key]
    return found


def hanging(blueprint: Blueprint, key: str) -> set[str]:
    """The nodes that a node holds, those that stand with these or without them, and so on; and those that hang on all that is
    said: what counts the points, and maxims, for which there may be room where there was none."""
    zones = (*blueprint.opening, *blueprint.emphases, *blueprint.closing)
    nodes = {node.id: node for node in every(zones)}
    held = {id: {inner.id for inner in every((node,))} for id, node in nodes.items()}
    found: set[str] = set()
    todo = {id_of(key)}
    while todo:
        found |= {inner for id in todo for inner in held[id]}
        named = found | {id for id in nodes if held[id] & found}
        todo = {id for id, node in nodes.items() if id not in found and named & set(hung_on(node))}
    lists = {id for id, node in nodes.items() if node.shapes and held[id] & found}  # a point is called by its list
    return found | lists | {id for id, node in nodes.items() if counts(node) or is_maxim(node)}


def counts(node: Node) -> bool:
    return any(name.name == COUNTED for prose in wordings(node) for name in names_of(prose))


def is_maxim(node: Node) -> bool:
    return isinstance(node, Passage) and (bool(node.stock) or any(one.maxim for one in node.wordings))


def hung_on(node: Node) -> tuple[str, ...]:
    return (*node.needs, *node.beside, *node.without) if isinstance(node, Passage) else node.needs


def batches(draft: Draft) -> Iterator[list[str]]:
    """Every key once, neighbours apart."""
    every_key = keys(draft)
    return (every_key[n::STEP] for n in range(STEP))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_overridden_is_said_so_and_nothing_else_changes(path: Path) -> None:
    draft = pinned(path)
    for batch in batches(draft):
        others = {key: f"甲乙丙丁{n}" for n, key in enumerate(batch)}
        own = {key: prose(f"{text}。") for key, text in others.items()}
        lines = again(draft, replace(draft.brief, overrides={**draft.brief.overrides, **own}))
        assert said(lines) == instead(draft.manuscript.lines, others)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_overridden_by_nothing_is_gone_and_nothing_else_changes(path: Path) -> None:
    draft = pinned(path)
    lines = draft.manuscript.lines
    heads = {"title", *(key_of(part) for line in lines for part in line.parts if isinstance(part, Heading))}
    for batch in batches(draft):
        gone = [key for key in batch if key not in heads]
        own = {key: prose("") for key in gone}
        found = again(draft, replace(draft.brief, overrides={**draft.brief.overrides, **own}))
        assert texts(found) == [text for line in instead(lines, dict.fromkeys(gone, "")) for _, text in line]


@pytest.mark.parametrize("before", [False, True], ids=("after", "before"))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_inserted_is_a_paragraph_more_and_nothing_else_changes(path: Path, before: bool) -> None:
    draft = pinned(path)
    anchors = [key for key in keys(draft) if not before or key not in FRONT]
    added = tuple(Insert(anchor=key, before=before, say=(prose(f"甲乙丙丁{n}。"),)) for n, key in enumerate(anchors))
    lines = again(draft, replace(draft.brief, insert=added))
    own = {part.id: n for n, line in enumerate(lines) for part in line.parts if part.id.startswith("insert[")}
    assert list(map(page_text, draft.manuscript.lines)) == [
        page_text(line) for n, line in enumerate(lines) if n not in own.values()
    ]
    assert sorted(own) == sorted(f"insert[{n}]" for n in range(1, len(added) + 1))
    for n, one in enumerate(added):
        assert page_text(lines[own[f"insert[{n + 1}]"]]) == one.say[0].text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_is_left_out_is_gone_and_only_what_hangs_on_it_changes(path: Path) -> None:
    draft = pinned(path)
    for key in [key for key in keys(draft) if key not in FRONT][EXAMPLES.index(path) % 2 :: 2]:
        concerned = hanging(draft.blueprint, key)
        lines = again(draft, replace(draft.brief, omit=(*draft.brief.omit, key)))
        found = [one for line in said(lines) for one in line]
        assert key not in [name for name, _ in found]
        assert unconcerned(found, concerned) == unconcerned(without(draft.manuscript.lines, key), concerned)


def unconcerned(parts: Said, concerned: set[str]) -> list[str]:
    """What the other nodes say; the points of a point may be parted by other marks, as the shapes of lists are drawn together."""
    return [text.replace("；", "。") for key, text in parts if id_of(key) not in concerned]
