"""YAML → Blueprint."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import TopologicalSorter

from msgspec.structs import replace

from drafter.expression.check import Shape, shape_of
from drafter.expression.walk import names_in
from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint, Occasion, Slot
from drafter.model.expression import Expression
from drafter.notation.checks import read_checks
from drafter.notation.inherit import Fetch, alone, resolved
from drafter.notation.node_reader import NodeReader
from drafter.notation.nodes import ZONES, walk
from drafter.notation.rings import rings
from drafter.notation.slots import plain_key
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

KEYS = (
    "drafter",
    "title",
    "summary",
    "occasion",
    "language",
    "numbering",
    "minutes",
    "style",
    "slots",
    "derive",
    "speech",
    "checks",
)
"""What a blueprint may say, apart from how it edits a parent."""
SPEECH_KEYS = ("title", "byline", "date", "salutation", "opening", "emphases", "closing")


def read_blueprint(doc: Document, name: str, fetch: Fetch = alone) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """The blueprint in a file with what it takes from others, None if it has an error, and every problem in it."""
    reader = _BlueprintReader(doc.file)
    reader.begin(doc.problems)
    if not isinstance(doc.root, Mapping):
        if doc.root is not None and not is_empty(doc.root):
            reader.map_due(doc.root, "blueprint")
        elif not has_errors(doc.problems):
            reader.report("empty-file", Place(doc.file), what="blueprint")
        return None, in_order(reader.problems)
    whole, found = resolved(doc.root, fetch)
    reader.begin(found)
    blueprint = reader.blueprint(whole, name) if whole is not None else None
    every = in_order(reader.problems)
    return (None if has_errors(every) else blueprint), every


COMMON = 8
"""Texts that name a slot, or what is derived, which is everywhere in a speech."""


class _BlueprintReader(NodeReader):
    def blueprint(self, root: Mapping, name: str) -> Blueprint:
        got = self.entries(root, KEYS, "blueprint")
        self.version(got, root.place, "blueprint")
        language = self.one_of(got["language"][1], "language", TONGUES) if "language" in got else None
        self.tongue = TONGUES[language or "zh"]
        ladder = tuple(
            scheme
            for node in (self.items(got["numbering"][1], "numbering") if "numbering" in got else ())
            if (scheme := self._scheme(node))
        )
        slots = self._slots(got["slots"][1] if "slots" in got else None)
        names: dict[str, Shape] = {slot.name: shape_of(slot) for slot in slots}
        self.shapes = dict(names)
        needs = self._defaults(slots, names, got)
        self._totals(slots, got)
        derive = self._derived(got["derive"][1], names) if "derive" in got else {}
        names["emphases"] = Shape("number")
        if "speech" not in got:
            self.report("missing-key", root.place, name="speech", of="blueprint")
        speech = self.entries(got["speech"][1] if "speech" in got else None, SPEECH_KEYS, "speech")
        whole = got["speech"][1] if "speech" in got else None
        self.every = frozenset(id for id, _ in walk(whole)) if isinstance(whole, Mapping) else frozenset()
        front = {}
        for key in ("title", "byline", "date", "salutation"):
            sure = frozenset(names) if key != "title" else frozenset[str]()
            wordings = self.choice(speech[key][1], key, names, sure) if key in speech else ()
            if wordings:
                front[key] = wordings
        if (
            "speech" in got
            and isinstance(got["speech"][1], Mapping)
            and ("title" not in speech or is_empty(speech["title"][1]))
        ):
            self.report("missing-key", got["speech"][1].place, name="title", of="speech")
        zones = {
            zone: self._nodes(speech[zone][1], zone, names, frozenset()) if zone in speech else () for zone in ZONES
        }
        for ring in rings(self.hangs):
            self.report("hangs-in-ring", self.ids[ring[0]], ring=" → ".join([*ring, ring[0]]))
        asked = self._asked(slots, needs)
        return Blueprint(
            name=name,
            title=(self.text(got["title"][1], "title") if "title" in got else None) or name,
            summary=(self.text(got["summary"][1], "summary") if "summary" in got else None) or "",
            occasion=self._occasion(got["occasion"][1]) if "occasion" in got else Occasion(),
            language=self.tongue.code,
            numbering=ladder,
            minutes=self.positive(got["minutes"][1], "minutes") if "minutes" in got else None,
            style=self._said(got, "style"),
            style_place=got["style"][1].place if "style" in got else None,
            slots={slot.name: slot for slot in slots},
            asked=asked,
            derive={name: found for name, found in derive.items() if name in self.found},
            front=front,
            opening=zones["opening"],
            emphases=zones["emphases"],
            closing=zones["closing"],
            checks=read_checks(self, got["checks"][1]) if "checks" in got else {},
            common=frozenset(
                name
                for name, count in self.times.items()
                if count >= COMMON and (name in self.shapes or name in self.derived)
            ),
            looks=self.checker.looks
            or self.worded
            or any(self.looking[name] for name in self.found)
            or any(_formed(slot) for slot in slots if slot.name in asked),
            place=Place(self.file),
        )

    def _occasion(self, node: tree.Node) -> Occasion:
        """When the speech is given: for each question, one answer or several."""
        got = self.entries(node, Occasion.__struct_fields__, "occasion")
        return Occasion(**{key: self.texts(value, key) for key, (_, value) in got.items()})

    def _asked(self, slots: Iterable[Slot], needs: dict[str, list[str]]) -> tuple[str, ...]:
        """The slots that prose or logic names or that must be given, and those that the defaults of these need."""
        asked = self.asked | {slot.name for slot in slots if slot.missing == "error"}
        more = list(asked)
        for name in more:
            more += [one for one in needs.get(name, ()) if one not in asked]
            asked.update(needs.get(name, ()))
        return tuple(slot.name for slot in slots if slot.name in asked)

    def _derived(self, node: tree.Node, names: dict[str, Shape]) -> dict[str, Expression]:
        """The names that the blueprint gives to what it finds in facts; each may use those before it."""
        derived: dict[str, Expression] = {}
        if not isinstance(node, Mapping):
            if not is_empty(node):
                self.map_due(node, "derive")
            return derived
        for key, value, found in self._in_order_of_need(node, names):
            before, self.checker.looks = self.checker.looks, False
            shape, faults = self.checker.value(found, names)
            self.looking[key] = self.checker.looks
            self.checker.looks = before
            self.faults(self.checker.placed(value.text, faults), value)
            names[key] = replace(shape or Shape("text"), omitted=key)
            self.derived[key] = tuple(names_in(found))
            derived[key] = found
        return derived

    def _in_order_of_need(self, node: Mapping, names: dict[str, Shape]) -> Iterable[tuple[str, Scalar, Expression]]:
        """What is derived, each after what it is derived from."""
        found: dict[str, tuple[str, Scalar, Expression]] = {}
        for key, value in node.entries:
            if not plain_key(key.text):
                self.report("odd-slot-name", key.place, name=key.text)
            elif key.text in names:
                self.report("name-taken", key.place, name=key.text)
            elif (expression := self.expression(value, key.text)) and isinstance(value, Scalar):
                found[key.text] = key.text, value, expression
        needs = {name: [one.name for one in names_in(held[2]) if one.name in found] for name, held in found.items()}
        turning = list(rings(needs))
        for ring in turning:
            self.report("derive-cycle", found[ring[0]][1].place, ring=" → ".join([*ring, ring[0]]))
        if turning:
            for name in found:  # said once; what uses one of them is not reported again
                names[name] = Shape("text")
            return ()
        return tuple(found[name] for name in TopologicalSorter(needs).static_order())


def _formed(slot: Slot) -> bool:
    """Whether a slot says which form its facts should have."""
    return bool(slot.form or (slot.item and slot.item.form) or any(map(_formed, slot.fields)))
