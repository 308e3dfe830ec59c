"""YAML → Style."""

from __future__ import annotations

import re
from typing import cast, get_args

from msgspec.structs import replace

from drafter.model.style import COLORS, ROLES, SIZES, Align, Look, NumberPlace, Reading, Style
from drafter.notation.reader import Reader
from drafter.problem import Place, Problem, has_errors, in_order, listed
from drafter.yamltext import tree
from drafter.yamltext.tree import Document, Mapping, Scalar

KEYS = ("drafter", "title", "page", "grid", "number", "first_number", "header", "footer", "rate", "reading", "roles")
PAGE_KEYS = ("width", "height", "top", "left", "area_width", "area_height")
MOST: dict[tuple[str, ...], int] = {
    (*PAGE_KEYS, "pitch"): 550,  # Word: 22 inches, 558.8 mm
    ("size",): 1638,  # LARGEST
    ("lines", "characters", "longest"): 200,
    ("indent", "before", "after"): 30,
    ("spacing",): 100,
}
"""The largest that each may be, so that Word opens the document."""
FONT = re.compile(r"[\w .\-]+")
"""What a font may be called: its name goes into XML and style sheets as it is."""
COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
LONGEST = 100
"""Characters of a header or footer, so that it leaves room for the speech."""
NARROWEST = -5
"""Points that may be taken away between characters."""
SMALLEST, LARGEST = 1, 1638
"""Points that Word can set."""
LEAST = {
    "longest": 14,
    "lines": 5,
    "characters": 5,
    "pitch": 5,
    "area_width": 20,
    "area_height": 20,
    "width": 50,
    "height": 50,
}
"""The least of a number, where it is not 0: less cannot be read, or is no paper."""
LOOK_KEYS = ("font", "latin", "size", "bold", "color", "spacing", "align", "indent", "pitch", "before", "after")
READING_FLAGS = ("breath", "pinyin", "figures", "pages")
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
        looks = self._looks(roles)
        place = self.one_of(got["number"][1], "number", get_args(NumberPlace)) if "number" in got else None
        return Style(
            name=name,
            title=(self.text(got["title"][1], "title") if "title" in got else None) or name,
            paper=(self._length(page, "width", 210), self._length(page, "height", 297)),
            top=self._length(page, "top", 37),
            left=self._length(page, "left", 28),
            area=(
                self._area(page, "area_width", 156, "left", 28, "width", 210),
                self._area(page, "area_height", 225, "top", 37, "height", 297),
            ),
            lines=int(self._length(grid, "lines", 0)),
            characters=int(self._length(grid, "characters", 0)),
            number_place=cast(NumberPlace, place or "outside"),
            first_number="first_number" not in got
            or self.one_of(got["first_number"][1], "first_number", ("true", "false")) != "false",
            header=self._on_every_page(got, "header"),
            footer=self._on_every_page(got, "footer"),
            reading=self._reading(got["reading"][1]) if "reading" in got else Reading(),
            rate=self.positive(got["rate"][1], "rate") if "rate" in got else None,
            looks=looks,
        )

    def _reading(self, node: tree.Node) -> Reading:
        """The marks for reading aloud, none of which is there unasked."""
        got = self.entries(node, Reading.__struct_fields__, "reading")
        flags = {key: key in got and self.flag(got[key][1], key) for key in READING_FLAGS}
        return Reading(**flags, longest=int(self._length(got, "longest", Reading().longest)))

    def _length(self, got: Got, key: str, default: float) -> float:
        value = self.number(got[key][1], key) if key in got else None
        if value is None:
            return default
        limit = next(most for keys, most in MOST.items() if key in keys)
        least = LEAST.get(key, 0)
        if least <= value <= limit:
            return value
        beyond = "number-less-than-limit" if value < least else "number-more-than-limit"
        self.report(
            beyond, got[key][1].place, name=key, size=f"{value:g}", limit=f"{least if value < least else limit}"
        )
        return default

    def _area(self, page: Got, side: str, usual: float, margin: str, before: float, paper: str, whole: float) -> float:
        """One side of the area of the text, which must lie on the paper."""
        area = self._length(page, side, usual)
        room = self._length(page, paper, whole) - self._length(page, margin, before)
        told = next((page[key][1].place for key in (side, margin, paper) if key in page), None)
        if area > room and told is not None:
            self.report("number-more-than-limit", told, name=side, size=f"{area:g}", limit=f"{room:g}")
        return area

    def _looks(self, roles: Got) -> dict[str, Look]:
        """How each role is set: what is not said is as in the body; at head and foot of the page as in the number."""
        body = self._look(roles["body"][1], Look(font="仿宋")) if "body" in roles else Look(font="仿宋")
        looks = {"body": body}
        for role in ROLES:
            if role in ("header", "footer"):
                number = replace(looks["number"], align="center", indent=0, before=0, after=0)
                looks[role] = self._look(roles[role][1], number, "center") if role in roles else number
            elif role != "body":
                looks[role] = self._look(roles[role][1], body) if role in roles else body
        return looks

    def _look(self, node: tree.Node, base: Look, align: Align = "both") -> Look:
        got = self.entries(node, LOOK_KEYS, "role")
        said = self.one_of(got["align"][1], "align", get_args(Align)) if "align" in got else None
        return Look(
            font=self._font(got, "font") or base.font,
            latin=self._font(got, "latin") or base.latin,
            size=self._size(got, base.size),
            bold="bold" in got and self.flag(got["bold"][1], "bold"),
            color=self._color(got, base.color),
            spacing=self._spacing(got),
            align=cast(Align, said or align),
            indent=self._length(got, "indent", 0),
            pitch=self._length(got, "pitch", base.pitch),
            before=self._length(got, "before", 0),
            after=self._length(got, "after", 0),
        )

    def _color(self, got: Got, default: str) -> str:
        """Six digits and letters, or a name."""
        node = got["color"][1] if "color" in got else None
        text = ((self.text(node, "color") if node is not None else None) or "").strip()
        if node is None or not text:
            return default
        if text in COLORS:
            return COLORS[text]
        if found := COLOR.fullmatch(text):
            return found[1].upper()
        near = self.near(text, COLORS)
        self.report("odd-color", node.place, value=text[:40], near=near, choices=listed(COLORS))
        return default

    def _spacing(self, got: Got) -> float:
        """Points between characters, which may also be fewer than none."""
        node = got["spacing"][1] if "spacing" in got else None
        text = self.text(node, "spacing") if node is not None else None
        if node is None or text is None or not text.startswith("-"):
            return self._length(got, "spacing", 0)
        value = self.number(node, "spacing") or 0
        if value < NARROWEST:
            self.report("number-less-than-limit", node.place, name="spacing", size=f"{value:g}", limit=str(NARROWEST))
            return 0
        return value

    def _on_every_page(self, got: Got, key: str) -> str:
        """What stands at the head or foot of every page: words, since a style knows no facts."""
        text = ((self.text(got[key][1], key) if key in got else None) or "").strip()
        if "{{" in text:
            self.report("style-without-facts", got[key][1].place, name=key)
        elif len(text) > LONGEST:
            self.report("text-more-than-limit", got[key][1].place, name=key, size=str(len(text)), limit=str(LONGEST))
        return text

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
