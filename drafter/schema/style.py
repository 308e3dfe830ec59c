"""The schema of styles."""

from __future__ import annotations

from typing import get_args

from drafter.model.style import COLORS, ROLES, SIZES, Align, Look, NumberPlace, Reading, Style
from drafter.schema import shapes
from drafter.schema.shapes import Schema, flag, keys, number, one_of, record, text
from drafter.schema.words import Say, sentences

OWN = {
    "page": "Paper and type area, in millimetres.",
    "width": "Width of the paper.",
    "height": "Height of the paper.",
    "area_width": "Width of the type area.",
    "area_height": "Height of the type area.",
    "grid": "How many lines a page holds, and how many characters a line.",
    "roles": "How the lines of each role are set; fonts, size and pitch that a role does not name are the body's.",
}
"""Keys that no field of a noun stands for."""


def style_schema(say: Say = str) -> Schema:
    """What a style may hold."""
    told = sentences(Style)
    page = {key: told.get(key) or OWN[key] for key in ("width", "height", "top", "left", "area_width", "area_height")}
    grid = {key: told[key] for key in ("lines", "characters")}
    return {
        "$schema": shapes.DRAFT,
        "title": say("style"),
        "description": say(str(Style.__doc__)),
        "type": "object",
        "properties": shapes.version(say)
        | keys(
            say,
            {
                "title": (told["title"], text()),
                "page": (OWN["page"], record(keys(say, {key: (about, _length(say)) for key, about in page.items()}))),
                "grid": (OWN["grid"], record(keys(say, {key: (about, _length(say)) for key, about in grid.items()}))),
                "number": (told["number_place"], one_of(get_args(NumberPlace))),
                "first_number": (told["first_number"], flag()),
                "header": (told["header"], text()),
                "footer": (told["footer"], text()),
                "reading": (told["reading"], record(keys(say, _reading(say)))),
                "rate": (told["rate"], shapes.positive(say(shapes.DIGITS))),
                "roles": (OWN["roles"], record(keys(say, {role: (str(Look.__doc__), _look(say)) for role in ROLES}))),
            },
        ),
        "required": ["roles"],
        "additionalProperties": False,
    }


def _look(say: Say) -> Schema:
    """How a line of one role is set."""
    table = {
        "font": text(),
        "latin": text(),
        "size": _size(say),
        "bold": flag(),
        "color": _color(say),
        "spacing": number(say(shapes.DIGITS)) | {"minimum": -5, "maximum": 100},
        "align": one_of(get_args(Align)),
        **{key: _length(say) for key in ("indent", "pitch", "before", "after")},
    }
    return record(keys(say, {key: (sentences(Look)[key], shape) for key, shape in table.items()}))


def _reading(say: Say) -> dict[str, tuple[str, Schema]]:
    """The marks for reading aloud."""
    about = sentences(Reading)
    longest = number(say(shapes.DIGITS)) | {"minimum": 14, "maximum": 200}
    return {key: (about[key], longest if key == "longest" else flag()) for key in Reading.__struct_fields__}


def _size(say: Say) -> Schema:
    """The name of a Chinese size, or points."""
    names = {"enum": list(SIZES), "enumDescriptions": [f"{size:g}" for size in SIZES.values()]}
    return {"oneOf": [names, _length(say)]}


def _color(say: Say) -> Schema:
    """The name of a colour, or its digits."""
    digits = {"type": ["string", "number"], "pattern": "^#?[0-9A-Fa-f]{6}$"}
    return {"oneOf": [{"enum": list(COLORS), "enumDescriptions": list(COLORS.values())}, digits]}


def _length(say: Say) -> Schema:
    return number(say(shapes.DIGITS)) | {"minimum": 0, "maximum": 2000}
