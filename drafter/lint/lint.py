"""The rules put to a blueprint, or to the facts of a brief; wishes and remarks heeded, whoever gave the warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol, cast

from msgspec.structs import replace

from drafter import plugins
from drafter.catalogue import N_
from drafter.language import TONGUES
from drafter.lint.rule import Finding, Rule, usable
from drafter.lint.rules import RULES
from drafter.lint.settings import Setting, mistakes, settings
from drafter.lint.tree import Tree, tree
from drafter.lint.words import Words, words
from drafter.model.blueprint import Blueprint, Check
from drafter.model.expression import Prose
from drafter.model.words import NO_WORDS
from drafter.model.words import Words as OfPacks
from drafter.problem import (
    MOST_TOLD,
    Edit,
    Ignore,
    InputError,
    Misses,
    Place,
    Problem,
    Severity,
    bad_plug_in,
    in_order,
    near_miss,
)

GROUP = "drafter.rules"
"""The entry points under which other distributions offer rules."""
SIGNS = ("invisible-character", "lost-character", "markup-in-fact")
"""What a draft tells of facts, too: the other rules are about what can be read."""
NAMELESS = (
    N_("this remark names no rule, so it silences nothing"),
    N_("write `# drafter: ignore[RULE]`, or remove it"),
)
"""What is told of a remark without a rule."""


class Source(Protocol):
    """The file that is looked at, as its reader knows it."""

    @property
    def file(self) -> str:
        """Its name, as places have it."""

    @property
    def ignores(self) -> Sequence[Ignore]:
        """The remarks in it that silence rules."""

    @property
    def checks(self) -> Mapping[str, Check]:
        """What it wants of rules, without what its parents want."""

    @property
    def facts(self) -> Sequence[Prose]:
        """The texts of a brief."""

    def path(self, prose: Prose) -> Sequence[str | int]:
        """The keys and the numbers of items that lead to a text."""

    def place(self, prose: Prose, offset: int) -> Place:
        """Where a character of a text stands."""

    def edit(self, prose: Prose, start: int, end: int, text: str) -> Edit | None:
        """The change that puts `text` in place of a stretch, if it is safe."""


def lint_blueprint(
    blueprint: Blueprint, source: Source, found: Iterable[Problem], of_packs: OfPacks = NO_WORDS
) -> tuple[Problem, ...]:
    """All that is wrong with a blueprint: what its reader found, and what the rules find in the file of `source`."""
    rules, tongue, whole = every_rule(), TONGUES[blueprint.language], tree(blueprint, of_packs)
    wanted = settings(rules, tongue.usage, blueprint.checks)
    wrong = mistakes(rules, blueprint.checks, tongue.usage, "Blueprint")
    found = (*found, *(one for one in wrong if one.place.file == source.file))
    asked = ((rule, wanted[name]) for name, rule in rules.items() if rule.subject == "Blueprint" or rule.facts_too)
    here = (one for rule, setting in asked for one in _found(rule, setting, whole.texts, whole, source))
    return (*_whole(here, found, source, wanted, rules), *_of_no_use())


def lint_brief(blueprint: Blueprint, source: Source, found: Iterable[Problem]) -> tuple[Problem, ...]:
    """All that is wrong with a brief: what its reader found, and what the rules find in its facts."""
    rules, tongue = every_rule(), TONGUES[blueprint.language]
    wanted = settings(rules, tongue.usage, blueprint.checks, source.checks)
    found = (*found, *mistakes(rules, source.checks, tongue.usage, "Brief"))
    asked = [rule for rule in rules.values() if rule.subject == "Brief" or rule.facts_too]
    here = _of_facts(asked, blueprint, source, wanted)
    return (*_whole(here, found, source, wanted, rules), *_of_no_use())


def heeded(found: Iterable[Problem], source: Source, checks: Mapping[str, Check] | None = None) -> tuple[Problem, ...]:
    """What was told of a file as `checks`, its own wishes and its remarks want it; nothing else is looked for."""
    rules, some = every_rule(), next(iter(TONGUES.values()))  # options make no difference here
    wanted = settings(rules, some.usage, checks or {}, source.checks)
    hard, soft = _parted(found, wanted)
    return in_order((*hard, *_unsilenced(soft, source, set())))


def signs_in(blueprint: Blueprint, source: Source) -> tuple[Problem, ...]:
    """What is printed of the facts of a brief though nobody wants it, as the brief wants to hear of it."""
    wanted = settings(RULES, TONGUES[blueprint.language].usage, blueprint.checks, source.checks)
    told = _of_facts([RULES[name] for name in SIGNS], blueprint, source, wanted)
    return tuple(_unsilenced(told, source, set()))


def _of_facts(
    rules: Iterable[Rule], blueprint: Blueprint, source: Source, wanted: Mapping[str, Setting]
) -> Iterator[Problem]:
    """What rules find in what a brief says as it stands; those about briefs alone look at no prose."""
    tongue = TONGUES[blueprint.language]
    paths = [(prose, source.path(prose)) for prose in source.facts]
    texts = {path: words(prose, tongue) for prose, path in paths if _is_text(blueprint, path)}
    facts = tuple(text for path, text in texts.items() if path[:1] not in (("overrides",), ("insert",)))
    for rule in rules:
        looked_at = tuple(texts.values()) if rule.facts_too else facts
        yield from _found(rule, wanted[rule.name], looked_at, None, source)


def _is_text(blueprint: Blueprint, path: Sequence[str | int]) -> bool:
    """Whether what is typed is said as it stands, and not read as a number, a date, a choice."""
    slot = blueprint.slots.get(str(path[0])) if path else None
    for step in path[1:]:
        if slot is not None:
            slot = (
                next((field for field in slot.fields if field.name == step), None)
                if isinstance(step, str)
                else slot.item or slot
            )
    return slot is None or slot.type in ("text", "list")


def wrong_wishes(source: Source, blueprint: Blueprint) -> tuple[Problem, ...]:
    """What a brief wants of rules and cannot have."""
    return tuple(mistakes(every_rule(), source.checks, TONGUES[blueprint.language].usage, "Brief"))


def not_ignored(found: Iterable[Problem], names: Iterable[str]) -> tuple[Problem, ...]:
    """What was told of an old speech without the rules that a person does not want to hear of; raises InputError."""
    rules = every_rule()
    for name in names:
        if name not in rules:
            raise InputError(
                [Problem("unknown-rule", Place("--ignore"), {"name": name, "near": near_miss(name, rules)})]
            )
        if rules[name].subject not in ("Speech", "File"):
            facts = {"name": name, "kind": rules[name].subject.lower(), "of": "speech"}
            raise InputError([Problem("rule-set-elsewhere", Place("--ignore"), facts)])
    return tuple(one for one in found if one.severity == "error" or one.rule not in names)


def every_rule() -> dict[str, Rule]:
    """The rules by name, those of plug-ins after our own."""
    brought = plugins.load(GROUP, usable)[0].values()
    return {**RULES, **{rule.name: rule for rule in brought}} if brought else RULES


def _of_no_use() -> Iterator[Problem]:
    """A warning for each plug-in whose rule cannot be used."""
    for name, why in plugins.load(GROUP, usable)[1].items():
        yield bad_plug_in(GROUP, name, why)


def _whole(
    told: Iterable[Problem],
    found: Iterable[Problem],
    source: Source,
    wanted: Mapping[str, Setting],
    rules: Mapping[str, Rule],
) -> tuple[Problem, ...]:
    """What lint found and what the reader told, remarks heeded, and the remarks that silence nothing."""
    hard, soft = _parted(found, wanted)
    used: set[tuple[int, str]] = set()
    left = tuple(_unsilenced((*told, *soft), source, used))
    unused = [judged for one in _unused(source.ignores, used, rules) if (judged := _judged(one, wanted))]
    return in_order((*hard, *left, *unused))


def _found(
    rule: Rule, setting: Setting, texts: Sequence[Words], whole: Tree | None, source: Source
) -> Iterator[Problem]:
    """What a rule finds in one file, as severe as it is wished; beyond so many it only counts."""
    if setting.severity == "off":
        return
    if rule.name in RULES:
        yield from _counted(rule, setting, texts, whole, source)
        return
    try:
        with plugins.guarded():
            found = [_plain(one) for one in _counted(rule, setting, texts, whole, source)]
    except plugins.Unusable as error:
        found = [bad_plug_in(GROUP, rule.name, str(error))]
    yield from found


def _counted(
    rule: Rule, setting: Setting, texts: Sequence[Words], whole: Tree | None, source: Source
) -> Iterator[Problem]:
    here = (one for one in _findings(rule, setting, texts, whole) if _file(one) == source.file)
    told = [_problem(rule, setting, one, source) for one in islice(here, MOST_TOLD)]
    yield from told[:-1]
    yield from (replace(one, more=sum(1 for _ in here)) for one in told[-1:])


def _plain(problem: Problem) -> Problem:
    """A problem that a plug-in's rule told, of nothing but texts and numbers."""
    place = Place(str(problem.place.file), int(problem.place.line), int(problem.place.column))
    return replace(problem, place=place, facts={str(name): str(fact) for name, fact in problem.facts.items()})


