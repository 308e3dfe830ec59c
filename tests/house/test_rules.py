"""Whatever warns is a rule of the one table; every rule has a page, a sentence, a subject, and is told somewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import pytest

from drafter import sentences
from drafter.lint import rules
from drafter.lint.rule import Rule, Subject
from drafter.lint.rules import RULES
from drafter.notation.reader import WARNINGS
from drafter.sentences import found
from tests.conftest import ROOT
from tests.rules import parts_of

FILES = sorted((ROOT / "drafter").rglob("*.py"))
LIMITS = {f"{kind}-{side}-limit" for kind in ("text", "number", "list") for side in ("less-than", "more-than")}
HANDED_ON = {
    ("Problem", "rule"): "names given to `doubt` and `add`, which are looked at themselves",
    ("Problem", "broken[0]"): "a limit",
    ("Problem", "joint.rule"): "names given to `Joint`, which are looked at themselves",
    ("report", "rule"): "a limit",
}
"""Where a warning's name is no text, and where it comes from."""


def warnings(path: Path) -> Iterator[tuple[str, ast.expr]]:
    """What makes a warning, and the name that it gives it: `Problem` and `report` that say so, doubts, what notes gather."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        maker = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        said = [*node.args[1:], *(word.value for word in node.keywords if word.arg == "severity")]
        warns = any(isinstance(one, ast.Constant) and one.value in ("warning", "info") for one in said)
        of_notes = maker == "add" and "notes" in (
            path.stem,
            *ast.unparse(node.func).strip("_").replace("_notes", "notes").split("."),
        )
        if (
            (maker in ("Problem", "report") and warns)
            or maker in ("doubt", "Joint")
            or (of_notes and len(node.args) > 2)
        ):
            yield maker, node.args[0]


@cache
def made() -> tuple[tuple[str, ast.expr], ...]:
    """All that is made so."""
    return tuple(one for path in FILES for one in warnings(path))


@cache
def named() -> frozenset[str]:
    """The names that stand there as texts."""
    return frozenset(str(name.value) for _, name in made() if isinstance(name, ast.Constant))


def test_whatever_warns_is_a_rule_of_the_table() -> None:
    assert len(named()) > 30
    assert named() - RULES.keys() == set()
    assert RULES.keys() >= LIMITS | WARNINGS
    others = {(maker, ast.unparse(name)) for maker, name in made() if not isinstance(name, ast.Constant)}
    assert others == HANDED_ON.keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_has_a_page_a_subject_and_a_sentence_and_is_told_somewhere(rule: Rule) -> None:
    what, why, wrong, right = parts_of(rule)
    assert what.endswith(".") and why and bool(wrong) == bool(right)
    assert rule.subject in get_args(Subject)
    by_lint = rule.of_tree is not None or rule.of_words is not None or rule.of_text is not None
    assert bool(rule.says) == bool(rule.mend)
    both = rule.subject != "Text" and rule.of_text is not None  # told of a brief in one sentence, of a text in another
    assert both or bool(rule.says) != (rule.name in sentences.RULES)
    by_final = {
        "unfilled-slot",
        "placeholder",
        "nothing-found",
        "unconfirmed",
    }  # warnings until the speech is to be final
    assert by_lint or rule.name in named() | LIMITS | WARNINGS | by_final


def test_a_rule_without_specimens_on_its_page_is_shown_by_a_case() -> None:
    cases = "\n".join(
        path.read_text("utf-8") for path in (ROOT / "tests/cases").rglob("*") if path.suffix in (".py", ".case")
    )
    assert [rule.name for rule in RULES.values() if not parts_of(rule)[2] and rule.name not in cases] == []


def test_a_file_of_rules_is_in_the_table() -> None:
    files = (import_module(f"{rules.__name__}.{one.name}") for one in iter_modules(rules.__path__))
    written = {
        rule.name for file in files for rule in (*getattr(file, "RULES", ()), getattr(file, "RULE", None)) if rule
    }
    assert written and written - RULES.keys() == set()


def test_no_reason_is_shown_as_a_code() -> None:
    assert found.WHY.keys() == set(get_args(found.Why))
    assert found.FACTS.keys() == set(get_args(found.FactKind))
