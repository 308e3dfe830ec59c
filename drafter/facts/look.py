"""The signs of a pack as patterns, each compiled when a text first asks for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from drafter.language import Tongue
from drafter.model.signs import Signs

HAN = "\u4e00-\u9fff"
NEVER = "(?!)"
ASKED = re.compile("<([a-z_]+)(\\d?)>")
"""A key within a pattern: its own patterns stand there."""
REST = "[^，。；：#«]{0,40}"
"""What may stand for a key that has none: the rest of a clause."""
CLAUSE = "(?:^|(?<=[，。；：、#]))"
"""Where a clause begins."""


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
        return f"(?:{'|'.join(map(self._whole, self.signs.patterns.get(key, ()))) or NEVER})"

    def _whole(self, pattern: str, name: str = "") -> str:
        """A pattern with those of the keys in it; what the name holds is kept apart."""

        def said(found: re.Match[str]) -> str:
            key, number = found.groups()
            rest = REST if found.end() == len(pattern) else f"{REST}?"
            inner = self.said(key) if key in self.signs.patterns else rest
            begin = CLAUSE if inner is rest and not found.start() else ""
            return f"{begin}(?P<{key}{number}>{inner})" if f"{{{key}{number}}}" in name else inner

        return ASKED.sub(said, pattern)

    def __getitem__(self, key: str) -> re.Pattern[str]:
        return self.compiled.get(key) or self.compiled.setdefault(key, self.made(key, "{}"))

    def made(self, key: str, around: str) -> re.Pattern[str]:
        """The patterns of a key within others."""
        name = f"{key} {around}"
        if name not in self.compiled:
            self.compiled[name] = re.compile(around.replace("{}", self.said(key)))
        return self.compiled[name]

    def run(self, key: str, at: str) -> re.Pattern[str]:
        """Any number of a key's words together, `at` the beginning or the end of a text: ^ or $."""
        return self.made(key, "^{}+" if at == "^" else "{}+$")

    def verb_at(self, text: str, at: int) -> int:
        """Where the longest verb ends that begins at a place and is no part of a noun; 0 for none."""
        end = self.word_at(text, at)
        return end if end and not self["nominal"].match(text, end) else 0

    def word_at(self, text: str, at: int) -> int:
        """Where the longest verb ends that begins at a place, though it may be part of a noun."""
        return next((at + len(verb) for verb in self._verbs.get(text[at : at + 1], ()) if text.startswith(verb, at)), 0)

    def verb_in(self, text: str, start: int = 0) -> tuple[int, int] | None:
        """Where the first verb of a text stands."""
        return next(((at, to) for at in range(start, len(text)) if (to := self.verb_at(text, at))), None)

    def verbs(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the verbs of a text stand, none within another."""
        at = 0
        while verb := self.verb_in(text, at):
            yield verb
            at = verb[1]

    def table(self, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The names of a key, each with a pattern, in their order."""
        if key not in self.tables:
            rows = self.signs.names.get(key, {}).items()
            self.tables[key] = tuple(
                (name, re.compile(self._whole(pattern, name))) for name, told in rows for pattern in told
            )
        return self.tables[key]

    def named(self, key: str, text: str, at: str = "^") -> str:
        """The first name whose pattern a text begins with (^), has where the pattern says ($), or is (=); empty for none."""
        found = {"^": re.Pattern.match, "=": re.Pattern.fullmatch, "$": re.Pattern.search}[at]
        return next((name for name, pattern in self.table(key) if found(pattern, text)), "")

    def spelled(self, name: str) -> str:
        """A name as one writes it."""
        for instead, pattern in self.table("spelling"):
            name = pattern.sub(instead, name)
        return name

    def fixed(self, key: str) -> str:
        """A name that is always the same."""
        return next((name for name, told in self.signs.names.get("fixed", {}).items() if key in told), key)
