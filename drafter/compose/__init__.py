"""Outline → Speech."""

from __future__ import annotations

from drafter.compose.measure import Measure, gaps_of, measure
from drafter.compose.speech import compose

__all__ = ["Measure", "compose", "gaps_of", "measure"]
