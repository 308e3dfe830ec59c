"""The `checks` of a blueprint or of a brief."""

from __future__ import annotations

from typing import get_args

from drafter.model.blueprint import Check
from drafter.problem import Severity
from drafter.schema.shapes import EMPTY, Schema, keys, mapping, one_of
from drafter.schema.words import Say, sentences


def checks(say: Say) -> Schema:
    """By rule how bad a broken one is, or a map of that and of the rule's options."""
    words = ("off", *get_args(Severity))
    severity = keys(say, {"severity": (sentences(Check)["severity"], one_of(words))})
    options: Schema = {"if": EMPTY, "else": {"type": "object"}, "properties": severity}
    return mapping({"oneOf": [{"enum": list(words)}, options]})
