"""The schema of packs."""

from __future__ import annotations

from drafter.language import TONGUES
from drafter.model.pack import Pack
from drafter.schema import shapes
from drafter.schema.shapes import Schema, due, keys, one_of, text
from drafter.schema.words import Say, sentences


def pack_schema(say: Say = str) -> Schema:
    """What the `pack.yaml` of a folder of blueprints, fragments and styles may hold."""
    shape = {"language": one_of(TONGUES)}
    made = keys(say, {key: (sentence, shape.get(key) or text()) for key, sentence in sentences(Pack).items()})
    made["name"]["allOf"] = [due(made["name"]["description"])]
    return {
        "$schema": shapes.DRAFT,
        "title": say("pack"),
        "description": say(str(Pack.__doc__)),
        "type": "object",
        "properties": {**shapes.version(say), **made},
        "required": ["drafter", "name"],
        "additionalProperties": False,
    }
