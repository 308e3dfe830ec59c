"""Manuscript → one HTML page that prints as the Word page does."""

from __future__ import annotations

from html import escape

from drafter.formats.lines import page_text, printed, role
from drafter.formats.titles import broken
from drafter.language import TONGUES
from drafter.model.manuscript import Heading, Line, Manuscript
from drafter.model.speech import Inlines, Strong, Text
from drafter.model.style import Look, Style, characters_a_line, pitch, tracking

TAGS = {"title": "h1", "heading1": "h2", "heading2": "h3", "heading3": "h4", "heading4": "h5"}
LATER = {
    "仿宋": "FangSong, FandolFang, STFangsong",
    "楷体": "KaiTi, FandolKai, STKaiti",
    "黑体": "SimHei, FandolHei, STHeiti",
    "宋体": "SimSun, 'Noto Serif CJK SC', STSong",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S, 'Noto Serif CJK SC', SimSun",
}
"""Names of the same or a like face on other systems."""


def write(manuscript: Manuscript, style: Style) -> str:
    """The page, its style sheet inside; gaps are marked and carry their question as a tip."""
    title = next((page_text(line) for line in manuscript.lines if line.role == "title"), "")
    width = characters_a_line(style, style.looks["title"])
    body = "\n".join(_line(line, manuscript, width) for line in manuscript.lines)
    language = "zh-CN" if manuscript.language == "zh" else manuscript.language
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_sheet(style)}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _line(line: Line, manuscript: Manuscript, width: int) -> str:
    name = role(line)
    head = line.parts[0]
    runs_in = isinstance(head, Heading) and head.run_in
    tag = "p" if runs_in else TAGS.get(name, "p")
    if line.role == "title":
        inside = "<br>".join(_words(part) for part in broken(head.inlines, width, TONGUES[manuscript.language]))
    elif runs_in:
        rest = "".join(_words(part.inlines) for part in line.parts[1:])
        inside = f'<span class="{name}">{_words(printed(head))}</span>{rest}'
        name = "body"
    else:
        inside = "".join(_words(printed(part)) for part in line.parts)
    return f'<{tag} class="{name}">{inside}</{tag}>'


def _words(inlines: Inlines) -> str:
    done = []
    for inline in inlines:
        match inline:
            case Text(text):
                done.append(escape(text))
            case Strong(inner):
                done.append(f"<strong>{_words(inner)}</strong>")
            case gap:
                done.append(f'<mark title="{escape(gap.ask)}">{escape(gap.label)}</mark>')
    return "".join(done)


def _sheet(style: Style) -> str:
    (paper, height), (width, depth) = style.paper, style.area
    right, bottom = paper - style.left - width, height - style.top - depth
    look = style.looks["number"]
    number = (
        f"content: '— ' counter(page) ' —'; font: {look.size:g}pt {_face(look)}; vertical-align: top; padding-top: 5mm;"
    )
    odd, even = ("right", "left") if style.number_place == "outside" else ("center", "center")
    rules = [
        f"@page {{ size: {paper:g}mm {height:g}mm; margin: {style.top:g}mm {right:g}mm {bottom:g}mm {style.left:g}mm; }}",
        f"@page :right {{ @bottom-{odd} {{ {number} }} }}",
        f"@page :left {{ @bottom-{even} {{ {number} }} }}",
        "* { margin: 0; padding: 0; font-weight: inherit; }",
        f"main {{ width: {width:g}mm; margin: 0 auto; text-align: justify; line-break: strict; orphans: 1; widows: 1; }}",
        "strong { font-weight: bold; } mark { background: #ff0; }",
        "@media screen { body { background: #eee; } }",
        "@media screen { body { background: #eee; } main { background: #fff; box-shadow: 0 0 4px #999; } }",
        f"@media screen {{ main {{ padding: {style.top:g}mm {right:g}mm {bottom:g}mm {style.left:g}mm; }} }}",
    ]
    for face in sorted({one.latin for one in style.looks.values() if one.latin != one.font}):
        # Letters and digits only: quotes and dashes belong to the Chinese face, as in Word.
        rules.append(
            f"@font-face {{ font-family: '{face} ASCII'; src: local('{face}'), local('Liberation Serif'); unicode-range: U+20-7E; }}"
        )
    rules += [_rule(name, one, style) for name, one in style.looks.items() if name != "number"]
    rules += [f"span.heading{n} {{ text-indent: 0; }}" for n in range(1, 5)]
    return "\n".join(rules) + "\n"


def _rule(name: str, look: Look, style: Style) -> str:
    grid = pitch(style) / 20
    track = tracking(style) / 20 if look.size == style.looks["body"].size else 0
    parts = [
        f"font: {'bold ' if look.bold else ''}{look.size:g}pt/{look.pitch or grid:g}pt {_face(look)}",
        f"letter-spacing: {track:g}pt",
        f"text-align: {'justify' if look.align == 'both' else look.align}",
        f"text-indent: {look.indent:g}em",
        f"margin: {look.before * grid:g}pt 0 {look.after * grid:g}pt",
    ]
    return f".{name} {{ {'; '.join(parts)}; }}"


def _face(look: Look) -> str:
    later = LATER.get(look.font, "serif")
    latin = f"'{look.latin} ASCII', " if look.latin != look.font else ""
    return f"{latin}'{look.font}', {later}, serif"
