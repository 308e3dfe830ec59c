"""Manuscript ⇄ bytes."""

from __future__ import annotations

from collections.abc import Callable

from drafter.formats.html import write as html
from drafter.formats.json import write as json
from drafter.formats.markdown import write as markdown
from drafter.formats.text import write as text
from drafter.model.manuscript import Manuscript
from drafter.model.style import Style

WRITERS: dict[str, Callable[[Manuscript, Style], str]] = {"md": markdown, "html": html, "txt": text, "json": json}
"""The text formats; docx, which needs a package, has a room of its own."""

__all__ = ["WRITERS"]
