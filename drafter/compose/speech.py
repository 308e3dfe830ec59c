"""The outline put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from drafter.expression.evaluate import render
from drafter.language import TONGUES, Tongue
from drafter.language.enumerators import scheme_for, show
from drafter.language.marks import bare, sentences, settle, without_repeat
from drafter.model.blueprint import Enumeration, Passage, Section
from drafter.model.enumerator import Enumerator
from drafter.model.expression import Prose, Toggle
from drafter.model.outline import Outline, Planned, Scope
from drafter.model.speech import Block, Headed, Inline, Inlines, Listed, Said, Speech, Strong, Text, leaves
from drafter.model.value import Gap

PARAGRAPH = re.compile(r"[ \t\u3000]*\n[ \t\u3000]*\n\s*")
WRAP = re.compile(r"[ \t]*\n[ \t]*")
HAN = re.compile("[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]")


def compose(outline: Outline) -> Speech:
    """The speech that the outline plans."""
    tongue = TONGUES[outline.language]
    front = {key: _front(prose, outline.scope, key, tongue) for key, prose in outline.front.items()}

    def zone(planned: Iterable[Planned]) -> tuple[Block, ...]:
        return _blocks(planned, {"emphases": outline.scope["emphases"]}, tongue)

    return Speech(
        language=outline.language,
        title=front.get("title", ()),
        byline=front.get("byline", ()),
        date=front.get("date", ()),
        salutation=front.get("salutation", ()),
        opening=zone(outline.opening),
        emphases=zone(outline.emphases),
        closing=zone(outline.closing),
    )


def _front(prose: Prose, scope: Scope, key: str, tongue: Tongue) -> Inlines:
    """A line of the front; one whose facts are all left out is left out."""
    words = _owned(_one_line(render(prose, scope, tongue)), key)
    asks = any(not isinstance(piece, str | Toggle) for piece in prose.pieces)
    told = any(isinstance(leaf, Gap) or leaf.slot for leaf in leaves(words))
    return () if asks and not told else words


def _blocks(planned: Iterable[Planned], known: Scope, tongue: Tongue) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for one in planned:
        for block in _of(one, known, tongue):
            blocks.append(_joining(block, tongue) if _may_run_on(blocks) else _starting(block))
    return tuple(blocks)


def _may_run_on(before: list[Block]) -> bool:
    """Whether there is a paragraph to continue: not after a heading, nor after points that stand apart."""
    last = before[-1] if before else None
    return isinstance(last, Said) or (isinstance(last, Listed) and not last.apart)


def _starting(block: Block) -> Block:
    return block if isinstance(block, Headed) else replace(block, run_on=False)


def _joining(block: Block, tongue: Tongue) -> Block:
    """A block that goes on in the paragraph before, with what the language puts between sentences."""
    space = Text(tongue.space)
    match block:
        case Said(run_on=True) if tongue.space:
            return replace(block, inlines=(space, *block.inlines))
        case Listed(run_on=True) if tongue.space:
            return replace(block, items=((space, *block.items[0]), *block.items[1:]))
        case _:
            return block


def _of(planned: Planned, known: Scope, tongue: Tongue) -> tuple[Block, ...]:
    node, key = planned.node, planned.key
    scope = {**planned.scope, **known}
    if planned.override is not None and not isinstance(node, Section):
        return _said(render(planned.override, scope, tongue), key, node.move, node.layout == "run_on")
    match node:
        case Passage():
            words = render(node.wordings[planned.wording], scope, tongue)
            return _said(words, key, node.move, node.layout == "run_on")
        case Section():
            heading = render(planned.override or node.headings[planned.wording], scope, tongue)
            return (_headed(planned, node, heading, known, tongue),)
        case Enumeration():
            return _listed(planned, node, known, tongue)
        case _:
            assert_never(node)


def _headed(planned: Planned, node: Section, heading: Inlines, known: Scope, tongue: Tongue) -> Headed:
    enumerator = planned.enumerator
    words = bare(_owned(_one_line(heading), planned.key), tongue.marks)
    if enumerator:
        words = without_repeat(words, tongue.schemes[enumerator.scheme].repeats)
    ends = _last_character(words) in tongue.marks.strong
    return Headed(
        planned.key,
        node.move,
        enumerator,
        show(enumerator, tongue) if enumerator else "",
        words,
        node.run_in,
        "" if not node.run_in or ends else tongue.heading_stop,
        _blocks(planned.children, known, tongue),
    )


def _listed(planned: Planned, node: Enumeration, known: Scope, tongue: Tongue) -> tuple[Block, ...]:
    """Points with their enumerators and the marks between them; one point alone is a plain passage."""
    items = [
        bare(_owned(_one_line(render(prose, {**scope, **known}, tongue)), planned.key), tongue.marks)
        for prose, scope in planned.points
    ]
    items = [item for item in items if item]
    long = any(sentences(item, tongue.marks) > 1 for item in items)
    form = tongue.points_long if long else tongue.points
    count = len(items)
    if count == 1:
        words = settle((*items[0], Text(form.end)), tongue.marks)  # type: ignore[arg-type]
        return (Said(planned.key, node.move, words, node.layout == "run_on"),)
    scheme = scheme_for(node.scheme, count, tongue)
    done = []
    for n, item in enumerate(items, 1):
        mark = form.end if n == count else form.separator.rstrip() if node.layout == "paragraphs" else form.separator
        label = show(Enumerator(scheme, n, bool(tongue.schemes[scheme].words) and n == count), tongue)
        atoms = (Text(label), *without_repeat(item, tongue.schemes[scheme].repeats), Text(mark))
        done.append(settle(atoms, tongue.marks))  # type: ignore[arg-type]
    apart = node.layout == "paragraphs"
    return (Listed(planned.key, node.move, scheme, tuple(done), node.layout == "run_on", apart),) if done else ()


def _said(words: Inlines, key: str, move: str, run_on: bool) -> tuple[Block, ...]:
    """A passage; a blank line in its text ends a paragraph."""
    return tuple(Said(key, move, part, run_on and n == 0) for n, part in enumerate(_paragraphs(_owned(words, key))))


def _paragraphs(words: Inlines) -> list[Inlines]:
    paragraphs: list[list[Inline]] = [[]]
    for inline in words:
        if not isinstance(inline, Text):
            paragraphs[-1].append(inline)
            continue
        for n, part in enumerate(PARAGRAPH.split(inline.text)):
            if n:
                paragraphs.append([])
            if part:
                paragraphs[-1].append(Text(part, inline.slot))
    return [line for line in (_one_line(tuple(paragraph)) for paragraph in paragraphs) if line]


def _one_line(words: Inlines) -> Inlines:
    """Line breaks inside a text are where its author's screen ended: nothing between Chinese characters, a blank elsewhere."""

    def unwrapped(text: str) -> str:
        def between(found: re.Match[str]) -> str:
            before, after = text[: found.start()][-1:], text[found.end() :][:1]
            return "" if not before or not after or HAN.match(before) or HAN.match(after) else " "

        return WRAP.sub(between, text)

    done: list[Inline] = []
    for inline in words:
        match inline:
            case Text(text, slot):
                if changed := (unwrapped(text) if "\n" in text else text):
                    done.append(Text(changed, slot))
            case Strong(inner):
                done.append(Strong(_one_line(inner)))
            case _:
                done.append(inline)
    return tuple(done)


def _owned(words: Inlines, key: str) -> Inlines:
    """Gaps that know the node they stand in."""
    return tuple(
        replace(inline, id=key)
        if isinstance(inline, Gap)
        else Strong(_owned(inline.inlines, key))
        if isinstance(inline, Strong)
        else inline
        for inline in words
    )


def _last_character(words: Inlines) -> str:
    last = words[-1] if words else None
    return last.text[-1:] if isinstance(last, Text) and last.text else "\0"
