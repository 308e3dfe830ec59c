"""YAML → the nodes of a blueprint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from drafter.expression.check import Names, Shape, guards
from drafter.expression.walk import names_in
from drafter.model.blueprint import (
    LAST,
    LAST_OF_ALL,
    NONE,
    REST,
    SHAPES,
    Enumeration,
    Layout,
    Node,
    Passage,
    Section,
    Wording,
)
from drafter.model.expression import Expression
from drafter.model.move import MOVES
from drafter.notation.nodes import COMMON, CONTENT, Zone, kind_of
from drafter.notation.slots import plain_key
from drafter.notation.wording_reader import Got, WordingReader
from drafter.problem import Place, listed
from drafter.yamltext import tree
from drafter.yamltext.tree import Mapping, Scalar


class NodeReader(WordingReader):
    """Reads nodes, and remembers their ids and what hangs on what."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.ids: dict[str, Place] = {}
        self.every: frozenset[str] = frozenset()
        """All ids, also of nodes that are not read yet."""
        self.hangs: dict[str, list[str]] = {}
        """For a node, those that it names under `with` and `without`."""

    def _nodes(
        self, node: tree.Node, zone: Zone | None, names: Names, sure: frozenset[str], key: str = ""
    ) -> tuple[Node, ...]:
        found = []
        for item in self.items(node, key or zone or "points"):
            read = self._node(item, zone, names, sure)
            if read is not None:
                found.append(read)
        return tuple(found)

    def _node(self, item: tree.Node, zone: Zone | None, names: Names, sure: frozenset[str]) -> Node | None:
        if not isinstance(item, Mapping):
            self.map_due(item, "node")
            return None
        kind = kind_of(item)
        got = self.entries(item, (*COMMON, *CONTENT[kind]), "node")
        common = self._common(item, got)
        if {"when", "each"} & got.keys():
            names, sure = self._scope(got, names, sure, common)
        if "rest" in got:
            common["rest"] = self._rest(got["rest"][1], names, sure)
        match kind:
            case "say":
                return self._passage(item, got, common, names, sure)
            case "enumerate":
                return self._enumeration(item, got, common, names, sure)
            case _:
                return self._section(item, got, common, zone, names, sure)

    def _common(self, item: Mapping, got: Got) -> dict[str, Any]:
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
            "when": self.expression(got["when"][1], "when") if "when" in got else None,
            "each": self.expression(got["each"][1], "each") if "each" in got else None,
            "each_as": self._said(got, "as"),
            "shapes": self._shapes(item, got, id or "?") if "shapes" in got else (),
            "optional": self._priority(got["optional"][1]) if "optional" in got else 0,
            "deepen": "deepen" in got and self.flag(got["deepen"][1], "deepen"),
            "share": self.positive(got["share"][1], "share") if "share" in got else None,
            "needs": self._beside(got, "needs"),
            "keep": self.count(got["keep"][1], "keep") or 0 if "keep" in got else 0,
            "place": item.place,
        }

    def _scope(
        self,
        got: Got,
        names: Names,
        sure: frozenset[str],
        common: dict[str, Any],
    ) -> tuple[Names, frozenset[str]]:
        """The names that hold inside a node with a `when` or an `each`."""
        checker = self.checker
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

    def _passage(self, item: Mapping, got: Got, common: dict[str, Any], names: Names, sure: frozenset[str]) -> Passage:
        """A passage of one sentence or more, a sentence of one, or a point."""
        if not {"say", "stock"} & got.keys():
            self.report("missing-key", item.place, name="say", of=common["id"])
        self.worded |= "stock" in got
        if "stock" in got and "maxim" in got:  # the words of a pack tell it, row by row
            self.report("unknown-key", got["maxim"][0].place, name="maxim", of="stock", near="")
        if "stock" in got and "say" in got:
            self.report("stock-with-words", got["say"][0].place)
        must = self.flag(got["must"][1], "must") if "must" in got else "." not in common["id"]
        maxim = "maxim" in got and self.flag(got["maxim"][1], "maxim")
        sure = sure if must else frozenset(names)
        wordings = self._wordings(got, "say", names, sure) if "say" in got else ()
        return Passage(
            **common,
            wordings=tuple(replace(one, maxim=True) for one in wordings) if maxim else wordings,
            short=self.choice(got["short"][1], "short", names, sure) if "short" in got else (),
            layout=self._layout(got, "paragraph"),
            must=must and "stock" not in got,
            beside=self._beside(got, "with"),
            without=self._beside(got, "without"),
            join=self._said(got, "join"),
            most=self.count(got["most"][1], "most") if "most" in got else None,
            stock=self._said(got, "stock"),
            of=self._about(got["of"][1], names) if "of" in got else None,
        )

    def _rest(self, node: tree.Node, names: Names, sure: frozenset[str]) -> tuple[Wording, ...]:
        """What sums up the items of a list that are not told: they are a list of the same items."""
        left = Shape("list", item=names.get("item"))
        return self.choice(node, "rest", {**names, REST: left}, sure | {REST})

    def _shapes(self, item: Mapping, got: Got, id: str) -> tuple[str, ...]:
        """The shapes in which a list may be told."""
        if "each" not in got:
            self.report("missing-key", item.place, name="each", of=id)
        known = (*SHAPES, *map(str.strip, self.tongue.schemes))
        given = self.items(got["shapes"][1], "shapes")
        if not given:
            self.report("missing-key", got["shapes"][1].place, name=listed(known), of="shapes")
        found = (self._scheme_name(one) or self.one_of(one, "shapes", known) for one in given)
        return tuple(dict.fromkeys(one for one in found if one))

    def _priority(self, node: tree.Node) -> int:
        """`true`, `false`, a number, the higher, the sooner the node goes, or `last`."""
        if isinstance(node, Scalar) and node.text == LAST:
            return LAST_OF_ALL
        if isinstance(node, Scalar) and node.text in ("true", "false"):
            return int(node.text == "true")
        return self.count(node, "optional") or 0

    def _about(self, node: tree.Node, names: Names) -> Expression | None:
        """What the sentence of a stock is about."""
        found = self.expression(node, "of")
        if found is not None and isinstance(node, Scalar):
            checker = self.checker
            self._note(names_in(found), names)
            self.faults(checker.placed(node.text, checker.value(found, names)[1]), node)
        return found

    def _beside(self, got: Got, key: str) -> tuple[str, ...]:
        """The nodes that `with` or `without` names, one or several: sentences of the same passage by their own names."""
        if key not in got:
            return ()
        node = got[key][1]
        own = got["id"][1].text if "id" in got and isinstance(got["id"][1], Scalar) else ""
        group = own.rpartition(".")[0]
        found = []
        for part in tree.each(node):
            text = self.text(part, key) or ""
            name = next((one for one in (f"{group}.{text}", f"{own}.{text}", text) if one in self.every), "")
            if text and not name and part.place.file == self.file:  # a child may have taken away what its parent names
                self.report("unknown-node", part.place, name=text, near=self.near(text, self.every))
            elif name := name or text:
                found.append(name)
                self.hangs.setdefault(own, []).append(name)
        return tuple(found)

    def _enumeration(
        self,
        item: Mapping,
        got: Got,
        common: dict[str, Any],
        names: Names,
        sure: frozenset[str],
    ) -> Enumeration:
        scheme = self._number(got["enumerate"][1])
        points: list[Passage | Section] = []
        told = len(self.problems)
        if common["each"] is not None:
            found = self._wordings(got, "say", names, sure) if "say" in got else ()
            points += [Passage(**common, wordings=found)] if found else []
        elif "points" in got:
            for one in self.items(got["points"][1], "points"):
                read = self._node(one, None, names, sure) if isinstance(one, Mapping) else self.text(one, "points")
                if isinstance(read, Section) or (isinstance(read, Passage) and read.wordings):
                    points.append(read)
        if not points and len(self.problems) == told:
            self.report("missing-key", item.place, name="say" if common["each"] else "points", of=str(common["id"]))
        return Enumeration(**common, scheme=scheme or "一是", points=tuple(points), layout=self._layout(got, "run_on"))

    def _section(
        self,
        item: Mapping,
        got: Got,
        common: dict[str, Any],
        zone: Zone | None,
        names: Names,
        sure: frozenset[str],
    ) -> Section:
        listed = "heading" in got and isinstance(got["heading"][1], tree.Sequence)
        known = frozenset(names) if listed else sure
        headings = self._wordings(got, "heading", names, known) if "heading" in got else ()
        if headings and zone != "emphases":
            self.report("heading-outside-emphases", got["heading"][0].place, zone=str(zone))
        held = "units" if "units" in got else "body"
        body = self._nodes(got[held][1], zone, names, sure, held) if held in got else ()
        layout = self._layout(got, "paragraph") if held == "units" else None
        body = _one_after_another(body, layout) if layout else body
        body = _hanging(body, common["needs"]) if not headings else body
        body = _moving(body, common["move"]) if common["move"] and not headings else body
        number = self._number(got["number"][1]) if "number" in got else ""
        return Section(
            **common,
            headings=headings,
            must=not listed,
            layout=layout,
            body=body,
            run_in="run_in" in got and self.flag(got["run_in"][1], "run_in"),
            number=number,
            number_place=got["number"][1].place if number else None,
        )

    def _number(self, node: tree.Node) -> str:
        """An enumerator scheme in place of the ladder's, or none."""
        return NONE if isinstance(node, Scalar) and node.text == NONE else self._scheme(node) or ""


def _hanging(body: tuple[Node, ...], needs: tuple[str, ...]) -> tuple[Node, ...]:
    """The nodes of a group, each hanging on what the group needs, which is named once."""
    return tuple(replace(one, needs=tuple(dict.fromkeys((*one.needs, *needs)))) for one in body)


def _moving(nodes: Sequence[Node], move: str) -> tuple[Node, ...]:
    """The nodes of a group, those that do no work of their own doing the group's."""
    return tuple(
        replace(one, move=move, body=_moving(one.body, move))
        if isinstance(one, Section) and not one.headings and not one.move
        else replace(one, move=one.move or move)
        for one in nodes
    )


def _one_after_another(units: Sequence[Node], layout: Layout) -> tuple[Node, ...]:
    """The sentences of a passage: the first begins as the passage does, the others go on."""
    return tuple(
        replace(one, layout=layout if n == 0 else "run_on") if isinstance(one, Passage | Enumeration) else one
        for n, one in enumerate(units)
    )
