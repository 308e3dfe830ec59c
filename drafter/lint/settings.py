"""The `checks:` of a blueprint and of a brief → what holds for every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct

from drafter.language import Usage
from drafter.lint.rule import Options, Rule, set_in
from drafter.model.blueprint import Check
from drafter.problem import Misses, Problem, Severity

SEVERITIES = ("off", *get_args(Severity))


class Setting(Struct, frozen=True):
    """What holds for one rule."""

    severity: str
    """`off`, `warning` or `error`."""
    options: Options
    """Its options."""


def settings(rules: Mapping[str, Rule], usage: Usage, *checks: Mapping[str, Check]) -> dict[str, Setting]:
    """What holds for every rule, the last wish first; wishes that cannot be met are left aside."""
    return {name: _setting(rule, [one[name] for one in checks if name in one], usage) for name, rule in rules.items()}


def mistakes(rules: Mapping[str, Rule], checks: Mapping[str, Check], usage: Usage, kind: str) -> Iterator[Problem]:
    """The wishes of a Blueprint or a Brief that cannot be met: unknown rules and options, values that are none."""
    near_miss = Misses().near
    for name, check in checks.items():
        rule = rules.get(name)
        if rule is None:
            yield Problem("unknown-rule", check.place, {"name": name, "near": near_miss(name, rules)})
            continue
        if not set_in(rule, kind):
            facts = {"name": name, "kind": rule.subject.lower(), "of": kind.lower()}
            yield Problem("rule-set-elsewhere", check.place, facts)
            continue
        if check.severity and check.severity not in SEVERITIES:
            near = near_miss(check.severity, SEVERITIES)
            facts = {"value": check.severity, "near": near, "choices": " ".join(SEVERITIES)}
            yield Problem("unknown-choice", check.places["severity"], facts)
        for option, typed in check.options.items():
            if option not in rule.options:
                near = near_miss(option, rule.options)
                yield Problem("unknown-option", check.places[option], {"name": option, "of": name, "near": near})
            elif _value(typed, default(rule, option, usage)) is None:
                facts = {"name": option, "value": " ".join(typed)[:24]}
                yield Problem("not-a-number", check.places[option], facts)


def default(rule: Rule, option: str, usage: Usage) -> Any:
    """What holds for an option if nothing is said."""
    given = rule.options[option]
    return getattr(usage, given) if isinstance(given, str) else given


def _setting(rule: Rule, checks: Iterable[Check], usage: Usage) -> Setting:
    options, severity = {option: default(rule, option, usage) for option in rule.options}, str(rule.severity)
    for check in checks:
        severity = check.severity if check.severity in SEVERITIES else severity
        for option, typed in check.options.items():
            if option in options and (value := _value(typed, options[option])) is not None:
                options[option] = value
    return Setting(severity, options)


def _value(typed: tuple[str, ...], like: Any) -> float | tuple[str, ...] | None:
    """Typed text as words or as a number, whichever the option has; None for what is no number."""
    if isinstance(like, tuple):
        return typed
    try:
        value = float(typed[0]) if len(typed) == 1 and len(typed[0]) < 13 else None
    except ValueError:
        return None
    return value if value is not None and 0 <= value < 1e6 else None
