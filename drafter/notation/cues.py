"""YAML → Cues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import fields

from drafter.language import TONGUES
from drafter.model.cues import Costs, Cues, MoveCue
from drafter.model.move import MOVES
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.align import place_in
from drafter.yamltext.tree import Document, Mapping, Scalar, is_empty

Read = TypeVar("Read")
PATTERNS = tuple(one.name for one in fields(Cues) if one.name not in ("language", "moves", "variants", "costs"))
KEYS = ("drafter", "language", *PATTERNS, "variants", "costs", "moves")
COSTS = {one.name.replace("_", "-"): one.name for one in fields(Costs)}
TABLES = ("frame", "below")
READ = ("zh",)
"""The tongues whose numbers are read in old speeches."""
ZONES = ("opening", "body", "heading", "lead", "closing")
MOST_PATTERNS = 1_000
"""Patterns of one file; our own have under two hundred."""


def read_cues(doc: Document, ours: bool = False) -> tuple[Cues | None, tuple[Problem, ...]]:
    """The cues in a file, None if it has an error, and every problem in it; of those that come with drafter the tests know the form."""
    reader = _CuesReader(doc.file)
    return reader.whole(doc, reader.cues, "cues", ours)


class PatternReader(Reader):
    """A reader of files that hold patterns."""

    ours = False
    """Patterns that need no look at their form."""
    patterns = 0

    def whole(
        self, doc: Document, read: Callable[[Mapping], Read], what: str, ours: bool
    ) -> tuple[Read | None, tuple[Problem, ...]]:
        """What is read in a file, None if it has an error, and every problem in it."""
        self.ours = ours
        self.begin(doc.problems)
        made = None
        if isinstance(doc.root, Mapping):
            made = read(doc.root)
        elif not has_errors(doc.problems):
            if doc.root is None or is_empty(doc.root):
                self.report("empty-file", Place(doc.file), what=what)
            else:
                self.map_due(doc.root, what)
        found = in_order(self.problems)
        return (None if has_errors(found) else made), found

    def patterns_of(self, node: tree.Node, name: str) -> tuple[str, ...]:
        """The patterns of a list, as far as their form is one that takes no time."""
        found = []
        for item in self.items(node, name):
            self.patterns += 1
            if self.patterns == MOST_PATTERNS + 1:
                self.report("too-many-patterns", item.place, most=f"{MOST_PATTERNS:,}")
            text = self.text(item, name)
            if text and self.patterns <= MOST_PATTERNS and (self.ours or self._formed(text, item, name)):
                found.append(text)
        return tuple(found)

    def _formed(self, text: str, node: tree.Node, name: str) -> bool:
        from drafter.notation.patterns import fault_of  # our own need no look

        assert isinstance(node, Scalar)
        fault = fault_of(text)
        if fault:
            self.report(fault.rule, place_in(node, fault.at), name=name)
        return fault is None


class _CuesReader(PatternReader):
    def cues(self, root: Mapping) -> Cues:
        got = self.entries(root, KEYS, "cues")
        self.version(got, root.place, "cues")
        language = self.one_of(got["language"][1], "language", READ) if "language" in got else None
        lists = {key: self.patterns_of(got[key][1], key) for key in PATTERNS if key in got}
        variants = self._variants(got["variants"][1]) if "variants" in got else ()
        moves = tuple(self._move(item) for item in (self.items(got["moves"][1], "moves") if "moves" in got else ()))
        costs = self._costs(got["costs"][1]) if "costs" in got else Costs()
        return Cues(language=language or "zh", moves=moves, variants=variants, costs=costs, **lists)

    def _costs(self, node: tree.Node) -> Costs:
        """The costs that a file gives; all others are as usual."""
        found: dict[str, Any] = {}
        for key, (_, value) in self.entries(node, COSTS, "costs").items():
            if key in TABLES:
                rows = self.entries(value, TONGUES["zh"].schemes, key)
                found[key] = tuple((scheme, self.number(one, scheme) or 0.0) for scheme, (_, one) in rows.items())
            elif key == "parts":
                found[key] = self.texts(value, key)
            elif (cost := self.number(value, key)) is not None:
                found[COSTS[key]] = cost
        return Costs(**found)

    def _move(self, item: tree.Node) -> MoveCue:
        got = self.entries(item, ("move", "zones", "words"), "moves")
        for key in ("move", "zones", "words"):
            if key not in got and isinstance(item, Mapping):
                self.report("missing-key", item.place, name=key, of="moves")
        move = self.one_of(got["move"][1], "move", MOVES) if "move" in got else None
        zones = self.items(got["zones"][1], "zones") if "zones" in got else ()
        words = self.patterns_of(got["words"][1], "words") if "words" in got else ()
        return MoveCue(
            move=move or "", zones=tuple(filter(None, (self.one_of(one, "zones", ZONES) for one in zones))), words=words
        )

    def _variants(self, node: tree.Node) -> tuple[str, ...]:
        """Characters in pairs."""
        found = []
        for item in self.items(node, "variants"):
            text = self.text(item, "variants") or ""
            if len(text) % 2:
                self.report("odd-pairs", item.place)
            found.append(text)
        return tuple(found)
