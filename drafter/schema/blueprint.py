"""The schemas of blueprints and of fragments."""

from __future__ import annotations

from typing import get_args

from drafter.language import TONGUES
from drafter.language.enumerators import show
from drafter.model.blueprint import (
    LAST,
    SHAPES,
    Blueprint,
    Enumeration,
    Layout,
    Missing,
    Occasion,
    Passage,
    Section,
    Slot,
    SlotType,
)
from drafter.model.brief import SETTINGS
from drafter.model.enumerator import Enumerator
from drafter.model.move import MOVES
from drafter.model.pack import Fragment
from drafter.schema import shapes
from drafter.schema.checks import checks
from drafter.schema.shapes import Schema, due, flag, keys, listing, mapping, named, number, one_of, record, text
from drafter.schema.words import Say, sentences

SPEECH = {
    "title": "The title of the speech.",
    "byline": "Who speaks, on a line of its own.",
    "date": "The day, printed in brackets below the title.",
    "salutation": "How the listeners are addressed.",
}
OWN = {
    "speech": "The speech itself: its front, and the nodes of opening, emphases and closing.",
    "extends": "The parent: the blueprint of which this one tells the differences.",
    "override": "What is said otherwise than in the parent: an id, or an id, a dot and a key, and what stands there instead.",
    "remove": "The parent's nodes that are left out, by id.",
    "insert": "Nodes that are put among the parent's.",
    "of": "The answers of a choice; the type of a list's items, or their fields; what the sentence of a stock is about.",
    "say": "What is said; a blank line ends a paragraph; in a list, one sentence after the other.",
    "maxim": "It is a maxim: none stands next to another, and all together are a small part of a speech.",
    "or": "Other wordings of the same; which one is said hangs on the seed.",
    "heading": "The heading; without one, a section only groups.",
    "use": "A fragment that stands here, by its name, or by its pack's name, a slash and its own.",
    "before": "The node before which it is put.",
    "after": "The node after which it is put.",
    "into": "The section, or opening, emphases or closing, at the end of which it is put.",
    "node": "What is put there.",
}
"""Keys that no field of a noun stands for."""
SLOT_NAME = rf"^(?!(?:{'|'.join(SETTINGS)})$)[^\s!-/:-@\[-^`{{-~0-9][^\s!-/:-@\[-^`{{-~]*$"
"""A name that prose can use, no blanks and no marks but _, and that is no setting's."""
EDITS = ("override", "remove", "insert")
"""Keys that need a parent."""
SENTENCE = (
    *("id", "move", "when", "each", "as", "say", "or", "must", "with", "without", "join", "most", "stock", "of"),
    *("shapes", "maxim"),
    *("enumerate", "points", "body", "layout", "optional", "deepen", "share", "needs", "keep"),
    *("short", "rest"),
)
"""The keys of a sentence of a passage, or of a point."""
KINDS = (
    ("use", "layout"),
    ("enumerate", "say", "or", "points", "layout"),
    ("body", "heading", "or", "run_in", "number"),
    ("heading", "body", "or", "run_in", "number"),
    ("stock", "of", "with", "without", "join", "most", "layout", "shapes"),
    ("say", "or", "short", "layout", "must", "with", "without", "join", "most", "shapes", "maxim"),
)
"""The key by which a kind of node is known, and what else it may have."""


