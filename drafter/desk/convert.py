"""A brief carried over to another blueprint: what fits goes along, what does not is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from drafter.desk.files import failing, is_device, named_from, save, seen_from
from drafter.desk.library import Library
from drafter.desk.schemas import brief_line, keep_brief_schema
from drafter.language import TONGUES, Tongue
from drafter.language.typed import misfit
from drafter.lint import heeded
from drafter.model.blueprint import Blueprint, Slot
from drafter.model.brief import FRONT, SETTINGS
from drafter.notation.brief import Find, read_brief
from drafter.notation.original import Original
from drafter.notation.templates import brief_template
from drafter.notation.unanswered import blank, needed, open_slots
from drafter.notation.unconfirmed import carried
from drafter.problem import Place, Problem, stop_on_errors
from drafter.sentences import RULES
from drafter.yamltext.data import Data, Step, at, children, data
from drafter.yamltext.parse import parse
from drafter.yamltext.splice import put
from drafter.yamltext.tree import Document, Mapping, Node, Scalar, Sequence

KEPT = ("minutes", "rate", "style", "seed", "subject", "promised", "checks")
"""Settings that mean the same to every blueprint; the others speak of the nodes of one."""
BY_HAND = ("overrides", "insert")
"""Settings with a person's own texts, of which each goes along whose place the other blueprint has, too."""


class Converted(Struct, frozen=True):
    """A brief for another blueprint, made from an old one."""

    blueprint: Blueprint
    """The other blueprint."""
    text: str
    """The new file."""
    carried: int
    """How many texts went along."""
    behind: int
    """How many did not."""
    left: tuple[Problem, ...]
    """What these are and where they stand in the old brief, as that wants it told."""
    needed: tuple[tuple[str, Slot, int], ...]
    """What is still to be given: its path, its slot, and its line in the new file."""


def converted(path: Path, to: str, target: Path | None, library: Library) -> tuple[Converted, Path]:
    """The brief in a file for the blueprint `to`, and where it goes: to `target`, or beside it; raises InputError."""
    blueprint, to = library.named(to), library.called(to)
    goal = path.with_name(f"{path.stem}-{Path(to).stem}.yaml")
    if target and not is_device(target):  # beside which no blueprint lies
        goal = target
    return _converted(path, blueprint, named_from(goal.parent, to), goal, library), target or goal


def kept(made: Converted, path: Path, target: Path, library: Library, *, force: bool) -> tuple[Problem, ...]:
    """Write the new brief; returns why the schema cannot lie beside it; the old one stays, whatever is forced."""
    text = brief_line(made.blueprint.name) + made.text
    save(target, text.encode(), force=force, kept=(path, *library.sources))
    return failing(lambda: keep_brief_schema(target.parent, made.blueprint))


def _converted(path: Path, blueprint: Blueprint, name: str, target: Path, library: Library) -> Converted:
    here = library.at(path.parent)
    old = here.due(path, "brief")
    stop_on_errors(old.problems)
    if not isinstance(old.root, Mapping):
        _, _, found = read_brief(old, here.find(path))
        stop_on_errors(found)
    fitting = _Fitting(TONGUES[blueprint.language], blueprint.name, str(path))
    doc = carried(old, _filled(parse(brief_template(blueprint, name), str(target)), old, blueprint, fitting))
    find = library.at(target.parent).find(target)
    doc = _with_own_texts(doc, old, blueprint, find, fitting)
    _, _, found = read_brief(doc, find)
    stop_on_errors(one for one in found if one.rule != "missing-slot")
    left = heeded(fitting.left, Original(old))
    return Converted(blueprint, doc.text, fitting.carried, len(fitting.left), left, tuple(_needed(doc, blueprint)))


def _filled(doc: Document, old: Document, blueprint: Blueprint, fitting: _Fitting) -> Document:
    """The new brief with what fits of the old one."""
    order = (*SETTINGS, *blueprint.asked)
    for key, node in old.root.entries if isinstance(old.root, Mapping) else ():
        name = key.text
        if name == "blueprint" or name in BY_HAND or blank(data(node)):
            continue
        if name in SETTINGS:
            fits = name in KEPT and (isinstance(node, Scalar) or name in ("promised", "checks"))
            value = data(node) if fits else None
            if name == "style" and isinstance(value, str):
                value = _seen_from(value, Path(old.file).parent, Path(doc.file).parent)
            value = fitting.lost(name, key.place) if value is None else value
        elif name in blueprint.asked:
            value = fitting.value(node, blueprint.slots[name], name)
        else:
            value = fitting.lost(name, key.place)
        if not blank(value):
            doc = put(doc, (name,), value, order)
    return doc


