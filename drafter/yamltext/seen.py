"""Names as they are seen: what cannot be seen in them says nothing."""

from __future__ import annotations

SPANS = ((0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF))
UNSEEN = dict.fromkeys(code for first, last in SPANS for code in range(first, last + 1))
"""Characters without width."""
ENDS = " \t\u3000\u00a0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
"""Blanks of every width."""


def seen(name: str) -> str:
    """A name without blanks of any width around it and without characters that have no width."""
    return name if name.isalnum() else name.translate(UNSEEN).strip(ENDS)
