"""A docstring with pages of rules about finished texts, each below a line `# rule-name`, and what finds and says each → these rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from drafter.lint.rule import Options, Rule
from drafter.lint.rules.told import told
from drafter.lint.texts.reading import Fault, Reading
from drafter.problem import Severity


class Way(Struct, frozen=True):
    """How one rule of a family finds and tells."""

    find: Callable[[Reading, Options], Iterable[Fault]]
    """What finds it."""
    says: str
    """What is wrong."""
    mend: str
    """What to do."""
    severity: Severity = "warning"
    """How bad it is."""
    source: str = ""
    """The standard that says so, with its clause."""


def family(pages: str, ways: Mapping[str, Way]) -> tuple[Rule, ...]:
    """The rules of a docstring, in its order; raises KeyError for a page without a way."""
    rules = told(pages, "Text")
    return tuple(
        replace(
            rule,
            of_text=(way := ways[rule.name]).find,
            says=way.says,
            mend=way.mend,
            severity=way.severity,
            source=way.source,
        )
        for rule in rules
    )
