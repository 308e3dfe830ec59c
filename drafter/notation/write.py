"""Blueprint → YAML, which reads back as the same blueprint; Brief → YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from msgspec.structs import replace

from drafter.expression.parse import too_long
from drafter.expression.spell import source
from drafter.model.blueprint import (
    LAST,
    LAST_OF_ALL,
    Blueprint,
    Enumeration,
    Node,
    Occasion,
    Passage,
    Section,
    Slot,
    Wording,
)
from drafter.model.expression import Both
from drafter.notation.nodes import walk
from drafter.yamltext.data import Data
from drafter.yamltext.parse import parse
from drafter.yamltext.tree import Mapping as Map
from drafter.yamltext.written import Manner, lines

APART = ("slots", "speech", "opening", "emphases", "closing")
"""Keys with an empty line before them."""
FRONT = ("title", "byline", "date", "salutation")


def blueprint_text(blueprint: Blueprint, notes: Mapping[str, str] | None = None, head: Iterable[str] = ()) -> str:
    """The blueprint as a file of its own, with a comment before each node that has a note, and some at its head."""
    said = notes or {}
    done = [f"# {line}".rstrip() for line in head]
    body = list(lines(_blueprint(blueprint), 0, Manner()))
    apart, ids = _spots("\n".join(body) + "\n")
    noted = {line: said[id] for line, id in ids.items() if id in said}
    for n, line in enumerate(body, 1):
        if n in noted:
            done.append(" " * (len(line) - len(line.lstrip())) + f"# {noted[n]}")
        if n in apart and done:
            done.append("")
        done.append(line)
    return "\n".join(done) + "\n"


def _spots(text: str) -> tuple[set[int], dict[int, str]]:
    """The lines of a blueprint that stand apart, and those on which a node begins, with its id; none if it is too large."""
    root = parse(text, "").root
    speech = root.get("speech") if isinstance(root, Map) else None
    if not isinstance(root, Map) or not isinstance(speech, Map):
        return set(), {}
    apart = {key.place.line for key, _ in (*root.entries, *speech.entries) if key.text in APART}
    return apart, {node.place.line: id for id, node in walk(speech)}


def data_text(value: Mapping[str, Data], head: Iterable[str] = (), notes: Mapping[str, str] | None = None) -> str:
    """A map as a file, with a comment before each key of the first level that has a note."""
    done = [f"# {line}".rstrip() for line in head]
    for key, item in value.items():
        if notes and key in notes:
            done += ["", f"# {notes[key]}"]
        done += lines({key: item}, 0, Manner())
    return "\n".join(done) + "\n"


def _blueprint(blueprint: Blueprint) -> dict[str, Data]:
    done: dict[str, Data] = {"drafter": "1", "title": blueprint.title}
    if blueprint.summary:
        done["summary"] = blueprint.summary
    if said := _occasion(blueprint.occasion):
        done["occasion"] = said
    done["language"] = blueprint.language
    if blueprint.numbering:
        done["numbering"] = [scheme.strip() for scheme in blueprint.numbering]
    if blueprint.minutes is not None:
        done["minutes"] = f"{blueprint.minutes:g}"
    if blueprint.style:
        done["style"] = blueprint.style
    asked = blueprint.asked or tuple(blueprint.slots)
    if asked:
        done["slots"] = {name: slot(blueprint.slots[name]) for name in asked}
    if blueprint.derive:
        done["derive"] = {name: source(found) for name, found in blueprint.derive.items()}
    speech: dict[str, Data] = {key: _choice(blueprint.front[key]) for key in FRONT if key in blueprint.front}
    for zone in ("opening", "emphases", "closing"):
        if nodes := getattr(blueprint, zone):
            speech[zone] = [_node(node) for node in nodes]
    return {**done, "speech": speech}


def _occasion(occasion: Occasion) -> dict[str, Data]:
    answers = {name: getattr(occasion, name) for name in occasion.__struct_fields__}
    return {name: list(said) if len(said) > 1 else said[0] for name, said in answers.items() if said}


def slot(one: Slot) -> dict[str, Data]:
    """A slot as a map."""
    done: dict[str, Data] = {}
    if one.type != "text":
        done["type"] = one.type
    if one.type == "choice":
        done["of"] = list(one.choices)
    if one.type == "list":
        done["of"] = {field.name: slot(field) for field in one.fields} or (one.item.type if one.item else "text")
    for key in ("ask", "example"):
        if getattr(one, key):
            done[key] = getattr(one, key)
    if one.default is not None:
        done["default"] = one.default.text
    if one.missing != "gap":
        done["missing"] = one.missing
    for key in ("min", "max"):
        if getattr(one, key) is not None:
            done[key] = f"{getattr(one, key):g}"
    if one.form:
        done["form"] = list(one.form) if len(one.form) > 1 else one.form[0]
    if one.total:
        done["total"] = one.total
    return done


def _node(node: Node) -> dict[str, Data]:
    done: dict[str, Data] = dict(_common(node))
    match node:
        case Passage():
            done |= _passage(node)
            if node.layout != "paragraph":
                done["layout"] = node.layout
        case Section():
            if node.layout:
                done["say"] = [_unit(unit, node.id) for unit in node.body]
                return done | ({"layout": node.layout} if node.layout != "paragraph" else {})
            listed: dict[str, Data] = {"heading": [_worded(one) for one in node.headings]}
            done |= _wordings("heading", node.headings) if node.must else listed
            if node.number:
                done["number"] = node.number.strip()
            if node.run_in:
                done["run_in"] = "true"
            done["body"] = [_node(inner) for inner in node.body]
        case Enumeration():
            done["enumerate"] = node.scheme.strip()
            if node.each is not None:
                done |= _wordings("say", tuple(one for point in node.points[:1] for one in _said(point)))
            else:
                done["points"] = [_unit(point, node.id) for point in node.points]
            if node.layout != "run_on":
                done["layout"] = node.layout
        case _:
            assert_never(node)
    return done


def _common(node: Node) -> Iterator[tuple[str, Any]]:
    yield "id", node.id
    if node.move:
        yield "move", node.move
    if node.when is not None:
        yield "when", source(node.when)
    if node.each is not None:
        yield "each", source(node.each)
    if node.each_as:
        yield "as", node.each_as
    if node.shapes:
        yield "shapes", list(node.shapes)
    if node.optional:
        yield "optional", {1: "true", LAST_OF_ALL: LAST}.get(node.optional, f"{node.optional}")
    if node.deepen:
        yield "deepen", "true"
    if node.share is not None:
        yield "share", f"{node.share:g}"
    if node.needs:
        yield "needs", list(node.needs)
    if node.keep:
        yield "keep", f"{node.keep}"
    if node.rest:
        yield "rest", [_worded(one) for one in node.rest]


def _passage(node: Passage) -> Iterator[tuple[str, Any]]:
    """What a passage says, and what it hangs on."""
    for key, ids in (("with", node.beside), ("without", node.without)):
        if ids:
            yield key, list(ids)
    for key in ("join", "most", "stock"):
        if getattr(node, key):
            yield key, str(getattr(node, key))
    if node.of is not None:
        yield "of", source(node.of)
    if node.must:
        yield from _wordings("say", node.wordings).items()
    elif node.wordings:
        yield "say", [_worded(one) for one in node.wordings]
    if node.short:
        yield "short", [_worded(one) for one in node.short]


def _said(point: Passage | Section) -> tuple[Wording, ...]:
    return point.wordings if isinstance(point, Passage) else ()


def _unit(node: Node, group: str) -> Data:
    """A sentence of a passage, or a point: a text alone, if it is nothing more and has no name."""
    done = _node(node)
    name = str(done.pop("id")).removeprefix(f"{group}.")
    done.pop("layout", None)
    if done.keys() == {"say"} and isinstance(done["say"], str) and name.isdigit():
        return done["say"]
    must = {"must": "true"} if isinstance(node, Passage) and node.must else {}
    return ({} if name.isdigit() else {"id": name}) | done | must


def _worded(wording: Wording) -> Data:
    """A wording with its conditions; a text alone, if it has none; two maps, if a condition of two is too long for one."""
    for key, held in (("only", wording.only), ("when", wording.when)):
        if isinstance(held, Both) and too_long(source(held)):
            return {key: source(held.left), "say": [_worded(replace(wording, **{key: held.right}))]}
    done: dict[str, Data] = {
        key: source(held) for key, held in (("only", wording.only), ("when", wording.when)) if held is not None
    }
    if wording.subjects:
        done["for"] = list(wording.subjects)
    if wording.maxim:
        done["maxim"] = "true"
    return {**done, "say": wording.prose.text} if done else wording.prose.text


def _choice(wordings: tuple[Wording, ...]) -> Data:
    """A line of the front: its text, or its wordings."""
    made = [_worded(one) for one in wordings]
    return made[0] if len(made) == 1 and isinstance(made[0], str) else made


def _wordings(key: str, wordings: tuple[Wording, ...]) -> dict[str, Data]:
    """A text, and the other wordings under `or`."""
    if not wordings:
        return {}
    first, *more = map(_worded, wordings)
    return {key: first} | ({"or": more} if more else {})
