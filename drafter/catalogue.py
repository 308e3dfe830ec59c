"""The language of messages: gettext, from the environment."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "drafter"
FOLDER = str(Path(__file__).parent / "locale")


def found_in(folder: str) -> gettext.NullTranslations:
    """The catalogue of the environment's language in a folder; messages stay English where it cannot be read."""
    try:
        found = gettext.translation(DOMAIN, folder, fallback=True)
        gettext.bindtextdomain(DOMAIN, folder)
        gettext.textdomain(DOMAIN)  # typer's own messages ask the current domain, too
    except Exception:  # whatever gettext does with a file that is no catalogue
        return gettext.NullTranslations()
    return found


CATALOGUE = found_in(FOLDER)
"""Looked for once: `gettext.gettext` looks for its file again at every message."""
LANGUAGE = "zh" if isinstance(CATALOGUE, gettext.GNUTranslations) else "en"
"""The language of messages: the source's, or that of the one catalogue there is."""
_ = CATALOGUE.gettext
ngettext = CATALOGUE.ngettext


def N_(text: str) -> str:
    """Mark a text for the catalogue that is translated where it is shown."""
    return text


__all__ = ["LANGUAGE", "N_", "_", "ngettext"]
