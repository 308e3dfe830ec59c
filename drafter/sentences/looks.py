"""How a name looks to a person, whatever characters it is made of."""

from __future__ import annotations

ALIKE = {
    **dict.fromkeys(map(ord, "“”‘’「」『』\"'")),
    **{ord(mark): "[]"[n % 2] for n, mark in enumerate("【】〔〕")},
}
"""Marks that are typed for one another, or that are none of a name."""


def look(name: str) -> str:
    """What is left of a name if blanks, what is not seen, and the widths of letters and marks do not count."""
    if name.isascii():
        return name.casefold().replace(" ", "")
    from unicodedata import category, normalize

    plain = normalize("NFKC", name).translate(ALIKE).casefold()
    return "".join(char for char in plain if category(char)[0] not in "ZC")


def unlike(typed: str, meant: str) -> str:
    """The characters that make a name another one though it looks the same; nothing where it looks otherwise."""
    if typed == meant or typed.casefold() == meant.casefold() or look(typed) != look(meant):
        return ""
    odd = [char for char in typed if char not in meant] or [char for char in meant if char not in typed]
    return " ".join(map(_named, dict.fromkeys(odd)))


def _named(char: str) -> str:
    seen = char if char.isprintable() and not char.isspace() else ""
    return f"{seen} U+{ord(char):04X}".strip()
