"""Manuscript ⇄ bytes."""

from __future__ import annotations

from collections.abc import Callable

from drafter.model.manuscript import Manuscript
from drafter.model.style import Style


def _markdown(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.markdown import write

    return write(manuscript, style)


def _html(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.html import write

    return write(manuscript, style)


def _text(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.text import write

    return write(manuscript, style)


def _json(manuscript: Manuscript, style: Style) -> str:
    from drafter.formats.json import write

    return write(manuscript, style)


WRITERS: dict[str, Callable[[Manuscript, Style], str]] = {"md": _markdown, "html": _html, "txt": _text, "json": _json}
"""The text formats; docx, which needs a package, has a room of its own and asks for none of them."""

__all__ = ["WRITERS"]