def _findings(rule: Rule, setting: Setting, texts: Sequence[Words], whole: Tree | None) -> Iterator[Finding]:
    if whole and rule.of_tree:
        yield from rule.of_tree(whole, setting.options)
    for text in texts if rule.of_words else ():
        assert rule.of_words
        yield from rule.of_words(text, setting.options)


def _file(finding: Finding) -> str:
    return finding.at.file if isinstance(finding.at, Place) else finding.at.place.file


def _problem(rule: Rule, setting: Setting, finding: Finding, source: Source) -> Problem:
    severity, says, edit = cast(Severity, setting.severity), (rule.says, rule.mend) if rule.says else None, None
    if isinstance(finding.at, Place):
        return Problem(rule.name, finding.at, finding.facts, severity, says=says)
    if finding.text is not None:
        edit = source.edit(finding.at, finding.start, finding.end, finding.text)
    return Problem(rule.name, source.place(finding.at, finding.start), finding.facts, severity, edit, says)


def _judged(problem: Problem, wanted: Mapping[str, Setting]) -> Problem | None:
    """A reader's warning as it is wished."""
    severity = wanted[problem.rule].severity
    return None if severity == "off" else replace(problem, severity=cast(Severity, severity))


def _parted(found: Iterable[Problem], wanted: Mapping[str, Setting]) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """What stops the work, which nobody silences; and the warnings as they are wished."""
    every = tuple(found)
    hard = [problem for problem in every if problem.severity == "error"]
    soft = [judged for problem in every if problem.severity != "error" and (judged := _judged(problem, wanted))]
    return hard, soft


def _unsilenced(told: Iterable[Problem], source: Source, used: set[tuple[int, str]]) -> Iterator[Problem]:
    """The problems without those that a remark silences; `used` gathers the remarks that silence one."""
    by_line: dict[int, list[int]] = {}
    for n, ignore in enumerate(source.ignores):
        for line in ignore.lines:
            by_line.setdefault(line, []).append(n)
    for problem in told:
        here = by_line.get(problem.place.line, ()) if problem.place.file == source.file else ()
        by = [n for n in here if problem.rule in source.ignores[n].rules]
        used.update((n, problem.rule) for n in by)
        if not by:
            yield problem


def _unused(ignores: Sequence[Ignore], used: set[tuple[int, str]], rules: Mapping[str, Rule]) -> Iterator[Problem]:
    sought = Misses()
    for n, ignore in enumerate(ignores):
        for name, place in ignore.rules.items():
            if (n, name) not in used:
                near = "" if name in rules or not name else sought.near(name, rules)
                says = None if name else NAMELESS
                yield Problem("unused-ignore", place, {"name": name, "near": near}, "warning", says=says)
