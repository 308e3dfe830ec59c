"""The schemas are schemas, know every key that the readers know, and take every file that ships."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from drafter.desk.library import Library
from drafter.language import TONGUES
from drafter.model.brief import SETTINGS
from drafter.model.move import MOVES
from drafter.notation import blueprint, fragment, inherit, nodes, pack, slots, style
from drafter.notation.brief import read_brief
from drafter.schema import FIXED, Schema, brief_schema, spoken
from drafter.yamltext.parse import parse
from tests import keys
from tests.conftest import ROOT
from tests.editor.core import as_editor, every_slot

BLUEPRINT, FRAGMENT, PACK, STYLE, CHECKS = (
    FIXED[kind](str) for kind in ("blueprint", "fragment", "pack", "style", "checks")
)
SHIPPED = [
    *((path, BLUEPRINT) for path in sorted((ROOT / "blueprints").glob("*/speeches/*.yaml"))),
    *((path, FRAGMENT) for path in sorted((ROOT / "blueprints").glob("*/fragments/*.yaml"))),
    *((path, STYLE) for path in sorted((ROOT / "blueprints").glob("*/styles/*.yaml"))),
    *((path, PACK) for path in sorted((ROOT / "blueprints").glob("*/pack.yaml"))),
    *((path, CHECKS) for path in sorted((ROOT / "blueprints").glob("*/checks/*.yaml"))),
]
BRIEFS = sorted((ROOT / "examples").glob("*/*.yaml"))


def faults(schema: Schema, text: str) -> list[str]:
    """What an editor would mark."""
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(as_editor(text))]


def described(schema: Any) -> Iterator[tuple[str, Schema]]:
    """Every key with its shape, however deep; what conditions say of it again is left out."""
    if isinstance(schema, list):
        for one in schema:
            yield from described(one)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from ((name, shape) for name, shape in value.items() if isinstance(shape, dict))
            if key not in ("if", "then", "else"):
                yield from described(list(value.values()) if key == "properties" else value)


def test_every_schema_is_one() -> None:
    names = [name for name, _ in Library().shelf.names("speeches")]
    briefs = [brief_schema(found) for name in names if (found := Library().blueprint(name)[0])]
    for schema in (BLUEPRINT, FRAGMENT, PACK, STYLE, CHECKS, *briefs, brief_schema(every_slot())):
        assert schema["$schema"] == Draft7Validator.META_SCHEMA["$id"]
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(("path", "schema"), SHIPPED, ids=lambda one: one.name if isinstance(one, Path) else "")
def test_what_ships_is_as_its_schema_says(path: Path, schema: Schema) -> None:
    assert faults(schema, path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_is_as_the_schema_of_its_blueprint_says(path: Path) -> None:
    text = path.read_text("utf-8")
    _, found, _ = read_brief(parse(text, str(path)), Library().find(path))
    assert found is not None
    assert faults(brief_schema(found), text) == []


def test_the_schemas_know_the_keys_that_the_readers_know() -> None:
    edits = {"extends", *inherit.EDITS}
    where = ("before", "after", "into")
    node = BLUEPRINT["definitions"]["node"]["properties"]
    content = {key for keys in nodes.CONTENT.values() for key in keys} - {"units"}
    assert set(BLUEPRINT["properties"]) == {*blueprint.KEYS, *edits}
    assert set(BLUEPRINT["properties"]["speech"]["properties"]) == set(blueprint.SPEECH_KEYS)
    assert set(BLUEPRINT["properties"]["insert"]["items"]["properties"]) == {*where, "node"}
    assert set(BLUEPRINT["definitions"]["slot"]["properties"]) == set(slots.SLOT_KEYS)
    assert set(node) == {*nodes.COMMON, *content}
    assert set(FRAGMENT["properties"]) == {*fragment.KEYS, "when", *(content - {"use"})}
    assert set(PACK["properties"]) == set(pack.PACK_KEYS)
    assert set(STYLE["properties"]) == set(style.KEYS)
    assert set(STYLE["properties"]["page"]["properties"]) == set(style.PAGE_KEYS)
    assert set(STYLE["properties"]["roles"]["properties"]["body"]["properties"]) == set(style.LOOK_KEYS)
    assert set(SETTINGS) < set(brief_schema(every_slot())["properties"])


def test_moves_and_schemes_are_offered_with_what_they_are() -> None:
    node = BLUEPRINT["definitions"]["node"]["properties"]
    [moves, _] = node["move"]["anyOf"][0]["oneOf"]
    assert dict(zip(moves["enum"], moves["enumDescriptions"], strict=True)) == MOVES
    [schemes, _] = node["enumerate"]["anyOf"][0]["oneOf"]
    assert set(schemes["enum"]) - {"none"} == {name.strip() for tongue in TONGUES.values() for name in tongue.schemes}
    assert dict(zip(schemes["enum"], schemes["enumDescriptions"], strict=True))["首先"] == "首先， 其次， 再次，"


def test_every_key_is_told_in_a_sentence_of_each_language() -> None:
    for schema in (BLUEPRINT, FRAGMENT, PACK, STYLE, brief_schema(every_slot())):
        assert [key for key, shape in described(schema) if not (shape.get("title") and shape.get("description"))] == []
    assert [sentence for sentence in keys.sentences() if spoken("zh")(sentence) == sentence] == []
    assert [sentence for sentence in keys.sentences() if spoken("en")(sentence) != sentence] == []
