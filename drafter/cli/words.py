"""The language of messages: gettext, from the environment."""

from __future__ import annotations

import gettext
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path

DOMAIN = "drafter"
gettext.bindtextdomain(DOMAIN, str(Path(__file__).parent.parent / "locale"))
gettext.textdomain(DOMAIN)  # typer's own messages ask the current domain, too

__all__ = ["_", "ngettext"]
