"""A docstring with pages of rules, each below a line `# rule-name` → these rules; who reads a file tells them."""

from __future__ import annotations

import re
from collections.abc import Container

from drafter.lint.rule import Rule, Subject


def told(pages: str, subject: Subject, notes: Container[str] = ()) -> tuple[Rule, ...]:
    """The rules of a docstring, in its order; those among `notes` are told only where notes are asked for."""
    _, *parts = re.split(r"^# ([a-z0-9-]+)$", pages, flags=re.MULTILINE)
    named = zip(parts[::2], parts[1::2], strict=True)
    return tuple(
        Rule(name=name, subject=subject, page=page.strip("\n"), severity="info" if name in notes else "warning")
        for name, page in named
    )
