"""Blueprint + Brief → Outline: what stands, in which wording, under which number."""

from __future__ import annotations

from drafter.plan.in_place import unlike
from drafter.plan.known import subject_of
from drafter.plan.outline import plan

__all__ = ["plan", "subject_of", "unlike"]
