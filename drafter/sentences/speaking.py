"""What is told of a speech that does not suit who holds it, or when."""

from __future__ import annotations

from drafter.catalogue import N_

SPEAKING = {
    "unlike-speaker": (
        N_("{name} does not say {what}, and {of} says it: {text}"),
        N_("write it over under `overrides`, leave it out under `omit`, or give the blueprint another wording"),
    ),
    "out-of-season": (
        N_("{name} speaks of {what} as here or at hand, and the speech is held on {date}"),
        N_("correct the season or the date"),
    ),
    "two-months": (N_("the months of {name} are to be two: the first and the last"), N_("write two of them: [4, 10]")),
}
UNLIKE = (
    SPEAKING["unlike-speaker"][0],
    N_("say {instead} in its place: write it over under `overrides`, or give the blueprint another wording"),
)
"""The same where it is known what is said instead."""
KEPT_BACK = (
    N_("{name} is not said: {of} says none of the words that tell it"),
    N_("leave it to another speaker, or give the blueprint another wording"),
)
"""The same of a fact that nobody hears for that."""
