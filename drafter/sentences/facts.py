"""What the rules say about the facts of a brief, and about the remarks behind them."""

from __future__ import annotations

from drafter.catalogue import N_

UNSAID = (
    N_("{name} is given, and no sentence that stands in this speech says it"),
    N_("`drafter outline --why` tells what its sentences lack"),
)
"""What is told of a fact that the blueprint has sentences for."""
ODD_RATE = (
    N_("the rate is {size}, as the look or the entry of the speaker has it; people speak at {least} to {most}"),
    N_("check the number, or write `rate` into the brief"),
)
"""What is told of a rate that the brief does not say itself."""
BY_MANY = (
    N_("nobody hears {name}: the brief leaves out {of} and {count} more"),
    N_("say it elsewhere, or take the fact out as well"),
)
"""What is told of a fact where a brief leaves out many nodes."""
FOR_LENGTH = (
    N_("not said for the sake of {size} minutes: {name}"),
    N_("what is to be said must go out of `omit`, or be counted in `keep`"),
)
FOR_LENGTH_MORE = (
    N_("not said for the sake of {size} minutes: {name} and {count} more"),
    FOR_LENGTH[1],
)
"""What is told of all facts that `drafter fit --write` left out."""
FACTUAL: dict[str, tuple[str, str]] = {
    "unknown-remark": (
        N_("behind a bar stands {name}, which is no remark"),
        N_("write one of {known} there, with ： and words if it has some, or take the bar away"),
    ),
    "empty-remark": (N_("the remark {name} says nothing"), N_("write words behind it: ｜{name}：…")),
    "nothing-found": (
        N_("{what} finds nothing in what {name} says, and {of} cannot do without"),
        N_("write the fact so that it can be read, or give the sentence another wording in the blueprint"),
    ),
    "remark-not-said": (
        N_("no sentence of this speech takes up the remark {what} in {name}: {text}"),
        N_("say it in the fact itself, or remove it"),
    ),
    "whole-without-figure": (
        N_("{of} in {name} is no quantity: behind ｜共： stands the whole that the fact is part of"),
        N_("write the whole with its figure, or say it in the fact itself"),
    ),
    "part-over-whole": (
        N_("{name} says {what}, more than the {of} that it is said to be part of"),
        N_("correct one of them"),
    ),
    "sum-over-total": (
        N_("what {name} says adds up to {what}, {rest} more than {of}, {total}"),
        N_("correct an item or the total"),
    ),
    "sum-under-total": (
        N_("what {name} says adds up to {what}, {rest} less than {of}, {total}"),
        N_("add what is missing, or say which item takes the rest: ｜余"),
    ),
    "deadline-past": (
        N_("{what} in {name} is past on the day of the speech: it ends on {date}"),
        N_("write the day with its year (明年6月底前), or that it is done (已)"),
    ),
    "unknown-subject": (N_("there is no class of work {name}"), N_("write one of {known}, or leave `subject` out")),
    "item-not-said": (
        N_("no sentence says anything of {name}, which lacks {what}"),
        N_("fill it in, or remove the item"),
    ),
    "fact-not-said": (
        N_("{name} is known to this blueprint, but no sentence of it says it"),
        N_("leave it for other blueprints, or remove it"),
    ),
}
