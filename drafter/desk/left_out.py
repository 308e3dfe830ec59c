"""Facts that nobody hears because the brief leaves out the nodes that say them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from drafter.compose import compose
from drafter.language.measure import slots_said
from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.model.speech import Speech
from drafter.model.words import Words
from drafter.plan import plan
from drafter.problem import Problem


def left_out(brief: Brief, blueprint: Blueprint, speech: Speech, words: Words) -> Iterator[Problem]:
    """A warning for every fact that is given and that the speech would say if nothing were left out."""
    if not brief.omit:
        return
    said = slots_said(speech)
    whole = slots_said(compose(plan(blueprint, replace(brief, omit=()), words)))
    nodes = ", ".join(brief.omit)
    for name in brief.values:
        if name in whole and name not in said:
            yield Problem("fact-left-out", brief.places.get(name, brief.place), {"name": name, "of": nodes}, "warning")
