"""What a reader leaves out, takes up or cannot read: gathered by kind, each kind told once."""

from __future__ import annotations

from collections import Counter

from drafter.encoding import FORBIDDEN
from drafter.problem import Place, Problem, in_order

SHOWN = 30
"""Characters with which a text is shown."""


class Notes:
    """The problems of one file as they are found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []
        self._kinds: dict[tuple[str, str], _Kind] = {}

    def add(self, rule: str, what: str, place: Place, text: str = "", *, stretch: int | None = None) -> None:
        """One more place of a kind; pieces of the same `stretch` count as one."""
        kind = self._kinds.setdefault((rule, what), _Kind(place))
        if stretch is None or stretch != kind.stretch:
            kind.count += 1
        kind.stretch = stretch
        kind.characters += len(text)
        kind.text = (kind.text + text)[: SHOWN + 1]

    def printable(self, text: str, place: Place) -> str:
        """The text without the characters that no document can hold."""
        odd = Counter(FORBIDDEN.findall(text))
        for char, count in odd.items():
            at = text.index(char)
            start = text.rfind("\n", 0, at) + 1
            column = at - start + (1 if start else place.column)
            here = Place(place.file, place.line + text.count("\n", 0, at), column)
            self.add("control-character", f"U+{ord(char):04X}", here, char * count)
        return FORBIDDEN.sub("", text) if odd else text

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of the text."""
        told = [
            Problem(rule, kind.place, {"what": what, **kind.facts()}, "warning")
            for (rule, what), kind in self._kinds.items()
        ]
        return in_order((*self.found, *told))


class _Kind:
    """What is known of one kind."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.count = self.characters = 0
        self.text = ""
        self.stretch: int | None = None

    def facts(self) -> dict[str, str]:
        """What the sentence names."""
        text = " ".join(self.text.split()) if len(self.text) <= SHOWN else " ".join(self.text[:SHOWN].split()) + "…"
        return {"text": text, "count": f"{self.count:,}", "characters": f"{self.characters:,}"}
