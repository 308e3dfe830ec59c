"""What was told of a brief, as it and its blueprint want to hear of it."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model.blueprint import Blueprint
from drafter.model.brief import Brief
from drafter.problem import Problem, in_order, stop_on_errors
from drafter.yamltext.tree import Document


def as_wished(
    problems: tuple[Problem, ...], brief: Brief, blueprint: Blueprint, doc: Document | None
) -> tuple[Problem, ...]:
    """What was told of a brief as it and its blueprint want it; raises InputError where they call a warning an error."""
    if doc is None or not (
        brief.checks or (problems and (blueprint.checks or "drafter:" in brief.text or "drafter：" in brief.text))
    ):
        return problems
    from drafter.lint import heeded, wrong_wishes
    from drafter.notation.original import Original

    original = Original(doc)
    told = (*heeded(problems, original, blueprint.checks), *wrong_wishes(original, blueprint))
    stop_on_errors(told)
    return in_order(told)


def own(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """The problems of one file, and what stops the work anywhere: other warnings are for those who wrote the other files."""
    return tuple(problem for problem in problems if problem.severity == "error" or problem.place.file == file)
