"""What a brief says in addition: texts beside nodes."""

from __future__ import annotations

from collections.abc import Mapping as Map

from drafter.expression.check import Names
from drafter.model.blueprint import Blueprint, Node, every
from drafter.model.brief import FRONT, LAYOUTS, Insert
from drafter.model.expression import Prose
from drafter.model.occurrence import id_of
from drafter.notation.brief_settings import SettingsReader
from drafter.notation.scope import names_at
from drafter.notation.wording_reader import Got
from drafter.yamltext import tree
from drafter.yamltext.tree import each, is_empty

SIDES = ("after", "before")
KEYS = (*SIDES, "heading", "say", "layout")


class InsertReader(SettingsReader):
    """Reads the texts that a brief adds."""

    def _insert(self, node: tree.Node | None, nodes: Map[str, Node], blueprint: Blueprint) -> tuple[Insert, ...]:
        """What is said in addition; nothing is drafted if one of it cannot be read, so that each keeps its number."""
        if node is None or is_empty(node):
            return ()
        names = names_at(blueprint, self.tongue)
        zones = {"opening": blueprint.opening, "closing": blueprint.closing}
        elsewhere = {node.id: zone for zone, nodes_in in zones.items() for node in every(nodes_in)}
        found = []
        for n, item in enumerate(self.items(node, "insert"), 1):
            got = self.entries(item, KEYS, "insert")
            if not isinstance(item, tree.Mapping) and not is_empty(item):
                continue  # which has been told
            got = {key: given for key, given in got.items() if not is_empty(given[1])}
            anchor, before = self._anchor(item, got, nodes)
            if anchor:
                zone = elsewhere.get(id_of(anchor), "opening" if anchor in FRONT and anchor not in nodes else "")
                if zone and "heading" in got:
                    self.report("heading-outside-emphases", got["heading"][0].place, zone=zone)
                found.append(self._addition(f"insert[{n}]", item, got, anchor, before, names(anchor, False)))
        return tuple(found)

    def _anchor(self, item: tree.Node, got: Got, nodes: Map[str, Node]) -> tuple[str, bool]:
        """The node that a text stands beside, and whether before it; an empty one has been reported."""
        sides = [key for key in SIDES if key in got]
        if len(sides) != 1:
            self.report("insert-beside", item.place)
            return "", False
        before, node = sides[0] == "before", got[sides[0]][1]
        anchor = self.text(node, sides[0]) or ""
        front = anchor in FRONT and anchor not in nodes
        if front and before:
            self.report("before-the-front", node.place, name=anchor)
        known = not before if front else bool(anchor) and self._known(anchor, node.place, nodes, FRONT)
        return (anchor if known else ""), before

    def _addition(self, key: str, item: tree.Node, got: Got, anchor: str, before: bool, names: Names) -> Insert:
        heading = self._own(got["heading"][1], key, names) if "heading" in got else None
        say = tuple(self._texts(got["say"][1], key, names)) if "say" in got else ()
        if heading is None and ("say" not in got or all(map(is_empty, each(got["say"][1])))):
            self.report("missing-key", item.place, name="say", of="insert")
        run_on = "layout" in got and self.one_of(got["layout"][1], "layout", LAYOUTS) == "run_on"
        if run_on and heading:
            self.report("heading-runs-on", got["layout"][0].place)
        return Insert(anchor=anchor, before=before, heading=heading, say=say, run_on=run_on)

    def _texts(self, node: tree.Node, key: str, names: Names) -> list[Prose]:
        """A text, or several."""
        return [prose for one in each(node) if (prose := self._own(one, key, names))]
