"""The language of messages: gettext, from the environment."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "drafter"
FOLDER = str(Path(__file__).parent / "locale")
gettext.bindtextdomain(DOMAIN, FOLDER)
gettext.textdomain(DOMAIN)  # typer's own messages ask the current domain, too
CATALOGUE = gettext.translation(DOMAIN, FOLDER, fallback=True)
"""Looked for once: `gettext.gettext` looks for its file again at every message."""
_ = CATALOGUE.gettext
ngettext = CATALOGUE.ngettext


def N_(text: str) -> str:
    """Mark a text for the catalogue that is translated where it is shown."""
    return text


__all__ = ["N_", "_", "ngettext"]
