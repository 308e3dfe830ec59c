"""The shared parts of a style's documents: those of the built-in styles come with drafter, others are made once a process."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import asdict

from drafter.formats.docx.parts import Base
from drafter.formats.record import digest
from drafter.model.style import Style

FOLDER = Path(__file__).parent / "styles"
"""A file for each built-in style, written by `make accept`."""
MOST_BASES = 50
_BASES: dict[int, tuple[Style, Base]] = {}
"""By the identity of a style, which is kept for that: telling its value takes as long as half a document."""


def base_of(style: Style) -> Base:
    """The shared parts of a style's documents, kept in the process."""
    kept = _BASES.get(id(style))
    if kept is None:
        if len(_BASES) > MOST_BASES:
            _BASES.clear()
        kept = _BASES[id(style)] = (style, _shipped(style) or _made(style))
    return kept[1]


def as_text(style: Style) -> str:
    """What is shipped of a style: its parts, and what tells whether it is still the same style."""
    made = _made(style)
    parts = {name: part.decode() for name, part in made.parts.items()}
    return (
        json.dumps({"style": digest(repr(style)), **asdict(made), "parts": parts}, ensure_ascii=False, indent=1) + "\n"
    )


def _shipped(style: Style) -> Base | None:
    """The parts that came with drafter, unless someone's own style has the name of a built-in one."""
    if not style.name.isidentifier():  # it goes into a path
        return None
    try:
        told = json.loads((FOLDER / f"{style.name}.json").read_bytes())
    except FileNotFoundError:
        return None
    if told.pop("style") != digest(repr(style)):
        return None
    return Base(**{**told, "parts": {name: part.encode() for name, part in told["parts"].items()}})


def _made(style: Style) -> Base:
    from drafter.formats.docx.base import base

    return base(style)
