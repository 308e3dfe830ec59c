"""Blueprint → the schema of its briefs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.language import TONGUES, Tongue
from drafter.language.asking import example, limits, question
from drafter.model.blueprint import Blueprint, Node, Slot, every, subjects_of, wordings
from drafter.model.brief import FRONT, LAYOUTS, Brief, Insert
from drafter.model.speech import Speech
from drafter.schema import shapes
from drafter.schema.checks import checks
from drafter.schema.shapes import Schema, alternatives, choice, keys, listing, mapping, named, number, record, text
from drafter.schema.words import Say, sentences, spoken

OCCURRENCE = r"\[[0-9]+(?:\.[0-9]+)*\]"
"""Which one of a node that is repeated: task[2]."""


def brief_schema(blueprint: Blueprint) -> Schema:
    """What a brief for the blueprint may hold, in the blueprint's language."""
    tongue = TONGUES[blueprint.language]
    slots = _slots(blueprint.slots.values(), blueprint.asked, tongue, _remarks(tongue) if blueprint.looks else "")
    for name in slots.keys() - set(blueprint.asked):
        slots[name]["doNotSuggest"] = True  # known to a parent, and not said here
    return {
        "$schema": shapes.DRAFT,
        "title": blueprint.title,
        "description": blueprint.summary,
        "type": "object",
        "properties": settings(blueprint, spoken(blueprint.language)) | slots,
        "required": ["blueprint", *_due(blueprint.slots[name] for name in blueprint.asked)],
        "additionalProperties": False,
        "definitions": {"open": shapes.OPEN},
    }


def settings(blueprint: Blueprint, say: Say) -> dict[str, Schema]:
    """The keys of a brief that are not slots."""
    told = sentences(Brief)
    nodes = {node.id: node for node in every((*blueprint.opening, *blueprint.emphases, *blueprint.closing))}
    told = {**told, "subject": told["subjects"]}
    table = {
        "blueprint": text(),
        "minutes": shapes.positive(say(shapes.DIGITS)),
        "rate": shapes.positive(say(shapes.DIGITS)),
        "style": text(),
        "seed": shapes.ordinal(say(shapes.WHOLE)),
        "subject": shapes.proposing(classes) if (classes := subjects_of(blueprint)) else shapes.several(text()),
        "pick": _picks(nodes, say),
        "shapes": _shapes(nodes),
        "omit": listing(_ids(nodes)),
        "keep": _kept(blueprint, say),
        "overrides": _overrides(nodes, say),
        "insert": listing(_insert(nodes, [node.id for node in every(blueprint.emphases)], say)),
        "promised": shapes.several(text()),
        "checks": checks(say),
    }
    made = keys(say, {key: (told[key], shape) for key, shape in table.items()})
    made["blueprint"] |= {"default": blueprint.name, "allOf": [shapes.due(made["blueprint"]["description"])]}
    return made


def _picks(nodes: Mapping[str, Node], say: Say) -> Schema:
    """A wording by node; those that have several are proposed."""
    counts: dict[int, list[str]] = {}
    for id, node in nodes.items():
        counts.setdefault(len(wordings(node)), []).append(id)
    ordinal = shapes.ordinal(say(shapes.WHOLE))
    of_nodes = {_repeated(ids): ordinal | {"minimum": 1, "maximum": count} for count, ids in sorted(counts.items())}
    offered = {id: _pick(node) for id, node in nodes.items() if len(wordings(node)) > 1}
    return mapping(False, properties=offered, patternProperties=of_nodes)


def _shapes(nodes: Mapping[str, Node]) -> Schema:
    """A shape by list; those that have several are proposed."""
    several = {id: node for id, node in nodes.items() if len(node.shapes) > 1}
    offered = {id: named(id, _said(node), shapes.one_of(node.shapes)) for id, node in several.items()}
    return mapping(False, properties=offered, patternProperties={_repeated(several): text()} if several else {})


def _kept(blueprint: Blueprint, say: Say) -> Schema:
    """A number of items by list."""
    ordinal = shapes.ordinal(say(shapes.WHOLE)) | {"minimum": 1}
    lists = [slot.name for slot in blueprint.slots.values() if slot.type == "list"]
    pattern = {rf"^(?:{alternatives(lists)})(?:[.\[].*)?$": ordinal} if lists else {}
    return mapping(False, properties={}, patternProperties=pattern)


def _overrides(nodes: Mapping[str, Node], say: Say) -> Schema:
    """A text by node, or by line of the front."""
    offered = {id: named(id, say(sentences(Speech)[id]), text()) for id in FRONT if id not in nodes}
    offered |= {id: named(id, _said(node), text()) for id, node in nodes.items()}
    return mapping(False, properties=offered, patternProperties={_repeated(nodes): text()} if nodes else {})


