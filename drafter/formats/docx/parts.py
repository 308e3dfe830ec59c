"""What the writer and the base of a style share: names of styles and parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from drafter.encoding import FORBIDDEN

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHARED = (
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "docProps/app.xml",
)
STYLE_NAMES = {
    "title": "Title",
    "byline": "Subtitle",
    "date": "Date",
    "salutation": "Salutation",
    "heading1": "heading 1",
    "heading2": "heading 2",
    "heading3": "heading 3",
    "heading4": "heading 4",
    "body": "Body Text",
    "direction": "提示语",
}
"""Word's own names, so that Word shows them in its user's language; for a direction, of which Word knows nothing, ours."""
STYLE_IDS = {role: re.sub(r"\W", "", name.title()) for role, name in STYLE_NAMES.items()} | {"direction": "Direction"}

READING_ID, READING_NAME = "DrafterReading", "drafter 读音"
"""The character style of marks for reading aloud, by which they are known again to be no text of the speech."""


class Letters(Struct, frozen=True):
    """How a run is set where it differs from its paragraph's style."""

    style: str = ""
    """A character style's id."""
    fonts: str = ""
    """A `w:rFonts`, where there is no character style to name."""
    size: str = ""
    """`w:sz` and `w:szCs`, likewise."""
    bold: bool | None = None
    """Bold or not, said outright: bold of a character style on bold of a paragraph style would cancel out."""
    highlight: str = ""
    """The colour behind its words: yellow for a gap, cyan for what may be last year's."""

    def xml(self) -> str:
        """The `w:rPr`, its children in the schema's order."""
        inside = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        inside += self.fonts
        if self.bold is not None:
            inside += "<w:b/><w:bCs/>" if self.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        inside += self.size + (f'<w:highlight w:val="{self.highlight}"/>' if self.highlight else "")
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


PLAIN = Letters()
"""As the paragraph's style has it."""


def escape(text: str) -> str:
    """Text as it stands in XML; a file's name may hold what XML cannot."""
    if not text.isprintable():
        text = FORBIDDEN.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(words: str, letters: Letters) -> str:
    """Words that are set alike."""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    if "\t" in text:  # within a text Word shows a tab as a blank
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f"<w:r>{letters.xml()}{text}</w:r>"


class Base(Struct, frozen=True):
    """What the writer needs of a style's package."""

    parts: Mapping[str, bytes]
    """The shared parts by name."""
    section: str
    """The `w:sectPr` that ends the body."""
    title_width: int
    """Characters of the title that fit on a line."""
    bold: bool | None
    """Whether the words after a run-in heading are bold; None if no heading and no body is."""
    ends: Mapping[str, str] = {}
    """What a line of the front takes if it is the last: the free lines that a date has below it."""
