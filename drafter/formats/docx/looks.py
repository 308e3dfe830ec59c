"""Word's styles, as far as they say what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.formats.docx.gate import Events, number, value
from drafter.formats.docx.parts import READING_NAME
from drafter.model.sheet import Claim

TITLES = ("title", "标题", "文档标题", "讲话标题", "大标题")
DIRECTIONS = ("提示语", "主持提示", "会场提示", "舞台提示")
QUOTES = ("quote", "intense quote", "引用", "明显引用")
HEADING = re.compile(r"(?:heading|标题) ?([1-9])|([一二三四五六七八九])级标题")
CONTENTS = re.compile(r"(?:toc|目录) ?(?:[1-9]|heading|标题)")
HIDDEN, READINGS = "hidden text", "marks for reading aloud"
OFF = ("0", "false", "off")
LONGEST = 30
"""Styles that are based on one another; Word allows ten."""


class Look:
    """What one style says itself."""

    def __init__(self) -> None:
        self.name = self.based = self.list = self.rung = ""
        self.level: int | None = None
        self.hidden: bool | None = None


class Looks(Events):
    """The styles of a document, by id."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.by_id: dict[str, Look] = {}
        self.usual = ""
        self._look = Look()
        self._claims: dict[str, tuple[Claim, int]] = {}
        self._numbering: dict[str, tuple[str, str, tuple[str, ...]]] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self.path[-1] if self.path else ""
        if parent == "styles" and name == "style":
            self._look = self.by_id.setdefault(value(attributes, "styleId"), Look())
            if value(attributes, "default") not in ("", *OFF) and value(attributes, "type") == "paragraph":
                self.usual = value(attributes, "styleId")
        elif parent == "style" and name == "name":
            self._look.name = value(attributes).strip().lower()
        elif parent == "style" and name == "basedOn":
            self._look.based = value(attributes)
        elif self.path[1:2] == ["style"] and len(self.path) < 5 and self.path[2:3] in (["pPr"], ["rPr"]):
            self._property(parent, name, value(attributes))

    def _property(self, parent: str, name: str, given: str) -> None:
        match parent, name:
            case "pPr", "outlineLvl":
                self._look.level = number(given, 9)
            case "numPr", "numId":
                self._look.list = given
            case "numPr", "ilvl":
                self._look.rung = given
            case "rPr", "vanish":
                self._look.hidden = given not in OFF

    def chain(self, id: str) -> Iterator[tuple[str, Look]]:
        """A style and those it is based on, nearest first."""
        for _ in range(LONGEST):
            look = self.by_id.get(id)
            if look is None:
                return
            yield id, look
            id = look.based

    def claim(self, id: str, level: int | None) -> tuple[Claim, int]:
        """What a paragraph of a style is, if its own outline level says nothing else."""
        if level is not None:
            return ("heading", level + 1) if 0 <= level < 9 else ("", 0)
        if id not in self._claims:
            self._claims[id] = next(
                (found for _, look in self.chain(id) if (found := _claim(look)) is not None), ("", 0)
            )
        return self._claims[id]

    def left_out(self, id: str) -> str:
        """What a style makes of its text that is not of the speech, if it does."""
        chain = tuple(self.chain(id))
        if any(CONTENTS.fullmatch(look.name) for _, look in chain):
            return "tables of contents"
        if any(look.name == READING_NAME for _, look in chain):
            return READINGS
        hidden = next((look.hidden for _, look in chain if look.hidden is not None), False)
        return HIDDEN if hidden else ""

    def numbering(self, id: str) -> tuple[str, str, tuple[str, ...]]:
        """The list that a style puts its paragraphs in, the rung if it is said, and the ids to look for among the rungs."""
        if id not in self._numbering:
            chain = tuple(self.chain(id))
            rung = next((look.rung for _, look in chain if look.rung), "")
            list = next((look.list for _, look in chain if look.list), "")
            self._numbering[id] = list, rung, tuple(one for one, _ in chain)
        return self._numbering[id]


def _claim(look: Look) -> tuple[Claim, int] | None:
    """What a style says that its paragraphs are, by its name or its outline level."""
    if look.name in TITLES:
        return "title", 0
    if look.name in QUOTES:
        return "quote", 0
    if look.name in DIRECTIONS:
        return "direction", 0
    found = HEADING.fullmatch(look.name)
    if found:
        return "heading", int(found[1]) if found[1] else "一二三四五六七八九".index(found[2]) + 1
    if look.level is None:
        return None
    return ("heading", look.level + 1) if 0 <= look.level < 9 else ("", 0)
