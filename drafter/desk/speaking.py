"""What a speech says though its speaker does not speak so; told where the brief says who speaks, or on what occasion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from drafter.compose import compose
from drafter.language.measure import slots_said
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.outline import Unlike
from drafter.model.speech import Speech
from drafter.model.words import Knowledge
from drafter.plan import plan
from drafter.problem import Place, Problem, listed
from drafter.sentences.speaking import KEPT_BACK, UNLIKE


def unlike_speaker(said: Iterable[Unlike], place: Callable[[str], Place]) -> Iterator[Problem]:
    """A warning for everything that is out of place; `place` knows where the brief has the fact of a slot."""
    for one in said:
        shun = one.shun
        facts = {"name": shun.answer, "what": shun.words, "of": one.key, "text": one.text, "instead": shun.instead}
        yield Problem("unlike-speaker", place(shun.slot), facts, "warning", says=UNLIKE if shun.instead else None)


def kept_back(brief: Brief, blueprint: Blueprint, speech: Speech, knows: Knowledge) -> Iterator[Problem]:
    """A warning for every fact that another speaker would say, and this one does not."""
    if not knows.shuns:
        return
    said = slots_said(speech)
    whole = slots_said(compose(plan(blueprint, brief, replace(knows.words, people={}))))
    facts = {"of": listed(dict.fromkeys(one.answer for one in knows.shuns))}
    told = {name for name, slot in blueprint.slots.items() if slot.type in ("text", "list")}  # a choice is no news
    for name in brief.values:
        if name in whole and name not in said and name in told:
            place = brief.places.get(name, brief.place)
            yield Problem("unlike-speaker", place, {"name": name, **facts}, "warning", says=KEPT_BACK)
