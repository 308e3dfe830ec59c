"""docs/rules: a page for every rule of lint, made from its module's docstring, whose specimens the tests run."""

from __future__ import annotations

import re
import sys
import textwrap

from drafter.language import TONGUES
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from drafter.lint.settings import default


def parts_of(rule: Rule) -> tuple[str, str, str, str]:
    """What a rule's module says of it: what it is, why, a wrong specimen and a right one."""
    text = sys.modules[f"drafter.lint.rules.{rule.name.replace('-', '_')}"].__doc__ or ""
    said, wrong, right = re.split(r"\n(?:Wrong|Right):\n", text)
    what, _, why = said.partition("\n\n")
    return what.strip(), why.strip(), *(f"{textwrap.dedent(one).strip()}\n" for one in (wrong, right))


def index() -> str:
    """docs/rules/README.md: every rule in a line."""
    rows = [f"| [{name}]({name}.md) | {' '.join(parts_of(rule)[0].split())} |" for name, rule in RULES.items()]
    return (
        "# Rules\n\nMade by `make accept` from the rules' docstrings. docs/language.md says how a blueprint sets and silences them.\n\n"
        "| rule | what it tells |\n|---|---|\n" + "\n".join(rows) + "\n"
    )


def page(rule: Rule) -> str:
    """docs/rules/NAME.md: a rule, with both specimens and what may be set for it."""
    what, why, wrong, right = parts_of(rule)
    asked = "blueprints and the facts of briefs" if rule.facts_too and rule.of_words else "blueprints"
    if rule.facts_too and not rule.of_words:
        asked = "briefs"
    options = [f"`{name}` ({_default(rule, name)})" for name in rule.options]
    about = f"Looks at {asked}. Severity: {rule.severity}. Options: {', '.join(options) or 'none'}."
    return (
        f"# {rule.name}\n\nMade by `make accept` from the rule's docstring.\n\n{what}\n\n{why}\n\n"
        f"Wrong:\n\n```yaml\n{wrong}```\n\nRight:\n\n```yaml\n{right}```\n\n{about}\n"
    )


def _default(rule: Rule, option: str) -> str:
    """The value of an option where nothing is said, for each language if it is one of the language's."""
    if not isinstance(rule.options[option], str):
        return _shown(rule.options[option])
    return ", ".join(f"{code} {_shown(default(rule, option, tongue.usage))}" for code, tongue in TONGUES.items())


def _shown(value: object) -> str:
    match value:
        case None:
            return "off"
        case tuple():
            return " ".join(value)
        case _:
            return str(value)
