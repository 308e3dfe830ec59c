"""YAML → Style."""

from __future__ import annotations

import re
from typing import cast, get_args

from drafter.model.style import ROLES, SIZES, Align, Look, NumberPlace, Style
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar

KEYS = ("drafter", "title", "page", "grid", "number", "roles")
PAGE_KEYS = ("width", "height", "top", "left", "area_width", "area_height")
MOST: dict[tuple[str, ...], int] = {
    (*PAGE_KEYS, "pitch"): 550,  # Word: 22 inches, 558.8 mm
    ("size",): 1638,  # LARGEST
    ("lines", "characters"): 200,
    ("indent", "before", "after"): 30,
}
"""The largest that each may be, so that Word opens the document."""
FONT = re.compile(r"[\w .\-]+")
"""What a font may be called: its name goes into XML and style sheets as it is."""
SMALLEST, LARGEST = 1, 1638
"""Points that Word can set."""
LOOK_KEYS = ("font", "latin", "size", "bold", "align", "indent", "pitch", "before", "after")
Got = dict[str, tuple[Scalar, tree.Node]]


def read_style(doc: Document, name: str) -> tuple[Style | None, tuple[Problem, ...]]:
    """The style in a file, None if it has an error, and every problem in it."""
    reader = _StyleReader(doc.file)
    reader.begin(doc.problems)
    style = None
    if isinstance(doc.root, Mapping):
        style = reader.style(doc.root, name)
    elif not has_errors(doc.problems):
        reader.report("empty-file", Place(doc.file), what="style")
    found = in_order(reader.problems)
    return (None if has_errors(found) else style), found


class _StyleReader(Reader):
    def style(self, root: Mapping, name: str) -> Style:
        got = self.entries(root, KEYS, "style")
        self.version(got, root.place, "style")
        page = self.entries(got["page"][1], PAGE_KEYS, "page") if "page" in got else {}
        grid = self.entries(got["grid"][1], ("lines", "characters"), "grid") if "grid" in got else {}
        roles = self.entries(got["roles"][1], ROLES, "roles") if "roles" in got else {}
        looks: dict[str, Look] = {}
        for role in ("body", *(r for r in ROLES if r != "body")):
            looks[role] = (
                self._look(roles[role][1], looks.get("body")) if role in roles else looks.get("body", Look(font="仿宋"))
            )
        place = self.one_of(got["number"][1], "number", get_args(NumberPlace)) if "number" in got else None
        return Style(
            name=name,
            title=(self.text(got["title"][1], "title") if "title" in got else None) or name,
            paper=(self._length(page, "width", 210), self._length(page, "height", 297)),
            top=self._length(page, "top", 37),
            left=self._length(page, "left", 28),
            area=(self._length(page, "area_width", 156), self._length(page, "area_height", 225)),
            lines=int(self._length(grid, "lines", 0)),
            characters=int(self._length(grid, "characters", 0)),
            number_place=cast(NumberPlace, place or "outside"),
            looks=looks,
        )

    def _length(self, got: Got, key: str, default: float) -> float:
        value = self.number(got[key][1], key) if key in got else None
        if value is None:
            return default
        limit = next(most for keys, most in MOST.items() if key in keys)
        if 0 <= value <= limit:
            return value
        beyond = "number-less-than-limit" if value < 0 else "number-more-than-limit"
        self.report(beyond, got[key][1].place, name=key, size=f"{value:g}", limit="0" if value < 0 else f"{limit}")
        return default

    def _look(self, node: tree.Node, body: Look | None) -> Look:
        got = self.entries(node, LOOK_KEYS, "role")
        base = body or Look(font="仿宋")

        return Look(
            font=self._font(got, "font") or base.font,
            latin=self._font(got, "latin") or base.latin,
            size=self._size(got, base.size),
            bold="bold" in got and self.flag(got["bold"][1], "bold"),
            align=cast(
                Align, (self.one_of(got["align"][1], "align", get_args(Align)) if "align" in got else None) or "both"
            ),
            indent=self._length(got, "indent", 0),
            pitch=self._length(got, "pitch", base.pitch),
            before=self._length(got, "before", 0),
            after=self._length(got, "after", 0),
        )

    def _font(self, got: Got, key: str) -> str:
        name = (self.text(got[key][1], key) if key in got else None) or ""
        if name and not FONT.fullmatch(name):
            self.report("odd-font", got[key][1].place, name=name)
            return ""
        return name

    def _size(self, got: Got, default: float) -> float:
        if "size" not in got:
            return default
        text = self.text(got["size"][1], "size") or ""
        size = float(SIZES[text]) if text in SIZES else self._length(got, "size", default)
        for beyond, rule, limit in (
            (size < SMALLEST, "number-less-than-limit", SMALLEST),
            (size > LARGEST, "number-more-than-limit", LARGEST),
        ):
            if beyond:
                self.report(rule, got["size"][1].place, name="size", size=f"{size:g}", limit=str(limit))
                return default
        return size
