"""Drafts official speeches: blueprint + brief → speech → Word. Deterministic, offline, never invents a fact."""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it; importing typing alone would double the time of `--version`

if TYPE_CHECKING:
    from drafter.desk.check import check
    from drafter.desk.distil import Returned, distil
    from drafter.desk.draft import Draft, draft
    from drafter.desk.library import Library
    from drafter.desk.tidy import Recognised, recognise
    from drafter.problem import DrafterError, InputError, OutputError, Place, Problem

__version__ = "0.1.0"
_HOMES = {
    "Draft": "desk.draft",
    "DrafterError": "problem",
    "InputError": "problem",
    "Library": "desk.library",
    "OutputError": "problem",
    "Place": "problem",
    "Problem": "problem",
    "Recognised": "desk.tidy",
    "Returned": "desk.distil",
    "check": "desk.check",
    "distil": "desk.distil",
    "draft": "desk.draft",
    "recognise": "desk.tidy",
}
__all__ = [
    "Draft",
    "DrafterError",
    "InputError",
    "Library",
    "OutputError",
    "Place",
    "Problem",
    "Recognised",
    "Returned",
    "__version__",
    "check",
    "distil",
    "draft",
    "recognise",
]


def __getattr__(name: str) -> object:
    """The public names, imported when first asked for: `drafter --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"drafter.{_HOMES[name]}"), name)
