"""A style as the style sheet of an HTML page: looks, paper, and what stands in the margins of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.style import Look, Style, pitch, tracking

LATER = {
    "仿宋": "FangSong, FandolFang, STFangsong",
    "楷体": "KaiTi, FandolKai, STKaiti",
    "黑体": "SimHei, FandolHei, STHeiti",
    "宋体": "SimSun, 'Noto Serif CJK SC', STSong",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S, 'Noto Serif CJK SC', SimSun",
}
"""Names of the same or a like face on other systems."""
BETWEEN = 8
"""Millimetres between two pages on the screen."""
NUMBER = "'— ' counter(page) ' —'"
OF_PAGES = ("number", "header", "footer")
"""Roles that no line has."""


def sheet(style: Style) -> str:
    """The rules of the page, for paper and for the screen."""
    rules = [
        f"@page {{ size: {style.paper[0]:g}mm {style.paper[1]:g}mm; margin: {_margins(style)}; }}",
        *_edges(style),
        "* { margin: 0; padding: 0; font-weight: inherit; }",
        f"main {{ width: {style.area[0]:g}mm; margin: 0 auto; text-align: justify; line-break: strict; orphans: 1; widows: 1; }}",
        # As Word and LibreOffice set it: space between Han and digits, none taken from marks.
        "main { text-autospace: normal; text-spacing-trim: space-all; text-rendering: geometricPrecision; }",
        "strong { font-weight: bold; } mark { background: #ff0; } mark.unconfirmed { background: #0ff; }",
        *_screen(style),
    ]
    for face in sorted({one.latin for one in style.looks.values() if one.latin != one.font}):
        # Letters and digits only: quotes and dashes belong to the Chinese face, as in Word.
        rules.append(
            f"@font-face {{ font-family: '{face} ASCII'; src: local('{face}'), local('Liberation Serif'); unicode-range: U+20-7E; }}"
        )
    rules += [_rule(name, one, style) for name, one in style.looks.items() if name not in OF_PAGES]
    rules += [f"span.heading{n} {{ text-indent: 0; }}" for n in range(1, 5)]
    rules += [f".{role}.last {{ margin-bottom: {after:g}pt; }}" for role, after in _ends(style)]
    return "\n".join(rules) + "\n"


def _margins(style: Style) -> str:
    right, bottom = style.paper[0] - style.left - style.area[0], style.paper[1] - style.top - style.area[1]
    return f"{style.top:g}mm {right:g}mm {bottom:g}mm {style.left:g}mm"


def _ends(style: Style) -> Iterator[tuple[str, float]]:
    """What is free below the last line of the front, where it is not the date."""
    after = style.looks["date"].after
    for role in ("title", "byline"):
        if style.looks[role].after < after:
            yield role, after * pitch(style) / 20


def _screen(style: Style) -> list[str]:
    """One long page on the screen, and pages as on paper where the browser can wrap columns."""
    margins = _margins(style)
    height, depth = style.paper[1], style.area[1]
    return [
        "@media screen { body { background: #eee; } main { background: #fff; box-shadow: 0 0 4px #999; } }",
        f"@media screen {{ main {{ padding: {margins}; }} }}",
        f"@media screen {{ @supports (column-wrap: wrap) {{ main {{ columns: 1; column-height: {depth:g}mm; "
        f"column-wrap: wrap; column-fill: auto; row-gap: {height - depth + BETWEEN:g}mm; box-shadow: none; "
        f"background: repeating-linear-gradient(#fff 0 {height:g}mm, #eee 0 {height + BETWEEN:g}mm); }} }} }}",
    ]


def _edges(style: Style) -> Iterator[str]:
    """What stands in the margins of printed pages: the number, and the style's own words above and below."""
    number = "" if style.number_place == "none" else NUMBER
    at, words = style.looks["footer"].align, _quoted(style.footer)
    for page, outer in ((":right", "right"), (":left", "left")):
        place = outer if style.number_place == "outside" else "center"
        own = _place(at) if at != "both" else "center"
        beside = bool(number and words and own == place)
        if number:
            shown = f"{number} '\\a ' {words}" if beside else number
            yield f"@page {page} {{ @bottom-{place} {{ {_box(shown, style.looks['number'])} }} }}"
        if words and not beside:
            below = style.looks["number"].size * 1.2 if number else 0
            yield f"@page {page} {{ @bottom-{own} {{ {_box(words, style.looks['footer'], below)} }} }}"
        if number and not style.first_number:
            left = words if beside else "none"
            yield f"@page :first {{ @bottom-{place} {{ content: {left}; }} }}"
    if style.header:
        head = style.looks["header"]
        yield f"@page {{ @top-{_place(head.align)} {{ {_box(_quoted(style.header), head, top=True)} }} }}"


def _place(align: str) -> str:
    return "left" if align == "both" else align


def _box(content: str, look: Look, below: float = 0, *, top: bool = False) -> str:
    """The rules of a box in the margin; `below` are points that something else takes above it."""
    where = "vertical-align: top; padding-top: 15mm" if top else "vertical-align: top; padding-top: 5mm"
    where = f"vertical-align: top; padding-top: calc(5mm + {below:g}pt)" if below else where
    more = f" color: #{look.color};" if look.color else ""
    more += f" letter-spacing: {look.spacing:g}pt;" if look.spacing else ""
    more += "" if content.endswith(NUMBER) else " white-space: pre;"
    bold = "bold " if look.bold else ""
    return f"content: {content}; font: {bold}{look.size:g}pt {_face(look)}; {where};{more}"


def _quoted(text: str) -> str:
    """Words as a string of a style sheet, whatever marks are in them; nothing for none."""
    safe = "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in text)
    return f"'{safe}'" if text else ""


def _rule(name: str, look: Look, style: Style) -> str:
    grid = pitch(style) / 20
    track = (tracking(style) / 20 if look.size == style.looks["body"].size else 0) + look.spacing
    parts = [
        f"font: {'bold ' if look.bold else ''}{look.size:g}pt/{look.pitch or grid:g}pt {_face(look)}",
        f"letter-spacing: {track:g}pt",
        f"text-align: {'justify' if look.align == 'both' else look.align}",
        f"text-indent: {look.indent:g}em",
        f"margin: {look.before * grid:g}pt 0 {look.after * grid:g}pt",
        *([f"color: #{look.color}"] if look.color else []),
    ]
    return f".{name} {{ {'; '.join(parts)}; }}"


def _face(look: Look) -> str:
    later = LATER.get(look.font, "serif")
    latin = f"'{look.latin} ASCII', " if look.latin != look.font else ""
    return f"{latin}'{look.font}', {later}, serif"
