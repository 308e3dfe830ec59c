"""The outline put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from msgspec.structs import replace

from drafter.compose.lines import breaks, one_line, paragraphs, unbracketed, with_ends
from drafter.compose.page import Page, unnumbered_words
from drafter.expression.render import Paper, render
from drafter.expression.walk import names_of
from drafter.language import Tongue, knowing
from drafter.language.enumerators import scheme_for, show
from drafter.language.marks import bare, opened, sentences, settle, unended, without_repeat
from drafter.model.blueprint import NONE, Enumeration, Passage, Section
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose
from drafter.model.outline import Outline, Planned, Scope
from drafter.model.speech import Block, Headed, Inlines, Listed, Said, Speech, Strong, Text, leaves
from drafter.model.value import Gap


def compose(outline: Outline) -> Speech:
    """The speech that the outline plans."""
    composer = _Composer(outline)
    own = outline.own
    front = {key: (composer.own if key in own else composer.front)(prose, key) for key, prose in outline.front.items()}
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

    def own(self, prose: Prose, key: str) -> Inlines:
        """A line of the front as a person wrote it; a date without brackets, as it is printed in some."""
        words = _owned(with_ends(self._render(prose, self.scope)), key)
        return unbracketed(words, self.tongue.code) if key == "date" else words

    def blocks(self, planned: Iterable[Planned], *, run_in: bool = False) -> tuple[Block, ...]:
        """Nodes as blocks, each knowing whether it continues a paragraph; what a person added stands between paragraphs."""
        page = Page(self.tongue, run_in=run_in)
        passage = None
        for one in planned:
            if one.added in ("before", "after"):
                page.hold(self._of(one), one)
                continue
            for n, block in enumerate(self._of(one)):
                if one.passage and n == 0 and isinstance(block, Said | Listed):
                    block = replace(block, run_on=one.passage[1] == "run_on" or one.passage == passage)
                passage = passage if one.added else one.passage
                page.add(block, one.node.join if isinstance(one.node, Passage) else "")
        return page.whole()

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
            words = unnumbered_words(words, tongue)
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
            self.blocks(planned.children, run_in=node.run_in),
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
        items = [unnumbered_words(bare(words, tongue.marks), tongue) for words, _ in said]
        apart = node.layout == "paragraphs"
        own = ["" if node.each and not apart else mark for _, mark in said]
        keys = tuple(point.key for point, item in zip(planned.points, items, strict=True) if item)
        own = [mark for mark, item in zip(own, items, strict=True) if item]
        items = [item for item in items if item]
        form = tongue.points_long if any(_is_long(item, tongue) for item in items) else tongue.points
        count = len(items)
        if count == 1:
            words = settle(opened((*items[0], Text(own[0] or form.end))), tongue.marks)
            return (Said(key, node.move, words, node.layout == "run_on"),)
        between = form.separator.rstrip() if apart else form.separator
        marks = [mark or (form.end if n == count else between) for n, mark in enumerate(own, 1)]
        if node.scheme == NONE:
            return _in_a_row(planned, node, items, marks, tongue)
        scheme = scheme_for(node.scheme, count, tongue)
        done = []
        for n, (item, mark) in enumerate(zip(items, marks, strict=True), 1):
            label = show(Enumerator(scheme, n, bool(tongue.schemes[scheme].words) and n == count), tongue)
            words = (Text(label), *without_repeat(item, tongue.schemes[scheme].repeats), Text(mark))
            done.append(settle(opened(words), tongue.marks))
        return (Listed(key, node.move, scheme, tuple(done), node.layout == "run_on", apart, keys),) if done else ()


def _in_a_row(
    planned: Planned, node: Enumeration, items: Sequence[Inlines], marks: Sequence[str], tongue: Tongue
) -> tuple[Block, ...]:
    """Points that nothing tells off, as sentences."""
    texts = [(*item, Text(mark)) for item, mark in zip(items, marks, strict=True)]
    if node.layout != "paragraphs":
        texts = [tuple(word for text in texts for word in text)]
    said = (settle(opened(text), tongue.marks) for text in texts)
    return tuple(Said(planned.key, node.move, words, node.layout == "run_on") for words in said)


def _spoken(block: Block) -> tuple[Inlines, ...]:
    """What a block of a point says in the point's own paragraph."""
    match block:
        case Said():
            return (block.inlines,)
        case Listed():
            return block.items
        case _:
            return ()


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
