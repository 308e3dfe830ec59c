"""Speech → Blueprint + the facts of its brief."""

from __future__ import annotations

from drafter.distillation.facts import Fact
from drafter.facts.hit import Eagerness

__all__ = ["Eagerness", "Fact"]
