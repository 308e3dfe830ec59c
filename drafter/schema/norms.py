"""The schema of files of checks."""

from __future__ import annotations

from typing import get_args

from drafter.model.norm import Checks, Norm, NormKind
from drafter.schema import shapes
from drafter.schema.shapes import DIGITS, Schema, flag, keys, listing, mapping, number, one_of, several, text
from drafter.schema.words import Say, sentences

LEVELS = ("错", "疑", "提示", "error", "warning", "info", "off")
OWN = {
    "off": "Rules and norms that are not told.",
    "of": "Patterns of words that should not stand, each with better ones; {inside} is what was found without its two ends.",
    "first": "Words that exclude others.",
    "one_of": "Forms of one name, of which a text uses one only.",
    "order": "Names in the order in which they are said.",
}
"""Keys that no field of a noun stands for."""


SAID = {"type": "object", "properties": {"zh": text(), "en": text()}, "additionalProperties": False}
"""What a norm says, language by language."""


def checks_schema(say: Say = str) -> Schema:
    """What a file of checks may hold."""
    told = sentences(Checks)
    made = {
        "checks": (told["norms"], listing(_norm(say))),
        "off": (OWN["off"], several(text())),
        "levels": (told["levels"], mapping(one_of(LEVELS))),
        "allow": (told["allowed"], several(text())),
    }
    return {
        "$schema": shapes.DRAFT,
        "title": say("checks"),
        "description": say(str(Checks.__doc__)),
        "type": "object",
        "properties": {**shapes.version(say), **keys(say, made)},
        "required": ["drafter"],
        "additionalProperties": False,
    }


def _norm(say: Say) -> Schema:
    """One entry; which keys go together, the reader tells."""
    told = sentences(Norm)
    shape = {
        "name": text(),
        "kind": one_of(get_args(NormKind)),
        "level": one_of(LEVELS),
        "says": {"anyOf": [text(), SAID]},
        "why": text(),
        "source": text(),
        "match": several(text()),
        "then": several(text()),
        "bad": several(text()),
        "good": several(text()),
        **dict.fromkeys(("within", "per", "above", "since"), number(say(DIGITS))),
        **dict.fromkeys(("fix", "open", "headings"), flag()),
    }
    own = {"of": mapping(text()), **dict.fromkeys(("first", "one_of", "order"), several(text()))}
    table = {key: (told[key], one) for key, one in shape.items()} | {key: (OWN[key], one) for key, one in own.items()}
    return {"type": "object", "properties": keys(say, table), "required": ["name"], "additionalProperties": False}
