"""Word's automatic numbers, counted as Word counts them (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from drafter.formats.docx.gate import Events, number, value
from drafter.formats.docx.looks import OFF, Looks
from drafter.formats.numerals import numeral

RUNGS = 9
"""Levels of a list."""
BULLET = "bullet"


class Rung:
    """One level of a list."""

    def __init__(self) -> None:
        self.start = 0
        self.format = self.text = self.style = ""
        self.suffix = "tab"
        self.restart: int | None = None
        self.digits = False


class Label(Struct, frozen=True):
    """What Word prints before a paragraph of a list."""

    text: str
    """The number; empty for a bullet."""
    suffix: str
    """What follows it: `tab`, `space` or `nothing`."""
    rung: int
    """How deep it stands in the list, from 1."""
    unknown: str = ""
    """A numeral format that is not known here; digits stand in its place."""


class Numbering(Events):
    """The lists of a document; every list counts on as its paragraphs are met."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._plans: dict[str, dict[int, Rung]] = {}
        self._linked: dict[str, str] = {}
        self._plan_of: dict[str, str] = {}
        self._own: dict[str, dict[int, Rung]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._plan = self._list = ""
        self._level = 0
        self._rung = Rung()
        self._counts: dict[str, list[int | None]] = {}
        self._met: set[tuple[str, int]] = set()

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        given = value(attributes)
        match name:
            case "abstractNum":
                self._list, self._plan = "", value(attributes, "abstractNumId")
                self._plans[self._plan] = {}
            case "num":
                self._plan, self._list = "", value(attributes, "numId")
            case "abstractNumId":
                self._plan_of[self._list] = given
            case "numStyleLink":
                self._linked[self._plan] = given
            case "lvlOverride":
                self._level = number(value(attributes, "ilvl"))
            case "startOverride":
                self._starts.setdefault(self._list, {})[self._level] = number(given)
            case "lvl":
                self._rung = Rung()
                rungs = self._own.setdefault(self._list, {}) if self._list else self._plans.setdefault(self._plan, {})
                rungs[number(value(attributes, "ilvl"))] = self._rung
            case _ if "lvl" in self.path[-4:]:
                self._say(name, given)

    def _say(self, name: str, given: str) -> None:
        rung = self._rung
        match name:
            case "start":
                rung.start = number(given)
            case "numFmt":
                rung.format = given
            case "lvlText":
                rung.text = given
            case "suff":
                rung.suffix = given
            case "lvlRestart":
                rung.restart = number(given)
            case "isLgl":
                rung.digits = given not in OFF
            case "pStyle":
                rung.style = given

    def next(self, list: str, rung: str, style: str, looks: Looks) -> Label | None:
        """Count a paragraph and tell its label; `list` and `rung` are its own, where it has any."""
        of_style, rung_of_style, ids = looks.numbering(style)
        list = list or of_style
        if list not in self._plan_of:  # 0 takes a paragraph out of its list
            return None
        rungs = self._rungs(list, looks)
        rung = rung or rung_of_style
        by_style = next((n for id in ids for n, one in rungs.items() if one.style == id), 0)
        level = number(rung) if rung else by_style
        if level not in rungs or not 0 <= level < RUNGS:
            return None
        return _label(rungs, level, self._count(list, level, rungs))

    def _rungs(self, list: str, looks: Looks) -> dict[int, Rung]:
        """The levels of a list: its plan's, or those of the list that the plan's style names, and its own above them."""
        plan = self._plan_of[list]
        if plan in self._linked:
            plan = self._plan_of.get(looks.numbering(self._linked[plan])[0], plan)
        return {**self._plans.get(plan, {}), **self._own.get(list, {})}

    def _count(self, list: str, level: int, rungs: Mapping[int, Rung]) -> tuple[int, ...]:
        """The numbers of all levels down to this one, this paragraph counted."""
        counts = self._counts.setdefault(self._plan_of[list], [None] * RUNGS)
        starts = {n: rung.start for n, rung in rungs.items()} | self._starts.get(list, {})
        if (list, level) not in self._met:
            self._met.add((list, level))
            if level in self._starts.get(list, {}):
                counts[level] = None
        for n in range(level + 1):
            before = counts[n]
            counts[n] = starts.get(n, 0) if before is None else before + (n == level)
        for n in range(level + 1, RUNGS):
            restart = rungs[n].restart if n in rungs else None
            if restart is None or level < restart:
                counts[n] = None
        return tuple(count or 0 for count in counts[: level + 1])


def _label(rungs: Mapping[int, Rung], level: int, counts: tuple[int, ...]) -> Label:
    rung = rungs[level]
    if rung.format == BULLET:
        return Label("", rung.suffix, level + 1)
    unknown = ""

    def shown(found: re.Match[str]) -> str:
        nonlocal unknown
        n = int(found[1]) - 1
        if n > level:
            return ""
        format = rungs[n].format if n in rungs else "decimal"
        text = numeral(counts[n], "decimal" if rung.digits else format)
        if text is None:
            unknown = format
        return str(counts[n]) if text is None else text

    text = re.sub("%([1-9])", shown, rung.text)
    return Label(text, rung.suffix, level + 1, unknown)
