"""Lengths in minutes, as they are typed."""

from __future__ import annotations

import re

import typer

from drafter.catalogue import _

LONGEST = 400
"""Minutes that a speech may be wished to take."""


def minutes_of(text: str | None) -> tuple[float, ...]:
    """The lengths that are wished for: 10, or several as 5,10,20."""
    found: list[float] = []
    for one in re.split(r"[,，、]", text) if text is not None else ():
        try:
            number = float(one.strip())
        except ValueError:
            number = 0
        if not 0 < number <= LONGEST:
            said = _("{name} is no length in minutes, such as 10, or 5,10,20")
            raise typer.BadParameter(said.format(name=one.strip() or text))
        found.append(number)
    return tuple(dict.fromkeys(found))
