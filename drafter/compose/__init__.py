"""Outline → Speech."""

from __future__ import annotations

from drafter.compose.speech import compose

__all__ = ["compose"]
