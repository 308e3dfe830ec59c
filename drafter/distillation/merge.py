"""Several speeches → one Blueprint, and what each one's brief says to get it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.distillation.align import Row, aligned
from drafter.distillation.choices import NOTHING, Choices, Part
from drafter.distillation.facts import NOWHERE, Pattern, Value
from drafter.distillation.found import Finder, sight
from drafter.distillation.lists import Seen, lists
from drafter.distillation.nodes import Nodes
from drafter.distillation.slots import RESERVED, Slots, list_fact
from drafter.distillation.wordings import Wordings
from drafter.distillation.words import ZONES
from drafter.facts.hit import Eagerness
from drafter.facts.look import Look
from drafter.model.blueprint import Blueprint
from drafter.model.speech import Speech, plain


class Merged(Struct, frozen=True):
    """Several speeches in one blueprint."""

    blueprint: Blueprint
    """What they share, and what only some have."""
    given: tuple[dict[str, Value], ...]
    """For each speech, what its brief says, by slot."""
    picks: tuple[dict[str, int], ...]
    """The wordings that each uses, by node."""
    own: tuple[dict[str, str], ...]
    """The lines of the front that each says in words of its own."""
    origins: dict[str, tuple[Part, ...]]
    """For each node, the parts of the speeches that it was made of."""
    rows: dict[str, tuple[Row, ...]]
    """The speeches side by side."""
    choices: Choices
    """What is settled with it: it gives the same again."""
    left: int
    """How many more facts stay in their sentences, because there are too many."""
    aliases: Mapping[str, str]
    """For parts that are told together with others, of the speech and of its draft, the one that stands for all."""


def merge(
    speeches: Sequence[Speech],
    name: str,
    look: Look,
    eager: Eagerness,
    apart: Collection[Part] = (),
    choices: Choices = NOTHING,
) -> Merged:
    """One blueprint of several speeches; the parts in `apart` share nothing and keep their words."""
    table = aligned(speeches)
    slots = Slots(choices)
    seen = [sight(speech, eager, look) for speech in speeches]
    patterns = _lists(table, seen, look, apart, choices, slots) if eager == "facts" else {}
    reserved = frozenset((*RESERVED, *(fact.name for fact in choices.facts.values())))
    finders = [Finder(n, slots, choices, look, one, reserved) for n, one in enumerate(seen)]
    for finder, speech in zip(finders, speeches, strict=True):
        finder.read(speech, eager, {id: one for (n, id), one in patterns.items() if n == finder.n})
    wordings = Wordings(speeches, dict(one for finder in finders for one in finder.spans.items()), slots, look, apart)
    laid = Nodes(speeches, wordings, patterns, frozenset(apart), choices.flags)
    front = dict(laid.front())
    zones = {zone: laid.below(table[zone], frozenset(range(len(speeches))), 0) for zone in ZONES}
    facts = slots.named(wordings.spans, look.tongue)
    names = {key: facts[slots.first(key)].name for key in slots.told}
    nodes = {zone: tuple(one(names) for one in zones[zone]) for zone in ZONES}
    blueprint = Blueprint(
        name=name,
        title=(plain(speeches[0].title) or name) if len(speeches) == 1 else name,
        language=speeches[0].language,
        slots={fact.name: fact.slot for fact in facts.values()},
        asked=tuple(fact.name for fact in facts.values()),
        front={key: line(names) for key, line in front.items()},
        opening=nodes["opening"],
        emphases=nodes["emphases"],
        closing=nodes["closing"],
        place=NOWHERE,
    )
    given = tuple(
        {facts[key].name: slots.told[key][n] for key in facts if n in slots.told[key]} for n in range(len(speeches))
    )
    none = {part: None for part, one in choices.lists.items() if one is None}
    settled = Choices(facts, wordings.settled(), {**none, **laid.lists}, laid.flags)
    left = sum(finder.left for finder in finders)
    return Merged(blueprint, given, laid.picks, laid.own, laid.origins, table, settled, left, laid.aliases)


def _lists(
    table: Mapping[str, Sequence[Row]],
    seen: Sequence[Seen],
    look: Look,
    apart: Collection[Part],
    choices: Choices,
    slots: Slots,
) -> dict[Part, Pattern]:
    """The patterns of all lists by the first part of each: those that are settled, and those that are found."""
    done = {part: one for part, one in choices.lists.items() if one}
    gone = {one.key for (n, _), one in done.items() if any((n, id) in apart for id in one.ids)}
    done = {part: one for part, one in done.items() if one.key not in gone}
    but = {*apart, *choices.lists, *((n, id) for (n, _), one in done.items() for id in one.ids)}
    for zone in ZONES:
        for rows in lists(table[zone], seen, look, but):
            key = slots.new(list_fact(rows.name, rows.records, look.tongue))
            done |= {part: replace(one, key=key) for part, one in rows.patterns.items()}
    return done
