"""YAML → Blueprint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, cast, get_args

from drafter.expression.check import Checker, Names, Shape, guards, shape_of
from drafter.expression.parse import parse_expression
from drafter.expression.walk import names_of
from drafter.language import TONGUES, Tongue
from drafter.model.blueprint import Blueprint, Enumeration, Layout, Missing, Node, Passage, Section, Slot, SlotType
from drafter.model.brief import SETTINGS
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.notation import tree
from drafter.notation.checks import read_checks
from drafter.notation.reader import Reader
from drafter.notation.rings import rings
from drafter.notation.tree import Mapping, Scalar, is_empty, parse, plain_key
from drafter.problem import Place, Problem, in_order, near_miss

VERSION = 1
"""The language version that this drafter reads."""
MOST_OPEN = 100
"""Items that a list may ask for at least."""
KEYS = ("drafter", "title", "summary", "language", "numbering", "minutes", "style", "slots", "speech", "checks")
SPEECH_KEYS = ("title", "byline", "date", "salutation", "opening", "emphases", "closing")
SLOT_KEYS = ("type", "ask", "example", "default", "missing", "min", "max", "of")
KIND_KEYS: dict[str, tuple[str, ...]] = {
    "say": ("say", "or", "layout"),
    "enumerate": ("enumerate", "say", "points", "layout"),
    "body": ("heading", "or", "body", "run_in", "number"),
}
COMMON_KEYS = ("id", "move", "when", "each", "as", "optional", "share")
Zone = Literal["opening", "emphases", "closing"]


def read_blueprint(text: str, file: str, name: str) -> tuple[Blueprint | None, tuple[Problem, ...]]:
    """The blueprint in `text`, None if it has an error, and every problem in it."""
    root, problems = parse(text, file)
    reader = _BlueprintReader(file)
    reader.begin(problems)
    blueprint = None
    if root is None or is_empty(root):
        if not problems:
            reader.report("empty-file", Place(file), what="blueprint")
    elif isinstance(root, Mapping):
        blueprint = reader.blueprint(root, name)
    else:
        reader.map_due(root, "blueprint")
    found = in_order(reader.problems)
    return (None if any(p.severity == "error" for p in found) else blueprint), found


class _BlueprintReader(Reader):
    tongue: Tongue

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.ids: dict[str, Place] = {}

    def blueprint(self, root: Mapping, name: str) -> Blueprint:
        got = self.entries(root, KEYS, "blueprint")
        self._version(got, root.place)
        language = self.one_of(got["language"][1], "language", TONGUES) if "language" in got else None
        self.tongue = TONGUES[language or "zh"]
        ladder = tuple(
            scheme
            for node in (self.items(got["numbering"][1], "numbering") if "numbering" in got else ())
            if (scheme := self._scheme(node))
        )
        slots = self._slots(got["slots"][1] if "slots" in got else None)
        names: dict[str, Shape] = {slot.name: shape_of(slot) for slot in slots}
        self._defaults(slots, names, got)
        names["emphases"] = Shape("number")
        if "speech" not in got:
            self.report("missing-key", root.place, name="speech", of="blueprint")
        speech = self.entries(got["speech"][1] if "speech" in got else None, SPEECH_KEYS, "speech")
        front = {}
        for key in ("title", "byline", "date", "salutation"):
            prose = self.prose(speech[key][1], key) if key in speech else None
            if prose:
                front[key] = prose
                self._check(prose, speech[key][1], names, {n for n in names if key != "title"})
        if speech and ("title" not in speech or is_empty(speech["title"][1])):
            self.report("missing-key", got["speech"][1].place, name="title", of="speech")
        zones = {
            zone: self._nodes(speech[zone][1], zone, names, frozenset()) if zone in speech else ()
            for zone in ("opening", "emphases", "closing")
        }
        return Blueprint(
            name=name,
            title=(self.text(got["title"][1], "title") if "title" in got else None) or name,
            summary=(self.text(got["summary"][1], "summary") if "summary" in got else None) or "",
            language=self.tongue.code,
            numbering=ladder,
            minutes=self.number(got["minutes"][1], "minutes") if "minutes" in got else None,
            style=self._said(got, "style"),
            slots={slot.name: slot for slot in slots},
            front=front,
            opening=zones["opening"],
            emphases=zones["emphases"],
            closing=zones["closing"],
            checks=read_checks(self, got["checks"][1]) if "checks" in got else {},
            place=Place(self.file),
        )

    def _version(self, got: dict[str, tuple[Scalar, tree.Node]], start: Place) -> None:
        if "drafter" not in got:
            self.report("missing-key", start, name="drafter", of="blueprint")
            return
        node = got["drafter"][1]
        version = self.number(node, "drafter")
        if version is not None and version != VERSION:
            self.report("other-version", node.place, version=f"{version:g}", known=str(VERSION))

    # slots

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
                slots.append(self._slot(key, value))
        return tuple(slots)

    def _slot(self, key: Scalar, node: tree.Node) -> Slot:
        got = self.entries(node, SLOT_KEYS, key.text)
        kind = cast(
            SlotType, (self.one_of(got["type"][1], "type", get_args(SlotType)) if "type" in got else None) or "text"
        )
        missing = self.one_of(got["missing"][1], "missing", get_args(Missing)) if "missing" in got else None
        choices: tuple[str, ...] = ()
        item: Slot | None = None
        fields: tuple[Slot, ...] = ()
        if "of" in got:
            of = got["of"][1]
            if kind == "choice":
                choices = tuple(text for one in self.items(of, "of") if (text := self.text(one, "of")))
            elif kind == "list" and isinstance(of, Mapping):
                fields = self._slots(of, key.text)
            elif kind == "list":
                plain = self.one_of(of, "of", ("text", "number", "date"))
                item = Slot(
                    name=key.text, type=cast(SlotType, plain or "text"), ask=self._said(got, "ask"), place=of.place
                )
            else:
                self.report("of-without-list", got["of"][0].place, name=key.text)
        elif kind == "list":
            item = Slot(name=key.text, ask=self._said(got, "ask"), place=key.place)
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
            place=key.place,
        )

    def _least(self, got: dict[str, tuple[Scalar, tree.Node]], kind: SlotType) -> float | None:
        """The least of a slot; a list that is not given shows as many open items."""
        least = self.number(got["min"][1], "min") if "min" in got else None
        if kind == "list" and least and least > MOST_OPEN:
            place = got["min"][1].place
            self.report("number-more-than-limit", place, name="min", size=f"{least:.0f}", limit=str(MOST_OPEN))
        return least

    def _said(self, got: dict[str, tuple[Scalar, tree.Node]], key: str) -> str:
        return (self.text(got[key][1], key) if key in got else None) or ""

    def _defaults(self, slots: Iterable[Slot], names: Names, got: dict[str, tuple[Scalar, tree.Node]]) -> None:
        """Names in defaults are checked, and a ring of defaults is named."""
        needs: dict[str, list[str]] = {}
        for slot in slots:
            if slot.default is None and not slot.fields:
                continue
            node = _value(got["slots"][1], slot.name)
            self._field_defaults(slot, node)
            if slot.default is None:
                continue
            text = _value(node, "default")
            if slot.type == "list":
                self.report("list-default", text.place, name=slot.name)
            self._check(slot.default, text, names, set(names))
            needs[slot.name] = [piece.name for piece in names_of(slot.default) if piece.name in names]
        for ring in rings(needs):
            place = next(slot.place for slot in slots if slot.name == ring[0])
            self.report("default-cycle", place, ring=" → ".join([*ring, ring[0]]))

    def _field_defaults(self, slot: Slot, node: tree.Node) -> None:
        """A field's default may name the fields before it, and nothing else."""
        names: dict[str, Shape] = {}
        for field in slot.fields:
            inner = _value(_value(node, "of"), field.name)
            if field.default is not None:
                text = _value(inner, "default")
                if field.type == "list":
                    self.report("list-default", text.place, name=field.name)
                self._check(field.default, text, names, set(names))
            self._field_defaults(field, inner)
            names[field.name] = shape_of(field)

    # nodes

    def _nodes(
        self, node: tree.Node, zone: Zone, names: Names, sure: frozenset[str], key: str = ""
    ) -> tuple[Node, ...]:
        found = []
        for item in self.items(node, key or zone):
            read = self._node(item, zone, names, sure)
            if read is not None:
                found.append(read)
        return tuple(found)

    def _node(self, item: tree.Node, zone: Zone, names: Names, sure: frozenset[str]) -> Node | None:
        if not isinstance(item, Mapping):
            self.map_due(item, "node")
            return None
        keys = {key.text for key, _ in item.entries}
        kind = "enumerate" if "enumerate" in keys else "body" if {"body", "heading"} & keys else "say"
        got = self.entries(item, (*COMMON_KEYS, *KIND_KEYS[kind]), "node")
        common = self._common(item, got)
        if {"when", "each"} & got.keys():
            names, sure = self._scope(got, names, sure, common)
        match kind:
            case "say":
                if "say" not in got:
                    self.report("missing-key", item.place, name="say", of=common["id"])
                return Passage(
                    **common, wordings=self._wordings(got, "say", names, sure), layout=self._layout(got, "paragraph")
                )
            case "enumerate":
                return self._enumeration(item, got, common, names, sure)
            case _:
                return self._section(item, got, common, zone, names, sure)

    def _common(self, item: Mapping, got: dict[str, tuple[Scalar, tree.Node]]) -> dict[str, Any]:
        id = self.text(got["id"][1], "id") if "id" in got else None
        if not id:
            self.report("missing-key", item.place, name="id", of="node")
        elif id in self.ids:
            self.report("duplicate-id", got["id"][1].place, name=id, first=str(self.ids[id].line))
        elif "[" in id or id.split() != [id]:
            self.report("odd-id", got["id"][1].place, name=id)
        else:
            self.ids[id] = got["id"][1].place
        move = self.text(got["move"][1], "move") if "move" in got else None
        if move and move not in MOVES:
            self.report("unknown-move", got["move"][1].place, "warning", name=move, near=near_miss(move, MOVES))
        return {
            "id": id or "?",
            "move": move or "",
            "when": self._expression(got["when"][1], "when") if "when" in got else None,
            "each": self._expression(got["each"][1], "each") if "each" in got else None,
            "each_as": self._said(got, "as"),
            "optional": "optional" in got and self.flag(got["optional"][1], "optional"),
            "share": self.number(got["share"][1], "share") if "share" in got else None,
            "place": item.place,
        }

    def _scope(
        self,
        got: dict[str, tuple[Scalar, tree.Node]],
        names: Names,
        sure: frozenset[str],
        common: dict[str, Any],
    ) -> tuple[Names, frozenset[str]]:
        """The names that hold inside a node with a `when` or an `each`."""
        checker = Checker(self.tongue)
        known = {name: shape for name, shape in names.items() if name != "emphases"}
        each, when = common["each"], common["when"]
        if each is not None and isinstance(got["each"][1], Scalar):
            item, faults = checker.listing(each, known)
            self.faults(faults, got["each"][1])
            if item is None:  # said once, here; what uses the item is not reported again
                item = Shape("text")
            inner = {**names, **item.fields, "item": item}
            if common["each_as"]:
                inner[common["each_as"]] = item
            sure = (sure - item.fields.keys()) | guards(each)
            names = inner
            known = {name: shape for name, shape in names.items() if name != "emphases"}
        if when is not None and isinstance(got["when"][1], Scalar):
            self.faults(checker.condition(when, known), got["when"][1])
            sure = sure | guards(when)
        return names, sure

    def _enumeration(
        self,
        item: Mapping,
        got: dict[str, tuple[Scalar, tree.Node]],
        common: dict[str, Any],
        names: Names,
        sure: frozenset[str],
    ) -> Enumeration:
        scheme = self._scheme(got["enumerate"][1])
        points: list[Prose] = []
        told = len(self.problems)
        if common["each"] is not None:
            points += self._wordings({"say": got["say"]}, "say", names, sure) if "say" in got else ()
        elif "points" in got:
            for one in self.items(got["points"][1], "points"):
                prose = self.prose(one, "points")
                if prose:
                    self._check(prose, one, names, sure)
                    points.append(prose)
        if not points and len(self.problems) == told:
            self.report("missing-key", item.place, name="say" if common["each"] else "points", of=str(common["id"]))
        return Enumeration(**common, scheme=scheme or "一是", points=tuple(points), layout=self._layout(got, "run_on"))

    def _section(
        self,
        item: Mapping,
        got: dict[str, tuple[Scalar, tree.Node]],
        common: dict[str, Any],
        zone: Zone,
        names: Names,
        sure: frozenset[str],
    ) -> Section:
        headings = self._wordings(got, "heading", names, sure) if "heading" in got else ()
        if headings and zone != "emphases":
            self.report("heading-outside-emphases", got["heading"][0].place, zone=zone)
        body = self._nodes(got["body"][1], zone, names, sure, "body") if "body" in got else ()
        number = ""
        if "number" in got:
            node = got["number"][1]
            number = "none" if isinstance(node, Scalar) and node.text == "none" else self._scheme(node) or ""
        return Section(
            **common,
            headings=headings,
            body=body,
            run_in="run_in" in got and self.flag(got["run_in"][1], "run_in"),
            number=number,
        )

    def _wordings(
        self, got: dict[str, tuple[Scalar, tree.Node]], key: str, names: Names, sure: frozenset[str]
    ) -> tuple[Prose, ...]:
        nodes = [got[key][1]] if key in got else []
        if "or" in got:
            nodes += self.items(got["or"][1], "or")
        found = []
        for node in nodes:
            prose = self.prose(node, key)
            if prose:
                self._check(prose, node, names, sure)
                found.append(prose)
            elif is_empty(node):
                self.report("empty-text", node.place, name=key)
        return tuple(found)

    def _check(self, prose: Prose, node: tree.Node, names: Names, sure: Iterable[str]) -> None:
        assert isinstance(node, Scalar)
        self.faults(Checker(self.tongue).prose(prose, names, sure), node)

    def _expression(self, node: tree.Node, name: str) -> Expression | None:
        text = self.text(node, name)
        if text is None or not isinstance(node, Scalar):
            return None
        expression, fault = parse_expression(text)
        if fault:
            self.faults([fault], node)
        return expression

    def _scheme(self, node: tree.Node) -> str | None:
        """An enumerator scheme; the space that ends an English one may be left away."""
        if isinstance(node, Scalar):
            for name in self.tongue.schemes:
                if node.text.strip() == name.strip():
                    return name
        return self.one_of(node, "scheme", self.tongue.schemes)

    def _layout(self, got: dict[str, tuple[Scalar, tree.Node]], default: Layout) -> Layout:
        return cast(
            Layout, (self.one_of(got["layout"][1], "layout", get_args(Layout)) if "layout" in got else None) or default
        )


def _value(node: tree.Node, key: str) -> tree.Node:
    """The value of a key that a map is known to have."""
    assert isinstance(node, Mapping)
    return next(value for name, value in node.entries if name.text == key)
