"""Names as they are seen: what cannot be seen in them says nothing."""

from __future__ import annotations

import re

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters without width."""
ENDS = " \t\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f"
BLANKS = re.compile(f"^[{ENDS}]+|[{ENDS}]+$")


def seen(name: str) -> str:
    """A name without blanks of any width around it and without characters that have no width."""
    return name if name.isalnum() else BLANKS.sub("", UNSEEN.sub("", name))
