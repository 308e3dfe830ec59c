"""The schema of packs."""

from __future__ import annotations

from drafter.language import TONGUES
from drafter.schema import shapes
from drafter.schema.shapes import Schema, choice, due, keys, one_of, text
from drafter.schema.words import Say

OWN = {
    "drafter": "The version of the language: 1.",
    "name": "The pack's name.",
    "version": "The pack's own version; it grows when what is drafted with the pack changes.",
    "language": "The tongue of its blueprints.",
    "description": "What the pack is for, in a sentence.",
}


def pack_schema(say: Say = str) -> Schema:
    """What the pack.yaml of a folder of blueprints and styles may hold."""
    shape = {"drafter": choice([1], spellings="1"), "language": one_of(TONGUES)}
    made = keys(say, {key: (sentence, shape.get(key) or text()) for key, sentence in OWN.items()})
    made["name"]["allOf"] = [due(made["name"]["description"])]
    return {
        "$schema": shapes.DRAFT,
        "title": say("pack"),
        "description": say("A folder of blueprints and styles."),
        "type": "object",
        "properties": made,
        "required": ["drafter", "name"],
        "additionalProperties": False,
    }
