"""YAML → Signs."""

from __future__ import annotations

from drafter.model.signs import NAMES, PATTERNS, Signs
from drafter.notation.cues import READ, PatternReader
from drafter.problem import Problem
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping


def read_signs(doc: Document, ours: bool = False) -> tuple[Signs | None, tuple[Problem, ...]]:
    """The signs in a file, None if it has an error, and every problem in it."""
    reader = _SignsReader(doc.file)
    return reader.whole(doc, reader.signs, "signs", ours)


class _SignsReader(PatternReader):
    def signs(self, root: Mapping) -> Signs:
        got = self.entries(root, ("drafter", "language", *PATTERNS, *NAMES), "signs")
        self.version(got, root.place, "signs")
        language = self.one_of(got["language"][1], "language", READ) if "language" in got else None
        return Signs(
            language=language or "zh",
            patterns={key: self.patterns_of(got[key][1], key) for key in PATTERNS if key in got},
            names={key: self._names(got[key][1], key) for key in NAMES if key in got},
        )

    def _names(self, node: tree.Node, key: str) -> dict[str, tuple[str, ...]]:
        """Names with their patterns."""
        if not isinstance(node, Mapping):
            self.map_due(node, key)
            return {}
        return {name.text: self.patterns_of(value, name.text) for name, value in node.entries}
