"""YAML → Cues."""

from __future__ import annotations

import re

from msgspec.structs import fields

from drafter.model.cues import Cues, MoveCue
from drafter.model.move import MOVES
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar

PATTERNS = tuple(one.name for one in fields(Cues) if one.name not in ("language", "moves"))
READ = ("zh",)
"""The tongues whose numbers are read in old speeches."""
ZONES = ("opening", "body", "heading", "lead", "closing")


def read_cues(doc: Document) -> tuple[Cues | None, tuple[Problem, ...]]:
    """The cues in a file, None if it has an error, and every problem in it."""
    reader = _CuesReader(doc.file)
    reader.begin(doc.problems)
    cues = None
    if isinstance(doc.root, Mapping):
        cues = reader.cues(doc.root)
    else:
        reader.map_due(doc.root or Scalar("", Place(doc.file), "", 0, 0), "cues")
    found = in_order(reader.problems)
    return (None if has_errors(found) else cues), found


class _CuesReader(Reader):
    def cues(self, root: Mapping) -> Cues:
        got = self.entries(root, ("drafter", "language", *PATTERNS, "moves"), "cues")
        self.version(got, root.place, "cues")
        language = (self.one_of(got["language"][1], "language", READ) if "language" in got else None) or "zh"
        lists = {key: self._patterns(got[key][1], key) for key in PATTERNS if key in got}
        moves = tuple(self._move(item) for item in (self.items(got["moves"][1], "moves") if "moves" in got else ()))
        return Cues(language=language, moves=moves, **lists)

    def _move(self, item: tree.Node) -> MoveCue:
        got = self.entries(item, ("move", "zones", "words"), "moves")
        move = self.one_of(got["move"][1], "move", MOVES) if "move" in got else None
        zones = self.items(got["zones"][1], "zones") if "zones" in got else ()
        words = self._patterns(got["words"][1], "words") if "words" in got else ()
        return MoveCue(
            move=move or "", zones=tuple(filter(None, (self.one_of(one, "zones", ZONES) for one in zones))), words=words
        )

    def _patterns(self, node: tree.Node, name: str) -> tuple[str, ...]:
        found = []
        for item in self.items(node, name):
            text = self.text(item, name)
            try:
                re.compile(text or "")
            except (re.error, OverflowError, RecursionError) as error:
                self.report("odd-pattern", item.place, name=name, reason=str(error))
                continue
            if text:
                found.append(text)
        return tuple(found)
