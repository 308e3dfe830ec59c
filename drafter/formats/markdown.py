"""Manuscript → Markdown (CommonMark)."""

from __future__ import annotations

import re

from drafter.formats.lines import role
from drafter.model.manuscript import Heading, Line, Manuscript, printed
from drafter.model.speech import Inlines, Strong, Text
from drafter.model.style import Style

SPECIAL = re.compile(r"([\\`*_\[\]<>]|&(?=#?\w+;))")
LINE_START = re.compile(r"^(\d+)([.)])|^([#+>=~-])")
CLOSING = re.compile(r"(#+[ \t]*)$")
"""What at the end of a heading would be taken for its frame."""


def write(manuscript: Manuscript, style: Style) -> str:
    """Headings as headings, run-in ones strong, directions in italics, gaps strong unless typed, what may be last
    year's marked; text is escaped, no other mark-up."""
    return "\n\n".join(_line(line) for line in manuscript.lines) + "\n"


def _line(line: Line) -> str:
    head = line.parts[0]
    if line.role == "title":
        return "# " + CLOSING.sub(r"\\\1", _words(head.inlines))
    if isinstance(head, Heading) and not head.run_in:
        return "#" * (line.depth + 1) + " " + CLOSING.sub(r"\\\1", _words(printed(head)))
    if isinstance(head, Heading):
        return (
            f"**{_words(printed(head)).strip()}**"
            + _gap(head)
            + "".join(_words(part.inlines) for part in line.parts[1:])
        )
    text = "".join(_words(printed(part)) for part in line.parts)
    if role(line) == "direction":
        return f"*{text}*"
    return LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


def _gap(head: Heading) -> str:
    """The blank after a run-in heading, which strong text may not end in."""
    return " " if head.stop.endswith(" ") else ""


def _words(inlines: Inlines) -> str:
    done = []
    for inline in inlines:
        match inline:
            case Text(text, unconfirmed=stale):
                plain = SPECIAL.sub(r"\\\1", text)
                done.append(f"<mark>{plain}</mark>" if stale and plain.strip() else plain)
            case Strong(inner):
                done.append(f"**{_words(inner)}**")
            case gap:
                label = SPECIAL.sub(r"\\\1", gap.label)
                done.append(label if gap.typed else f"**{label}**")
    return "".join(done)
