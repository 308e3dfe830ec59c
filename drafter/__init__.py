"""Drafts official speeches: blueprint + brief → speech → Word. Deterministic, offline, never invents a fact."""

from __future__ import annotations

TYPE_CHECKING = False  # as checkers know it; importing typing alone would double the time of `--version`

if TYPE_CHECKING:
    from drafter.drafting import Draft, draft_file, draft_text, write_draft
    from drafter.problem import DrafterError, InputError, OutputError, Place, Problem

__version__ = "0.1.0"
__all__ = [
    "Draft",
    "DrafterError",
    "InputError",
    "OutputError",
    "Place",
    "Problem",
    "__version__",
    "draft_file",
    "draft_text",
    "write_draft",
]


def __getattr__(name: str) -> object:
    """The public names, imported when first asked for: `drafter --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'drafter' has no attribute {name!r}")
    from drafter import problem

    if hasattr(problem, name):
        return getattr(problem, name)
    from drafter import drafting

    return getattr(drafting, name)
