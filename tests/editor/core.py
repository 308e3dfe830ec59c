"""YAML as an editor reads it: by the core schema of YAML 1.2, where 2026-03-18 and `no` are texts and `1.` is a number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from drafter.model.blueprint import Blueprint
from drafter.notation.blueprint import read_blueprint
from drafter.yamltext.parse import parse

KINDS = (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
)
"""What a plain scalar may be besides a text, and the characters with which it then begins."""


class _Core(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _kind, _pattern, _first in KINDS:
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"(?:{_pattern})$"), [*_first, ""])
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def as_editor(text: str) -> Any:
    """What an editor makes of a file."""
    return yaml.load(text, _Core)


def every_slot() -> Blueprint:
    """The blueprint that has slots of every type."""
    text = (Path(__file__).parent / "every-slot.yaml").read_text("utf-8")
    blueprint, problems = read_blueprint(parse(text, "every-slot.yaml"), "every-slot")
    assert blueprint is not None and problems == ()
    return blueprint
