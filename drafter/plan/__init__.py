"""Blueprint + Brief → Outline: what stands, in which wording, under which number."""

from __future__ import annotations

from drafter.plan.in_place import unlike
from drafter.plan.known import subject_of
from drafter.plan.outline import Facts, facts_of, plan, plan_of

__all__ = ["Facts", "facts_of", "plan", "plan_of", "subject_of", "unlike"]