def blueprint_schema(say: Say = str) -> Schema:
    """What a blueprint may hold."""
    told = sentences(Blueprint)
    nodes, listed = listing(_ref("node")), {key: told[key] for key in ("opening", "emphases", "closing")}
    speech = keys(say, {key: (sentence, shapes.wording()) for key, sentence in SPEECH.items()})
    speech |= keys(say, {key: (sentence, nodes) for key, sentence in listed.items()})
    return {
        "$schema": shapes.DRAFT,
        "title": say("blueprint"),
        "description": say(str(Blueprint.__doc__)),
        "type": "object",
        "properties": shapes.version(say)
        | keys(
            say,
            {
                "title": (told["title"], text()),
                "summary": (told["summary"], text()),
                "occasion": (told["occasion"], record(_occasion(say))),
                "language": (told["language"], one_of(TONGUES)),
                "extends": (OWN["extends"], text()),
                "numbering": (told["numbering"], listing(_scheme())),
                "minutes": (told["minutes"], shapes.positive(say(shapes.DIGITS))),
                "style": (told["style"], text()),
                "slots": (told["slots"], _slot_map(say)),
                "derive": (told["derive"], mapping(text())),
                "speech": (OWN["speech"], record(speech)),
                "override": (OWN["override"], mapping({})),
                "remove": (OWN["remove"], listing(text())),
                "insert": (OWN["insert"], listing(_insertion(say))),
                "checks": (told["checks"], checks(say)),
            },
        ),
        "required": ["drafter"],
        "additionalProperties": False,
        "if": {"required": ["extends"]},
        "else": {
            "required": ["speech"],
            "properties": {"speech": {"required": ["title"]}, **dict.fromkeys(EDITS, False)},
        },
        "definitions": {"slot": _slot(say), "node": _node(say)},
    }


def _occasion(say: Say) -> Schema:
    """When a speech is given."""
    return keys(say, {key: (sentence, shapes.several(text())) for key, sentence in sentences(Occasion).items()})


def fragment_schema(say: Say = str) -> Schema:
    """What a fragment may hold: what it says of itself, and the one node that it is."""
    told, node = {**sentences(Blueprint), **sentences(Fragment)}, _node(say)
    own = keys(say, {key: (told[key], text()) for key in ("title", "summary", "register")})
    own["slots"] = named("slots", say(told["slots"]), _slot_map(say))
    given = ("move", "when", *(key for kind in KINDS[1:] for key in kind))
    return {
        "$schema": shapes.DRAFT,
        "title": say("fragment"),
        "description": say(str(Fragment.__doc__)),
        "type": "object",
        "properties": {**shapes.version(say), **own, **{key: node["properties"][key] for key in given}},
        "required": ["drafter"],
        "additionalProperties": False,
        "allOf": node["allOf"],
        "definitions": {"slot": _slot(say), "node": node},
    }


def _slot_map(say: Say) -> Schema:
    """Slots by name."""
    error = say("a slot's name has letters or Chinese characters, digits and _ only, and is not a setting's")
    return mapping(_ref("slot"), propertyNames={"pattern": SLOT_NAME, "patternErrorMessage": error})


def _slot(say: Say) -> Schema:
    """A slot, or a field of one."""
    told = sentences(Slot)
    table = {
        "type": one_of(get_args(SlotType)),
        "ask": text(),
        "example": text(),
        "default": text(),
        "missing": one_of(get_args(Missing)),
        "min": number(say(shapes.DIGITS)),
        "max": number(say(shapes.DIGITS)),
        "of": _of(),
        "form": shapes.several(one_of(name for tongue in TONGUES.values() for name in tongue.forms)),
        "total": text(),
    }
    made = record(keys(say, {key: (told.get(key) or OWN[key], shape) for key, shape in table.items()}))
    answers = {"required": ["of"], "properties": {"of": {"type": "array"}, "total": False}}
    items = {"properties": {"default": False, "of": {"if": {"type": "array"}, "then": {"type": "object"}}}}
    # without a type, a slot may be a parent's of which only the fields are told anew
    plain = {"if": {"required": ["type"]}, "then": {"properties": {"of": False, "total": False}}}
    by_type = _if_type("choice", answers) | {"else": _if_type("list", items) | {"else": plain}}
    return {"title": say("slot"), "description": say(str(Slot.__doc__)), **made, "allOf": [by_type]}


def _if_type(type: str, then: Schema) -> Schema:
    return {"if": {"properties": {"type": {"const": type}}, "required": ["type"]}, "then": then}


def _of() -> Schema:
    """The name of a type; or a list of answers, or a map of fields."""
    inner = {"if": {"type": ["null", "array"]}, "else": {"type": "object"}}
    return {
        "oneOf": [
            {"enum": ["text", "number", "date", "due", "quantity"]},
            {**inner, "items": text(), "additionalProperties": _ref("slot")},
        ]
    }


