"""Why what a person decides about a distilled blueprint cannot be."""

from __future__ import annotations

from drafter.catalogue import N_

CHOICES: dict[str, tuple[str, str]] = {
    "taken-slot-name": (N_("{name} means something else in a blueprint or a brief"), N_("choose another name")),
    "slots-differ": (N_("the slot {name} says something else"), N_("choose another name")),
    "slot-is-needed": (N_("the speeches differ in {name}, so it cannot go"), N_("rename it, or leave it")),
    "stands-once": (N_("{name} stands in one place only"), N_("rename it")),
    "words-not-said": (
        N_("no sentence says {name} outside of a list"),
        N_("give the words as they stand in their sentence"),
    ),
    "words-in-slot": (
        N_("what {name} says is asked for already, in part or as a whole, by {of}"),
        N_("rename or drop {of}, or give other words"),
    ),
    "type-is-fixed": (
        N_("{name} cannot be read as {what}"),
        N_("a slot that stands in a sentence can be text, number, date, due or quantity"),
    ),
    "not-of-type": (
        N_("{value}, which {name} says, does not read as {what}"),
        N_("leave its type, or split off what reads otherwise"),
    ),
    "no-such-row": (N_("{name} begins no row that can be a list"), N_("name the first of parts that are built alike")),
    "is-no-list": (N_("{name} is no list"), N_("choose a slot that holds records")),
    "comes-out-otherwise": (
        N_("with this a speech would come out otherwise than it was"),
        N_("leave it as it is"),
    ),
}
