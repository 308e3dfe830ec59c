"""docs/rules: a page for every rule, made from its own words, whose specimens the tests run."""

from __future__ import annotations

from typing import get_args

from drafter.desk.rule_pages import parts_of as parts_of
from drafter.language import TONGUES
from drafter.lint.rule import Rule, Subject
from drafter.lint.rules import RULES
from drafter.lint.settings import default

CHECKS, REMARK, IGNORE = (
    "`checks` of {}",
    "a remark `# drafter: ignore[{}]`",
    "`--ignore {}` of the command that reads it",
)
SET_IN: dict[Subject, str] = {
    "Blueprint": CHECKS.format("the blueprint or its parents") + f", {REMARK}",
    "Brief": CHECKS.format("the brief or its blueprint") + f", {REMARK}",
    "Text": "`levels` or `off` in a `checks.yaml` beside the speech",
    "Speech": IGNORE,
    "File": CHECKS.format("the blueprint or the brief") + f", {REMARK}; for an old speech {IGNORE}",
}
"""Where a rule about each is set."""
TITLES: dict[Subject, str] = {
    "Blueprint": "Blueprints",
    "Brief": "Briefs",
    "Text": "Finished speeches",
    "Speech": "Old speeches",
    "File": "Files, whatever they hold",
}


def index() -> str:
    """docs/rules/README.md: every rule in a line, by subject."""
    parts = [
        "# Rules\n\nMade by `make accept` from the rules' own words. Whatever drafter warns of is here; docs/language.md says how "
        "blueprints, briefs and\nremarks set and silence it. What stops the work (an error) is no rule and cannot be silenced.\n"
    ]
    for subject in get_args(Subject):
        rows = [f"| [{one.name}]({one.name}.md) | {' '.join(parts_of(one)[0].split())} |" for one in about(subject)]
        parts.append(f"## {TITLES[subject]}\n\n| rule | what it tells |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def about(subject: Subject) -> list[Rule]:
    """The rules about one subject."""
    return [rule for rule in RULES.values() if rule.subject == subject]


def page(rule: Rule) -> str:
    """docs/rules/NAME.md: a rule, with both specimens and what may be set for it."""
    what, why, wrong, right = parts_of(rule)
    options = [f"`{name}` ({_default(rule, name)})" for name in rule.options]
    subject = f"{TITLES[rule.subject]}{', and the facts of briefs' if rule.facts_too else ''}"
    says = (
        f"Subject: {subject}. Severity: {rule.severity}. Options: {', '.join(options) or 'none'}.\n\n"
        f"Set by {SET_IN[rule.subject].replace('{}', rule.name)}.\n"
    )
    fence = "yaml" if rule.subject not in ("Speech", "Text") else "html" if wrong.startswith("<") else "text"
    shown = f"Wrong:\n\n```{fence}\n{wrong}```\n\nRight:\n\n```{fence}\n{right}```\n\n" if wrong else ""
    return f"# {rule.name}\n\nMade by `make accept` from the rule's own words.\n\n{what}\n\n{why}\n\n{shown}{says}"


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
