"""Schemas (JSON Schema, draft-07) of the files that people write, for editors and for whoever reads such files."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Literal

from drafter.schema.blueprint import blueprint_schema, fragment_schema
from drafter.schema.brief import brief_schema, settings
from drafter.schema.pack import pack_schema
from drafter.schema.shapes import Schema
from drafter.schema.style import style_schema
from drafter.schema.words import Say, spoken

Fixed = Literal["blueprint", "fragment", "pack", "style"]
FIXED: dict[Fixed, Callable[[Say], Schema]] = {
    "blueprint": blueprint_schema,
    "fragment": fragment_schema,
    "pack": pack_schema,
    "style": style_schema,
}
"""The schemas that are the same for every file of a kind."""
MADE = "Made by drafter; what is changed here is lost."
"""By this a schema is known as ours."""


def as_text(schema: Schema) -> str:
    """The schema as a file holds it."""
    return json.dumps({"$comment": MADE, **schema}, ensure_ascii=False, indent=2) + "\n"


__all__ = ["FIXED", "MADE", "Fixed", "Say", "Schema", "as_text", "brief_schema", "settings", "spoken"]
