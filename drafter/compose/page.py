"""Blocks laid one behind the other: which go on in a paragraph, which in a sentence, and where added texts stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from drafter.language import Tongue
from drafter.language.enumerators import unnumbered
from drafter.language.marks import open_ended
from drafter.model.blueprint import Passage
from drafter.model.occurrence import parsed
from drafter.model.outline import Planned
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Strong, Text, directs, plain

LONGEST_JOINED = 80
"""Characters of a sentence that two passages are joined to."""


class Page:
    """The blocks of a section, or of a part of a speech."""

    def __init__(self, tongue: Tongue, *, run_in: bool = False) -> None:
        self.tongue = tongue
        self.run_in = run_in
        """The first paragraph begins with a heading."""
        self.blocks: list[Block] = []
        self.begin = 0
        """Where the last paragraph begins."""
        self.below: list[Block] = []
        """What was added behind the last paragraph."""
        self.above: list[Block] = []
        """What was added before the paragraph of the next block."""
        self.leads: list[Block] = []
        """What was added before the next block, in its paragraph."""

    def hold(self, blocks: Iterable[Block], added: Planned) -> None:
        """Keep an added text until it is known where its paragraph stands."""
        held = [_starting(block) for block in blocks]
        if added.added == "after":
            self.below += held
        elif isinstance(added.node, Passage) and added.node.layout == "run_on":
            self.above += held[:-1]
            self.leads += held[-1:]
        else:
            self.above += held

    def add(self, block: Block, join: str = "") -> None:
        """Lay a block behind the others; with `join`, in the sentence of the last one, if it goes on from that."""
        last = self.blocks[-1] if self.blocks else None
        if join and last is not None and not self.leads and _goes_on_from(last, block):
            self.blocks[-1], block = self._going_on(last, block, join)
        else:
            block = self._joining(block) if _may_run_on(last, block) else _starting(block)
        goes_on = not isinstance(block, Headed) and block.run_on
        self._place(goes_on)
        self.blocks.append(self._led(block, goes_on) if self.leads else block)

    def whole(self) -> tuple[Block, ...]:
        """All blocks."""
        return (*self.blocks, *self.below, *self.above, *self.leads)

    def _place(self, goes_on: bool) -> None:
        """Lay what was added between the last paragraph and the next, if one begins; else before the last, or behind a heading's."""
        if self.run_in and self.begin == 0 and (goes_on or not self.blocks):
            self.below += self.above
        elif goes_on:
            self.blocks[self.begin : self.begin] = self.above
            self.begin += len(self.above)
        else:
            self.blocks += [*self.below, *self.above]
            self.below = []
            self.begin = len(self.blocks)
        self.above = []

    def _led(self, block: Block, goes_on: bool) -> Block:
        """A block behind the texts that lead into its paragraph."""
        for lead in self.leads:
            self.blocks.append(self._joining(_running(lead)) if goes_on else lead)
            goes_on = True
        self.leads = []
        if isinstance(block, Headed) or block.run_on or not _may_run_on(self.blocks[-1], block):
            return block
        return self._joining(_running(block))

    def _going_on(self, before: Block, block: Block, mark: str) -> tuple[Block, Block]:
        """Two passages in one sentence, the mark between them; in two, where one would be too long to be spoken."""
        tongue = self.tongue
        if not isinstance(before, Said) or not isinstance(block, Said) or not block.run_on:
            return before, _starting(block) if not isinstance(before, Said) else block
        last, first = _last_sentence(self._bare(before), tongue), _first_sentence(self._bare(block), tongue)
        words = open_ended(before.inlines, tongue.marks)
        if len(last) + len(first) > LONGEST_JOINED or words == before.inlines:
            return before, self._joining(block)
        return replace(before, inlines=(*words, Text(mark))), self._joining(block)

    def _bare(self, block: Said) -> str:
        """The words of a passage as they will be heard if numbers of their own are left out."""
        return plain(unnumbered_words(block.inlines, self.tongue))

    def _joining(self, block: Block) -> Block:
        """A block that goes on in the paragraph before, with what the language puts between sentences."""
        if not self.tongue.space:
            return block
        space = Text(self.tongue.space)
        match block:
            case Said(run_on=True):
                return replace(block, inlines=(space, *block.inlines))
            case Listed(run_on=True):
                return replace(block, items=((space, *block.items[0]), *block.items[1:]))
            case _:
                return block


def unnumbered_words(words: Inlines, tongue: Tongue) -> Inlines:
    """Words that are told off without the numbers that facts bring along, unless more of a fact's numbers follow."""
    return tuple(
        Strong(unnumbered_words(one.inlines, tongue))
        if isinstance(one, Strong)
        else Text(unnumbered(one.text, tongue.code), one.slot, one.anew, one.figure)
        if isinstance(one, Text) and one.slot
        else one
        for one in words
    )


def _may_run_on(last: Block | None, block: Block) -> bool:
    """Whether there is a paragraph to continue: not after a heading, nor after points that stand apart, nor with a direction."""
    if last is not None and directs(last) != directs(block):
        return False
    return isinstance(last, Said) or (isinstance(last, Listed) and not last.apart)


def _goes_on_from(before: Block, block: Block) -> bool:
    """Whether a sentence may go on from another: the next item's from the last one's, else one of the same passage."""
    one, other = parsed(before.id), parsed(block.id)
    if directs(before) != directs(block):
        return False
    return one.id == other.id if other.numbers else one.id.rpartition(".")[0] == other.id.rpartition(".")[0]


def _last_sentence(text: str, tongue: Tongue) -> str:
    return re.split(f"[{re.escape(tongue.marks.sentence)}]", text.rstrip(tongue.marks.sentence))[-1]


def _first_sentence(text: str, tongue: Tongue) -> str:
    return re.split(f"[{re.escape(tongue.marks.sentence)}]", text)[0]


def _starting(block: Block) -> Block:
    return block if isinstance(block, Headed) or not block.run_on else replace(block, run_on=False)


def _running(block: Block) -> Block:
    return block if isinstance(block, Headed) else replace(block, run_on=True)
