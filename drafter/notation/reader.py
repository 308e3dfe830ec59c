"""What every reader of a file needs: keys known and unknown, texts where texts are due, all problems in one list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from drafter.expression.grammar import Fault
from drafter.expression.parse import parse_prose
from drafter.model.expression import Prose
from drafter.model.table import UNREAD
from drafter.problem import Misses, Place, Problem, Severity, listed
from drafter.yamltext.align import place_in
from drafter.yamltext.hints import EMPTYING
from drafter.yamltext.tree import Mapping, Node, Scalar, Sequence, each, is_empty

Given = TypeVar("Given")
MOST_PIECES = 20_000
"""Expressions and marks of strong words in the texts of one file; a blueprint for a whole speech has some hundreds."""
VERSION = 1
"""The language version that this drafter reads."""
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
WARNINGS = frozenset({"unguarded-omit"})
"""Faults of a text that do not stop the work."""
OMISSIONS = frozenset({"missing-key", "missing-slot", "empty-text", "no-blueprint-named", "list-less-than-limit"})
"""Rules about what is not there."""


class Reader(Misses):
    """Collects the problems of one file while its nodes are read."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.problems: list[Problem] = []
        self.emptied = False
        self.pieces = 0

    def begin(self, problems: Iterable[Problem]) -> None:
        """Start with what was wrong with the YAML."""
        self.problems += problems
        self.emptied = any((one.rule in EMPTYING and one.edit is None) or one.rule in UNREAD for one in self.problems)

    def report(self, rule: str, place: Place, severity: Severity = "error", **facts: str) -> None:
        """Add a problem; nothing is called missing that may stand where YAML could not be read."""
        if self.emptied and rule in OMISSIONS:
            return
        self.problems.append(Problem(rule, place, facts, severity))

    def version(self, got: dict[str, tuple[Scalar, Node]], start: Place, of: str) -> None:
        """Report a file that says no language version, or another one."""
        if "drafter" not in got:
            self.report("missing-key", start, name="drafter", of=of)
            return
        node = got["drafter"][1]
        version = self.number(node, "drafter")
        if version is not None and version != VERSION:
            self.report("other-version", node.place, version=f"{version:g}", known=str(VERSION))

    def faults(self, faults: Iterable[Fault], scalar: Scalar) -> None:
        """Add the faults of a text, each at its character."""
        for fault in faults:
            severity: Severity = "warning" if fault.rule in WARNINGS else "error"
            self.report(fault.rule, place_in(scalar, fault.at), severity, **dict(fault.facts))

    def map_due(self, node: Node, name: str) -> None:
        """Report what stands where a map is due; nearly always its colons are full-width."""
        if self.emptied and is_empty(node):
            return
        from drafter.yamltext.slips import meant_as_fields  # most files have none

        slips = meant_as_fields(node) if isinstance(node, Scalar) else []
        self.problems += slips or [Problem("map-due", node.place, {"name": name})]

    def entries(self, node: Node | None, known: Iterable[str], of: str) -> dict[str, tuple[Scalar, Node]]:
        """The known keys of a map; unknown ones are reported, with the near miss."""
        if node is None or is_empty(node):
            return {}
        if not isinstance(node, Mapping):
            self.map_due(node, of)
            return {}
        names = tuple(known)
        found = {}
        for key, value in node.entries:
            if key.text in names:
                found[key.text] = (key, value)
            else:
                self.unknown("unknown-key", key, value, of, names)
        return found

    def unknown(self, rule: str, key: Scalar, value: Node, of: str, known: Iterable[str]) -> None:
        """Report a key that is not known; one without a colon is the rest of a text that a comma cut off."""
        if isinstance(value, Scalar) and value.start == value.end == key.end:
            self.report("cut-at-comma", key.place, name=key.text)
        else:
            self.report(rule, key.place, name=key.text, of=of, near=self.near(key.text, known))

    def text(self, node: Node, name: str) -> str | None:
        """A text; None for anything else, and for nothing typed."""
        if isinstance(node, Scalar):
            return None if is_empty(node) else node.text
        if isinstance(node, Mapping) and len(node.entries) == 1:
            self.report("colon-makes-map", node.place, name=name, key=node.entries[0][0].text)
        else:
            self.report("text-due", node.place, name=name, kind="list" if isinstance(node, Sequence) else "map")
        return None

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        """A text, or several in a list."""
        return tuple(text for one in each(node) if (text := self.text(one, name)))

    def prose(self, node: Node, name: str) -> Prose | None:
        """A text with expressions; its faults are reported."""
        text = self.text(node, name)
        if text is None or not isinstance(node, Scalar) or self.pieces > MOST_PIECES:
            return None
        prose, faults = parse_prose(node.text.rstrip("\n"), node.place)
        self.faults(faults, node)
        self.pieces += sum(not isinstance(piece, str) for piece in prose.pieces)
        if self.pieces > MOST_PIECES:
            self.report("too-many-expressions", node.place, most=f"{MOST_PIECES:,}")
            return None
        return prose

    def items(self, node: Node, name: str) -> tuple[Node, ...]:
        """The items of a list."""
        if isinstance(node, Sequence):
            return node.items
        if not is_empty(node):
            from drafter.yamltext.slips import odd_brackets

            self.problems.append(odd_brackets(node) or Problem("list-due", node.place, {"name": name}))
        return ()

    def one_of(self, node: Node, name: str, choices: Iterable[str]) -> str | None:
        """A text out of a few."""
        text = self.text(node, name)
        names = tuple(choices)
        if text is not None and text not in names:
            near = self.near(text, names)
            self.report("unknown-choice", node.place, value=text, near=near, choices=listed(map(str.strip, names)))
            return None
        return text

    def number(self, node: Node, name: str) -> float | None:
        """A number."""
        text = self.text(node, name)
        if text is None:
            return None
        if len(text) > 12 or not NUMBER.fullmatch(text):
            self.report("not-a-number", node.place, name=name, value=text[:24])
            return None
        return float(text)

    def positive(self, node: Node, name: str) -> float | None:
        """A number above nothing."""
        number = self.number(node, name)
        if number is not None and number <= 0:
            self.report("not-a-number", node.place, name=name, value=f"{number:g}")
            return None
        return number

    def rate(self, node: Node, usual: tuple[int, int]) -> float | None:
        """How much is said in a minute; where nobody speaks so, that is told."""
        rate, (slowest, fastest) = self.positive(node, "rate"), usual
        if rate is not None and not slowest <= rate <= fastest:
            rule, limit = ("number-less-than-limit", slowest) if rate < slowest else ("number-more-than-limit", fastest)
            self.report(rule, node.place, "warning", name="rate", size=f"{rate:g}", limit=str(limit))
        return rate

    def count(self, node: Node, name: str) -> int | None:
        """A whole number from 1."""
        number = self.positive(node, name)
        if number is not None and not float(number).is_integer():
            self.report("not-a-number", node.place, name=name, value=f"{number:g}")
            return None
        return None if number is None else int(number)

    def flag(self, node: Node, name: str) -> bool:
        """`true` or `false`."""
        return self.one_of(node, name, ("true", "false")) == "true"
