"""Outline → Speech."""

from __future__ import annotations

from drafter.compose.speech import compose
from drafter.compose.unconfirmed import with_unconfirmed

__all__ = ["compose", "with_unconfirmed"]
