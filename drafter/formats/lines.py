"""What every writer asks of the look of a line."""

from __future__ import annotations

from drafter.model.manuscript import Line, directs

FRONT = ("title", "byline", "date")
"""The roles of the lines above the salutation; below the last of them a line is left free."""


def role(line: Line) -> str:
    """The name of the look that a line takes."""
    if line.role == "heading":
        return f"heading{min(line.depth, 4)}"
    if line.role in ("opening", "body", "closing"):
        return "direction" if directs(line.parts[0]) else "body"
    return line.role
