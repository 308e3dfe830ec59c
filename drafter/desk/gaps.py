"""Gaps of a speech, and what may be last year's, as problems of its brief."""

from __future__ import annotations

from collections.abc import Callable

from drafter.model.brief import Brief
from drafter.model.value import Gap, Unconfirmed
from drafter.problem import Place, Problem, Severity, in_order


def told(gap: Gap, brief: Brief, find: Callable[[str], Place], severity: Severity) -> Problem:
    """What is open, where its answer belongs; `find` knows where the fact of a slot stands."""
    place = gap.place or brief.place
    if gap.sought:
        return Problem("nothing-found", find(gap.slot), {"name": gap.slot, "what": gap.sought, "of": gap.id}, severity)
    if gap.typed:
        return Problem("placeholder", place, {"name": gap.slot, "what": gap.label}, severity)
    return Problem("unfilled-slot", place, {"name": gap.slot, "ask": gap.ask}, severity)


def stale(brief: Brief, *, final: bool = False) -> tuple[Problem, ...]:
    """What is told of last year's values that nobody has confirmed, an error if the document is to be final; and of promises."""
    severity: Severity = "error" if final else "warning"
    open = (_unconfirmed(one, severity) for one in brief.unconfirmed)
    promised = () if final else brief.promised
    return in_order((*open, *(Problem("promise-open", one.place, {"what": one.text}, "warning") for one in promised)))


def _unconfirmed(one: Unconfirmed, severity: Severity) -> Problem:
    facts = {"name": one.slot, "what": " ".join(one.value.split()), "perhaps": one.proposed}
    return Problem("unconfirmed", one.place, facts, severity)
