"""The outline put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from drafter.compose.lines import breaks, one_line, paragraphs, with_ends
from drafter.expression.render import Paper, render
from drafter.expression.walk import names_of
from drafter.language import Tongue, knowing
from drafter.language.enumerators import scheme_for, show, unnumbered
from drafter.language.marks import bare, open_ended, opened, sentences, settle, unended, without_repeat
from drafter.model.blueprint import Enumeration, Passage, Section
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.occurrence import parsed
from drafter.model.outline import Outline, Planned, Scope
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, Strong, Text, directs, leaves, plain
from drafter.model.value import Gap

LONGEST_JOINED = 80
"""Characters of a sentence that two passages are joined to."""


def compose(outline: Outline) -> Speech:
    """The speech that the outline plans."""
    composer = _Composer(outline)
    front = {key: composer.front(prose, key) for key, prose in outline.front.items()}
    return Speech(
        language=outline.language,
        title=front.get("title", ()),
        byline=front.get("byline", ()),
        date=front.get("date", ()),
        salutation=front.get("salutation", ()),
        opening=composer.blocks(outline.opening),
        emphases=composer.blocks(outline.emphases),
        closing=composer.blocks(outline.closing),
        rate=outline.rate,
    )


class _Composer:
    """Puts planned nodes into words, all on the same paper."""

    def __init__(self, outline: Outline) -> None:
        self.tongue = knowing(outline.language, outline.knows)
        self.scope = outline.scope
        self.paper = Paper()

    def front(self, prose: Prose, key: str) -> Inlines:
        """A line of the front; one whose facts are all left out is left out."""
        words = self._render(prose, self.scope)
        words = _owned(one_line(with_ends(words) if key == "title" and breaks(words) else words), key)
        asks = any(True for _ in names_of(prose))
        told = any(isinstance(leaf, Gap) or leaf.slot for leaf in leaves(words))
        return () if asks and not told else unended(words, self.tongue.marks)

    def blocks(self, planned: Iterable[Planned]) -> tuple[Block, ...]:
        """Nodes as blocks, each knowing whether it continues a paragraph."""
        blocks: list[Block] = []
        passage = None
        for one in planned:
            for n, block in enumerate(self._of(one)):
                if one.passage and n == 0 and isinstance(block, Said | Listed):
                    block = replace(block, run_on=one.passage[1] == "run_on" or one.passage == passage)
                passage = one.passage
                if isinstance(one.node, Passage) and one.node.join and blocks and _goes_on_from(blocks[-1], block):
                    blocks[-1:] = self._going_on(blocks[-1], block, one.node.join)
                else:
                    blocks.append(_joining(block, self.tongue) if _may_run_on(blocks, block) else _starting(block))
        return tuple(blocks)

    def _going_on(self, before: Block, block: Block, mark: str) -> tuple[Block, ...]:
        """Two passages in one sentence, the mark between them; in two, where one would be too long to be spoken."""
        tongue = self.tongue
        if not isinstance(before, Said) or not isinstance(block, Said) or not block.run_on:
            return before, _starting(block) if not isinstance(before, Said) else block
        last, first = _last_sentence(self._bare(before), tongue), _first_sentence(self._bare(block), tongue)
        words = open_ended(before.inlines, tongue.marks)
        if len(last) + len(first) > LONGEST_JOINED or words == before.inlines:
            return before, _joining(block, tongue)
        return replace(before, inlines=(*words, Text(mark))), _joining(block, tongue)

    def _bare(self, block: Said) -> str:
        """The words of a passage as they will be heard if numbers of their own are left out."""
        return plain(self._unnumbered(block.inlines))

    def _of(self, planned: Planned) -> tuple[Block, ...]:
        node = planned.node
        if planned.override is not None and not isinstance(node, Section):
            return self._said(planned, planned.override)
        match node:
            case Passage():
                assert planned.said is not None
                return self._said(planned, planned.said)
            case Section():
                heading = planned.override or planned.said
                assert heading is not None
                return (self._headed(planned, node, heading),)
            case Enumeration():
                return self._listed(planned, node)
            case _:
                assert_never(node)

    def _render(self, prose: Prose, scope: Scope) -> Inlines:
        return render(prose, scope, self.tongue, self.paper)

    def _words(self, prose: Prose, scope: Scope, key: str) -> Inlines:
        return _owned(one_line(self._render(prose, scope)), key)

    def _unnumbered(self, words: Inlines) -> Inlines:
        """Words that are told off without the numbers that facts bring along, unless more of a fact's numbers follow."""
        return tuple(
            Strong(self._unnumbered(one.inlines))
            if isinstance(one, Strong)
            else Text(unnumbered(one.text, self.tongue.code), one.slot, one.anew, one.figure)
            if isinstance(one, Text) and one.slot
            else one
            for one in words
        )

    def _said(self, planned: Planned, prose: Prose) -> tuple[Block, ...]:
        """A passage; a blank line in its text ends a paragraph."""
        node, key = planned.node, planned.key
        assert not isinstance(node, Section)
        words = _owned(self._render(prose, planned.scope), key)
        run_on = node.layout == "run_on"
        if words and not breaks(words):
            return (Said(key, node.move, words, run_on),)
        return tuple(Said(key, node.move, part, run_on and n == 0) for n, part in enumerate(paragraphs(words)))

    def _headed(self, planned: Planned, node: Section, prose: Prose) -> Headed:
        enumerator, tongue = planned.enumerator, self.tongue
        words = bare(self._words(prose, planned.scope, planned.key), tongue.marks)
        if enumerator:
            words = self._unnumbered(words)
            words = without_repeat(words, tongue.schemes[enumerator.scheme].repeats)
        ends = _last_character(words) in tongue.marks.strong
        stop = tongue.heading_colon if _mark(prose, tongue) == tongue.heading_colon else ""
        return Headed(
            planned.key,
            node.move,
            enumerator,
            show(enumerator, tongue) if enumerator else "",
            words,
            node.run_in,
            "" if not node.run_in or ends else stop or tongue.heading_stop,
            self.blocks(planned.children),
        )

    def _point(self, point: Planned, key: str) -> tuple[Inlines, str]:
        """The words of a point, and the mark that its author ends it in; the sentences of one are said together."""
        prose = point.override or point.said
        if prose is not None:
            return self._words(prose, point.scope, key), _mark(prose, self.tongue)
        parts = [words for block in self.blocks(point.children) for words in _spoken(block)]
        return tuple(word for words in parts for word in words), ""

    def _listed(self, planned: Planned, node: Enumeration) -> tuple[Block, ...]:
        """Points with their enumerators and the marks between them; one point alone is a plain passage."""
        tongue, key = self.tongue, planned.key
        said = [self._point(point, key) for point in planned.points]
        items = [self._unnumbered(bare(words, tongue.marks)) for words, _ in said]
        apart = node.layout == "paragraphs"
        own = ["" if node.each and not apart else mark for _, mark in said]
        own = [mark for mark, item in zip(own, items, strict=True) if item]
        items = [item for item in items if item]
        form = tongue.points_long if any(_is_long(item, tongue) for item in items) else tongue.points
        count = len(items)
        if count == 1:
            words = settle(opened((*items[0], Text(own[0] or form.end))), tongue.marks)
            return (Said(key, node.move, words, node.layout == "run_on"),)
        scheme = scheme_for(node.scheme, count, tongue)
        done = []
        for n, item in enumerate(items, 1):
            mark = form.end if n == count else form.separator.rstrip() if apart else form.separator
            mark = own[n - 1] or mark
            label = show(Enumerator(scheme, n, bool(tongue.schemes[scheme].words) and n == count), tongue)
            words = (Text(label), *without_repeat(item, tongue.schemes[scheme].repeats), Text(mark))
            done.append(settle(opened(words), tongue.marks))
        return (Listed(key, node.move, scheme, tuple(done), node.layout == "run_on", apart),) if done else ()


