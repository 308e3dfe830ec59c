"""Facts that do not fit the words beside them: said twice (工作 before 工作), ended in the middle, numbered by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from drafter.language import TONGUES
from drafter.language.enumerators import number_before, numbers_within
from drafter.language.marks import ended
from drafter.language.tongue import Marks
from drafter.model.manuscript import Manuscript
from drafter.model.speech import Text, leaves
from drafter.model.value import Gap

LONGEST = 8
"""Characters that are looked at on either side."""
ALONE = frozenset("前%％年月日号“”《》")
"""What is too much twice though it is one character; 市 before 市政府 is not."""
NOTHING = Text("")


class Joint(Struct, frozen=True):
    """A fact that does not fit."""

    rule: str
    """What tells it."""
    slot: str
    """The fact."""
    what: str
    """The words or marks in question."""


def joints(manuscript: Manuscript, tongue: str) -> Iterator[Joint]:
    """The facts of a manuscript that do not fit, in its order; one may be met several times."""
    for line in manuscript.lines:
        for part in line.parts:
            words = [leaf for leaf in leaves(part.inlines) if isinstance(leaf, Gap) or leaf.text]
            for before, fact, after in zip([NOTHING, *words], words, [*words[1:], NOTHING], strict=False):
                if isinstance(fact, Text) and fact.slot:
                    yield from _of(before, fact, after, tongue)
        texts = [leaf for part in line.parts for leaf in leaves(part.inlines) if isinstance(leaf, Text) and leaf.text]
        for one, other in pairwise(texts):
            if bool(one.slot) != bool(other.slot) and (twice := _twice(one.text, other.text)):
                yield Joint("repeats-beside", one.slot or other.slot, twice)


def _of(before: Text | Gap, fact: Text, after: Text | Gap, tongue: str) -> Iterator[Joint]:
    """What is wrong with one fact that stands between others and the blueprint's words."""
    marks = TONGUES[tongue].marks
    at = number_before(fact.text, tongue) if before.slot != fact.slot else 0
    if at and not _is_word(fact.text[:at]):
        yield Joint("own-number", fact.slot, fact.text[:at].strip())
    elif inner := numbers_within(fact.text, tongue):
        yield Joint("own-numbers", fact.slot, inner[0])
    follows = after.slot != fact.slot and (isinstance(after, Gap) or after.text[:1] not in ("", "\n", *marks.closing))
    if follows and not _ends(after, marks.soft + marks.strong) and (end := _end(fact.text, marks)):
        yield Joint("mark-before-words", fact.slot, end)


def _is_word(number: str) -> bool:
    """Whether it is one that sentences begin with, too: 首先，"""
    bare = number.strip(" ，,、")
    return any(bare in scheme.words[:1] for tongue in TONGUES.values() for scheme in tongue.schemes.values())


def _end(text: str, marks: Marks) -> str:
    """The mark that ends a fact, within its closing quotes too; none where it ends a word."""
    if ended(text.rstrip(marks.closing), marks):
        return text.rstrip(marks.closing)[-1]
    wide = marks.wide.get(text[-1], text[-1])
    return text[-1] if wide in "：:！？!?…—" and wide in f"{marks.soft}{marks.strong}—" else ""


def _ends(leaf: Text | Gap, known: str) -> bool:
    """Whether a sentence ends before this, or a mark stands here."""
    return isinstance(leaf, Text) and (leaf.anew or leaf.text[:1] in known)


def _twice(one: str, other: str) -> str:
    """What ends one text and begins the next."""
    for size in range(min(LONGEST, len(one), len(other)), 0, -1):
        end = one[-size:]
        if other.startswith(end) and (end in ALONE if size == 1 else end.isalpha()):
            return end
    return ""
