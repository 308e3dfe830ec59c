"""What is told of facts where they meet the sentence."""

from __future__ import annotations

from drafter.catalogue import N_

JOINTS: dict[str, tuple[str, str]] = {
    "repeats-beside": (N_("{name} says {what} again, which stands beside it"), N_("leave it out of the fact")),
    "mark-before-words": (
        N_("{name} ends in {what}, and the sentence goes on behind it"),
        N_("take the mark away, or end the sentence there in the blueprint"),
    ),
    "own-number": (
        N_("{name} begins with a number of its own: {what}"),
        N_("leave it out of the fact: points are numbered where the blueprint tells them off"),
    ),
    "own-numbers": (
        N_("{name} tells off points of its own within it: {what}"),
        N_("make each of them an item of a list, or take the numbers away"),
    ),
}
"""What is wrong and what to do, by rule."""
