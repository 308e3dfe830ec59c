"""What is written as YAML reads back as the same."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from drafter.desk.library import Library
from drafter.notation.blueprint import read_blueprint
from drafter.notation.write import blueprint_text
from drafter.problem import Place
from drafter.yamltext.parse import parse


def placeless(value: Any) -> Any:
    """A noun without its places."""
    if isinstance(value, Place):
        return None
    if isinstance(value, tuple):
        return tuple(map(placeless, value))
    if isinstance(value, dict):
        return {key: placeless(inner) for key, inner in value.items()}
    if isinstance(value, Struct):
        return type(value).__name__, {name: placeless(getattr(value, name)) for name in value.__struct_fields__}
    return value


@pytest.mark.parametrize("name", [name for name, _ in Library().shelf.names("speeches")])
def test_a_blueprint_reads_back_as_it_is_written(name: str) -> None:
    blueprint, _ = Library().blueprint(name)
    assert blueprint is not None
    again, problems = read_blueprint(parse(blueprint_text(blueprint, {"transition": "note"}), "again.yaml"), name)
    assert problems == ()
    assert again is not None
    asked = {slot: blueprint.slots[slot] for slot in blueprint.asked}
    assert placeless(again) == placeless(replace(blueprint, slots=asked))
