"""What every writer asks of a line."""

from __future__ import annotations

from drafter.model.manuscript import Heading, Line, Part, directs
from drafter.model.speech import Inlines, Text, plain

FRONT = ("title", "byline", "date")
"""The roles of the lines above the salutation; below the last of them a line is left free."""


def printed(part: Part) -> Inlines:
    """A part as it is printed, with its number and the mark that ends a run-in heading."""
    if not isinstance(part, Heading):
        return part.inlines
    stop = (Text(part.stop),) if part.stop else ()
    return (Text(part.label), *part.inlines, *stop) if part.label else (*part.inlines, *stop)


def page_text(line: Line) -> str:
    """The line as it is read."""
    return "".join(plain(printed(part)) for part in line.parts)


def role(line: Line) -> str:
    """The name of the look that a line takes."""
    if line.role == "heading":
        return f"heading{min(line.depth, 4)}"
    if line.role in ("opening", "body", "closing"):
        return "direction" if directs(line.parts[0]) else "body"
    return line.role
