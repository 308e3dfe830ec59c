"""Every rule of lint finds what its own docstring calls wrong, that and nothing else, and lets pass what it calls right."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.desk.check import check_file
from drafter.lint.rule import Rule
from drafter.lint.rules import RULES
from tests.rules import parts_of

MEETING = """
drafter: 1
slots:
  会议: {ask: 会议全称}
speech:
  title: 在{{ 会议 }}上的讲话
"""
"""The blueprint of specimens that are briefs."""


def found(text: str, folder: Path) -> list[str]:
    (folder / "meeting.yaml").write_text(MEETING)
    (folder / "specimen.yaml").write_text(text)
    return [problem.rule for problem in check_file(folder / "specimen.yaml")]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_finds_what_it_calls_wrong_and_nothing_in_what_it_calls_right(rule: Rule, tmp_path: Path) -> None:
    _, _, wrong, right = parts_of(rule)
    assert set(found(wrong, tmp_path)) == {rule.name}
    assert found(right, tmp_path) == []