def _node(say: Say) -> Schema:
    """A node of any kind; by its keys it is known which."""
    told = {**sentences(Section), **sentences(Enumeration), **sentences(Passage)}
    fields = {"as": "each_as", "enumerate": "scheme", "with": "beside"}
    table = {
        "id": text(),
        "move": one_of(MOVES, MOVES.values()),
        "when": text(),
        "each": text(),
        "as": text(),
        "optional": {"anyOf": [flag(), one_of([LAST]), number(say(shapes.DIGITS))]},
        "deepen": flag(),
        "share": number(say(shapes.DIGITS)),
        "needs": shapes.several(text()),
        "keep": number(say(shapes.DIGITS)),
        "short": shapes.several(shapes.wording()),
        "rest": shapes.several(shapes.wording()),
        "say": shapes.several({"if": {"type": "object"}, "then": _keys_only(SENTENCE), "else": text()}),
        "or": listing(shapes.wording()),
        "must": flag(),
        "with": shapes.several(text()),
        "without": shapes.several(text()),
        "join": text(),
        "most": number(say(shapes.DIGITS)),
        "shapes": listing(_scheme(*SHAPES)),
        "maxim": flag(),
        "stock": text(),
        "of": text(),
        "layout": one_of(get_args(Layout)),
        "heading": shapes.wording(),
        "body": listing(_ref("node")),
        "run_in": flag(),
        "number": _scheme("none"),
        "enumerate": _scheme("none"),
        "points": listing({"if": {"type": "object"}, "then": _keys_only(SENTENCE), "else": text()}),
        "use": text(),
    }
    made = keys(say, {key: (told.get(fields.get(key, key)) or OWN[key], shape) for key, shape in table.items()})
    for key in ("id", "say", "heading"):
        due_there = due(made[key]["description"])
        made[key]["allOf"] = [due_there if key == "id" else {"if": {"type": ["array", "object"]}, "else": due_there}]
    return {
        "title": say("node"),
        "description": say("A passage, a section or an enumeration."),
        "type": "object",
        "properties": made,
        "required": ["id"],
        "additionalProperties": False,
        "allOf": [_kinds()],
    }


def _keys_only(keys: tuple[str, ...]) -> Schema:
    """A map with no other keys than these."""
    return {"propertyNames": {"enum": list(keys)}}


def _kinds() -> Schema:
    """What a node of each kind may have, and what it has to."""
    counted = {"if": {"required": ["each"]}, "then": {"required": ["say"]}, "else": {"required": ["points"]}}
    made: Schema = {"required": ["say"], **_others(KINDS[-1])}
    for kind in reversed(KINDS[:-1]):
        then = _others(kind) | (counted if kind[0] == "enumerate" else {})
        made = {"if": {"required": [kind[0]]}, "then": then, "else": made}
    return made


def _others(kind: tuple[str, ...]) -> Schema:
    """Keys of the other kinds, none of which stands with this kind's."""
    return {"properties": {key: False for other in KINDS for key in other if key not in kind}}


def _insertion(say: Say) -> Schema:
    """A node, and where it is put."""
    where = ("before", "after", "into")
    table = {**{key: text() for key in where}, "node": _ref("node")}
    once: Schema = {"required": [where[-1]], "errorMessage": say("one of before, after and into has to be there")}
    for n, key in reversed(list(enumerate(where[:-1], 1))):
        once = {"if": {"required": [key]}, "then": {"properties": dict.fromkeys(where[n:], False)}, "else": once}
    return record(keys(say, {key: (OWN[key], shape) for key, shape in table.items()}), needs=["node"], allOf=[once])


def _scheme(*more: str) -> Schema:
    """An enumerator scheme of any language, with its first three numbers, or one that says what it counts."""
    first = {
        name.strip(): " ".join(show(Enumerator(name, n), tongue).strip() for n in (1, 2, 3))
        for tongue in TONGUES.values()
        for name in tongue.schemes
    }
    counting = "|".join(tongue.schemes.named for tongue in TONGUES.values() if tongue.schemes.named)
    return one_of([*first, *more], [*first.values(), *("" for _ in more)], also=counting)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}
