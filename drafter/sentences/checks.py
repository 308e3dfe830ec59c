"""What is said of files of checks."""

from __future__ import annotations

from drafter.catalogue import N_

CHECKED: dict[str, tuple[str, str]] = {
    "nothing-to-look-for": (
        N_("{name} tells neither what to look for nor a level"),
        N_("write `of`, `match`, `first` and `then`, `one_of` or `order`; or `level: off`"),
    ),
    "norm-is-rule": (
        N_("{name} is the name of a rule of drafter's own"),
        N_("call the norm otherwise; the rule itself is set under `levels`"),
    ),
    "odd-norm-name": (N_("{name} cannot be the name of a norm"), N_("use words with hyphens between: old-body, 区县")),
    "named-twice": (N_("{name} stands here twice"), N_("keep it where it belongs in the order")),
    "one-form-only": (N_("{name} has one form only, and nothing can differ from it"), N_("write two or more")),
    "pattern-finds-nothing": (
        N_("a pattern of {name} also fits where nothing stands"),
        N_("leave something in it that must be there"),
    ),
    "odd-braces": (
        N_("{name} has a brace that names nothing it knows"),
        N_("write {{text}}, {{due}}, {{other}} or {{count}}, and no other braces"),
    ),
    "mend-is-found": (
        N_("what is put in its place, {name}, is found by the same norm again"),
        N_("narrow the pattern, or leave `fix` out"),
    ),
    "specimen-not-found": (
        N_("{name} finds nothing in its specimen of what is wrong: {text}"),
        N_("mend the pattern or the specimen"),
    ),
    "specimen-found": (
        N_("{name} finds {what} in its specimen of what is right: {text}"),
        N_("narrow the pattern, or move the specimen to `bad`"),
    ),
    "specimen-not-mended": (
        N_("{name} finds the same again in its specimen once that is mended: {text}"),
        N_("leave `fix` out, or put in what is right"),
    ),
}
"""By rule what is wrong and what to do."""
