"""Long titles broken where a reader would break them."""

from __future__ import annotations

from math import ceil

from drafter.language import Tongue
from drafter.model.speech import Inline, Inlines, Text, plain

LONGEST = 200
"""Characters of a title that is broken by hand; what is longer is no title, and Word may break it."""
CLOSING = "”》）、，"
OPENING = "“《（"


def broken(title: Inlines, width: int, tongue: Tongue) -> tuple[Inlines, ...]:
    """The title in as many lines as it needs, none longer than `width` characters, broken at word units near the middle."""
    text, width = plain(title), max(2, width)
    if len(text) > LONGEST or _width(text) <= width:
        return (title,)
    seams = _seams(title, text, tongue)
    count = ceil(_width(text) / (width - 1))
    cuts, start = [], 0
    for n in range(1, count):
        ideal = start + (len(text) - start) / (count - n + 1)
        most = start + width
        fitting = [
            cut
            for cut in seams
            if start + 2 <= cut <= min(most, len(text) - 2) and len(text) - cut <= (count - n) * width
        ]
        cut = min(fitting, key=lambda cut: (abs(cut - ideal) - seams[cut], cut)) if fitting else int(ideal)
        cuts.append(cut)
        start = cut
    return _split(title, cuts)


def _seams(title: Inlines, text: str, tongue: Tongue) -> dict[int, float]:
    """Places where the title may be broken, and how good each is, in characters of distance from the middle it outweighs."""
    seams: dict[int, float] = {}
    at = 0
    for inline in title:
        at += len(plain((inline,)))
        seams[at] = 1
    for n, char in enumerate(text):
        if char in CLOSING:
            seams[n + 1] = 3
        elif char in OPENING:
            seams[n] = 3
        elif char == " ":
            seams[n + 1] = 3
    for tail in tongue.title_tails:
        found = text.rfind(tail)
        if found > 0:
            seams[found] = max(seams.get(found, 0), 2)
    for n, char in enumerate(text):  # a mark never begins a line, nor does the 的 of 上的讲话
        if char in CLOSING + "的。：；":
            seams.pop(n, None)
    return seams


def _width(text: str) -> float:
    """Full-width characters; ASCII counts half."""
    return sum(0.5 if char < "\x7f" else 1 for char in text)


def _split(title: Inlines, cuts: list[int]) -> tuple[Inlines, ...]:
    lines: list[list[Inline]] = [[]]
    at, rest = 0, list(cuts)
    for inline in title:
        if not isinstance(inline, Text):
            lines[-1].append(inline)
            at += len(plain((inline,)))
            if rest and at >= rest[0]:
                rest.pop(0)
                lines.append([])
            continue
        text = inline.text
        while rest and at + len(text) >= rest[0]:
            head, text = text[: rest[0] - at], text[rest[0] - at :]
            lines[-1].append(Text(head, inline.slot))
            at = rest.pop(0)
            lines.append([])
        if text:
            lines[-1].append(Text(text, inline.slot))
            at += len(text)
    return tuple(tuple(line) for line in lines if line)
