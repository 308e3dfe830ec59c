"""The seed of a speech whose brief gives none."""

from __future__ import annotations

from hashlib import sha256

from drafter.expression.render import Paper, render
from drafter.language import Tongue
from drafter.model.blueprint import Blueprint
from drafter.model.outline import Scope
from drafter.model.speech import plain

LARGEST = 99_999
"""The largest seed that is drawn; the smallest is 1."""


def of_name(name: str, set: int = 0) -> int:
    """The number that falls to one of many speeches by its name, of one of the sets that there are: towns hear not all the same."""
    return _number(f"{name}\0{set}" if set else name)


def drawn(blueprint: Blueprint, scope: Scope, tongue: Tongue) -> int:
    """The number that falls to the title and the date of a speech: the same for the same, wherever and whenever."""
    lines = (_line(blueprint, key, scope, tongue) for key in ("title", "date"))
    return _number("\0".join(lines))


def _number(of: str) -> int:
    return 1 + int.from_bytes(sha256(of.encode()).digest()[:8], "big") % LARGEST


def _line(blueprint: Blueprint, key: str, scope: Scope, tongue: Tongue) -> str:
    """A line of the front in the first of its wordings: which one is said is chosen only by the seed."""
    wordings = blueprint.front.get(key, ())
    return plain(render(wordings[0].prose, scope, tongue, Paper())) if wordings else ""
