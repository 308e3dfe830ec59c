"""Schemas (JSON Schema, draft-07) of the files that people write, for editors and for whoever reads such files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec.json

from drafter.schema.blueprint import blueprint_schema, fragment_schema
from drafter.schema.brief import brief_schema, settings
from drafter.schema.norms import checks_schema
from drafter.schema.pack import pack_schema
from drafter.schema.shapes import Schema
from drafter.schema.style import style_schema
from drafter.schema.words import Say, spoken

Fixed = Literal["blueprint", "fragment", "pack", "style", "checks"]
FIXED: dict[Fixed, Callable[[Say], Schema]] = {
    "blueprint": blueprint_schema,
    "fragment": fragment_schema,
    "pack": pack_schema,
    "style": style_schema,
    "checks": checks_schema,
}
"""The schemas that are the same for every file of a kind."""
MADE = "Made by drafter; what is changed here is lost."
"""By this a schema is known as ours."""


def as_text(schema: Schema) -> str:
    """The schema as a file holds it."""
    return msgspec.json.format(msgspec.json.encode({"$comment": MADE, **schema}), indent=2).decode() + "\n"


__all__ = ["FIXED", "MADE", "Fixed", "Say", "Schema", "as_text", "brief_schema", "settings", "spoken"]
