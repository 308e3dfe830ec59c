"""What a batch needs that is installed only if it is asked for."""

from __future__ import annotations

from importlib.util import find_spec

from drafter.problem import InputError, Place, Problem


def need(module: str, place: Place, extra: str = "batch") -> None:
    """Raise InputError, told at a place, where a module of an extra is not installed."""
    if find_spec(module) is None:
        raise InputError([Problem("extra-not-installed", place, {"name": f"speech-drafter[{extra}]"})])
