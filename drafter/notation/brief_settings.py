"""What a brief says of nodes: which wording to take, what to leave out, what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from itertools import islice

from msgspec.structs import replace

from drafter.expression.check import Checker
from drafter.expression.check import Names as Shapes
from drafter.language import Tongue
from drafter.model.blueprint import Blueprint, Enumeration, Node, Section, wordings
from drafter.model.brief import FRONT
from drafter.model.expression import Expression, Name, Prose, Toggle
from drafter.model.occurrence import id_of, parsed
from drafter.model.value import Gap, Hole, Listing, Value
from drafter.notation.reader import Reader
from drafter.notation.scope import names_at
from drafter.problem import Place
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.tree import Mapping, Scalar, is_empty

MOST_HOLES = 50
"""Placeholders told of one text; where there are more, nobody fills them in one by one."""


class SettingsReader(Reader):
    """Reads settings that name nodes, and the placeholders in texts."""

    tongue: Tongue
    items_of: Map[str, tuple[int | None, ...]]
    """For each node how many items every `each` around it goes through."""

    def _holes(self, node: Scalar, part: str, start: int, open: Gap) -> Iterator[Hole]:
        """The placeholders in a part of a node's text that begins at `start`."""
        for found in islice(re.finditer(self.tongue.placeholder, part), MOST_HOLES):
            yield found.start(), replace(open, label=found[0], place=place_in(node, start + found.start()))

    def _pick(self, node: tree.Node | None, nodes: Map[str, Node]) -> dict[str, int]:
        picks: dict[str, int] = {}
        for key, value in self._by_id(node, nodes, "pick"):
            number = self.number(value, "pick")
            count = len(wordings(nodes[id_of(key.text)]))
            if number is None:
                continue
            if not float(number).is_integer() or not 1 <= number <= count:
                self.report("no-such-wording", value.place, name=key.text, number=f"{number:g}", count=str(count))
            else:
                picks[key.text] = int(number)
        return picks

    def _shapes(self, node: tree.Node | None, nodes: Map[str, Node]) -> dict[str, str]:
        """The shapes of lists, each one of those that its node may have."""
        shapes: dict[str, str] = {}
        for key, value in self._by_id(node, nodes, "shapes"):
            if shape := self.one_of(value, key.text, nodes[id_of(key.text)].shapes):
                shapes[key.text] = shape
        return shapes

    def _omit(self, node: tree.Node | None, nodes: Map[str, Node]) -> tuple[str, ...]:
        ids = []
        for item in self.items(node, "omit") if node is not None else ():
            text = self.text(item, "omit")
            if text and self._known(text, item.place, nodes):
                ids.append(text)
        return tuple(ids)

    def _keep(self, node: tree.Node | None, blueprint: Blueprint) -> dict[str, int]:
        """How many items of a list are told, by the list's slot: 形势, or 任务[2].举措."""
        kept: dict[str, int] = {}
        if node is not None and not is_empty(node) and not isinstance(node, Mapping):
            self.map_due(node, "keep")
        for key, value in node.entries if isinstance(node, Mapping) else ():
            lists = [name for name, slot in blueprint.slots.items() if slot.type == "list"]
            if re.split(r"[\[.]", key.text)[0] not in lists:
                self.report("unknown-slot", key.place, name=key.text, near=self.near(key.text, lists))
            elif number := self.count(value, key.text):
                kept[key.text] = number
        return kept

    def _overrides(self, node: tree.Node | None, nodes: Map[str, Node], blueprint: Blueprint) -> dict[str, Prose]:
        overrides: dict[str, Prose] = {}
        if node is None:
            return overrides
        names = names_at(blueprint, self.tongue)
        points = {one.id for node in nodes.values() if isinstance(node, Enumeration) for one in node.points}
        for key, value in self._by_id(node, nodes, "overrides", FRONT):
            named = nodes.get(id_of(key.text))
            if is_empty(value):
                if key.text != "title" and not (isinstance(named, Section) and named.headings):
                    overrides[key.text] = Prose("", (), value.place)
            elif isinstance(named, Section) and not (named.headings or named.layout or named.id in points):
                self.report("no-words-to-override", key.place, name=named.id)
            elif prose := self._own(value, key.text, names(key.text, True)):
                overrides[key.text] = prose
        return overrides

    def _own(self, node: tree.Node, name: str, known: Shapes) -> Prose | None:
        """A text that a person wrote, with its placeholders as gaps."""
        prose = self.prose(node, name)
        if not prose or not isinstance(node, Scalar):
            return None
        self.faults(Checker(self.tongue, self.near).prose(prose, known, known), node)
        return self._open(prose, node, name)

    def _open(self, prose: Prose, node: Scalar, id: str) -> Prose:
        """A text that a person wrote with its placeholders as gaps."""
        pieces: list[str | Expression | Toggle | Gap] = []
        start = 0
        for piece in prose.pieces:
            if not isinstance(piece, str):
                pieces.append(piece)
                continue
            start, at = prose.text.index(piece, start), 0
            for here, gap in self._holes(
                node, piece, start, Gap(id if id.startswith("insert[") else f"overrides.{id}", id, typed=True)
            ):
                pieces += [piece[at:here], gap]
                at = here + len(gap.label)
            pieces.append(piece[at:])
            start += len(piece)
        return replace(prose, pieces=tuple(piece for piece in pieces if piece != ""))

    def _by_id(
        self, node: tree.Node | None, nodes: Map[str, Node], name: str, also: tuple[str, ...] = ()
    ) -> Iterable[tuple[Scalar, tree.Node]]:
        if node is None or is_empty(node):
            return
        if not isinstance(node, Mapping):
            self.map_due(node, name)
            return
        for key, value in node.entries:
            if key.text in also or self._known(key.text, key.place, nodes, also):
                yield key, value

    def _known(self, text: str, place: Place, nodes: Map[str, Node], also: tuple[str, ...] = ()) -> bool:
        """Whether there is such a node; `also` may be meant where there is none."""
        named = parsed(text)
        if named.id not in nodes:
            self.report("unknown-node", place, name=text, near=self.near(named.id, (*nodes, *also)))
            return False
        counts, node = self.items_of[named.id], nodes[named.id]
        whole = isinstance(node, Enumeration) and node.each is not None  # which is named without its points', too
        there = len(named.numbers) in ({len(counts), len(counts) - 1} if whole else {len(counts)}) and all(
            number and (most is None or number <= most) for number, most in zip(named.numbers, counts, strict=False)
        )
        if named.numbers and not there:
            self.report("no-such-occurrence", place, "warning", name=text, id=named.id)
        return True


def items_of(
    nodes: Iterable[Node], around: tuple[int | None, ...], values: Map[str, Value]
) -> Iterator[tuple[str, tuple[int | None, ...]]]:
    """For each node how many items every `each` around it goes through, None where only the plan tells."""
    for node in nodes:
        counts = around
        if node.each is not None:
            given = values.get(node.each.name) if isinstance(node.each, Name) and not around else None
            counts = (*around, len(given.items) if isinstance(given, Listing) else None)
        yield node.id, counts
        if isinstance(node, Section):
            yield from items_of(node.body, counts, values)
        elif isinstance(node, Enumeration) and node.each is None:
            yield from items_of(node.points, counts, values)
