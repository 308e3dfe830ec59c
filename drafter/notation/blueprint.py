"""YAML → Blueprint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast, get_args

from drafter.expression.check import Checker, Names, Shape, guards, shape_of
from drafter.expression.parse import parse_expression
from drafter.expression.walk import names_in
from drafter.language import TONGUES
from drafter.model.blueprint import Blueprint, Enumeration, Layout, Node, Passage, Section, Slot
from drafter.model.expression import Expression, Prose
from drafter.model.move import MOVES
from drafter.notation.checks import read_checks
from drafter.notation.inherit import Fetch, alone, resolved
from drafter.notation.nodes import COMMON, CONTENT, ZONES, Zone, kind_of
from drafter.notation.slots import SlotReader, plain_key
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

KEYS = ("drafter", "title", "summary", "language", "numbering", "minutes", "style", "slots", "speech", "checks")
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


class _BlueprintReader(SlotReader):
    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.ids: dict[str, Place] = {}

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
        if (
            "speech" in got
            and isinstance(got["speech"][1], Mapping)
            and ("title" not in speech or is_empty(speech["title"][1]))
        ):
            self.report("missing-key", got["speech"][1].place, name="title", of="speech")
        zones = {
            zone: self._nodes(speech[zone][1], zone, names, frozenset()) if zone in speech else () for zone in ZONES
        }
        return Blueprint(
            name=name,
            title=(self.text(got["title"][1], "title") if "title" in got else None) or name,
            summary=(self.text(got["summary"][1], "summary") if "summary" in got else None) or "",
            language=self.tongue.code,
            numbering=ladder,
            minutes=self.idle(got["minutes"][1], "minutes", self.number) if "minutes" in got else None,
            style=self._said(got, "style"),
            style_place=got["style"][1].place if "style" in got else None,
            slots={slot.name: slot for slot in slots},
            asked=self._asked(slots, needs),
            front=front,
            opening=zones["opening"],
            emphases=zones["emphases"],
            closing=zones["closing"],
            checks=read_checks(self, got["checks"][1]) if "checks" in got else {},
            place=Place(self.file),
        )

    def _asked(self, slots: Iterable[Slot], needs: dict[str, list[str]]) -> tuple[str, ...]:
        """The slots that prose or logic names or that must be given, and those that the defaults of these need."""
        asked = self.asked | {slot.name for slot in slots if slot.missing == "error"}
        more = list(asked)
        for name in more:
            more += [one for one in needs.get(name, ()) if one not in asked]
            asked.update(needs.get(name, ()))
        return tuple(slot.name for slot in slots if slot.name in asked)

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
        kind = kind_of(item)
        got = self.entries(item, (*COMMON, *CONTENT[kind]), "node")
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
        if (named := self._said(got, "as")) and named != "item" and not plain_key(named):
            self.report("odd-slot-name", got["as"][1].place, name=named)
        move = self.text(got["move"][1], "move") if "move" in got else None
        if move and move not in MOVES:
            self.report("unknown-move", got["move"][1].place, "warning", name=move, near=self.near(move, MOVES))
        return {
            "id": id or "?",
            "move": move or "",
            "when": self._expression(got["when"][1], "when") if "when" in got else None,
            "each": self._expression(got["each"][1], "each") if "each" in got else None,
            "each_as": self._said(got, "as"),
            "optional": "optional" in got and bool(self.idle(got["optional"][1], "optional", self.flag)),
            "share": self.idle(got["share"][1], "share", self.number) if "share" in got else None,
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
        checker = Checker(self.tongue, self.near)
        known = {name: shape for name, shape in names.items() if name != "emphases"}
        each, when = common["each"], common["when"]
        if each is not None and isinstance(got["each"][1], Scalar):
            self._note(names_in(each), known)
            item, faults = checker.listing(each, known)
            self.faults(checker.placed(got["each"][1].text, faults), got["each"][1])
            if item is None:  # said once, here; what uses the item is not reported again
                item = Shape("text")
            inner = {**names, **item.fields, "item": item}
            if common["each_as"]:
                inner[common["each_as"]] = item
            sure = (sure - item.fields.keys()) | guards(each)
            names = inner
            known = {name: shape for name, shape in names.items() if name != "emphases"}
        if when is not None and isinstance(got["when"][1], Scalar):
            self._note(names_in(when), known)
            faults = checker.condition(when, known)
            self.faults(checker.placed(got["when"][1].text, faults), got["when"][1])
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
            points += self._wordings(got, "say", names, sure) if "say" in got else ()
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
            number_place=got["number"][1].place if number else None,
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
