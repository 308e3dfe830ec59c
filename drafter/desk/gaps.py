"""Gaps of a speech as problems of its brief."""

from __future__ import annotations

from collections.abc import Callable

from drafter.model.brief import Brief
from drafter.model.value import Gap
from drafter.problem import Place, Problem, Severity


def told(gap: Gap, brief: Brief, find: Callable[[str], Place], severity: Severity) -> Problem:
    """What is open, where its answer belongs; `find` knows where the fact of a slot stands."""
    place = gap.place or brief.place
    if gap.sought:
        return Problem("nothing-found", find(gap.slot), {"name": gap.slot, "what": gap.sought, "of": gap.id}, severity)
    if gap.typed:
        return Problem("placeholder", place, {"name": gap.slot, "what": gap.label}, severity)
    return Problem("unfilled-slot", place, {"name": gap.slot, "ask": gap.ask}, severity)
