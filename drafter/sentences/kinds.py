"""What is said where a file of another kind was named than the one that is due: one table, kind of file by kind that is due."""

from __future__ import annotations

from drafter.catalogue import N_

WRONG_KIND = N_("{name} is {what}, not {of}")
WHAT = {
    "brief": N_("a brief"),
    "blueprint": N_("a blueprint"),
    "name": N_("the name of a blueprint"),
    "fragment": N_("a fragment"),
    "style": N_("a style"),
    "pack": N_("what a pack says of itself"),
    "cues": N_("the cues by which old speeches are read"),
    "signs": N_("the signs by which facts are known in old speeches"),
    "words": N_("a file of words"),
    "checks": N_("a file of checks"),
    "schema": N_("a schema for editors"),
    "json": N_("the speech as JSON"),
    "draft": N_("a Word document that drafter made"),
    "word": N_("a Word document"),
    "page": N_("a web page"),
    "text": N_("plain text"),
}
"""What the kinds are called that are known by more than their first bytes; those that are not have their own word."""
DUE = {
    "brief": N_("a brief"),
    "blueprint": N_("a blueprint"),
    "style": N_("a style"),
    "fragment": N_("a fragment"),
    "speech": N_("an old speech"),
    "reference": N_("a Word document to take the look from"),
    "checked": N_("a brief, a blueprint or a style"),
}
"""What is due where a file is named."""
PLAIN = {
    "brief": N_("name a brief; `drafter new` makes one"),
    "blueprint": N_("name a blueprint; `drafter blueprint list` shows them"),
    "style": N_("name a style: standard, podium, or a YAML file with `roles`"),
    "fragment": N_("name a fragment of a pack; `drafter pack show` lists them"),
    "speech": N_("give the speech as .docx, .txt, .md or .html"),
    "reference": N_("name a .docx file"),
    "checked": N_("name one of them, a YAML file"),
}
"""What to do, where the kind of the file itself says no more."""
DISTIL = N_("`drafter distil {name}` makes a blueprint and a brief of an old speech, as YAML files")
OUTLINE = N_(
    "`drafter outline {name}` tells what is doubtful in it; `drafter distil {name}` makes a blueprint and a brief of it"
)
LOOK = N_("to take the look of a Word document, give it with --reference")
SAVE_FIRST = N_("open it in Word or WPS and save it as .docx; `drafter distil` makes a blueprint and a brief of that")
MADE_FROM = N_("ask for the .docx that it was made from; `drafter distil` makes a blueprint and a brief of that")
GIVES_LOOK = N_("`style: {name}` in a brief, or --style {name}, gives its look")
USED = N_("`use: PACK/NAME` in a blueprint takes it from its pack")
BESIDE = N_("as checks.yaml it lies beside a text; as checks/NAME.yaml in a pack, or in a folder of your own")
PACK = N_("name its folder with --pack")
CUES = N_("they lie in a pack; name its folder with --pack")
FOR_EDITORS = N_("it is for editors only; name the file that it lies beside")
FOR_PROGRAMS = N_("it is for other programs; name the brief that it was drafted from")
SOURCE = N_("name {source}, the brief that it was drafted from")
NEW = N_("`drafter new {name}` makes a brief for it")
SHOWN = N_("`drafter blueprint show {name}` shows it; to check it, give its file")
THEN_DRAFT = N_("`drafter new {name}` makes a brief for it, and `drafter draft` the speech of that")
MENDS: dict[str, dict[str, str]] = {
    "brief": {
        "blueprint": N_("it is for the blueprint {blueprint}; name that"),
        "speech": N_("`drafter draft {name}` makes the speech of it"),
    },
    "blueprint": {
        "brief": NEW,
        "fragment": N_("a blueprint takes from another with `extends: {name}`"),
        "speech": THEN_DRAFT,
    },
    "name": {"brief": NEW, "speech": THEN_DRAFT, "checked": SHOWN},
    "fragment": {"brief": USED, "blueprint": USED, "speech": USED},
    "style": {"brief": GIVES_LOOK, "blueprint": GIVES_LOOK, "speech": GIVES_LOOK, "reference": GIVES_LOOK},
    "pack": dict.fromkeys(("brief", "blueprint", "style", "fragment", "speech"), PACK),
    "cues": dict.fromkeys(("brief", "blueprint", "style", "fragment", "speech"), CUES),
    "signs": dict.fromkeys(("brief", "blueprint", "style", "fragment", "speech"), CUES),
    "words": dict.fromkeys(("brief", "blueprint", "style", "fragment", "speech"), CUES),
    "checks": dict.fromkeys(("brief", "blueprint", "style", "fragment", "speech"), BESIDE),
    "schema": dict.fromkeys(("brief", "blueprint", "checked"), FOR_EDITORS),
    "json": dict.fromkeys(("brief", "speech", "checked"), FOR_PROGRAMS),
    "draft": {"brief": SOURCE, "checked": SOURCE, "blueprint": DISTIL, "style": LOOK},
    "word": {"brief": DISTIL, "blueprint": DISTIL, "checked": OUTLINE, "style": LOOK},
    "page": {"brief": DISTIL, "blueprint": DISTIL, "checked": OUTLINE},
    "text": {"brief": DISTIL, "blueprint": DISTIL, "checked": OUTLINE},
    "other-format": {
        **dict.fromkeys(("brief", "blueprint", "checked"), SAVE_FIRST),
        **dict.fromkeys(
            ("style", "reference"), N_("open it in Word or WPS, save it as .docx and give that with --reference")
        ),
    },
    "pdf": {
        **dict.fromkeys(("brief", "blueprint", "checked"), MADE_FROM),
        **dict.fromkeys(
            ("style", "reference"), N_("ask for the .docx that it was made from and give that with --reference")
        ),
    },
    "no-speech-file": {},
    "encrypted": {"reference": N_("open it with its password and save it without one")},
}
"""By the kind of the file and the kind that is due: what to do instead."""


def mend_of(kind: str, due: str) -> str:
    """What to do where a file of a kind was named and another is due."""
    return MENDS.get(kind, {}).get(due) or PLAIN[due]
