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
    "brief-of-another": (
        N_("{file} was not drafted from {name}, which is the brief of another speech"),
        N_("name the right one with --brief"),
    ),
    "brief-gone": (
        N_("the brief {name}, from which it was drafted, is not there"),
        N_("name it with --brief"),
    ),
    "no-draft-beside": (
        N_("there is no draft {file} beside {name} that remembers how the blueprint was"),
        N_("name one with --from"),
    ),
    # a copy to be sent out
    "gap-left": (N_("a gap is left: {what}"), N_("fill it in there, or add --force")),
    "question-left": (
        N_("{name} asks at “{words}”: {what}"),
        N_("answer it and resolve the comment, or add --force"),
    ),
    "unconfirmed-left": (
        N_("{name} may be last year's, nobody has confirmed it: {what}"),
        N_("confirm it in the brief, or add --force"),
    ),
    "not-the-same": (
        N_("without its tracked changes {name} would not say what it says with all of them taken"),
        N_("accept them in Word, save, and run the command again"),
    ),
}
