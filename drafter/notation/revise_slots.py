"""Slots added to a blueprint and removed from it, in its YAML."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.expression.spots import in_expression, in_prose
from drafter.model.brief import SETTINGS
from drafter.notation.rename import LOGIC, texts
from drafter.notation.revise import ORDER, Whole, with_map
from drafter.notation.scope import Hidden
from drafter.notation.slots import plain_key
from drafter.problem import InputError, Place, Problem, near_miss
from drafter.yamltext.align import place_in
from drafter.yamltext.data import Data, at
from drafter.yamltext.proof import refusing
from drafter.yamltext.splice import put, remove
from drafter.yamltext.tree import Document, Scalar


def slot_added(doc: Document, name: str, slot: Mapping[str, Data], whole: Whole) -> Document:
    """The blueprint with one more slot, the last."""
    if name in whole.slots:
        raise _refused(doc, "slot-taken", name=name)
    if name in SETTINGS or not plain_key(name):
        raise _refused(doc, "slot-is-setting" if name in SETTINGS else "odd-slot-name", name=name)
    path = ("slots", name)
    return put(with_map(doc, path), path, dict(slot), ORDER)


def slot_removed(doc: Document, name: str, whole: Whole) -> Document:
    """The blueprint without a slot that it writes itself."""
    if name not in whole.slots:
        raise _refused(doc, "unknown-slot", name=name, near=near_miss(name, whole.slots))
    if at(doc.root, ("slots", name)) is None:
        raise _refused(doc, "written-elsewhere", name=name, where=whole.slots[name])
    return remove(doc, ("slots", name))


def uses(doc: Document, name: str, means: Hidden) -> tuple[Problem, ...]:
    """That a slot is used, for each place in the file where it is; `means` says where its name is that of a field."""
    found = []
    for path, key, id in texts(doc.root):
        node = at(doc.root, path)
        if not isinstance(node, Scalar) or means.at(id, key):
            continue
        with refusing(doc, path):
            spots = (in_expression if key in LOGIC else in_prose)(node.text, name)
        facts = {"name": name, "of": id or key}
        found += [Problem("slot-in-use", place_in(node, spot), facts) for spot in spots]
    return tuple(found)


def _refused(doc: Document, rule: str, **facts: str) -> InputError:
    return InputError([Problem(rule, Place(doc.file), facts)])
