"""Manuscript → one HTML page that prints as the Word page does."""

from __future__ import annotations

from html import escape

from drafter.formats.lines import FRONT, role
from drafter.formats.sheet import sheet
from drafter.formats.titles import broken
from drafter.language import TONGUES, Tongue
from drafter.language.next_year import note
from drafter.model.manuscript import Heading, Line, Manuscript, page_text, printed
from drafter.model.speech import Inlines, Strong, Text
from drafter.model.style import Style, characters_a_line

TAGS = {"title": "h1", "heading1": "h2", "heading2": "h3", "heading3": "h4", "heading4": "h5"}


def write(manuscript: Manuscript, style: Style) -> str:
    """The page, its style sheet inside; gaps are marked and carry their question as a tip, and so is what may be last year's."""
    title = next((page_text(line) for line in manuscript.lines if line.role == "title"), "")
    width = characters_a_line(style, style.looks["title"])
    front = [n for n, line in enumerate(manuscript.lines) if line.role in FRONT]
    body = "\n".join(_line(line, manuscript, width, n in front[-1:]) for n, line in enumerate(manuscript.lines))
    language = "zh-CN" if manuscript.language == "zh" else manuscript.language
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"<style>\n{sheet(style)}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _line(line: Line, manuscript: Manuscript, width: int, last: bool) -> str:
    name = role(line)
    head = line.parts[0]
    runs_in = isinstance(head, Heading) and head.run_in
    tag = "p" if runs_in else TAGS.get(name, "p")
    tongue = TONGUES[manuscript.language]
    if line.role == "title":
        inside = "<br>".join(_words(part, tongue) for part in broken(head.inlines, width, tongue))
    elif runs_in:
        rest = "".join(_words(part.inlines, tongue) for part in line.parts[1:])
        inside = f'<span class="{name}">{_words(printed(head), tongue)}</span>{rest}'
        name = "body"
    else:
        inside = "".join(_words(printed(part), tongue) for part in line.parts)
    name += " last" if last and name != "date" else ""
    return f'<{tag} class="{name}">{inside}</{tag}>'


def _words(inlines: Inlines, tongue: Tongue) -> str:
    done = []
    for inline in inlines:
        match inline:
            case Text(text, unconfirmed=stale):
                tip = escape(note(stale, tongue.next_year)) if stale else ""
                done.append(f'<mark class="unconfirmed" title="{tip}">{escape(text)}</mark>' if stale else escape(text))
            case Strong(inner):
                done.append(f"<strong>{_words(inner, tongue)}</strong>")
            case gap:
                done.append(f'<mark title="{escape(gap.ask)}">{escape(gap.label)}</mark>')
    return "".join(done)
