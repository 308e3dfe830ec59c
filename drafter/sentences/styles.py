"""What is said of a style's values."""

from __future__ import annotations

from drafter.catalogue import N_

STYLED: dict[str, tuple[str, str]] = {
    "odd-font": (
        N_("a font cannot be called {name}"),
        N_("use its name: letters, digits, blanks, points and hyphens"),
    ),
    "odd-color": (
        N_("{value} is no colour"),
        N_("write six digits and letters, such as C00000, or one of: {choices}"),
    ),
    "odd-pinyin": (
        N_("{value} does not say how {name} is read"),
        N_("write its syllables with their tones, such as chǔzhì"),
    ),
    "style-without-facts": (
        N_("{name} names a fact, and a style knows none"),
        N_("write the words themselves, or let the blueprint's byline say it"),
    ),
}
