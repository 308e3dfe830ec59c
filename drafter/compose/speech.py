"""The outline put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from drafter.expression.evaluate import Paper, render
from drafter.expression.walk import names_of
from drafter.language import Tongue, knowing
from drafter.language.enumerators import scheme_for, show, unnumbered
from drafter.language.marks import bare, open_ended, opened, sentences, settle, unended, without_repeat
from drafter.model.blueprint import Enumeration, Passage, Section
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.outline import Outline, Planned, Scope
from drafter.model.speech import Block, Headed, Inline, Inlines, Listed, Said, Speech, Strong, Text, leaves, plain
from drafter.model.value import Gap

LONGEST_JOINED = 80
"""Characters of a sentence that two passages are joined to."""
PARAGRAPH = r"(?<![ \t\u3000])[ \t\u3000]*\n[ \t\u3000]*\n\s*"
WRAP = r"(?<![ \t])[ \t]*\n[ \t]*"
"""Both compiled when first met: most speeches have no line breaks inside a text."""


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
        words = _owned(_one_line(_with_ends(words) if key == "title" and _breaks(words) else words), key)
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
                    blocks[-1:] = _going_on(blocks[-1], block, one.node.join, self.tongue)
                else:
                    blocks.append(_joining(block, self.tongue) if _may_run_on(blocks) else _starting(block))
        return tuple(blocks)

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
        return _owned(_one_line(self._render(prose, scope)), key)

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
        if words and not _breaks(words):
            return (Said(key, node.move, words, run_on),)
        return tuple(Said(key, node.move, part, run_on and n == 0) for n, part in enumerate(_paragraphs(words)))

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

    def _listed(self, planned: Planned, node: Enumeration) -> tuple[Block, ...]:
        """Points with their enumerators and the marks between them; one point alone is a plain passage."""
        tongue, key = self.tongue, planned.key
        said = [(prose, point) for point in planned.points if (prose := point.override or point.said)]
        items = [self._unnumbered(bare(self._words(prose, point.scope, key), tongue.marks)) for prose, point in said]
        apart = node.layout == "paragraphs"
        own = ["" if node.each and not apart else _mark(prose, tongue) for prose, _ in said]
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


def _may_run_on(before: list[Block]) -> bool:
    """Whether there is a paragraph to continue: not after a heading, nor after points that stand apart."""
    last = before[-1] if before else None
    return isinstance(last, Said) or (isinstance(last, Listed) and not last.apart)


def _going_on(before: Block, block: Block, mark: str, tongue: Tongue) -> tuple[Block, ...]:
    """Two passages in one sentence, the mark between them; in two, where one would be too long to be spoken."""
    if not isinstance(before, Said) or not isinstance(block, Said) or not block.run_on:
        return before, _starting(block) if not isinstance(before, Said) else block
    last, first = _last_sentence(plain(before.inlines), tongue), _first_sentence(plain(block.inlines), tongue)
    words = open_ended(before.inlines, tongue.marks)
    if len(last) + len(first) > LONGEST_JOINED or words == before.inlines:
        return before, _joining(block, tongue)
    return replace(before, inlines=(*words, Text(mark))), _joining(block, tongue)


def _goes_on_from(before: Block, block: Block) -> bool:
    """Whether a sentence may go on from another: the next item's from the last one's, else one of the same passage."""
    one, other = before.id.partition("["), block.id.partition("[")
    return one[0] == other[0] if other[1] else one[0].rpartition(".")[0] == other[0].rpartition(".")[0]


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


def _breaks(words: Inlines) -> bool:
    for inline in words:
        if isinstance(inline, Text):
            if "\n" in inline.text:
                return True
        elif isinstance(inline, Strong) and _breaks(inline.inlines):
            return True
    return False


def _paragraphs(words: Inlines) -> list[Inlines]:
    paragraphs: list[list[Inline]] = [[]]
    for inline in words:
        if not isinstance(inline, Text):
            paragraphs[-1].append(inline)
            continue
        for n, part in enumerate(re.split(PARAGRAPH, inline.text)):
            if n:
                paragraphs.append([])
            if part:
                paragraphs[-1].append(Text(part, inline.slot, figure=inline.figure))
    return [line for line in (_one_line(tuple(paragraph)) for paragraph in paragraphs) if line]


def _one_line(words: Inlines) -> Inlines:
    """Line breaks inside a text are where its author's screen ended: nothing between Chinese characters, a blank elsewhere."""

    if not _breaks(words):
        return words

    def unwrapped(text: str, last: str, first: str) -> str:
        def between(found: re.Match[str]) -> str:
            at, end = found.span()
            before, after = found.string[max(0, at - 1) : at], found.string[end : end + 1]
            return "" if not before or not after or _han(before) or _han(after) else " "

        return re.sub(WRAP, between, last + text + first)[len(last) :].removesuffix(first)

    done: list[Inline] = []
    for n, inline in enumerate(words):
        match inline:
            case Text(text, slot):
                last, first = plain(words[n - 1 : n])[-1:].strip(), plain(words[n + 1 : n + 2])[:1].strip()
                if (changed := unwrapped(text, last, first) if "\n" in text else text) or not text:
                    done.append(Text(changed, slot, figure=inline.figure))
            case Strong(inner):
                done.append(Strong(_one_line(inner)))
            case _:
                done.append(inline)
    return tuple(done)


def _with_ends(title: Inlines) -> Inlines:
    """A title with an empty text where its author ended a line, which is where its lines end on the page, too."""
    done: list[Inline] = []
    for n, inline in enumerate(title):
        if not isinstance(inline, Text) or inline.slot:
            done.append(inline)
            continue
        for k, part in enumerate(re.split(WRAP, inline.text)):
            after = part or plain(title[n + 1 : n + 2])
            if k and done and after:
                before = next((words[-1] for one in reversed(done) if (words := plain((one,)))), "")
                done += [Text("")] if _han(before) or _han(after[0]) else [Text(" "), Text("")]
            done += [Text(part)] if part else []
    return tuple(done)


def _han(char: str) -> bool:
    """A Chinese character or mark."""
    return "\u2014" <= char <= "\u2026" or "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


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
