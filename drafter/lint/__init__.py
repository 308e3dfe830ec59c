"""Blueprints and briefs → what could be better in them, told as Problems."""

from __future__ import annotations

from drafter.lint.lint import Source, lint_blueprint, lint_brief

__all__ = ["Source", "lint_blueprint", "lint_brief"]
