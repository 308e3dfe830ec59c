"""The signs of a pack as patterns, each compiled when a text first asks for it."""

from __future__ import annotations

import re
from collections.abc import Collection

from drafter.language import Tongue
from drafter.model.signs import Signs

HAN = "\u4e00-\u9fff"
NEVER = "(?!)"


class Look:
    """What facts are looked for with."""

    def __init__(self, signs: Signs, tongue: Tongue, verbs: Collection[str] = ()) -> None:
        self.signs = signs if signs.language == tongue.code else Signs()
        self.tongue = tongue
        self._verbs: dict[str, list[str]] = {}
        own = (verb for words in self.signs.patterns.get("verbs", ()) for verb in words.split("|"))
        for verb in sorted({*verbs, *own}, key=len, reverse=True):
            self._verbs.setdefault(verb[0], []).append(verb)
        self.compiled: dict[str, re.Pattern[str]] = {}
        self.tables: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}

    def said(self, key: str) -> str:
        """The patterns of a key as one group."""
        return f"(?:{'|'.join(self.signs.patterns.get(key, ())) or NEVER})"

    def __getitem__(self, key: str) -> re.Pattern[str]:
        if key not in self.compiled:
            self.compiled[key] = re.compile(self.said(key))
        return self.compiled[key]

    def made(self, name: str, pattern: str) -> re.Pattern[str]:
        """A pattern that is put together of several."""
        if name not in self.compiled:
            self.compiled[name] = re.compile(pattern)
        return self.compiled[name]

    def run(self, key: str, at: str) -> re.Pattern[str]:
        """Any number of a key's words together, `at` the beginning or the end of a text: ^ or $."""
        begin, end = ("^", "") if at == "^" else ("", "$")
        return self.made(f"{key} {at}", f"{begin}{self.said(key)}+{end}")

    def verb_at(self, text: str, at: int) -> int:
        """Where the longest verb ends that begins at a place; 0 for none."""
        return next((at + len(verb) for verb in self._verbs.get(text[at : at + 1], ()) if text.startswith(verb, at)), 0)

    def verb_in(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Where the first verb of a stretch stands."""
        stop = len(text) if end is None else end
        return next(((at, to) for at in range(start, stop) if 0 < (to := self.verb_at(text, at)) <= stop), None)

    def table(self, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The names of a key, each with a pattern, in their order."""
        if key not in self.tables:
            rows = self.signs.names.get(key, {}).items()
            self.tables[key] = tuple((name, re.compile("|".join(told) or NEVER)) for name, told in rows)
        return self.tables[key]

    def named(self, key: str, text: str, at: str = "^") -> str:
        """The first name whose pattern a text begins with (^), ends with ($), or is (=); empty for none."""
        for name, pattern in self.table(key):
            if at == "^" and pattern.match(text):
                return name
            if at == "=" and pattern.fullmatch(text):
                return name
            if at == "$" and any(found.end() == len(text) for found in pattern.finditer(text)):
                return name
        return ""

    def spelled(self, name: str) -> str:
        """A name as one writes it: 未销号问题数."""
        for instead, pattern in self.table("spelling"):
            name = pattern.sub(instead, name)
        return name

    def fixed(self, key: str) -> str:
        """A name that is always the same."""
        return next((name for name, told in self.signs.names.get("fixed", {}).items() if told == (key,)), key)
