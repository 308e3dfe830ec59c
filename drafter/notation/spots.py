"""Where the characters of a value stand between its marks in the file."""

from __future__ import annotations


def spots(raw: str, text: str, style: str) -> tuple[int, ...] | None:
    """For every character of `text` its offset in `raw`, the value as typed; None where escapes make that unsure.

    Blanks that YAML adds or takes away where a line is folded stand for one another.
    """
    at = raw.find("\n") + 1 if style in ("|", ">") else len(style)
    found = []
    for char in text:
        if not char.isspace():
            while at < len(raw) and raw[at] != char and raw[at].isspace():
                at += 1
            if at == len(raw) or raw[at] != char:
                return None
        found.append(at)
        if at < len(raw) and (raw[at] == char or raw[at].isspace()):
            at += 2 if style == "'" == char else 1
    return tuple(found)
