"""`checks:` → what a blueprint or a brief wants of rules; which rules and options there are, lint knows."""

from __future__ import annotations

from drafter.model.blueprint import Check
from drafter.notation.reader import Reader
from drafter.problem import Place
from drafter.yamltext.tree import Mapping, Node, Scalar, is_empty


def read_checks(reader: Reader, node: Node) -> dict[str, Check]:
    """The wishes of a file, by rule."""
    if is_empty(node):
        return {}
    if not isinstance(node, Mapping):
        reader.map_due(node, "checks")
        return {}
    return {key.text: _check(reader, key, value) for key, value in node.entries}


def _check(reader: Reader, key: Scalar, node: Node) -> Check:
    """A severity alone, or a map with options."""
    if isinstance(node, Scalar):
        return Check(
            severity=reader.text(node, key.text) or "", options={}, places={"severity": node.place}, place=key.place
        )
    severity, options, places = "", dict[str, tuple[str, ...]](), dict[str, Place]()
    if not isinstance(node, Mapping):
        reader.map_due(node, key.text)
        return Check(options={}, places={}, place=key.place)
    for name, value in node.entries:
        places[name.text] = name.place
        if name.text == "severity":
            severity = reader.text(value, "severity") or ""
        else:
            options[name.text] = reader.texts(value, name.text)
    return Check(severity=severity, options=options, places=places, place=key.place)
