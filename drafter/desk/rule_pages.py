"""What the page of a rule says of it, for programs that show it beside a finding."""

from __future__ import annotations

import re
import textwrap

from msgspec import Struct

from drafter.lint.rule import Rule
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


def parts_of(rule: Rule) -> tuple[str, str, str, str]:
    """What a rule's page says: what it is, why, a wrong specimen and a right one, which only some can show."""
    said, *specimens = re.split(r"\n(?:Wrong|Right):\n", rule.page)
    what, _, why = said.partition("\n\n")
    wrong, right = [f"{textwrap.dedent(one).strip()}\n" for one in specimens] or ("", "")
    return what.strip(), why.strip(), wrong, right


def rule_page(name: str) -> RulePage | None:
    """What the page of a rule says, if there is such a rule and it has a page; what stops the work has none."""
    rule = RULES.get(name)
    if rule is None or not rule.page.strip():
        return None
    what, why, wrong, right = parts_of(rule)
    flat = [" ".join(one.split()) for one in (what, why)]
    full = "\n\n".join(one for one in flat if one)
    code = "".join(f"\n\n{kind}:\n\n```\n{one}```" for kind, one in (("Wrong", wrong), ("Right", right)) if one)
    return RulePage(flat[0], full, rule.page.strip(), full + code, rule.severity)
