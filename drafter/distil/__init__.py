"""Speech → Blueprint + the facts of its brief."""

from __future__ import annotations

from drafter.distil.blueprint import Distilled, distil
from drafter.distil.facts import Eagerness, Fact, Renames

__all__ = ["Distilled", "Eagerness", "Fact", "Renames", "distil"]
