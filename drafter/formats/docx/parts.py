"""What the writer and the base of a style share: names of styles and parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

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
}
"""Word's own names, so that Word shows them in its user's language."""
STYLE_IDS = {role: re.sub(r"\W", "", name.title()) for role, name in STYLE_NAMES.items()}


@dataclass(frozen=True, slots=True)
class Base:
    """What the writer needs of a style's package."""

    parts: Mapping[str, bytes]
    """The shared parts by name."""
    section: str
    """The `w:sectPr` that ends the body."""
    title_width: int
    """Characters of the title that fit on a line."""