def _spoken(block: Block) -> tuple[Inlines, ...]:
    """What a block of a point says in the point's own paragraph."""
    match block:
        case Said():
            return (block.inlines,)
        case Listed():
            return block.items
        case _:
            return ()


def _may_run_on(before: list[Block], block: Block) -> bool:
    """Whether there is a paragraph to continue: not after a heading, nor after points that stand apart, nor with a direction."""
    last = before[-1] if before else None
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


def _joining(block: Block, tongue: Tongue) -> Block:
    """A block that goes on in the paragraph before, with what the language puts between sentences."""
    if not tongue.space:
        return block
    space = Text(tongue.space)
    match block:
        case Said(run_on=True):
            return replace(block, inlines=(space, *block.inlines))
        case Listed(run_on=True):
            return replace(block, items=((space, *block.items[0]), *block.items[1:]))
        case _:
            return block


def _owned(words: Inlines, key: str) -> Inlines:
    """Gaps that know the node they stand in."""
    for inline in words:
        if not isinstance(inline, Text):
            break
    else:
        return words
    return tuple(
        replace(inline, id=key)
        if isinstance(inline, Gap)
        else Strong(_owned(inline.inlines, key))
        if isinstance(inline, Strong)
        else inline
        for inline in words
    )


def _is_long(item: Inlines, tongue: Tongue) -> bool:
    """A point that the mark between short points would not part from the next: it has several sentences, or the mark itself."""
    mark = tongue.points.separator.strip()
    within = any(isinstance(leaf, Text) and mark in leaf.text for leaf in leaves(item))
    return within or sentences(item, tongue.marks) > 1


def _mark(prose: Prose, tongue: Tongue) -> str:
    """The mark that a point written out ends in: its author chose it."""
    end = prose.text.rstrip()[-1:]
    return end if end and end in tongue.marks.soft else ""


def _last_character(words: Inlines) -> str:
    last = words[-1] if words else None
    if isinstance(last, Strong):
        return _last_character(last.inlines)
    return last.text[-1:] if isinstance(last, Text) and last.text else "\0"
