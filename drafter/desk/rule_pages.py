"""What the page of a rule says of it, for programs that show it beside a finding."""

from __future__ import annotations

import re
import textwrap

from msgspec import Struct

from drafter.lint.rules import RULES
from drafter.problem import Severity


class RulePage(Struct, frozen=True):
    """A rule in words."""

    short: str
    """What it tells, in a sentence."""
    full: str
    """The same, and why."""
    text: str
    """All of its page, as text."""
    markdown: str
    """All of its page, its specimens set as code."""
    severity: Severity
    """How bad it is, where nobody says anything else."""


def rule_page(name: str) -> RulePage | None:
    """What the page of a rule says, if there is such a rule and it has a page; what stops the work has none."""
    rule = RULES.get(name)
    if rule is None or not rule.page.strip():
        return None
    said, *specimens = re.split(r"\n(Wrong|Right):\n", rule.page.strip())
    what, _, why = said.partition("\n\n")
    flat = [" ".join(one.split()) for one in (what, why)]
    full = "\n\n".join(one for one in flat if one)
    shown = zip(specimens[::2], (textwrap.dedent(one).strip("\n") for one in specimens[1::2]), strict=True)
    code = "".join(f"\n\n{kind}:\n\n```\n{one.rstrip()}\n```" for kind, one in shown)
    return RulePage(flat[0], full, rule.page.strip(), full + code, rule.severity)