def _insert(nodes: Mapping[str, Node], emphases: Iterable[str], say: Say) -> Schema:
    """A text beside one node; with a heading, beside one among the points."""
    told = sentences(Insert)
    table = {
        "after": (told["anchor"], _ids(nodes, FRONT)),
        "before": (told["before"], _ids(nodes)),
        "heading": (told["heading"], text()),
        "say": (told["say"], shapes.several(text())),
        "layout": (told["run_on"], shapes.one_of(LAYOUTS)),
    }
    among = {"if": shapes.EMPTY, "else": {"pattern": _repeated(emphases)}}
    headed = {"after": among, "before": among, "layout": {"not": {"pattern": r"^\s*run_on\s*$", "type": "string"}}}
    conditions = [
        {"if": _gives("after"), "then": {"not": _gives("before")}, "else": _gives("before")},
        {"if": _gives("say"), "else": _gives("heading")},
        {"if": _gives("heading"), "then": {"properties": headed}},
    ]
    return {"type": "object", "properties": keys(say, table), "additionalProperties": False, "allOf": conditions}


def _gives(key: str) -> Schema:
    """A map with something under a key."""
    return {"required": [key], "properties": {key: {"not": {"$ref": "#/definitions/open"}}}}


def _pick(node: Node) -> Schema:
    """The wordings to pick from, each with its words."""
    texts = [" ".join(prose.text.split()) for prose in wordings(node)]
    numbers = range(1, len(texts) + 1)
    spelt = "|".join(rf"\+?0*{n}(?:\.0+)?" for n in numbers)
    return named(node.id, _said(node), choice(numbers, spellings=spelt, about=texts))


def _repeated(nodes: Iterable[str]) -> str:
    """A pattern for nodes, each also with its occurrence."""
    return rf"^(?:{alternatives(nodes)})(?:{OCCURRENCE})?$"


def _ids(nodes: Iterable[str], more: Iterable[str] = ()) -> Schema:
    """A node, or one of a few more words; its occurrences are not proposed."""
    names = tuple(dict.fromkeys((*nodes, *more)))
    return choice(names, shapes.readings(names), rf"(?:{alternatives(nodes)}){OCCURRENCE}") if nodes else text()


def _said(node: Node) -> str:
    """What a node says, in its first wording."""
    return "\n\n".join(prose.text.strip() for prose in wordings(node)[:1])


def _due(slots: Iterable[Slot]) -> list[str]:
    """The slots that have to be given."""
    return [slot.name for slot in slots if slot.missing == "error" and slot.default is None]


def _remarks(tongue: Tongue) -> str:
    """The sentence on what may stand behind the bar of a fact; nothing where no remark is read."""
    marks = (f"{mark}{tongue.brief_words['remark']}" if words else mark for mark, words in tongue.remarks.items())
    return tongue.brief_words["remarks"].format(tongue.brief_words["or"].join(marks)) if tongue.remarks else ""


def _slots(slots: Iterable[Slot], asked: Iterable[str], tongue: Tongue, remarks: str) -> dict[str, Schema]:
    """Slots by name; those that are asked for may have to be given."""
    return {slot.name: _slot(slot, tongue, remarks, must=slot.name in asked and bool(_due([slot]))) for slot in slots}


def _slot(slot: Slot, tongue: Tongue, remarks: str, must: bool) -> Schema:
    behind = remarks if (slot.item or slot).type in ("text", *tongue.slot_kinds) else ""
    about = "\n\n".join(filter(None, (question(slot, tongue), example(slot, tongue), behind)))
    made = named(slot.name, about, _shape(slot, tongue, remarks)) | _limits(slot, tongue)
    conditions = shapes.counted(slot.min, slot.max) if slot.type == "list" else []
    conditions += [shapes.due(slot.ask or slot.name)] if must else []
    return made | ({"allOf": conditions} if conditions else {})


def _shape(slot: Slot, tongue: Tongue, remarks: str) -> Schema:
    """What may stand for a slot."""
    words = tongue.brief_words
    match slot.type:
        case "list" if slot.item:
            return listing(_shape(slot.item, tongue, remarks))
        case "list":
            fields = _slots(slot.fields, [field.name for field in slot.fields], tongue, remarks)
            return listing(record(fields, needs=_due(slot.fields)))
        case "number":
            return number(words["number"], shapes.FACT)
        case "date":
            return shapes.date(words["date"])
        case "choice":
            return shapes.one_of(slot.choices)
        case "flag":
            return _flag(tongue)
        case _:
            return text()


def _flag(tongue: Tongue) -> Schema:
    """The first answers of the language are proposed, its others are taken."""
    offered = list(tongue.truth)[:2]
    spelt = "|".join("".join(f"[{c}{c.upper()}]" if c.upper() != c else c for c in word) for word in tongue.truth)
    return choice(offered, [True, False], spelt)


def _limits(slot: Slot, tongue: Tongue) -> Schema:
    """The least and the most of a number, or of a text's characters."""
    if slot.type == "text":
        return shapes.sized(slot.min, slot.max, tongue.brief_words["comma"].join(limits(slot, tongue)))
    if slot.type == "number":
        return {key: size for key, size in (("minimum", slot.min), ("maximum", slot.max)) if size is not None}
    return {}
