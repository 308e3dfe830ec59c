"""Line breaks inside a text: where its author's screen ended, where a paragraph ends, where a title's line ends."""

from __future__ import annotations

import re

from msgspec.structs import replace

from drafter.model.fold import DATE_MARKS
from drafter.model.speech import Inline, Inlines, Strong, Text, plain

PARAGRAPH = r"(?<![ \t\u3000])[ \t\u3000]*\n[ \t\u3000]*\n\s*"
WRAP = r"(?<![ \t])[ \t]*\n[ \t]*"
"""Both compiled when first met: most speeches have no line breaks inside a text."""


def breaks(words: Inlines) -> bool:
    """Whether a line ends inside words."""
    for inline in words:
        if isinstance(inline, Text):
            if "\n" in inline.text:
                return True
        elif isinstance(inline, Strong) and breaks(inline.inlines):
            return True
    return False


def paragraphs(words: Inlines) -> list[Inlines]:
    """Words cut at their empty lines."""
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
    return [line for line in (one_line(tuple(paragraph)) for paragraph in paragraphs) if line]


def one_line(words: Inlines) -> Inlines:
    """Line breaks inside a text are where its author's screen ended: nothing between Chinese characters, a blank elsewhere."""

    if not breaks(words):
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
                done.append(Strong(one_line(inner)))
            case _:
                done.append(inline)
    return tuple(done)


def with_ends(title: Inlines) -> Inlines:
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


def unbracketed(words: Inlines, language: str) -> Inlines:
    """A date without the brackets that are printed around it anyhow."""
    left, right = DATE_MARKS.get(language, ("(", ")"))
    first, last = (words[0], words[-1]) if words else (None, None)
    if not isinstance(first, Text) or not isinstance(last, Text):
        return words
    if not (first.text.startswith(left) and last.text.endswith(right)):
        return words
    if len(words) == 1:
        return (replace(first, text=first.text[1:-1]),)
    return (replace(first, text=first.text[1:]), *words[1:-1], replace(last, text=last.text[:-1]))
