"""YAML → Slots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from functools import cached_property
from typing import cast, get_args

from drafter.expression.check import Checker, Names, Shape, shape_of
from drafter.expression.grammar import WORDS
from drafter.expression.walk import names_of
from drafter.language import Tongue
from drafter.model.blueprint import Missing, Slot, SlotType
from drafter.model.brief import SETTINGS
from drafter.model.expression import Name, Prose
from drafter.notation.parted import joined_items
from drafter.notation.reader import Reader
from drafter.notation.rings import rings
from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar, is_empty

SLOT_KEYS = ("type", "ask", "example", "default", "missing", "min", "max", "of", "form", "total")
FIELD_KEYS = SLOT_KEYS[:-1]
BY_READERS = ("due", "quantity")
"""Types that only a tongue with readers knows."""
MOST_CHOICES = 2_000
"""Answers among which one may be chosen: every answer of a brief is looked for among them."""
MOST_OPEN = 100
"""Items that a list may ask for at least."""


class SlotReader(Reader):
    """Reads slots, and remembers which of them are asked for."""

    tongue: Tongue

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.shapes: Names = {}
        self.asked: set[str] = set()
        self.derived: dict[str, tuple[Name, ...]] = {}
        """The names that are found in facts, with those that they are found in."""
        self.looking: dict[str, bool] = {}
        """Whether they look into what facts say."""
        """Some slot wants facts of a form, which the words of packs tell."""
        self.times: Counter[str] = Counter()
        """How many texts name each slot."""
        self.found: set[str] = set()
        """Those of them that something asks for."""

    @cached_property
    def checker(self) -> Checker:
        """What looks at expressions, once the tongue is known."""
        return Checker(self.tongue, self.near)

    def _slots(self, node: tree.Node | None, inside: str = "") -> tuple[Slot, ...]:
        if node is None or is_empty(node):
            return ()
        if not isinstance(node, Mapping):
            self.map_due(node, "slots")
            return ()
        slots = []
        for key, value in node.entries:
            if not plain_key(key.text):
                self.report("odd-slot-name", key.place, name=key.text)
            elif key.text in SETTINGS and not inside:
                self.report("slot-is-setting", key.place, name=key.text)
            else:
                slots.append(self._slot(key, value, FIELD_KEYS if inside else SLOT_KEYS))
        return tuple(slots)

    def _slot(self, key: Scalar, node: tree.Node, keys: tuple[str, ...]) -> Slot:
        got = self.entries(node, keys, key.text)
        types = [one for one in get_args(SlotType) if one not in BY_READERS or one in self.tongue.slot_kinds]
        kind = cast(SlotType, (self.one_of(got["type"][1], "type", types) if "type" in got else None) or "text")
        form = self._form(got)
        missing = self.one_of(got["missing"][1], "missing", get_args(Missing)) if "missing" in got else None
        choices: tuple[str, ...] = ()
        item: Slot | None = None
        fields: tuple[Slot, ...] = ()
        if "of" in got:
            of = got["of"][1]
            if kind == "choice":
                self.problems += joined_items(of) if isinstance(of, tree.Sequence) else ()
                choices = self._choices(of)
            elif kind == "list" and isinstance(of, Mapping):
                fields = self._slots(of, key.text)
            elif kind == "list":
                plain = cast(
                    SlotType, self.one_of(of, "of", ("text", "number", "date", *self.tongue.slot_kinds)) or "text"
                )
                item = Slot(name=key.text, type=plain, ask=self._said(got, "ask"), form=form, place=of.place)
            else:
                self.report("of-without-list", got["of"][0].place, name=key.text)
        elif kind == "list":
            item = Slot(name=key.text, ask=self._said(got, "ask"), form=form, place=key.place)
        if form and (item or Slot(name=key.text, type=kind, place=key.place)).type != "text":
            self.report("form-without-text", got["form"][0].place, name=key.text)
        if kind == "choice" and not choices:
            self.report("missing-key", key.place, name="of", of=key.text)
        return Slot(
            name=key.text,
            type=kind,
            ask=self._said(got, "ask"),
            example=self._said(got, "example"),
            default=self.prose(got["default"][1], "default") if "default" in got else None,
            missing=cast(Missing, missing or "gap"),
            min=self._least(got, kind),
            max=self.number(got["max"][1], "max") if "max" in got else None,
            choices=choices,
            item=item,
            fields=fields,
            form=form,
            total=self._said(got, "total"),
            place=key.place,
        )

    def _form(self, got: dict[str, tuple[Scalar, tree.Node]]) -> tuple[str, ...]:
        """The forms that a text may have, one or several; the words of packs tell which it has."""
        node = got["form"][1] if "form" in got else None
        if node is None or is_empty(node):
            return ()
        return tuple(name for one in tree.each(node) if (name := self.one_of(one, "form", self.tongue.forms)))

    def _choices(self, of: tree.Node) -> tuple[str, ...]:
        items = self.items(of, "of")
        if len(items) > MOST_CHOICES:
            self.report("list-more-than-limit", of.place, name="of", size=f"{len(items):,}", limit=f"{MOST_CHOICES:,}")
        return tuple(text for one in items[:MOST_CHOICES] if (text := self.text(one, "of")))

    def _least(self, got: dict[str, tuple[Scalar, tree.Node]], kind: SlotType) -> float | None:
        """The least of a slot; a list that is not given shows as many open items."""
        least = self.number(got["min"][1], "min") if "min" in got else None
        if kind == "list" and least and least > MOST_OPEN:
            place = got["min"][1].place
            self.report("number-more-than-limit", place, name="min", size=f"{least:.0f}", limit=str(MOST_OPEN))
        return least

    def _totals(self, slots: Iterable[Slot], got: dict[str, tuple[Scalar, tree.Node]]) -> None:
        """Report the totals that are no text, or not of a list."""
        written, kinds = _values(got["slots"][1]) if "slots" in got else {}, {slot.name: slot.type for slot in slots}
        for slot in slots:
            if not slot.total:
                continue
            place = _values(written[slot.name])["total"].place
            if slot.total not in kinds:
                self.report("unknown-name", place, name=slot.total, near=self.near(slot.total, kinds))
            elif slot.type != "list" or kinds[slot.total] not in ("text", "quantity"):
                self.report("total-without-list", place, name=slot.name, of=slot.total)

    def _said(self, got: dict[str, tuple[Scalar, tree.Node]], key: str) -> str:
        return (self.text(got[key][1], key) if key in got else None) or ""

    def _defaults(
        self, slots: Iterable[Slot], names: Names, got: dict[str, tuple[Scalar, tree.Node]]
    ) -> dict[str, list[str]]:
        """The slots that each default needs; the names are checked, and a ring is named."""
        needs: dict[str, list[str]] = {}
        written = _values(got["slots"][1]) if "slots" in got else {}
        for slot in slots:
            if slot.default is None and not slot.fields:
                continue
            node = written[slot.name]
            self._field_defaults(slot, node)
            if slot.default is None:
                continue
            text = _values(node)["default"]
            if slot.type == "list":
                self.report("list-default", text.place, name=slot.name)
            self._check(slot.default, text, names, names)
            needs[slot.name] = [piece.name for piece in names_of(slot.default) if piece.name in names]
        for ring in rings(needs):
            place = next(slot.place for slot in slots if slot.name == ring[0])
            self.report("default-cycle", place, ring=" → ".join([*ring, ring[0]]))
        self.asked.clear()  # a default alone asks for nothing
        return needs

    def _field_defaults(self, slot: Slot, node: tree.Node) -> None:
        """A field's default may name the fields before it, and nothing else."""
        names: dict[str, Shape] = {}
        written = _values(_values(node)["of"]) if slot.fields else {}
        for field in slot.fields:
            inner = written[field.name]
            if field.default is not None:
                text = _values(inner)["default"]
                if field.type == "list":
                    self.report("list-default", text.place, name=field.name)
                self._check(field.default, text, names, names)
            self._field_defaults(field, inner)
            names[field.name] = shape_of(field)

    def _check(self, prose: Prose, node: tree.Node, names: Names, sure: Container[str]) -> None:
        assert isinstance(node, Scalar)
        self._note(names_of(prose), names)
        self.times.update({name.name for name in names_of(prose)})
        self.faults(self.checker.prose(prose, names, sure), node)

    def _note(self, asked: Iterable[Name], names: Names) -> None:
        """Remember the slots among names; a field of an item may hide one."""
        for name in asked:
            if name.name in self.shapes and names.get(name.name) is self.shapes[name.name]:
                self.asked.add(name.name)
            elif name.name in self.derived:
                self.found.add(name.name)
                self._note(self.derived[name.name], names)


def _values(node: tree.Node) -> dict[str, tree.Node]:
    """The values of a map by their keys; none of what is no map."""
    return {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}


def plain_key(text: str) -> bool:
    """A key that prose can name."""
    return bool(re.fullmatch(r"[^\W\d]\w*", text)) and text not in RESERVED


RESERVED = WORDS | {"emphases", "item"}
"""What a name in prose would not be taken for."""
