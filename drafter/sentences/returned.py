"""What is said of a Word file that came back."""

from __future__ import annotations

from drafter.catalogue import N_

RETURNED: dict[str, tuple[str, str]] = {
    "brief-unnamed": (
        N_(
            "{name} does not say from which brief it was drafted: it is no draft, a final one, or a program dropped that"
        ),
        N_("name the brief with --brief"),
    ),
    "not-drafted-again": (
        N_("the brief that {name} remembers cannot be drafted any more"),
        N_("name the brief as it is now with --brief"),
    ),
    "brief-gone": (
        N_("the brief {name}, from which it was drafted, is not there"),
        N_("name it with --brief"),
    ),
    "no-draft-beside": (
        N_("there is no draft {file} beside {name} that remembers how the blueprint was"),
        N_("name one with --from"),
    ),
}
