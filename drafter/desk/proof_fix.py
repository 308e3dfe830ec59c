"""A finished text mended where that is sure: each change is looked at again, and taken back if it makes something new to find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.library import Library
from drafter.desk.proofread import Proof, looked_at
from drafter.model.finished import Finished
from drafter.problem import Edit, Problem

KEPT = re.compile(r"\d+|[零一二三四五六七八九十百千万亿两]{2,}")
"""What no mend may change: figures."""
TOGETHER = 40
"""So many changes are tried one by one; of more, those of a paragraph stand or fall together."""


class Mend(Struct, frozen=True):
    """A change that was made."""

    problem: Problem
    """What was found."""
    before: str
    """The words."""
    after: str
    """What stands there now."""


class Mended(Struct, frozen=True):
    """A text with what could be mended for sure."""

    finished: Finished
    """The text as it is now."""
    edits: tuple[Edit, ...]
    """The changes, in the order of the text as it was."""
    mends: tuple[Mend, ...]
    """The same, with what they mend."""
    problems: tuple[Problem, ...]
    """What is left."""


def mended(proof: Proof, library: Library) -> Mended:
    """A text with every change that is sure, and that leaves nothing to find that was not there before."""
    text = proof.finished
    found = proof.found
    if found is None:
        found = looked_at(text, library, proof.norms, proof.wanted, proof.heard)
    able = [one for one in _apart(found) if one.edit and _keeps(text.text, one.edit)]
    kept: list[Problem] = []
    left = found
    for group in _groups(able, text):
        tried = [*kept, *group]
        new = edited(text, [one.edit for one in tried if one.edit])
        after = looked_at(new, library, proof.norms, proof.wanted, proof.heard)
        if _is_better(left, after, len(group)):
            kept, left = tried, after
    edits = tuple(sorted((one.edit for one in kept if one.edit), key=lambda edit: edit.start))
    mends = tuple(_mend(text, one) for one in sorted(kept, key=lambda one: one.edit.start if one.edit else 0))
    return Mended(edited(text, edits), edits, mends, left)


def edited(text: Finished, edits: Iterable[Edit]) -> Finished:
    """A text with changes made, each within one paragraph."""
    paragraphs, at = [], 0
    every = sorted(edits, key=lambda edit: edit.start)
    for one in text.paragraphs:
        end = one.start + len(one.text)
        here = [edit for edit in every if one.start <= edit.start and edit.end <= end]
        words = _put(one.text, [(edit.start - one.start, edit.end - one.start, edit.text) for edit in here])
        paragraphs.append(replace(one, text=words, start=at))
        at += len(words) + 1
    return replace(text, text="\n".join(one.text for one in paragraphs), paragraphs=tuple(paragraphs))


def _put(words: str, changes: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(changes):
        words = words[:start] + new + words[end:]
    return words


def _apart(found: Iterable[Problem]) -> Iterator[Problem]:
    """Findings with a change, of two changes that touch each other the first."""
    end = -1
    for one in sorted(
        (one for one in found if one.edit), key=lambda one: (one.edit.start, -one.edit.end) if one.edit else (0, 0)
    ):
        if one.edit and one.edit.start >= end:
            end = max(one.edit.end, one.edit.start + 1)
            yield one


def _groups(able: Sequence[Problem], text: Finished) -> Iterator[list[Problem]]:
    """The changes one by one; where they are many, by paragraph."""
    if len(able) <= TOGETHER:
        yield from ([one] for one in able)
        return
    starts = [one.start for one in text.paragraphs] + [len(text.text) + 1]
    for start, end in pairwise(starts):
        if group := [one for one in able if one.edit and start <= one.edit.start < end]:
            yield group


def _is_better(before: Sequence[Problem], after: Sequence[Problem], count: int) -> bool:
    """Whether there is less to find, and nothing that was not there."""
    old, new = Counter(map(_kind, before)), Counter(map(_kind, after))
    return len(after) <= len(before) - count and not new - old


def _kind(problem: Problem) -> tuple[str, int]:
    """A finding as it is known again when the words before it have changed."""
    return problem.rule, problem.place.line


def _keeps(text: str, edit: Edit) -> bool:
    """Whether a change keeps every figure and every item: the same digits, as many 、."""
    before, after = text[edit.start : edit.end], edit.text
    return KEPT.findall(before.translate(WIDE)) == KEPT.findall(after) or sorted(before) == sorted(after)


WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def _mend(text: Finished, problem: Problem) -> Mend:
    assert problem.edit is not None
    return Mend(problem, text.text[problem.edit.start : problem.edit.end], problem.edit.text)