def _with_own_texts(doc: Document, old: Document, blueprint: Blueprint, find: Find, fitting: _Fitting) -> Document:
    """The new brief with the lines of the front and the texts beside nodes that a person wrote, where they read there, too."""
    order, told = (*SETTINGS, *blueprint.asked), len(read_brief(doc, find)[2])
    kept: dict[str, Any] = {"overrides": {}, "insert": []}
    for setting, step, node in _own_texts(old.root):
        value = {**kept[setting], step: data(node)} if setting == "overrides" else [*kept[setting], data(node)]
        tried = put(doc, (setting,), value, order)
        if len(read_brief(tried, find)[2]) > told or (setting == "overrides" and step not in FRONT):
            fitting.lost(f"overrides.{step}" if setting == "overrides" else f"insert[{step}]", node.place)
            continue
        kept[setting] = value
        doc, fitting.carried = tried, fitting.carried + 1
    return doc


def _own_texts(root: Node | None) -> Iterator[tuple[str, Step, Node]]:
    """What stands under the settings that hold a person's own texts, with its key, or its number."""
    for step, node in children(at(root, ("overrides",))):
        yield "overrides", step, node
    for n, (_, node) in enumerate(children(at(root, ("insert",))), 1):
        yield "insert", n, node


def _seen_from(style: str, old: Path, new: Path) -> str | None:
    """A style as the new brief names it: a path from its own folder, None where the file does not lie below that."""
    if not style.endswith((".yaml", ".yml")):
        return style
    path = seen_from(new, old / style)
    return None if path.startswith("..") else path


def _needed(doc: Document, blueprint: Blueprint) -> Iterator[tuple[str, Slot, int]]:
    for path, slot in open_slots(blueprint, data(doc.root)):
        if needed(slot):
            steps = tuple(int(step) - 1 if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path))
            around = at(doc.root, steps[:-1])
            assert isinstance(around, Mapping)
            key = next((key for key, _ in around.entries if key.text == slot.name), around)
            yield path, slot, key.place.line


class _Fitting(Struct):
    """Tries values on slots, and gathers those that fit nowhere."""

    tongue: Tongue
    to: str
    file: str
    carried: int = 0
    left: list[Problem] = field(default_factory=list)

    def lost(self, name: str, place: Place) -> Data:
        """Nothing, for a value that has no place."""
        self.left.append(Problem("no-place", place, {"name": name, "of": self.to}, "warning"))
        return None

    def value(self, node: Node, slot: Slot, path: str) -> Data:
        """What of a value fits a slot; None for nothing."""
        if blank(data(node)):
            return None
        if slot.type == "list":
            return self._list(node, slot, path)
        if not isinstance(node, Scalar):
            kind = "list" if isinstance(node, Sequence) else "map"
            return self._unfit("text-due", node, name=path, kind=kind)
        wrong = misfit(node.text, slot, self.tongue, path)
        if wrong:
            return self._unfit(wrong[0], node, **wrong[1])
        self.carried += 1
        return node.text

    def _list(self, node: Node, slot: Slot, path: str) -> Data:
        if not isinstance(node, Sequence):
            return self._unfit("list-due", node, name=path)
        found = [self._item(item, slot, f"{path}[{n}]") for n, item in enumerate(node.items, 1)]
        return [item for item in found if not blank(item)]

    def _item(self, node: Node, slot: Slot, path: str) -> Data:
        if slot.item:
            return self.value(node, slot.item, path)
        if not isinstance(node, Mapping):
            fields = " ".join(one.name for one in slot.fields)
            return None if blank(data(node)) else self._unfit("record-due", node, name=path, fields=fields)
        known = {one.name for one in slot.fields}
        for key, value in node.entries:
            if key.text not in known and not blank(data(value)):
                self.lost(f"{path}.{key.text}", key.place)
        return {one.name: self._field(node.get(one.name), one, f"{path}.{one.name}") for one in slot.fields}

    def _field(self, node: Node | None, slot: Slot, path: str) -> Data:
        """A field's value; an open one stays in the file as something to fill in."""
        value = None if node is None else self.value(node, slot, path)
        return [None] if slot.type == "list" and blank(value) else value

    def _unfit(self, rule: str, node: Node, **facts: str) -> Data:
        self.left.append(Problem("no-place", node.place, facts, "warning", says=RULES[rule]))
        return None
