"""Speech → Blueprint + the facts of its brief."""

from __future__ import annotations

from drafter.distil.blueprint import Distilled, distil
from drafter.distil.facts import Eagerness, Fact

__all__ = ["Distilled", "Eagerness", "Fact", "distil"]
