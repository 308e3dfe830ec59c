"""Blueprints and briefs → what could be better in them, told as Problems; and every warning as it is wished."""

from __future__ import annotations

from drafter.lint.lint import Source, heeded, lint_blueprint, lint_brief, not_ignored, signs_in, wrong_wishes

__all__ = ["Source", "heeded", "lint_blueprint", "lint_brief", "not_ignored", "signs_in", "wrong_wishes"]
