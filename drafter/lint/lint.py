"""The rules put to a blueprint, or to the facts of a brief; wishes and remarks of the file heeded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol, cast

from drafter import plugins
from drafter.language import TONGUES
from drafter.lint.rule import Finding, Rule
from drafter.lint.rules import RULES
from drafter.lint.settings import Setting, mistakes, settings
from drafter.lint.tree import Tree, tree
from drafter.lint.words import Words, words
from drafter.model.blueprint import Blueprint
from drafter.model.expression import Prose
from drafter.problem import Edit, Ignore, Place, Problem, Severity, in_order, near_miss

MOST = 500
"""Findings of one rule told in one file: nobody reads more."""


class Source(Protocol):
    """The file that is looked at, as its reader knows it."""

    @property
    def file(self) -> str:
        """Its name, as places have it."""

    @property
    def ignores(self) -> Sequence[Ignore]:
        """The remarks in it that silence rules."""

    @property
    def facts(self) -> Sequence[Prose]:
        """The texts of a brief."""

    def place(self, prose: Prose, offset: int) -> Place:
        """Where a character of a text stands."""

    def edit(self, prose: Prose, start: int, end: int, text: str) -> Edit | None:
        """The change that puts `text` in place of a stretch, if it is safe."""


def lint_blueprint(blueprint: Blueprint, source: Source, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All that is wrong with a blueprint: what its reader found, and what the rules find in the file of `source`."""
    return _lint(blueprint, source, found, tree(blueprint))


def lint_brief(blueprint: Blueprint, source: Source, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All that is wrong with a brief: what its reader found, and what the rules find in its facts."""
    return _lint(blueprint, source, found, None)


def every_rule() -> dict[str, Rule]:
    """The rules by name, those of plug-ins after our own."""
    brought = [rule for rule in plugins.load("drafter.rules").values() if isinstance(rule, Rule)]
    return {**{rule.name: rule for rule in brought}, **RULES} if brought else RULES


def _lint(blueprint: Blueprint, source: Source, found: Iterable[Problem], whole: Tree | None) -> tuple[Problem, ...]:
    rules, tongue = every_rule(), TONGUES[blueprint.language]
    wanted = settings(rules, blueprint.checks, tongue.usage)
    texts = whole.texts if whole else tuple(words(prose, tongue) for prose in source.facts)
    told = [one for one in mistakes(rules, blueprint.checks, tongue.usage) if one.place.file == source.file]
    for name, rule in rules.items():
        setting = wanted[name]
        if setting.severity != "off" and (whole or rule.facts_too):
            here = (one for one in _findings(rule, setting, texts, whole) if _file(one) == source.file)
            told += (_problem(rule, setting, one, source) for one in islice(here, MOST))
    told += (judged for problem in found if (judged := _judged(problem, wanted)))
    return in_order(_heeding(told, source, rules))


def _findings(rule: Rule, setting: Setting, texts: Sequence[Words], whole: Tree | None) -> Iterator[Finding]:
    if whole and rule.of_tree:
        yield from rule.of_tree(whole, setting.options)
    for text in texts if rule.of_words else ():
        assert rule.of_words
        yield from rule.of_words(text, setting.options)


def _file(finding: Finding) -> str:
    return finding.at.file if isinstance(finding.at, Place) else finding.at.place.file


def _problem(rule: Rule, setting: Setting, finding: Finding, source: Source) -> Problem:
    severity, says, edit = cast(Severity, setting.severity), (rule.says, rule.mend), None
    if isinstance(finding.at, Place):
        return Problem(rule.name, finding.at, finding.facts, severity, says=says)
    if finding.text is not None:
        edit = source.edit(finding.at, finding.start, finding.end, finding.text)
    return Problem(rule.name, source.place(finding.at, finding.start), finding.facts, severity, edit, says)


def _judged(problem: Problem, wanted: Mapping[str, Setting]) -> Problem | None:
    """A reader's warning as the blueprint wants it, if it is one of a rule."""
    setting = wanted.get(problem.rule)
    if setting is None or problem.severity == "error":
        return problem
    return None if setting.severity == "off" else replace(problem, severity=cast(Severity, setting.severity))


def _heeding(told: Iterable[Problem], source: Source, rules: Mapping[str, Rule]) -> Iterator[Problem]:
    """The problems without those that a remark silences, and the remarks that silence none."""
    used: set[tuple[int, str]] = set()
    by_line: dict[int, list[int]] = {}
    for n, ignore in enumerate(source.ignores):
        for line in ignore.lines:
            by_line.setdefault(line, []).append(n)
    for problem in told:
        here = by_line.get(problem.place.line, ()) if problem.place.file == source.file else ()
        by = [n for n in here if problem.rule in source.ignores[n].rules]
        if by and (problem.severity == "warning" or problem.rule in rules):  # what stops the work is not silenced
            used.update((n, problem.rule) for n in by)
        else:
            yield problem
    yield from islice(_unused(source.ignores, used, rules), MOST)


def _unused(ignores: Sequence[Ignore], used: set[tuple[int, str]], rules: Mapping[str, Rule]) -> Iterator[Problem]:
    for n, ignore in enumerate(ignores):
        for name, place in ignore.rules.items():
            if (n, name) not in used:
                near = "" if name in rules else near_miss(name, rules)
                yield Problem("unused-ignore", place, {"name": name, "near": near}, "warning")
